#pragma once
#include <optional>

#include "policy/judge/judge.h"

// What has to hold before two texts are compared at all. A failed gate is told as such: never an
// alert, and never silence. Without them a collapsed page or a changed address scores as the
// gravest change there is.
namespace optoutlog::policy::gates {

struct Failure {
  Verdict verdict;  // kCannotCompare or kNewBaseline
  Reason reason;
};

// Of one text: readable, large enough, not a sign-in or bot wall.
std::optional<Failure> text(const Document& document, const TermList* terms);
// Of the pair: same address, extractor and declared locale.
std::optional<Failure> identity(const Memory& memory, const Document& next, const Context& context);
// Of the pair, with its diff: not collapsed, still about policy, not another document.
std::optional<Failure> comparison(const Memory& memory, const Document& next, const Diff& diff,
                                  const TermList& terms);

// True where many sentences changed their spelling, all one way: the site answered for another
// region
// ("organisation" became "organization"), whatever the page declares. Other wording differs between
// regions, too.
bool locale_flipped(const Diff& diff);

// The term list for the document, or why there is none.
struct Language {
  const TermList* terms = nullptr;
  std::optional<Failure> failure;
  // nothing was declared; English was taken because the text reads as English
  bool assumed = false;
};
Language language(const Document& document, const Context& context);

// Distinct anchor words ("privacy", "terms", …) that the text holds.
std::size_t anchors(const Document& document, const TermList& terms);

}  // namespace optoutlog::policy::gates
