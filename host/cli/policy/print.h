#pragma once
#include <string>

#include "policy/judge/judge.h"

namespace optoutlog::policy {

// A judgement for a person, ending in a line feed. State is word and sign; colour only repeats it.
// `all`: every change, not only the clauses.
std::string print(const Judgement& judgement, bool all);

}  // namespace optoutlog::policy
