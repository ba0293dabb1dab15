// What is remembered of a document from one judgement to the next.
#include <algorithm>

#include "base/sha256.h"
#include "policy/judge/announce.h"
#include "policy/judge/clauses.h"

namespace optoutlog::policy {

std::string digest_of(const Document& document) {
  std::string keys;
  for (const Sentence& sentence : document.sentences) (keys += sentence.key) += '\n';
  return sha256_hex(keys);
}

std::string fingerprint(const Judgement& judgement) {
  std::string all = name_of(judgement.verdict);
  if (judgement.doubtful && !judgement.reasons.empty()) all += judgement.reasons.front().name;
  std::set<std::string> clauses;
  for (const Clause& clause : judgement.clauses) {
    if (clause.told || clause.level < 2) continue;
    for (const Proposition& one : clause.came) clauses.insert("+" + one.key());
    for (const Proposition& one : clause.went) clauses.insert("-" + one.key());
  }
  for (const std::string& clause : clauses) (all += '\n') += clause;
  return sha256_hex(all);
}

bool outlasted(Memory& memory, const Document& next, Judgement& judgement, std::int64_t now) {
  constexpr int kTimes = 3;
  constexpr std::int64_t kLong = 7LL * 24 * 3'600 * 1'000;
  // A page without a text of its own is refused for good; all others may be the text by now.
  static constexpr std::string_view kHeal[] = {"collapsed", "no-anchor", "language-mismatch"};
  if (judgement.reasons.empty()) return false;
  const std::string& reason = judgement.reasons.front().name;
  const bool heals = reason.starts_with("before.") ||
                     std::find(std::begin(kHeal), std::end(kHeal), reason) != std::end(kHeal);
  const std::size_t count = next.sentences.size();
  auto& refused = memory.refused;
  const bool alike = refused && refused->reason == reason && count * 10 >= refused->sentences * 9 &&
                     count * 9 <= refused->sentences * 10;
  if (!alike) refused = Memory::Refused{reason, count, 0, now};
  ++refused->times;
  if (!heals || refused->times < kTimes || now - refused->since < kLong) return false;
  judgement.verdict = Verdict::kNewBaseline;
  judgement.doubtful = true;
  judgement.reasons.insert(judgement.reasons.begin(),
                           {"outlasted", "This text was refused " + std::to_string(refused->times) +
                                             " times over a week, alike each time: it is the text "
                                             "to compare with from now on."});
  return true;
}

void remember(Memory& memory, const Document& next, const Judgement& judgement) {
  if (judgement.verdict == Verdict::kCannotCompare) return;
  memory.refused.reset();
  const auto know = [&](const Document& document) {
    const std::string digest = digest_of(document);
    std::erase(memory.known, digest);
    memory.known.push_back(digest);
    if (memory.known.size() > kMaxKnown) memory.known.erase(memory.known.begin());
  };
  clauses::remember_told(memory, judgement);
  const bool day_changed =
      std::any_of(judgement.reasons.begin(), judgement.reasons.end(), [](const Reason& reason) {
        return reason.name == "date-moved" || reason.name == "date-gone";
      });
  if (day_changed || (judgement.effect && judgement.verdict != Verdict::kNone))
    memory.effect = judgement.effect;
  if (judgement.doubled && judgement.effect)
    memory.announced =
        announce::announced(judgement.before, judgement.after, judgement.effect->date);
  else if (!judgement.diff.empty() &&
           next.sentences.size() * 4 < memory.baseline.sentences.size() * 3)
    memory.announced.reset();
  know(memory.baseline);
  know(next);
  memory.baseline = next;
}

}  // namespace optoutlog::policy
