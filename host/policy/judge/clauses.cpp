#include "policy/judge/clauses.h"

#include <algorithm>
#include <unordered_map>

#include "policy/judge/rights.h"

namespace optoutlog::policy::clauses {
namespace {

constexpr int kAlertLevel = 2;

const Sentence& at(const std::vector<Sentence>& sentences, int index) {
  return sentences[static_cast<std::size_t>(index)];
}

// Propositions by the sentence that makes them; a sentence that stands twice makes them once.
class Bearers {
 public:
  Bearers(const std::vector<Proposition>& propositions, const std::vector<Sentence>& sentences) {
    for (const Proposition& one : propositions)
      by_key_[at(sentences, one.sentence).key].push_back(one);
  }
  std::vector<Proposition> of(const Sentence& sentence) const {
    const auto found = by_key_.find(sentence.key);
    return found == by_key_.end() ? std::vector<Proposition>() : found->second;
  }

 private:
  std::unordered_map<std::string_view, std::vector<Proposition>> by_key_;
};

bool names_right(const std::vector<Proposition>& propositions) {
  return std::any_of(propositions.begin(), propositions.end(),
                     [](const Proposition& one) { return one.rights() != 0; });
}

// Level and topic of the clause; false where it says nothing that came or went.
bool rate(Clause& clause, const Judgement& judgement, const TermList& terms) {
  const auto take = [&](const Proposition& one) {
    if (clause.level == 0 || one.level() > clause.level ||
        (one.level() == clause.level && one.topic < clause.topic))
      clause.topic = one.topic;
    clause.level = std::max(clause.level, one.level());
  };
  for (const Proposition& one : clause.came) take(one);
  for (const Proposition& one : clause.went) take(one);
  const auto& side = clause.after >= 0 ? judgement.after : judgement.before;
  clause.score = score(at(side, clause.after >= 0 ? clause.after : clause.before).text, terms);
  if (clause.level > 0) return true;
  return false;
}

}  // namespace

std::vector<Clause> of(Judgement& judgement, const Memory& memory, const TermList& terms,
                       bool takes_effect) {
  std::vector<Clause> out;
  const Vocabulary* vocabulary = vocabulary_for(terms.language);
  if (vocabulary == nullptr) return out;
  const auto old = propositions_of(judgement.before, *vocabulary),
             now = propositions_of(judgement.after, *vocabulary);
  const Bearers came(beyond(now, old), judgement.after), went(beyond(old, now), judgement.before);
  const rights::Fate fate = rights::fate(old, now, judgement.before, judgement.after, *vocabulary);
  for (const Change& change : judgement.diff.changes) {
    if (change.spelling || change.resegmented) continue;
    if (takes_effect && change.after < 0) continue;  // the text that ended
    Clause clause;
    clause.before = change.before;
    clause.after = change.after;
    if (change.after >= 0) clause.came = came.of(at(judgement.after, change.after));
    if (change.before >= 0) clause.went = went.of(at(judgement.before, change.before));
    if (!rate(clause, judgement, terms)) continue;
    clause.right_removed =
        fate.removed && std::any_of(clause.went.begin(), clause.went.end(),
                                    [](const Proposition& one) { return one.rights() != 0; });
    clause.told = change.after >= 0
                      ? memory.told.contains("+" + at(judgement.after, change.after).key)
                      : memory.told.contains("-" + at(judgement.before, change.before).key);
    out.push_back(std::move(clause));
  }
  judgement.right_widened =
      fate.widened && std::any_of(out.begin(), out.end(), [](const Clause& clause) {
        return !clause.told && names_right(clause.came);
      });
  std::stable_sort(out.begin(), out.end(), [](const Clause& a, const Clause& b) {
    if (a.told != b.told) return b.told;
    if (a.right_removed != b.right_removed) return a.right_removed;
    if (a.level != b.level) return a.level > b.level;
    return a.topic < b.topic;
  });
  return out;
}

void weigh(Judgement& judgement) {
  std::size_t alerting = 0, told = 0, removed = 0;
  for (const Clause& clause : judgement.clauses) {
    if (clause.told) {
      told += clause.level >= kAlertLevel;
      continue;
    }
    judgement.level = std::max(judgement.level, clause.level);
    alerting += clause.level >= kAlertLevel;
    removed += clause.right_removed;
  }
  judgement.right_removed = removed > 0;
  if (judgement.right_widened)
    judgement.reasons.push_back(
        {"right-widened", "A way out of training is named that was not named before."});
  if (removed > 0)
    judgement.reasons.push_back(
        {"right-removed", plural(removed, "sentence") +
                              " that named a choice of yours about AI no longer stand there."});
  if (alerting > 0) {
    judgement.verdict = Verdict::kAlert;
    judgement.reasons.push_back(
        {"clause-changed", plural(alerting, "changed sentence") +
                               " about AI training, a content licence or prompts."});
    if (judgement.effect)
      judgement.reasons.push_back(
          {"dated", "The new text names " + judgement.effect->date.iso() + " as its day."});
    else
      judgement.reasons.push_back(
          {"undated", "The new text names no one day that can be that of this change."});
  } else if (judgement.level == 1) {
    judgement.verdict = Verdict::kMention;
    judgement.reasons.push_back({"mention",
                                 "AI or sharing for others' development is mentioned in changed "
                                 "sentences, without training, licence or a choice of yours."});
  } else if (told > 0) {
    judgement.verdict = Verdict::kMention;
    judgement.reasons.push_back(
        {"already-told", "The clauses are those that an earlier alert already showed."});
  } else {
    judgement.reasons.push_back(
        {"no-ai-wording",
         plural(judgement.diff.removed + judgement.diff.added, "changed sentence") +
             ", and no wording about AI, a content licence or prompts found in them."});
  }
}

void remember_told(Memory& memory, const Judgement& judgement) {
  if (judgement.verdict != Verdict::kAlert) return;
  for (const Clause& clause : judgement.clauses) {
    if (clause.after >= 0) memory.told.insert("+" + at(judgement.after, clause.after).key);
    if (clause.before >= 0) memory.told.insert("-" + at(judgement.before, clause.before).key);
  }
}

std::string plural(std::size_t count, const char* word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

}  // namespace optoutlog::policy::clauses
