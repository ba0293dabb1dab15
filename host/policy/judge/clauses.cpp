#include "policy/judge/clauses.h"

#include <algorithm>

namespace optoutlog::policy::clauses {
namespace {

constexpr int kAlertLevel = 2;

const Sentence& at(const std::vector<Sentence>& sentences, int index) {
  return sentences[static_cast<std::size_t>(index)];
}

}  // namespace

std::vector<Clause> of(const Judgement& judgement, const Memory& memory, const TermList& terms,
                       bool takes_effect) {
  std::vector<Clause> out;
  for (const Change& change : judgement.diff.changes) {
    if (change.spelling || change.resegmented) continue;
    Clause clause{change.before, change.after, 0, false, false, false, {}};
    const Score gone =
        change.before < 0 ? Score{} : score(at(judgement.before, change.before).text, terms);
    const Score came =
        change.after < 0 ? Score{} : score(at(judgement.after, change.after).text, terms);
    if (takes_effect && change.after < 0) continue;  // the text that ended
    clause.level = std::max(gone.level, came.level);
    if (clause.level == 0) continue;
    clause.score = came.level >= gone.level && change.after >= 0 ? came : gone;
    const auto same_term = [](const Hit& a, const Hit& b) {
      return a.group == b.group && a.term == b.term;
    };
    clause.same_hits = change.before >= 0 && change.after >= 0 &&
                       std::equal(gone.hits.begin(), gone.hits.end(), came.hits.begin(),
                                  came.hits.end(), same_term);
    clause.right_removed =
        gone.level == 3 && gone.right && !(came.right && came.level >= kAlertLevel);
    // An announcement ("on 3 November we are updating …") that is taken down after its day is no
    // right that vanished.
    if (change.after < 0 && effect_of(at(judgement.before, change.before).text, terms)) {
      clause.level = 1;
      clause.right_removed = false;
    }
    const bool told_added =
        change.after < 0 || memory.told.contains("+" + at(judgement.after, change.after).key);
    const bool told_removed =
        change.before < 0 || memory.told.contains("-" + at(judgement.before, change.before).key);
    clause.told = change.after >= 0 ? told_added : told_removed;
    out.push_back(std::move(clause));
  }
  std::stable_sort(out.begin(), out.end(), [](const Clause& a, const Clause& b) {
    if (a.told != b.told) return b.told;
    if (a.right_removed != b.right_removed) return a.right_removed;
    if (a.level != b.level) return a.level > b.level;
    return !a.same_hits && b.same_hits;
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
          {"undated",
           "The new text names no day: the watch tells it once a second look has confirmed it."});
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
