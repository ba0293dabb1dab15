#include "policy/watch/describe.h"

#include <algorithm>

#include "base/sha256.h"
#include "policy/judge/judgement_json.h"
#include "policy/judge/memory_json.h"
#include "policy/watch/watch.h"

namespace optoutlog::policy {
namespace {

json time_of(Millis time) {
  return time == 0 ? json(nullptr) : json(format_time(time));
}

json days_left(const std::string& effective, Millis now) {
  if (effective.empty()) return nullptr;
  const auto day = parse_time(effective + "T00:00:00.000Z");
  return day ? json(utc_day(*day) - utc_day(now)) : json(nullptr);
}

}  // namespace

json or_null(const std::string& text) {
  return text.empty() ? json(nullptr) : json(text);
}

json describe(const Watched& document, const Look& look, int unread) {
  const bool known = !look.state.empty();
  return {{"document", document.id},
          {"platform", document.platform},
          {"name", document.name},
          {"url", document.url},
          {"lang", document.lang},
          {"needs_scripts", document.needs_scripts ? json(*document.needs_scripts) : json(nullptr)},
          {"grade", or_null(document.grade)},
          {"own", document.own},
          {"state", known                                    ? json(look.state)
                    : document.needs_scripts.value_or(false) ? json("needs-page")
                                                             : json("never")},
          {"ok", known && is_good(look.state)},
          {"detail", or_null(look.detail)},
          {"status", look.status == 0 ? json(nullptr) : json(look.status)},
          {"checked", time_of(look.checked)},
          {"good", time_of(look.good)},
          {"failing_since", time_of(look.failing_since)},
          {"seen_once", look.pending.empty() ? json(nullptr) : time_of(look.good)},
          {"not_before", time_of(look.not_before)},
          {"final_url", or_null(look.final_url)},
          {"capture", or_null(look.capture)},
          {"sha256", look.has_baseline ? json(sha256_hex(text_of(look.memory.baseline.sentences)))
                                       : json(nullptr)},
          {"sentences",
           look.has_baseline ? json(look.memory.baseline.sentences.size()) : json(nullptr)},
          {"unread", unread}};
}

json describe(const StoredChange& change, const std::vector<Watched>& documents, Millis now) {
  const auto known = std::find_if(documents.begin(), documents.end(),
                                  [&](const Watched& one) { return one.id == change.document; });
  const json judgement = json_of(change.judgement);
  const json clause = judgement["clauses"].empty() ? json(nullptr) : judgement["clauses"][0];
  return {
      {"change", change.id},
      {"document", change.document},
      {"platform", change.platform},
      {"name", known == documents.end() ? json(change.document) : json(known->name)},
      {"url", known == documents.end() ? json(change.final_url) : json(known->url)},
      {"at", time_of(change.at)},
      {"verdict", change.verdict},
      {"level", change.level},
      {"right_removed", change.right_removed},
      {"phase", change.effective.empty()
                    ? or_null(change.phase)
                    : json(days_left(change.effective, now).get<std::int64_t>() > 0 ? "announced"
                                                                                    : "in-force")},
      {"effective", or_null(change.effective)},
      {"days_left", days_left(change.effective, now)},
      {"days", judgement.value("days", json::array())},
      {"confidence", judgement.value("confidence", "high")},
      {"clauses", judgement["clauses"].size()},
      {"clause", clause},
      {"reasons", judgement["reasons"]},
      {"lang", judgement["lang"]},
      {"terms_validated", judgement["terms_validated"]},
      {"capture", change.capture},
      {"final_url", change.final_url},
      {"old_sha256", change.old_sha},
      {"new_sha256", change.new_sha},
      {"read", time_of(change.read)}};
}

json changes_of(Store& store, const StoredChange& change, std::size_t from, json& next) {
  json out = json::array();
  const auto before = store.text(change.old_sha), after = store.text(change.compared_sha);
  if (!before || !after) return out;
  Judgement shown;
  shown.before = sentences_of(*before);
  shown.after = sentences_of(*after);
  const json judgement = json_of(change.judgement);
  shown.diff =
      diff(shown.before, shown.after,
           terms_for(judgement["lang"].is_string() ? judgement["lang"].get<std::string>() : "en"));
  const json all = json(to_json(shown, Detail::kChanges))["changes"];
  constexpr std::size_t kPage = 100, kBytes = 500'000;
  std::size_t bytes = 0, at = from;
  for (; at < all.size() && at < from + kPage && bytes < kBytes; ++at) {
    bytes += all[at].dump().size();
    out.push_back(all[at]);
  }
  next = at < all.size() ? json(at) : json(nullptr);
  return out;
}

}  // namespace optoutlog::policy
