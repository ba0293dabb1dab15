#pragma once
#include <vector>

#include "policy/judge/diff.h"

namespace optoutlog::policy {

// Joins a removed and an added sentence that are spelling variants of each other or share most
// words. `changes` are in reading order, nothing paired yet.
void pair_up(std::vector<Change>& changes, const std::vector<Sentence>& before,
             const std::vector<Sentence>& after, const TermList* terms);

}  // namespace optoutlog::policy
