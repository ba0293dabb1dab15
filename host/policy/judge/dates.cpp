#include "policy/judge/dates.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "policy/judge/claims.h"

namespace optoutlog::policy {
namespace {

std::optional<int> number(std::string_view word, std::size_t max_digits) {
  if (word.empty() || word.size() > max_digits) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> day_of(std::string_view word, const TermList& terms) {
  for (const std::string& ordinal : terms.ordinals)
    if (word.size() > ordinal.size() && word.ends_with(ordinal) &&
        number(word.substr(0, word.size() - ordinal.size()), 2))
      return number(word.substr(0, word.size() - ordinal.size()), 2);
  return number(word, 2);
}

int month_of(std::string_view word, const TermList& terms) {
  for (std::size_t i = 0; i < terms.months.size(); ++i)
    if (std::find(terms.months[i].begin(), terms.months[i].end(), word) != terms.months[i].end())
      return static_cast<int>(i) + 1;
  return 0;
}

bool any_of(const std::vector<Term>& list, const std::vector<Word>& in) {
  return std::any_of(list.begin(), list.end(),
                     [&](const Term& term) { return find(term, in).has_value(); });
}

bool speaks_of_training(std::string_view sentence, const TermList& terms) {
  const Vocabulary* vocabulary = vocabulary_for(terms.language);
  return vocabulary != nullptr && claims::trains(read(sentence, *vocabulary), *vocabulary, 0);
}

// Whether the sentence says what takes effect: it names it, or says what "we" do with AI or
// training, or it is the heading "Effective …" whose subject is the text below.
bool names_subject(std::string_view sentence, const std::vector<Word>& in, std::size_t dates,
                   const TermList& terms) {
  constexpr std::size_t kHeadingWords = 14, kHeadingStart = 3;
  if (any_of(terms.effect_subjects, in)) return true;
  if (any_of(terms.effect_own, in))
    return any_of(terms.groups.at(Group::kAi), in) || speaks_of_training(sentence, terms);
  if (dates != 1 || in.size() > kHeadingWords) return false;
  const auto starts = [&](const std::vector<Term>& list) {
    return std::any_of(list.begin(), list.end(), [&](const Term& term) {
      const auto found = find(term, in);
      return found && found->begin < kHeadingStart;
    });
  };
  // "Taking effect 1 March 2027", and not "Starting 1 March 2027 the app has another name"
  const auto year = std::find_if(in.rbegin(), in.rend(),
                                 [](const Word& word) { return number(word.folded, 4) >= 1990; });
  return starts(terms.effect_stated) || starts(terms.effect_until) ||
         (year - in.rbegin() <= 2 && starts(terms.effect_future));
}

}  // namespace

std::string Date::iso() const {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
  return text;
}

int days_from(const Date& earlier, const Date& later) {
  const auto day = [](const Date& date) {
    return std::chrono::sys_days(std::chrono::year(date.year) /
                                 std::chrono::month(static_cast<unsigned>(date.month)) /
                                 std::chrono::day(static_cast<unsigned>(date.day)));
  };
  return static_cast<int>((day(later) - day(earlier)).count());
}

bool is_real(const Date& date) {
  static constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.year < 1990 || date.year > 2100 || date.month < 1 || date.month > 12 || date.day < 1)
    return false;
  const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
  return date.day <= (date.month == 2 && !leap ? 28 : kDays[date.month - 1]);
}

std::optional<Date> parse_iso(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4), 4), month = number(text.substr(5, 2), 2),
             day = number(text.substr(8, 2), 2);
  if (!year || !month || !day) return std::nullopt;
  const Date date{*year, *month, *day};
  return is_real(date) ? std::optional(date) : std::nullopt;
}

