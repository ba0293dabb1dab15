#include "policy/judge/judgement_json.h"

#include "base/sha256.h"
#include "policy/judge/said.h"

namespace optoutlog::policy {
namespace {

const char* op_of(int before, int after) {
  return before < 0 ? "added" : after < 0 ? "removed" : "changed";
}

json text_of(const std::vector<Sentence>& sentences, int index) {
  return index < 0 ? json(nullptr) : json(sentences[static_cast<std::size_t>(index)].text);
}

json words_of(const std::vector<WordRun>& runs) {
  static constexpr const char* kOps[] = {"same", "removed", "added"};
  json out = json::array();
  for (const WordRun& run : runs)
    out.push_back({{"op", kOps[static_cast<int>(run.op)]}, {"text", run.text}});
  return out;
}

const Change* change_of(const Judgement& judgement, const Clause& clause) {
  for (const Change& change : judgement.diff.changes)
    if (change.before == clause.before && change.after == clause.after) return &change;
  return nullptr;
}

// A proposition as its slots, and the sentence made of them.
json proposition_json(const Proposition& one, bool came) {
  json slots = json::array();
  for (std::size_t i = 0; i < kValueNames.size(); ++i)
    if ((one.values & (Values{1} << i)) != 0) slots.push_back(kValueNames[i]);
  return {{"topic", name_of(one.topic)},
          {"negated", one.is_denied},
          {"slots", slots},
          {"said", said(one, came)}};
}

json propositions_json(const std::vector<Proposition>& propositions, bool came) {
  json out = json::array();
  for (const Proposition& one : propositions) out.push_back(proposition_json(one, came));
  return out;
}

json clause_json(const Judgement& judgement, const Clause& clause) {
  json hits = json::array();
  for (const Hit& hit : clause.score.hits)
    hits.push_back({{"group", kGroupNames[static_cast<std::size_t>(hit.group)]},
                    {"term", hit.term},
                    {"words", hit.words}});
  const Change* change = change_of(judgement, clause);
  // One sentence of context on either side, from the version that still has the clause.
  const auto& side = clause.after >= 0 ? judgement.after : judgement.before;
  const int index = clause.after >= 0 ? clause.after : clause.before;
  const auto neighbour = [&](int at) {
    return at >= 0 && at < static_cast<int>(side.size())
               ? json(side[static_cast<std::size_t>(at)].text)
               : json(nullptr);
  };
  return {{"op", op_of(clause.before, clause.after)},
          {"level", clause.level},
          {"right_removed", clause.right_removed},
          {"told", clause.told},
          {"old", text_of(judgement.before, clause.before)},
          {"new", text_of(judgement.after, clause.after)},
          {"words", change == nullptr ? json::array() : words_of(change->words)},
          {"context", {{"before", neighbour(index - 1)}, {"after", neighbour(index + 1)}}},
          {"hits", hits},
          {"topic", name_of(clause.topic)},
          {"came", propositions_json(clause.came, true)},
          {"went", propositions_json(clause.went, false)}};
}

}  // namespace

json to_json(const Document& document) {
  return {{"title", document.title.empty() ? json(nullptr) : json(document.title)},
          {"declared_lang", document.lang.empty() ? json(nullptr) : json(document.lang)},
          {"sentences", document.sentences.size()},
          {"sha256", sha256_hex(document.text())},
          {"extractor", kExtractorVersion}};
}

json to_json(const Judgement& judgement, Detail detail) {
  json reasons = json::array();
  for (const Reason& reason : judgement.reasons)
    reasons.push_back({{"name", reason.name}, {"text", reason.text}});
  json days = json::array();
  for (const Effect& day : judgement.days) days.push_back(day.date.iso());
  json out = {{"verdict", name_of(judgement.verdict)},
              {"level", judgement.level},
              {"right_removed", judgement.right_removed},
              {"phase", judgement.phase.empty() ? json(nullptr) : json(judgement.phase)},
              {"effective", judgement.effect ? json(judgement.effect->date.iso()) : json(nullptr)},
              {"effective_sentence", judgement.effect && !judgement.effect->sentence.empty()
                                         ? json(judgement.effect->sentence)
                                         : json(nullptr)},
              {"confirm", judgement.verdict == Verdict::kAlert},
              {"doubled", judgement.doubled},
              {"reasons", reasons},
              {"right_widened", judgement.right_widened},
              {"confidence", judgement.doubtful ? "low" : "high"},
              {"days", days},
              {"lang", judgement.lang.empty() ? json(nullptr) : json(judgement.lang)},
              {"lang_assumed", judgement.lang_assumed},
              {"terms_validated", judgement.validated},
              {"counts",
               {{"removed", judgement.diff.removed},
                {"added", judgement.diff.added},
                {"spelling", judgement.diff.spelling},
                {"breaks", judgement.diff.resegmented},
                {"shared", judgement.diff.shared}}}};
  if (detail == Detail::kSummary) return out;
  out["clauses"] = json::array();
  for (const Clause& clause : judgement.clauses)
    out["clauses"].push_back(clause_json(judgement, clause));
  if (detail == Detail::kClauses) return out;
  out["changes"] = json::array();
  for (const Change& change : judgement.diff.changes)
    out["changes"].push_back({{"op", op_of(change.before, change.after)},
                              {"kind", change.spelling      ? "spelling"
                                       : change.resegmented ? "breaks"
                                                            : "words"},
                              {"old", text_of(judgement.before, change.before)},
                              {"new", text_of(judgement.after, change.after)},
                              {"words", words_of(change.words)}});
  return out;
}

}  // namespace optoutlog::policy
