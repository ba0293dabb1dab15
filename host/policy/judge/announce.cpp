#include "policy/judge/announce.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace optoutlog::policy::announce {
namespace {

constexpr double kGrowth = 1.6;
constexpr double kShrunk = 0.75;  // of the doubled page's sentences

using Counts = std::unordered_map<std::string_view, int>;

Counts counts_of(const std::vector<Sentence>& sentences) {
  Counts counts;
  for (const Sentence& sentence : sentences) ++counts[sentence.key];
  return counts;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double held_by(const std::set<std::string>& keys, const Counts& counts) {
  const auto held = std::count_if(keys.begin(), keys.end(),
                                  [&](const std::string& key) { return counts.contains(key); });
  return share(static_cast<std::size_t>(held), keys.size());
}

// A day and the sentence that names it. "Effective:" or a heading "Effective date" may stand before
// its date as a sentence of its own; such a pair is read as one.
struct Named {
  Effect effect;
  std::size_t index;
};
bool ends_whole(std::string_view text) {
  static constexpr std::string_view kStops[] = {".", "!", "?", "。", "！", "？"};
  return std::any_of(std::begin(kStops), std::end(kStops),
                     [&](std::string_view stop) { return text.ends_with(stop); });
}
std::vector<Named> effects_of(const std::vector<Sentence>& sentences, const TermList& terms) {
  constexpr std::size_t kShortKey = 48;
  std::vector<Named> out;
  const auto is_short = [](const Sentence& one) { return one.key.size() <= kShortKey; };
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    auto effects = effects_of(sentences[i].text, terms);
    if (effects.empty() && i > 0 && is_short(sentences[i]) && is_short(sentences[i - 1]) &&
        !ends_whole(sentences[i - 1].text) && effects_of(sentences[i - 1].text, terms).empty() &&
        !dates_in(sentences[i].text, terms).empty())
      effects = effects_of(sentences[i - 1].text + " " + sentences[i].text, terms);
    // "…; for everyone else on 1 April 2027": the same sentence goes on
    if (effects.empty() && !out.empty() && out.back().index + 1 == i &&
        sentences[i - 1].text.ends_with(';'))
      for (const Date& date : dates_in(sentences[i].text, terms))
        effects.push_back({date, out.back().effect.kind, sentences[i].text});
    for (Effect& effect : effects) out.push_back({std::move(effect), i});
  }
  return out;
}

// Which sentences of a page with two texts belong to the one and to the other: the current one
// stands below the sentence that says until when it counts ("Effective until …").
std::optional<Announced> split_page(const std::vector<Sentence>& page, const Date& date,
                                    const TermList& terms) {
  for (const auto& [effect, index] : effects_of(page, terms)) {
    if (effect.kind != EffectKind::kUntil || effect.date != date) continue;
    if (index * 4 < page.size() || index * 4 > page.size() * 3) continue;
    const auto middle = page.begin() + static_cast<std::ptrdiff_t>(index);
    return announced({middle, page.end()}, {page.begin(), middle}, date);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Effect> fresh_effects(const std::vector<Sentence>& before,
                                  const std::vector<Sentence>& next, const TermList& terms) {
  const auto old = effects_of(before, terms);
  auto all = effects_of(next, terms);
  const auto is_known = [&](const Effect& found) {
    return std::any_of(old.begin(), old.end(), [&](const Named& named) {
      return named.effect.date == found.date && named.effect.kind == found.kind;
    });
  };
  // of a sentence that names several days all are fresh, or none
  std::set<std::size_t> fresh;
  for (const Named& named : all)
    if (!is_known(named.effect)) fresh.insert(named.index);
  std::vector<Effect> out;
  for (auto& [effect, index] : all)
    if (fresh.contains(index)) out.push_back(std::move(effect));
  return out;
}

std::vector<Effect> days_named(const std::vector<Sentence>& before,
                               const std::vector<Sentence>& next, const std::optional<Date>& at,
                               const TermList& terms) {
  constexpr int kPast = 60;
  std::vector<Effect> all = fresh_effects(before, next, terms);
  if (at) std::erase_if(all, [&](const Effect& one) { return days_from(one.date, *at) > kPast; });
  if (all.empty() && at)
    for (const Named& named : effects_of(next, terms))
      if (named.effect.date > *at && named.effect.kind == EffectKind::kFuture)
        all.push_back(named.effect);
  if (all.empty()) return all;
  const EffectKind best =
      std::min_element(all.begin(), all.end(), [](const Effect& a, const Effect& b) {
        return a.kind < b.kind;
      })->kind;
  std::vector<Effect> out;
  for (Effect& one : all) {
    const bool there = std::any_of(out.begin(), out.end(),
                                   [&](const Effect& told) { return told.date == one.date; });
    if (one.kind == best && !there) out.push_back(std::move(one));
  }
  return out;
}

std::optional<Reason> day_changed(const Memory& memory, const std::vector<Sentence>& next,
                                  const std::vector<Effect>& days, const std::optional<Date>& at,
                                  const TermList& terms) {
  if (!memory.effect || memory.told.empty()) return std::nullopt;
  const Date was = memory.effect->date;
  if (at && was <= *at) return std::nullopt;  // a day that is past is no news any more
  for (const Named& named : effects_of(next, terms))
    if (named.effect.date == was) return std::nullopt;
  if (days.empty())
    return Reason{"date-gone", "The text named " + was.iso() + " as its day; it does no longer."};
  std::string now;
  for (const Effect& one : days) (now += now.empty() ? "" : ", ") += one.date.iso();
  return Reason{"date-moved", "The day is " + now + " now, it was " + was.iso() + "."};
}

std::optional<std::vector<Sentence>> coming_text(const std::vector<Sentence>& current,
                                                 const std::vector<Sentence>& page,
                                                 const std::optional<Effect>& effect) {
  if (!effect || effect->kind == EffectKind::kStated) return std::nullopt;
  if (static_cast<double>(page.size()) < kGrowth * static_cast<double>(current.size()))
    return std::nullopt;
  Counts left = counts_of(current);
  std::vector<Sentence> coming;
  // The current text usually stands below the coming one: what is held twice is dropped from the
  // end.
  for (auto it = page.rbegin(); it != page.rend(); ++it)
    if (const auto found = left.find(it->key); found != left.end() && found->second > 0)
      --found->second;
    else
      coming.push_back(*it);
  // If the old text is not there as a whole, the page did not double: it changed.
  std::size_t missing = 0;
  for (const auto& [key, count] : left) missing += count > 0;
  if (share(missing, left.size()) > 0.2) return std::nullopt;
  std::reverse(coming.begin(), coming.end());
  return coming;
}

Announced announced(const std::vector<Sentence>& current, const std::vector<Sentence>& coming,
                    const Date& date) {
  const Counts in_current = counts_of(current), in_coming = counts_of(coming);
  Announced out{date, {}, {}};
  for (const auto& [key, count] : in_coming)
    if (!in_current.contains(key)) out.coming_only.insert(std::string(key));
  for (const auto& [key, count] : in_current)
    if (!in_coming.contains(key)) out.current_only.insert(std::string(key));
  return out;
}

std::optional<Date> announced_by(const std::vector<Sentence>& page, const TermList& terms) {
  std::optional<Date> date;
  for (const auto& [effect, index] : effects_of(page, terms))
    if (effect.kind != EffectKind::kStated && (!date || effect.date > *date)) date = effect.date;
  if (!date) return std::nullopt;
  const Counts counts = counts_of(page);
  const auto twice = std::count_if(counts.begin(), counts.end(),
                                   [](const auto& entry) { return entry.second >= 2; });
  if (share(static_cast<std::size_t>(twice), counts.size()) < 0.4) return std::nullopt;
  return date;
}

Resolution resolve(const Memory& memory, const std::vector<Sentence>& next, const Diff& diff,
                   const TermList& terms) {
  const auto& page = memory.baseline.sentences;
  const auto date =
      memory.announced ? std::optional(memory.announced->date) : announced_by(page, terms);
  if (!date || static_cast<double>(next.size()) > kShrunk * static_cast<double>(page.size()))
    return {};
  bool stated = false;
  for (const auto& [effect, index] : effects_of(next, terms)) {
    if (effect.date != *date) continue;
    if (effect.kind != EffectKind::kStated) return {};  // still announced
    stated = true;
  }
  const auto parts = memory.announced ? memory.announced : split_page(page, *date, terms);
  if (parts && !parts->coming_only.empty()) {
    const Counts held = counts_of(next);
    const double coming = held_by(parts->coming_only, held),
                 current = held_by(parts->current_only, held);
    if (coming >= 0.5 && coming > current) return {Outcome::kInForce, *date};
    if (current >= 0.5 && coming < 0.5) return {Outcome::kWithdrawn, *date};
    if (memory.announced) return {};
  }
  if (share(diff.shared, diff.distinct_after) < 0.9) return {};
  return {stated ? Outcome::kInForce : Outcome::kGone, *date};
}

}  // namespace optoutlog::policy::announce
