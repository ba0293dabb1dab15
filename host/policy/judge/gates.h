#pragma once
#include <optional>

#include "policy/judge/judge.h"

// What has to hold before two texts are compared at all. A failed gate is told as such and lowers
// the trust in what is told beside it; it never hides what came or went.
namespace optoutlog::policy::gates {

struct Failure {
  Verdict verdict;  // kCannotCompare or kNewBaseline
  Reason reason;
};

// Of one text: readable, large enough, not a sign-in or bot wall.
std::optional<Failure> text(const Document& document, const TermList* terms);
// Of the pair: same address (whatever its query), way of reading and extractor.
std::optional<Failure> identity(const Context& context);
// Of the pair, with its diff: not collapsed, still about policy, not another document.
std::optional<Failure> comparison(const Memory& memory, const Document& next, const Diff& diff,
                                  const TermList& terms);

// True where many sentences changed their spelling, all one way: the site answered for another
// region
// ("organisation" became "organization"), whatever the page declares. Other wording differs between
// regions, too.
// The text was written anew, as a whole.
std::optional<Reason> rewritten(const Memory& memory, const Document& next, const Diff& diff,
                                const TermList& terms);

// The older text is in another language than the one that is read.
std::optional<Reason> older_language(const Document& before, const TermList& terms);

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
