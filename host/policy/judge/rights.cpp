#include "policy/judge/rights.h"

#include <algorithm>

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
// that it is gone. A right to object to whatever is done covers training, too.
bool may_name_a_right(const std::vector<Sentence>& text, const Vocabulary& vocabulary) {
  using enum Value;
  constexpr Values kAbout = bit(kAi) | bit(kModel) | bit(kTrain) | bit(kImprove) | bit(kDevelop);
  return std::any_of(text.begin(), text.end(), [&](const Sentence& sentence) {
    const Read in = read(sentence.text, vocabulary);
    return in.has(kObjection) || ((in.all & kRights) != 0 && (in.all & kAbout) != 0);
  });
}

}  // namespace

Fate fate(const std::vector<Proposition>& before, const std::vector<Proposition>& after,
          const std::vector<Sentence>& text, const Vocabulary& vocabulary) {
  const Values had = all_of(before), has = all_of(after);
  Fate out;
  out.widened =
      (has & ~had) != 0 && (had & ~has) == 0 && std::any_of(before.begin(), before.end(), trains);
  out.removed = had != 0 && has == 0 && std::any_of(after.begin(), after.end(), trains) &&
                !may_name_a_right(text, vocabulary);
  return out;
}

}  // namespace optoutlog::policy::rights
