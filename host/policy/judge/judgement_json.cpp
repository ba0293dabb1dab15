#include "policy/judge/judgement_json.h"

#include "base/sha256.h"
#include "policy/judge/said.h"

namespace optoutlog::policy {
namespace {

using Json = nlohmann::ordered_json;

const char* op_of(int before, int after) {
  return before < 0 ? "added" : after < 0 ? "removed" : "changed";
}

Json text_of(const std::vector<Sentence>& sentences, int index) {
  return index < 0 ? Json(nullptr) : Json(sentences[static_cast<std::size_t>(index)].text);
}

Json words_of(const std::vector<WordRun>& runs) {
  static constexpr const char* kOps[] = {"same", "removed", "added"};
  Json out = Json::array();
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
Json proposition_json(const Proposition& one, bool came) {
  Json slots = Json::array();
  for (std::size_t i = 0; i < kValueNames.size(); ++i)
    if ((one.values & (Values{1} << i)) != 0) slots.push_back(kValueNames[i]);
  return {{"topic", name_of(one.topic)},
          {"negated", one.is_denied},
          {"slots", slots},
          {"said", said(one, came)}};
}

Json propositions_json(const std::vector<Proposition>& propositions, bool came) {
  Json out = Json::array();
  for (const Proposition& one : propositions) out.push_back(proposition_json(one, came));
  return out;
}

Json clause_json(const Judgement& judgement, const Clause& clause) {
  Json hits = Json::array();
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
               ? Json(side[static_cast<std::size_t>(at)].text)
               : Json(nullptr);
  };
  return {{"op", op_of(clause.before, clause.after)},
          {"level", clause.level},
          {"right_removed", clause.right_removed},
          {"told", clause.told},
          {"old", text_of(judgement.before, clause.before)},
          {"new", text_of(judgement.after, clause.after)},
          {"words", change == nullptr ? Json::array() : words_of(change->words)},
          {"context", {{"before", neighbour(index - 1)}, {"after", neighbour(index + 1)}}},
          {"hits", hits},
          {"topic", name_of(clause.topic)},
          {"came", propositions_json(clause.came, true)},
          {"went", propositions_json(clause.went, false)}};
}

}  // namespace

Json to_json(const Document& document) {
  return {{"title", document.title.empty() ? Json(nullptr) : Json(document.title)},
          {"declared_lang", document.lang.empty() ? Json(nullptr) : Json(document.lang)},
          {"sentences", document.sentences.size()},
          {"sha256", sha256_hex(document.text())},
          {"extractor", kExtractorVersion}};
}

Json to_json(const Judgement& judgement, Detail detail) {
  Json reasons = Json::array();
  for (const Reason& reason : judgement.reasons)
    reasons.push_back({{"name", reason.name}, {"text", reason.text}});
  Json days = Json::array();
  for (const Effect& day : judgement.days) days.push_back(day.date.iso());
  Json out = {{"verdict", name_of(judgement.verdict)},
              {"level", judgement.level},
              {"right_removed", judgement.right_removed},
              {"phase", judgement.phase.empty() ? Json(nullptr) : Json(judgement.phase)},
              {"effective", judgement.effect ? Json(judgement.effect->date.iso()) : Json(nullptr)},
              {"effective_sentence", judgement.effect && !judgement.effect->sentence.empty()
                                         ? Json(judgement.effect->sentence)
                                         : Json(nullptr)},
              {"confirm", judgement.verdict == Verdict::kAlert},
              {"doubled", judgement.doubled},
              {"reasons", reasons},
              {"right_widened", judgement.right_widened},
              {"confidence", judgement.doubtful ? "low" : "high"},
              {"days", days},
              {"lang", judgement.lang.empty() ? Json(nullptr) : Json(judgement.lang)},
              {"lang_assumed", judgement.lang_assumed},
              {"terms_validated", judgement.validated},
              {"counts",
               {{"removed", judgement.diff.removed},
                {"added", judgement.diff.added},
                {"spelling", judgement.diff.spelling},
                {"breaks", judgement.diff.resegmented},
                {"shared", judgement.diff.shared}}}};
  if (detail == Detail::kSummary) return out;
  out["clauses"] = Json::array();
  for (const Clause& clause : judgement.clauses)
    out["clauses"].push_back(clause_json(judgement, clause));
  if (detail == Detail::kClauses) return out;
  out["changes"] = Json::array();
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
