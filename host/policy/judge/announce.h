#pragma once
#include <optional>
#include <vector>

#include "policy/judge/judge.h"

// Pages that carry the current and the coming text side by side for weeks, and then one of them.
namespace optoutlog::policy::announce {

// The days that `next` names and `before` did not name in the same way; of a sentence that names
// several, all of them where one is fresh.
std::vector<Effect> fresh_effects(const std::vector<Sentence>& before,
                                  const std::vector<Sentence>& next, const TermList& terms);

// The days that `next` tells for itself, read on `at`: those that are fresh, else the one that an
// earlier version announced and that is still ahead. Days over 60 days past are none of a change's.
std::vector<Effect> days_named(const std::vector<Sentence>& before,
                               const std::vector<Sentence>& next, const std::optional<Date>& at,
                               const TermList& terms);

// What became of the day in `memory`, told with its change, where it is still ahead on `at` and
// `next` does not name it any more: `date-moved` to `days`, or `date-gone`.
std::optional<Reason> day_changed(const Memory& memory, const std::vector<Sentence>& next,
                                  const std::vector<Effect>& days, const std::optional<Date>& at,
                                  const TermList& terms);

// What `page` holds beyond `current`, as a multiset and in reading order: the coming text of a
// doubled page. Nothing unless the page grew by over 60 % and `effect` names a day for it.
std::optional<std::vector<Sentence>> coming_text(const std::vector<Sentence>& current,
                                                 const std::vector<Sentence>& page,
                                                 const std::optional<Effect>& effect);

Announced announced(const std::vector<Sentence>& current, const std::vector<Sentence>& coming,
                    const Date& date);

// A page that says of itself that it carries two texts: a dated announcement, and half its
// sentences twice.
std::optional<Date> announced_by(const std::vector<Sentence>& page, const TermList& terms);

// What became of the announcement in `memory`, or in its baseline where that page itself carries
// two texts.
enum class Outcome { kNothing, kInForce, kWithdrawn, kGone };
struct Resolution {
  Outcome outcome = Outcome::kNothing;
  Date date{};
};
Resolution resolve(const Memory& memory, const std::vector<Sentence>& next, const Diff& diff,
                   const TermList& terms);

}  // namespace optoutlog::policy::announce
