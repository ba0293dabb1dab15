#pragma once
#include <string>

#include "policy/judge/propositions.h"

// A proposition as one English sentence made of its slots. It says what is named and what stands
// beside it, and no more than the words do.
namespace optoutlog::policy {

std::string said(const Proposition& proposition, bool came);

}  // namespace optoutlog::policy
