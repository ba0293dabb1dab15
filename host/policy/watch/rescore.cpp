#include "policy/watch/rescore.h"

#include <algorithm>

#include "base/json.h"
#include "policy/judge/judgement_json.h"
#include "policy/judge/memory_json.h"

namespace optoutlog::policy {
namespace {

constexpr const char* kSetting = "terms";

// Reasons that say what the words came to; all others are about the page and its day and stay.
bool is_of_the_score(const std::string& name) {
  static constexpr std::string_view kNames[] = {"right-removed", "right-widened", "clause-changed",
                                                "dated",         "undated",       "mention",
                                                "already-told",  "no-ai-wording", "rescored"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

std::string key_of(const std::vector<Sentence>& sentences, const json& text) {
  for (const Sentence& sentence : sentences)
    if (text.is_string() && sentence.text == text.get_ref<const std::string&>())
      return sentence.key;
  return {};
}

// The clauses that an earlier change had told, as Memory keeps them.
std::set<std::string> told_before(const json& judgement, const std::vector<Sentence>& before,
                                  const std::vector<Sentence>& after) {
  std::set<std::string> out;
  for (const json& clause : judgement.at("clauses")) {
    if (!clause.at("told").get<bool>()) continue;
    out.insert("+" + key_of(after, clause.at("new")));
    out.insert("-" + key_of(before, clause.at("old")));
  }
  return out;
}

std::optional<Effect> effect_in(const json& judgement) {
  const json& day = judgement.at("effective");
  if (!day.is_string()) return std::nullopt;
  const auto date = parse_iso(day.get<std::string>());
  const json& sentence = judgement.at("effective_sentence");
  if (!date) return std::nullopt;
  return Effect{*date, EffectKind::kFuture,
                sentence.is_string() ? sentence.get<std::string>() : ""};
}

// What lowered the trust in the comparison: the first reason.
std::optional<Reason> doubt_in(const json& judgement) {
  const json& reasons = judgement.at("reasons");
  if (judgement.value("confidence", "high") != "low" || reasons.empty()) return std::nullopt;
  return Reason{reasons[0].at("name"), reasons[0].at("text")};
}

void tell_no_more(Store& store, const std::string& document, const Judgement& judgement) {
  Look look = store.look(document);
  if (!look.has_baseline) return;
  const auto before = look.memory.told;
  for (const Clause& clause : judgement.clauses) {
    if (clause.after >= 0)
      look.memory.told.insert("+" + judgement.after[static_cast<std::size_t>(clause.after)].key);
    if (clause.before >= 0)
      look.memory.told.insert("-" + judgement.before[static_cast<std::size_t>(clause.before)].key);
  }
  if (look.memory.told != before) store.save(document, look, std::nullopt, {});
}

void again(Store& store, StoredChange change) {
  const auto old = store.text(change.old_sha), compared = store.text(change.compared_sha);
  const json was = json_of(change.judgement);
  const TermList* terms =
      was.at("lang").is_string() ? terms_for(was.at("lang").get<std::string>()) : nullptr;
  if (!old || !compared || terms == nullptr) return;
  auto before = sentences_of(*old), after = sentences_of(*compared);
  const auto told = told_before(was, before, after);
  const auto doubt = doubt_in(was);
  Judgement now =
      judge_again(std::move(before), std::move(after), told, effect_in(was), doubt, *terms);
  if (doubt) now.reasons.erase(now.reasons.begin());  // it is there
  // What was told stays told: a change whose words no longer count is still in the list.
  if (now.verdict == Verdict::kNone) now.verdict = Verdict::kMention;
  now.reasons.push_back({"rescored", "The word lists were updated since; this was scored anew."});

  json is = was;
  const json fresh = to_json(now, Detail::kClauses);
  for (const char* name :
       {"verdict", "level", "right_removed", "right_widened", "terms_validated", "clauses"})
    is[name] = fresh[name];
  is["reasons"] = json::array();
  for (const json& reason : was.at("reasons"))
    if (!is_of_the_score(reason.at("name"))) is["reasons"].push_back(reason);
  for (const json& reason : fresh["reasons"]) is["reasons"].push_back(reason);
  change.verdict = name_of(now.verdict);
  change.level = now.level;
  change.right_removed = now.right_removed;
  change.judgement = is.dump(-1, ' ', false, json::error_handler_t::replace);
  store.judged_anew(change);
  if (now.verdict == Verdict::kAlert) tell_no_more(store, change.document, now);
}

}  // namespace

void rescore(Store& store) {
  const std::string lists = terms_fingerprint(), last = store.setting(kSetting);
  if (lists == last) return;
  constexpr int kPage = 50;
  if (!last.empty()) {
    for (std::int64_t before = 0;;) {
      const auto page = store.changes("", before, kPage);
      for (const StoredChange& change : page)
        if (change.verdict == "alert" || change.verdict == "mention") again(store, change);
      if (page.size() < static_cast<std::size_t>(kPage)) break;
      before = page.back().id;
    }
  }
  store.set(kSetting, lists);
}

}  // namespace optoutlog::policy
