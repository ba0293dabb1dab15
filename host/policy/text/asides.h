#pragma once
#include "policy/text/slots.h"

namespace optoutlog::policy::asides {

// Takes out of `in` the data that a sentence sets aside, and the negation that does it: "your
// posts, and not your messages", "excluding private messages". It stays where no other data is
// named: then it is what the sentence is about. `is_behind`: the word for it stands behind.
void drop(Read& in, bool is_behind);

}  // namespace optoutlog::policy::asides
