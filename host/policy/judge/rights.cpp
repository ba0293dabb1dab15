#include "policy/judge/rights.h"

#include <algorithm>
#include <cstdlib>
#include <unordered_set>

#include "policy/judge/claims.h"

namespace optoutlog::policy::rights {
namespace {

Values all_of(const std::vector<Proposition>& propositions) {
  Values out = 0;
  for (const Proposition& one : propositions) out |= one.rights();
  return out;
}

bool trains(const Proposition& one) {
  return one.topic == Topic::kTraining && !one.is_denied;
}

constexpr int kBeside = 3;  // sentences: "You can stop this in your profile."

// The sentence stands beside one that says that training is done.
bool is_beside(int sentence, const std::vector<Proposition>& all) {
  return std::any_of(all.begin(), all.end(), [&](const Proposition& one) {
    return trains(one) && std::abs(one.sentence - sentence) <= kBeside;
  });
}

// Whether a sentence may name a way out: too little to say that it is there, and enough not to say
// that it is gone. A right to object to whatever is done covers training, too; and a sentence that
// is new and about AI or training, or beside one that is, or about what the reader wishes, may name
// one in words that no list has.
bool may_name_a_right(const std::vector<Sentence>& older, const std::vector<Sentence>& newer,
                      const std::vector<Proposition>& after, const Vocabulary& vocabulary) {
  using enum Value;
  constexpr Values kSubject = bit(kAi) | bit(kModel) | bit(kTrain) | bit(kTeach),
                   kAbout = kSubject | bit(kImprove) | bit(kDevelop);
  std::unordered_set<std::string_view> known;
  for (const Sentence& sentence : older) known.insert(sentence.key);
  int at = -1;
  return std::any_of(newer.begin(), newer.end(), [&](const Sentence& sentence) {
    ++at;
    if (detail::is_stopped()) return true;
    const Read in = read(sentence.text, vocabulary);
    if (claims::refuses(in, vocabulary)) return false;
    const bool may = !known.contains(sentence.key) &&
                     ((in.all & (kSubject | kRights | bit(kWish))) != 0 || is_beside(at, after));
    return in.has(kObjection) || in.has(kSame) ||
           ((in.all & kRights) != 0 && (in.all & kAbout) != 0) || may;
  });
}

}  // namespace

Fate fate(const std::vector<Proposition>& before, const std::vector<Proposition>& after,
          const std::vector<Sentence>& older, const std::vector<Sentence>& newer,
          const Vocabulary& vocabulary) {
  const Values had = all_of(before), has = all_of(after);
  Fate out;
  out.widened =
      (has & ~had) != 0 && (had & ~has) == 0 && std::any_of(before.begin(), before.end(), trains);
  out.removed = had != 0 && has == 0 && std::any_of(after.begin(), after.end(), trains) &&
                !may_name_a_right(older, newer, after, vocabulary);
  return out;
}

}  // namespace optoutlog::policy::rights
