#pragma once
#include <string>

#include "policy/judge/propositions.h"

// A proposition in English sentences made of its slots, the same as the dashboard's. They say what
// is named and what stands beside it, and no more than the words do.
namespace optoutlog::policy {

std::string said(const Proposition& proposition, bool came);

}  // namespace optoutlog::policy
