#pragma once
#include <string>

#include "policy/text/terms.h"

// The spelling variants of a language: "organisation", "organization".
namespace optoutlog::policy {

// The key with the variants folded into one.
std::string spelling_key(const std::string& key, const TermList& terms);

// Whether a word of the pair was respelled: 1 towards the form that the data folds to, -1 away from
// it, 0 not at all or both.
int respelled(const std::string& before, const std::string& after, const TermList& terms);

}  // namespace optoutlog::policy
