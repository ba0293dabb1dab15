#include "policy/judge/judge.h"

#include <algorithm>

#include "base/sha256.h"
#include "policy/judge/announce.h"
#include "policy/judge/gates.h"

namespace optoutlog::policy {
namespace {

constexpr int kAlertLevel = 2;

const Sentence& at(const std::vector<Sentence>& sentences, int index) {
  return sentences[static_cast<std::size_t>(index)];
}

std::string plural(std::size_t count, const char* word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

Judgement ended(Judgement&& judgement, const gates::Failure& failure) {
  judgement.verdict = failure.verdict;
  judgement.reasons.insert(judgement.reasons.begin(), failure.reason);
  return std::move(judgement);
}

// The clauses among the changed sentences. `takes_effect` leaves out what an announcement already
// told.
std::vector<Clause> clauses_of(const Judgement& judgement, const Memory& memory,
                               const TermList& terms, bool takes_effect) {
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

void set_phase(Judgement& judgement, const Context& context, bool in_force) {
  if (in_force)
    judgement.phase = "in-force";
  else if (!judgement.effect)
    return;
  else if (context.at)
    judgement.phase = judgement.effect->date > *context.at ? "announced" : "in-force";
  else if (judgement.effect->kind != EffectKind::kStated)
    judgement.phase = "announced";
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

}  // namespace

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kAlert:
      return "alert";
    case Verdict::kMention:
      return "mention";
    case Verdict::kNone:
      return "none";
    case Verdict::kInForce:
      return "in-force";
    case Verdict::kNewBaseline:
      return "new-baseline";
    case Verdict::kCannotCompare:
      return "cannot-compare";
  }
  return "cannot-compare";
}

std::string digest_of(const Document& document) {
  std::string keys;
  for (const Sentence& sentence : document.sentences) (keys += sentence.key) += '\n';
  return sha256_hex(keys);
}

std::optional<Reason> refused_as_baseline(const Document& document, const Context& context) {
  const gates::Language language = gates::language(document, context);
  if (auto failure = gates::text(document, language.terms)) return failure->reason;
  if (language.failure && language.failure->reason.name == "language-mismatch")
    return language.failure->reason;
  if (language.terms != nullptr && gates::anchors(document, *language.terms) == 0)
    return Reason{
        "not-a-policy",
        "No word of a policy stands in the text: probably another page than the document."};
  return std::nullopt;
}

Judgement judge(const Memory& memory, const Document& next, const Context& context) {
  Judgement out;
  out.before = memory.baseline.sentences;
  out.after = next.sentences;
  const gates::Language language = gates::language(next, context);
  if (language.terms != nullptr) {
    out.lang = language.terms->language;
    out.validated = language.terms->validated;
  }
  if (auto failure = gates::text(memory.baseline, language.terms)) {
    failure->verdict = Verdict::kCannotCompare;
    failure->reason.text = "The older text cannot be compared with: " + failure->reason.text;
    failure->reason.name = "before." + failure->reason.name;
    return ended(std::move(out), *failure);
  }
  if (auto failure = gates::text(next, language.terms)) return ended(std::move(out), *failure);

  out.diff = diff(out.before, out.after, language.terms);
  if (out.diff.empty()) {
    out.reasons.push_back(
        {"no-sentence-changed",
         "Every sentence is the same; only links, markup, numbers of lists or order may differ."});
    return out;
  }
  if (const auto failure = gates::identity(memory, next, context))
    return ended(std::move(out), *failure);
  if (std::find(memory.known.begin(), memory.known.end(), digest_of(next)) != memory.known.end()) {
    out.reasons.push_back({"known-text", "The page is back to a text that was seen before."});
    return out;
  }
  if (language.failure) return ended(std::move(out), *language.failure);
  const TermList& terms = *language.terms;
  out.lang_assumed = language.assumed;
  if (!terms.validated)
    out.reasons.push_back(
        {"terms-not-validated",
         "The word list for " + terms.name + " has not been checked against real texts yet."});

  const announce::Resolution resolution =
      announce::resolve(memory, next.sentences, out.diff, terms);
  const bool takes_effect = resolution.outcome != announce::Outcome::kNothing;
  if (!takes_effect)
    if (const auto failure = gates::comparison(memory, next, out.diff, terms))
      return ended(std::move(out), *failure);

  const auto fresh = announce::fresh_effects(memory.baseline.sentences, next.sentences, terms);
  out.effect = best_effect(fresh);
  out.dated = out.effect.has_value();
  if (auto coming = announce::coming_text(memory.baseline.sentences, next.sentences, out.effect)) {
    out.doubled = true;
    out.after = std::move(*coming);
    out.diff = diff(out.before, out.after, &terms);
    out.reasons.push_back({"doubled",
                           "The page carries the current and the coming text; the coming one was "
                           "compared with the current one."});
  }
  if (!out.diff.empty() && out.diff.removed + out.diff.added == 0) {
    out.reasons.push_back(
        out.diff.spelling > 0
            ? Reason{"spelling-only",
                     plural(out.diff.spelling, "sentence") + " differ by spelling only."}
            : Reason{"breaks-only",
                     "Only the breaks between sentences moved; the words are the same."});
    return out;
  }
  out.clauses = clauses_of(out, memory, terms, takes_effect);
  using announce::Outcome;
  set_phase(out, context, resolution.outcome == Outcome::kInForce);
  weigh(out);
  if (gates::locale_flipped(out.diff)) {
    // A quiet change stays quiet; a loud one may be the other region's wording and cannot be told
    // as a change.
    if (out.level > 0) out.verdict = Verdict::kNewBaseline;
    out.reasons.insert(out.reasons.begin(),
                       {"locale-flip",
                        "The spelling changed one way all over the text, as when a site answers "
                        "for another region" +
                            std::string(out.level > 0 ? ": comparing starts anew." : ".")});
    return out;
  }
  if (out.verdict == Verdict::kAlert) return out;

  if (resolution.outcome == Outcome::kInForce) {
    out.verdict = Verdict::kInForce;
    if (out.level == 0) out.reasons.clear();
    if (!out.effect) out.effect = Effect{resolution.date, EffectKind::kStated, ""};
    out.reasons.insert(out.reasons.begin(),
                       {"in-force", "What was announced for " + resolution.date.iso() +
                                        " is the text now; the older text is gone."});
  } else if (resolution.outcome == Outcome::kWithdrawn || resolution.outcome == Outcome::kGone) {
    out.verdict = Verdict::kMention;
    out.reasons.insert(
        out.reasons.begin(),
        resolution.outcome == Outcome::kWithdrawn
            ? Reason{"withdrawn", "The text announced for " + resolution.date.iso() +
                                      " is gone and the older one stands alone again."}
            : Reason{"announcement-gone", "The announcement for " + resolution.date.iso() +
                                              " is gone; which of the two texts stayed cannot be "
                                              "told from these two files."});
  } else if (out.effect && memory.effect && out.effect->date != memory.effect->date &&
             !memory.told.empty() && out.verdict == Verdict::kMention) {
    out.reasons.push_back({"date-moved", "The day is " + out.effect->date.iso() + " now, it was " +
                                             memory.effect->date.iso() + "."});
  }
  return out;
}

Judgement judge_again(std::vector<Sentence> before, std::vector<Sentence> after,
                      const std::set<std::string>& told, const std::optional<Effect>& effect,
                      const TermList& terms) {
  Judgement out;
  out.before = std::move(before);
  out.after = std::move(after);
  out.lang = terms.language;
  out.validated = terms.validated;
  out.effect = effect;
  out.dated = effect.has_value();
  out.diff = diff(out.before, out.after, &terms);
  Memory memory;
  memory.told = told;
  out.clauses = clauses_of(out, memory, terms, false);
  weigh(out);
  return out;
}

void remember(Memory& memory, const Document& next, const Judgement& judgement) {
  if (judgement.verdict == Verdict::kCannotCompare) return;
  const auto know = [&](const Document& document) {
    const std::string digest = digest_of(document);
    std::erase(memory.known, digest);
    memory.known.push_back(digest);
    if (memory.known.size() > kMaxKnown) memory.known.erase(memory.known.begin());
  };
  if (judgement.verdict == Verdict::kAlert) {
    for (const Clause& clause : judgement.clauses) {
      if (clause.after >= 0) memory.told.insert("+" + at(judgement.after, clause.after).key);
      if (clause.before >= 0) memory.told.insert("-" + at(judgement.before, clause.before).key);
    }
  }
  if (judgement.effect && judgement.verdict != Verdict::kNone) memory.effect = judgement.effect;
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
