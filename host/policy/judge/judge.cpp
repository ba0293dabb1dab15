#include "policy/judge/judge.h"

#include <algorithm>

#include "base/sha256.h"
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
bool is_settled(Judgement& out, const Memory& memory, const Document& next, const Context& context,
                const gates::Language& language) {
  if (auto failure = gates::text(memory.baseline, language.terms)) {
    failure->verdict = Verdict::kCannotCompare;
    failure->reason.text = "The older text cannot be compared with: " + failure->reason.text;
    failure->reason.name = "before." + failure->reason.name;
    return end(out, *failure);
  }
  if (auto failure = gates::text(next, language.terms)) return end(out, *failure);

  out.diff = diff(out.before, out.after, language.terms);
  if (out.diff.empty()) {
    out.reasons.push_back(
        {"no-sentence-changed",
         "Every sentence is the same; only links, markup, numbers of lists or order may differ."});
    return true;
  }
  if (const auto failure = gates::identity(memory, next, context)) return end(out, *failure);
  if (std::find(memory.known.begin(), memory.known.end(), digest_of(next)) != memory.known.end()) {
    out.reasons.push_back({"known-text", "The page is back to a text that was seen before."});
    return true;
  }
  if (language.failure) return end(out, *language.failure);
  return false;
}

// The date that the new text names, and of a doubled page its coming text alone.
void read_coming(Judgement& out, const Memory& memory, const Document& next,
                 const TermList& terms) {
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

// The spelling of another region all over the text.
void doubt_locale(Judgement& out) {
  // A quiet change stays quiet; a loud one may be the other region's wording and cannot be told
  // as a change.
  if (out.level > 0) out.verdict = Verdict::kNewBaseline;
  out.reasons.insert(out.reasons.begin(),
                     {"locale-flip",
                      "The spelling changed one way all over the text, as when a site answers "
                      "for another region" +
                          std::string(out.level > 0 ? ": comparing starts anew." : ".")});
}

// What became of an announcement, where the clauses are no alert.
void tell_announcement(Judgement& out, const Memory& memory,
                       const announce::Resolution& resolution) {
  using announce::Outcome;
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
  if (is_settled(out, memory, next, context, language)) return out;
  const TermList& terms = *language.terms;
  out.lang_assumed = language.assumed;
  if (!terms.validated)
    out.reasons.push_back(
        {"terms-not-validated",
         "The word list for " + terms.name + " has not been checked against real texts yet."});

  const announce::Resolution resolution =
      announce::resolve(memory, next.sentences, out.diff, terms);
  const bool takes_effect = resolution.outcome != announce::Outcome::kNothing;
  if (!takes_effect) {
    if (const auto failure = gates::comparison(memory, next, out.diff, terms)) {
      end(out, *failure);
      return out;
    }
  }

  read_coming(out, memory, next, terms);
  if (is_only_form(out)) return out;

  out.clauses = clauses::of(out, memory, terms, takes_effect);
  set_phase(out, context, resolution.outcome == announce::Outcome::kInForce);
  clauses::weigh(out);
  if (gates::locale_flipped(out.diff))
    doubt_locale(out);
  else if (out.verdict != Verdict::kAlert)
    tell_announcement(out, memory, resolution);
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
  out.clauses = clauses::of(out, memory, terms, false);
  clauses::weigh(out);
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
  clauses::remember_told(memory, judgement);
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
