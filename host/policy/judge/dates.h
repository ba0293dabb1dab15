#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/text/terms.h"

// The dates that a text names for its own effect: "will go into effect on January 15, 2026".
namespace optoutlog::policy {

struct Date {
  int year = 0, month = 0, day = 0;
  std::string iso() const;  // "2026-01-15"
  bool operator==(const Date&) const = default;
  auto operator<=>(const Date&) const = default;
};

// Days from `earlier` to `later`, negative where it is the other way round.
int days_from(const Date& earlier, const Date& later);

bool is_real(const Date& date);  // a day of the calendar, 1990 to 2100
std::optional<Date> parse_iso(std::string_view text);

// Every full date in `sentence`: day first, month first, ISO, with the month names of `terms`. A
// numeric date is read only where it can mean one day alone or the language's order is fixed; a
// guess could tell a wrong deadline.
std::vector<Date> dates_in(std::string_view sentence, const TermList& terms);

// "will go into effect", "effective", "effective until"
enum class EffectKind { kFuture, kStated, kUntil };

struct Effect {
  Date date;
  EffectKind kind;
  std::string sentence;
};

// What the sentence says about taking effect, day by day; nothing where it names no date or says
// nothing of the kind. Of an announcement beside the end of the older text it is the announced day.
std::vector<Effect> effects_of(std::string_view sentence, const TermList& terms);

// The date to tell: of an announcement before a heading before an "until", and there the latest.
std::optional<Effect> best_effect(const std::vector<Effect>& effects);

}  // namespace optoutlog::policy
