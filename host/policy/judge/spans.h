#pragma once
#include <algorithm>
#include <vector>

#include "policy/text/slots.h"

// Where the matches of a sentence stand to each other. Spans are sorted by where they begin.
namespace optoutlog::policy::claims {

using Span = std::vector<Match>;

// The first of `later` (sorted) that begins at `at` or behind; null where there is none.
inline const Match* from(const Span& later, std::size_t at) {
  const auto found =
      std::lower_bound(later.begin(), later.end(), at,
                       [](const Match& one, std::size_t begin) { return one.begin < begin; });
  return found == later.end() ? nullptr : &*found;
}

inline bool is_before(const Match& one, const Match& other) {
  return one.begin < other.begin;
}

// One of `later` begins within `reach` words behind `one`.
inline bool follows(const Match& one, const Span& later, std::size_t reach) {
  const Match* next = from(later, one.begin);
  return next != nullptr && next->begin <= one.end + reach;
}

inline bool are_near(const Span& one, const Span& other, std::size_t reach) {
  const auto any = [reach](const Span& first, const Span& second) {
    return std::any_of(first.begin(), first.end(),
                       [&](const Match& at) { return follows(at, second, reach); });
  };
  return any(one, other) || any(other, one);
}

// One of `earlier` ends at `at`, or up to `reach` words before.
inline bool precedes(const Span& earlier, std::size_t at, std::size_t reach) {
  return std::any_of(earlier.begin(), earlier.end(),
                     [&](const Match& one) { return one.end <= at && at <= one.end + reach; });
}

// A condition begins before `at`, and no comma ended it: "if you do not …", "even if you never …".
inline bool opens_condition(const Read& in, std::size_t at, std::size_t reach) {
  const Span& all = in.of(Value::kIf);
  return std::any_of(all.begin(), all.end(), [&](const Match& one) {
    return one.end <= at && at <= one.end + reach && !in.has_comma(one.end, at);
  });
}

inline bool names_within(const Match& phrase, const Span& names) {
  const Match* name = from(names, phrase.begin);
  return name != nullptr && name->end <= phrase.end;
}

}  // namespace optoutlog::policy::claims