std::vector<Date> dates_in(std::string_view sentence, const TermList& terms) {
  const std::vector<Word> in = words(sentence);
  std::vector<Date> out;
  const auto word = [&](std::size_t i) {
    return i < in.size() ? std::string_view(in[i].folded) : std::string_view();
  };
  const auto take = [&](std::optional<int> year, int month, std::optional<int> day) {
    if (!year || !day) return false;
    const Date date{*year, month, *day};
    if (!is_real(date)) return false;
    if (std::find(out.begin(), out.end(), date) == out.end()) out.push_back(date);
    return true;
  };
  const auto between = [&](std::size_t i) {
    return std::find(terms.between.begin(), terms.between.end(), word(i)) != terms.between.end();
  };
  // The single character that parts two neighbouring words, or 0.
  const auto mark = [&](std::size_t i) {
    return i + 1 < in.size() && in[i + 1].begin == in[i].end + 1 ? sentence[in[i].end] : '\0';
  };
  // "2027年3月1日", and the same in Chinese: a number with its unit behind it
  const auto unit = [&](std::size_t i, std::string_view name) { return word(i) == name; };
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (unit(i + 1, "年") && unit(i + 3, "月") && (unit(i + 5, "日") || unit(i + 5, "号"))) {
      if (const auto month = number(word(i + 2), 2))
        if (take(number(word(i), 4), *month, number(word(i + 4), 2))) i += 5;
      continue;
    }
    if (const int month = month_of(word(i), terms)) {  // April 7(th), 2025
      if (take(number(word(i + 2), 4), month, day_of(word(i + 1), terms))) i += 2;
      continue;
    }
    if (const auto day = day_of(word(i), terms)) {  // 7(th) (of) April (de) 2025
      std::size_t at = i + 1;                       // "the 15th day of January"
      if (word(at) == terms.day_word && !terms.day_word.empty()) ++at;
      if (between(at)) ++at;
      if (const int month = month_of(word(at), terms))
        if (take(number(word(between(at + 1) ? at + 2 : at + 1), 4), month, day)) {
          i = at + 1;
          continue;
        }
    }
    const auto first = number(word(i), 4), second = number(word(i + 1), 2),
               third = number(word(i + 2), 4);
    if (!first || !second || !third || mark(i) != mark(i + 1)) continue;
    const bool year_first =
        word(i).size() == 4 && word(i + 1).size() == 2 && word(i + 2).size() == 2;
    if (year_first && (mark(i) == '-' || mark(i) == '/')) {  // 2025-04-07, 2025/04/07
      if (take(first, *second, third)) i += 2;
    } else if (word(i + 2).size() == 4 && (mark(i) == '/' || mark(i) == '.' || mark(i) == '-')) {
      const bool day_first = terms.day_first || mark(i) == '.' || *first > 12;
      if (day_first ? take(third, *second, first)
                    : (*second > 12 || *first == *second) && take(third, *first, second))
        i += 2;
    }
  }
  return out;
}

std::vector<Effect> effects_of(std::string_view sentence, const TermList& terms) {
  if (sentence.find_first_of("0123456789") == std::string_view::npos) return {};
  std::vector<Date> dates = dates_in(sentence, terms);
  if (dates.empty()) return {};
  const std::vector<Word> in = words(sentence);
  // The day of a law, of an account or of a court is none of this text's.
  if (any_of(terms.effect_others, in)) return {};
  if (!names_subject(sentence, in, dates.size(), terms)) return {};
  const bool future = any_of(terms.effect_future, in), until = any_of(terms.effect_until, in);
  if (!future && !until && !any_of(terms.effect_stated, in)) return {};
  // "You can read the version in force until …" beside "will go into effect on …": the announcement
  // wins.
  if (future && until) dates = {*std::max_element(dates.begin(), dates.end())};
  const EffectKind kind = future  ? EffectKind::kFuture
                          : until ? EffectKind::kUntil
                                  : EffectKind::kStated;
  std::vector<Effect> out;
  for (const Date& date : dates) out.push_back({date, kind, std::string(sentence)});
  return out;
}

std::optional<Effect> best_effect(const std::vector<Effect>& effects) {
  std::optional<Effect> best;
  for (const Effect& effect : effects)
    if (!best || effect.kind < best->kind ||
        (effect.kind == best->kind && effect.date > best->date))
      best = effect;
  return best;
}

}  // namespace optoutlog::policy
