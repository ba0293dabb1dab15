#pragma once
#include "policy/text/slots.h"

namespace optoutlog::policy::asides {

// Takes out of `in` the data that a sentence sets aside, and the negation that does it: "your
// posts, and not your messages", "excluding private messages". It stays where no other data is
// named: then it is what the sentence is about. `is_behind`: the word for it stands behind.
void drop(Read& in, bool is_behind);

// Takes out the negations, and the rules, of something that is no training: "we do not notify you
// when …", "data that does not identify you", "you will not be paid".
void drop_idle(Read& in);

// Where AI is only what something is done with ("we use AI to improve the search"), takes out that
// it is developed or improved.
void drop_means(Read& in);

}  // namespace optoutlog::policy::asides
