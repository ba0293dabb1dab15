#include "policy/judge/rights.h"

#include <algorithm>
#include <unordered_set>

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

// Whether a sentence may name a way out: too little to say that it is there, and enough not to say
// that it is gone. A right to object to whatever is done covers training, too; and a sentence that
// is new, about AI or training and to the reader may name one in words that no list has.
bool may_name_a_right(const std::vector<Sentence>& older, const std::vector<Sentence>& newer,
                      const Vocabulary& vocabulary) {
  using enum Value;
  constexpr Values kSubject = bit(kAi) | bit(kModel) | bit(kTrain) | bit(kTeach),
                   kAbout = kSubject | bit(kImprove) | bit(kDevelop);
  std::unordered_set<std::string_view> known;
  for (const Sentence& sentence : older) known.insert(sentence.key);
  return std::any_of(newer.begin(), newer.end(), [&](const Sentence& sentence) {
    if (detail::is_stopped()) return true;
    const Read in = read(sentence.text, vocabulary);
    const bool may = (in.all & kSubject) != 0 && !known.contains(sentence.key);
    return in.has(kObjection) || ((in.all & kRights) != 0 && (in.all & kAbout) != 0) || may;
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
                !may_name_a_right(older, newer, vocabulary);
  return out;
}

}  // namespace optoutlog::policy::rights
