#include "policy/judge/judge.h"

#include <algorithm>

#include "policy/judge/announce.h"
#include "policy/judge/clauses.h"
#include "policy/judge/gates.h"

namespace optoutlog::policy {
namespace {

// The judgement that a failed gate makes. True, since it is made then.
bool end(Judgement& judgement, const gates::Failure& failure) {
  judgement.verdict = failure.verdict;
  judgement.reasons.insert(judgement.reasons.begin(), failure.reason);
  return true;
}

// What needs no look at the words: whether the two texts can be compared, and whether a sentence
// changed that was not seen before. True where that makes the judgement.
bool is_settled(Judgement& out, const Memory& memory, const Document& next,
                const gates::Language& language) {
  if (auto failure = gates::text(memory.baseline, language.terms)) {
    failure->verdict = Verdict::kCannotCompare;
    failure->reason.text = "The older text cannot be compared with: " + failure->reason.text;
    failure->reason.name = "before." + failure->reason.name;
    return end(out, *failure);
  }
  if (auto failure = gates::text(next, language.terms)) return end(out, *failure);
  if (next.truncated)
    out.reasons.push_back({"truncated", "Only the first 20,000 sentences of the page were read."});

  out.diff = diff(out.before, out.after, language.terms);
  if (out.diff.empty()) {
    out.reasons.push_back(
        {"no-sentence-changed",
         "Every sentence is the same; only links, markup, numbers of lists or order may differ."});
    return true;
  }
  if (std::find(memory.known.begin(), memory.known.end(), digest_of(next)) != memory.known.end()) {
    out.reasons.push_back({"known-text", "The page is back to a text that was seen before."});
    return true;
  }
  if (language.failure) return end(out, *language.failure);
  return false;
}

// The date that the new text names, and of a doubled page its coming text alone.
void read_coming(Judgement& out, const Memory& memory, const Document& next, const Context& context,
                 const TermList& terms) {
  out.days = announce::days_named(memory.baseline.sentences, next.sentences, context.at, terms);
  // several days are told all, and none of them as *the* day
  if (out.days.size() == 1) out.effect = out.days.front();
  out.dated = out.effect.has_value();
  if (auto coming = announce::coming_text(memory.baseline.sentences, next.sentences, out.effect)) {
    out.doubled = true;
    out.after = std::move(*coming);
    out.diff = diff(out.before, out.after, &terms);
    out.reasons.push_back({"doubled",
                           "The page carries the current and the coming text; the coming one was "
                           "compared with the current one."});
  }
}

// True where no word changed that counts.
bool is_only_form(Judgement& out) {
  if (out.diff.empty() || out.diff.removed + out.diff.added != 0) return false;
  out.reasons.push_back(
      out.diff.spelling > 0
          ? Reason{"spelling-only",
                   clauses::plural(out.diff.spelling, "sentence") + " differ by spelling only."}
          : Reason{"breaks-only",
                   "Only the breaks between sentences moved; the words are the same."});
  return true;
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

// What lowers the trust in a comparison and hides nothing of it. A verdict is there where the text
// is another document rather than a changed one.
struct Doubt {
  Reason reason;
  std::optional<Verdict> verdict;
};

std::optional<Doubt> doubt(const Judgement& out, const Memory& memory, const Document& next,
                           const Context& context, const TermList& terms, bool takes_effect) {
  if (const auto reason = gates::older_language(memory.baseline, terms)) return Doubt{*reason, {}};
  if (const auto failure = gates::identity(context))
    return Doubt{failure->reason, failure->verdict};
  if (!takes_effect)
    if (const auto failure = gates::comparison(memory, next, out.diff, terms))
      return Doubt{failure->reason, failure->verdict};
  if (!takes_effect)
    if (const auto reason = gates::rewritten(memory, next, out.diff, terms))
      return Doubt{*reason, {}};
  if (gates::locale_flipped(out.diff))
    return Doubt{{"locale-flip",
                  "The spelling changed one way all over the text, as when a site answers for "
                  "another region."},
                 {}};
  return std::nullopt;
}

// A text that was written anew, or in another language, words its licence and its AI anew in any
// case: only what it says of training is an alert then.
bool is_rewrite(const Doubt& doubt) {
  return doubt.reason.name == "text-rewritten" || doubt.reason.name.starts_with("before.");
}

bool tells_training(const Judgement& judgement) {
  return std::any_of(judgement.clauses.begin(), judgement.clauses.end(), [](const Clause& clause) {
    return !clause.told && clause.topic == Topic::kTraining;
  });
}

// The judgement under a doubt: what came or went stays told, with less trust.
void apply(Judgement& out, const Doubt& doubt) {
  if (out.verdict == Verdict::kAlert && is_rewrite(doubt) && !tells_training(out))
    out.verdict = Verdict::kMention;
  out.doubtful = true;
  out.right_removed = out.right_widened = false;
  for (Clause& clause : out.clauses) clause.right_removed = false;
  if (doubt.verdict) out.verdict = *doubt.verdict;
  // of a half-loaded page only what it says is told: what it lacks may come yet
  if (out.verdict == Verdict::kCannotCompare) {
    std::erase_if(out.clauses, [](const Clause& clause) { return clause.came.empty(); });
    for (Clause& clause : out.clauses) clause.went.clear();
  }
  std::erase_if(out.reasons, [](const Reason& one) {
    return one.name == "right-removed" || one.name == "right-widened";
  });
  out.reasons.insert(out.reasons.begin(), doubt.reason);
}

// What became of an announcement, where the clauses are no alert.
void tell_announcement(Judgement& out, const announce::Resolution& resolution,
                       const Context& context) {
  using announce::Outcome;
  // a day that is past is no news any more
  const bool ahead = !context.at || resolution.date > *context.at;
  if (resolution.outcome == Outcome::kInForce) {
    out.verdict = Verdict::kInForce;
    if (out.level == 0) out.reasons.clear();
    if (!out.effect) out.effect = Effect{resolution.date, EffectKind::kStated, ""};
    out.reasons.insert(out.reasons.begin(),
                       {"in-force", "What was announced for " + resolution.date.iso() +
                                        " is the text now; the older text is gone."});
  } else if (ahead &&
             (resolution.outcome == Outcome::kWithdrawn || resolution.outcome == Outcome::kGone)) {
    out.verdict = Verdict::kMention;
    out.reasons.insert(
        out.reasons.begin(),
        resolution.outcome == Outcome::kWithdrawn
            ? Reason{"withdrawn", "The text announced for " + resolution.date.iso() +
                                      " is gone and the older one stands alone again."}
            : Reason{"announcement-gone", "The announcement for " + resolution.date.iso() +
                                              " is gone; which of the two texts stayed cannot be "
                                              "told from these two files."});
  }
}

// A day that was told and is still ahead, and that the text does not name any more.
void tell_day(Judgement& out, const Memory& memory, const Document& next, const Context& context,
              const TermList& terms) {
  auto reason = announce::day_changed(memory, next.sentences, out.days, context.at, terms);
  if (!reason) return;
  if (out.verdict == Verdict::kNone) {
    out.verdict = Verdict::kMention;
    out.reasons.insert(out.reasons.begin(), std::move(*reason));
  } else if (out.verdict == Verdict::kMention || out.verdict == Verdict::kAlert) {
    out.reasons.push_back(std::move(*reason));
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
  if (is_settled(out, memory, next, language)) {
    // back to a text that was seen before the day was named
    if (language.terms != nullptr && !language.failure && out.verdict == Verdict::kNone) {
      out.days = announce::days_named(out.before, out.after, context.at, *language.terms);
      if (out.days.size() == 1) out.effect = out.days.front();
      tell_day(out, memory, next, context, *language.terms);
    }
    return out;
  }
  const TermList& terms = *language.terms;
  out.lang_assumed = language.assumed;
  if (!terms.validated)
    out.reasons.push_back(
        {"terms-not-validated",
         "The word list for " + terms.name + " has not been checked against real texts yet."});

  const announce::Resolution resolution =
      announce::resolve(memory, next.sentences, out.diff, terms);
  const bool takes_effect = resolution.outcome != announce::Outcome::kNothing;
  const auto doubtful = doubt(out, memory, next, context, terms, takes_effect);
  if (!doubtful || !doubtful->verdict) read_coming(out, memory, next, context, terms);
  if (is_only_form(out)) {
    if (doubtful && doubtful->verdict) apply(out, *doubtful);
    return out;
  }

  out.clauses = clauses::of(out, memory, terms, takes_effect);
  set_phase(out, context, resolution.outcome == announce::Outcome::kInForce);
  clauses::weigh(out);
  if (doubtful) apply(out, *doubtful);
  if (!doubtful && out.verdict != Verdict::kAlert) tell_announcement(out, resolution, context);
  if (!doubtful && !takes_effect) tell_day(out, memory, next, context, terms);
  return out;
}

Judgement judge_again(std::vector<Sentence> before, std::vector<Sentence> after,
                      const std::set<std::string>& told, const std::optional<Effect>& effect,
                      const std::optional<Reason>& doubt, const TermList& terms) {
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
  out.clauses = clauses::of(out, memory, terms, false);
  clauses::weigh(out);
  if (doubt) apply(out, Doubt{*doubt, {}});
  return out;
}

}  // namespace optoutlog::policy
