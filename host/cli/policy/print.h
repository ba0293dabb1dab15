#pragma once
#include <string>

#include "policy/judge/judge.h"

namespace optoutlog::policy {

struct Style {
  bool colours = false;
  std::size_t width = 0;  // columns to wrap at; 0 does not wrap
  bool all = false;       // every change, not only the clauses
};

// A judgement for a person, ending in a line feed. State is word and sign; colour only repeats it.
std::string print(const Judgement& judgement, const Style& style);

// One line for it ("! alert      level 3, announced for 2026-01-15").
std::string headline(const Judgement& judgement, const Style& style);

}  // namespace optoutlog::policy
