#include "policy/service.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>

#include "policy/digest.h"
#include "policy/judgement_json.h"
#include "policy/memory_json.h"
#include "policy/params.h"
#include "policy/rescore.h"
#include "policy/watch.h"
#include "version.h"

namespace optoutlog::policy {
namespace {

constexpr int kProtocol = 1;
constexpr int kSchema = 1;

json time_of(Millis time) {
  return time == 0 ? json(nullptr) : json(record::format_time(time));
}
json or_null(const std::string& text) {
  return text.empty() ? json(nullptr) : json(text);
}

std::vector<Watched> followed(Store& store) {
  std::vector<Watched> out;
  const auto platforms = store.platforms();
  for (const Watched& document : built_in_documents())
    if (std::find(platforms.begin(), platforms.end(), document.platform) != platforms.end())
      out.push_back(document);
  for (Watched& document : store.own_documents()) out.push_back(std::move(document));
  return out;
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
          {"not_before", time_of(look.not_before)},
          {"final_url", or_null(look.final_url)},
          {"capture", or_null(look.capture)},
          {"sha256",
           look.has_baseline ? json(sha256_hex(text_of(look.memory.baseline.sentences))) : json(nullptr)},
          {"sentences", look.has_baseline ? json(look.memory.baseline.sentences.size()) : json(nullptr)},
          {"unread", unread}};
}

json days_left(const std::string& effective, Millis now) {
  if (effective.empty()) return nullptr;
  const auto day = record::parse_time(effective + "T00:00:00.000Z");
  return day ? json(record::utc_day(*day) - record::utc_day(now)) : json(nullptr);
}

json describe(const StoredChange& change, const std::vector<Watched>& documents, Millis now) {
  const auto known = std::find_if(documents.begin(), documents.end(),
                                  [&](const Watched& one) { return one.id == change.document; });
  const json judgement = json::parse(change.judgement);
  json clause = nullptr;
  if (!judgement["clauses"].empty()) {
    const json& top = judgement["clauses"][0];
    clause = {{"op", top["op"]},   {"level", top["level"]}, {"right_removed", top["right_removed"]},
              {"old", top["old"]}, {"new", top["new"]},     {"hits", top["hits"]}};
  }
  return {{"change", change.id},
          {"document", change.document},
          {"platform", change.platform},
          {"name", known == documents.end() ? json(change.document) : json(known->name)},
          {"url", known == documents.end() ? json(change.final_url) : json(known->url)},
          {"at", time_of(change.at)},
          {"verdict", change.verdict},
          {"level", change.level},
          {"right_removed", change.right_removed},
          {"phase",
           change.effective.empty()
               ? or_null(change.phase)
               : json(days_left(change.effective, now).get<std::int64_t>() > 0 ? "announced" : "in-force")},
          {"effective", or_null(change.effective)},
          {"days_left", days_left(change.effective, now)},
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

std::vector<Watched> all_documents(Store& store) {
  std::vector<Watched> out = built_in_documents();
  for (Watched& document : store.own_documents()) out.push_back(std::move(document));
  return out;
}

std::optional<Watched> find_document(Store& store, const std::string& id) {
  for (Watched& document : all_documents(store))
    if (document.id == id) return document;
  return std::nullopt;
}

Error unknown_document(const std::string& id) {
  return Error(errors::kDocumentUnknown,
               "There is no document \"" + id + "\". `optoutlog policy list --all` names all.",
               {{"document", id}});
}

Error off() {
  return Error(errors::kOff,
               "Watching policies is off, so nothing was read. Turn it on in the dashboard or with: "
               "optoutlog policy on");
}

json list_of(Store& store, bool all) {
  const auto unread = store.unread();
  const auto watched = followed(store);
  json documents = json::array();
  for (const Watched& document : all ? all_documents(store) : watched) {
    const auto count = unread.find(document.id);
    documents.push_back(
        describe(document, store.look(document.id), count == unread.end() ? 0 : count->second));
    documents.back()["followed"] = std::any_of(watched.begin(), watched.end(),
                                               [&](const Watched& one) { return one.id == document.id; });
  }
  return {{"enabled", store.enabled()}, {"platforms", store.platforms()}, {"documents", documents}};
}

// The sentences of a kept change, computed anew from its two texts, a page at a time.
json changes_of(Store& store, const StoredChange& change, std::size_t from, json& next) {
  json out = json::array();
  const auto before = store.text(change.old_sha), after = store.text(change.compared_sha);
  if (!before || !after) return out;
  Judgement shown;
  shown.before = sentences_of(*before);
  shown.after = sentences_of(*after);
  const json judgement = json::parse(change.judgement);
  shown.diff = diff(shown.before, shown.after,
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

}  // namespace

Result<json> Service::call(const std::string& method, const json& params, const Progress& progress) {
  if (method == "policy.cancel") {
    const bool running = checking_;
    cancelled_ = true;
    return json{{"cancelled", running}};
  }
  // Only what is to be kept makes the file; a question finds it empty.
  const bool keeps =
      (method == "policy.enable" && params.is_object() && params.value("on", json()) == true) ||
      method == "policy.follow" || method == "policy.add";
  auto store = keeps || Store::exists(folder_) ? Store::open(folder_) : Store::empty();
  if (!store) return store.error();
  try {
    rescore(**store);
    return dispatch(**store, method, params, progress);
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode();
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
      return Error(errors::kStoreBusy, "Another program is using policy.db. Try again in a moment.");
    if (code == SQLITE_FULL)
      return Error(errors::kStoreFull, "The disk is full; nothing was written. Make room and try again.");
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
      return Error(errors::kStoreCorrupt,
                   "policy.db is damaged. It was not touched; move it away to start anew.");
    return Error(errors::kStoreIo, std::string("policy.db cannot be used: ") + error.what());
  } catch (const json::exception& error) {
    return Error(errors::kStoreCorrupt,
                 std::string("policy.db holds something that is not ours: ") + error.what());
  }
}

Result<json> Service::dispatch(Store& store, const std::string& method, const json& object,
                               const Progress& progress) {
  Params params(object);
  const Millis now = record::now();
  if (method == "hello") {
    const auto wanted = params.number("protocol", kProtocol, 0, 1'000'000);
    if (params.error()) return *params.error();
    if (wanted != kProtocol)
      return Error(::optoutlog::errors::kProtocolUnsupported,
                   "This host speaks protocol 1. Update the older of the two.", {{"supported", {kProtocol}}});
    return json{{"name", "optoutlog-policy"},
                {"version", kVersion},
                {"protocol", kProtocol},
                {"schema", kSchema},
                {"capabilities", {"check", "progress", "cancel", "capture", "own-documents"}},
                {"enabled", store.enabled()},
                {"extractor", kExtractorVersion},
                {"proxy", or_null(proxy_in_use())}};
  }
  if (method == "policy.enable") {
    const bool on = params.flag("on", false, true);
    if (params.error()) return *params.error();
    store.set_enabled(on);
    return json{{"enabled", on}};
  }
  if (method == "policy.follow") {
    auto platforms = params.texts("platforms", 200, true);
    if (params.error()) return *params.error();
    store.follow(platforms);
    return json{{"platforms", store.platforms()}, {"documents", followed(store).size()}};
  }
  if (method == "policy.list") {
    const bool all = params.flag("all", false);
    if (params.error()) return *params.error();
    return list_of(store, all);
  }
  if (method == "policy.check") return check(store, object, progress);
  if (method == "policy.capture") return capture(store, object);
  if (method == "policy.changes") {
    const std::string platform = params.text("platform", 64, false);
    const auto before = params.number("before", 0, 0, INT64_MAX), limit = params.number("limit", 50, 1, 100);
    if (params.error()) return *params.error();
    const auto documents = all_documents(store);
    json out = json::array();
    for (const StoredChange& change : store.changes(platform, before, static_cast<int>(limit)))
      out.push_back(describe(change, documents, now));
    const json next = out.size() == static_cast<std::size_t>(limit) ? out.back()["change"] : json(nullptr);
    return json{{"changes", out}, {"next", next}};
  }
  if (method == "policy.show") {
    const auto id = params.number("change", 0, 1, INT64_MAX, true);
    const auto from = params.number("cursor", 0, 0, 1'000'000);
    if (params.error()) return *params.error();
    const auto change = store.change(id);
    if (!change)
      return Error(errors::kChangeUnknown, "There is no change " + std::to_string(id) + ".",
                   {{"change", id}});
    json out = describe(*change, all_documents(store), now);
    json judgement = json::parse(change->judgement);
    while (judgement["clauses"].size() > 1 && judgement.dump().size() > 400'000)
      judgement["clauses"].erase(judgement["clauses"].size() - 1);
    out["judgement"] = std::move(judgement);
    json next;
    out["changes"] = changes_of(store, *change, static_cast<std::size_t>(from), next);
    out["next"] = next;
    return out;
  }
  if (method == "policy.read") {
    const auto id = params.number("change", 0, 1, INT64_MAX);
    const bool all = params.flag("all", false);
    if (params.error()) return *params.error();
    if (id == 0 && !all)
      return Error(::optoutlog::errors::kParamsInvalid, "Name a \"change\", or \"all\". Nothing was done.",
                   {{"field", "change"}});
    if (id != 0 && !store.change(id))
      return Error(errors::kChangeUnknown, "There is no change " + std::to_string(id) + ".",
                   {{"change", id}});
    return json{{"read", store.mark_read(all ? 0 : id, now)}};
  }
  if (method == "policy.add") {
    Watched document;
    document.url = params.text("url", 2'000, true);
    document.name = params.text("name", 200, false);
    document.lang = params.text("lang", 35, false);
    document.platform = params.text("platform", 64, false);
    if (params.error()) return *params.error();
    if (const auto why = refused_url(document.url))
      return Error(errors::kUrlRefused, "This address cannot be watched: " + *why + ".",
                   {{"url", document.url}, {"why", *why}});
    for (const Watched& one : all_documents(store))
      if (one.url == document.url) return json{{"document", one.id}, {"added", false}};
    if (document.lang.empty()) document.lang = "en";
    if (document.platform.empty()) document.platform = "own";
    if (document.name.empty()) document.name = host_of(document.url);
    document.own = true;
    for (int number = 1;; ++number) {
      document.id = "own/" + host_of(document.url) + "-" + std::to_string(number);
      if (!find_document(store, document.id)) break;
    }
    store.add_own(document, now);
    return json{{"document", document.id}, {"added", true}};
  }
  if (method == "policy.remove") {
    const std::string id = params.text("document", 300, true);
    if (params.error()) return *params.error();
    if (!store.remove_own(id)) return unknown_document(id);
    return json{{"removed", id}};
  }
  return Error(::optoutlog::errors::kMethodUnknown, "There is no method \"" + method + "\".",
               {{"method", method}});
}

Result<json> Service::check(Store& store, const json& object, const Progress& progress) {
  Params params(object);
  const auto ids = params.texts("documents", 500, false);
  const bool asked = params.flag("asked", false), tell = params.flag("progress", false);
  if (params.error()) return *params.error();
  if (!store.enabled()) return off();
  std::vector<Watched> documents;
  if (ids.empty()) documents = followed(store);
  for (const std::string& id : ids) {
    const auto document = find_document(store, id);
    if (!document) return unknown_document(id);
    documents.push_back(*document);
  }
  if (checking_.exchange(true))
    return Error(errors::kCheckRunning, "A check is running already. Wait for it, or cancel it first.");
  cancelled_ = false;
  struct Done {
    std::atomic<bool>& flag;
    ~Done() { flag = false; }
  } done{checking_};

  Fetcher fetcher(FetchOptions::from_environment());
  json results = json::array();
  std::size_t looked = 0;
  const auto say = [&](std::size_t finished, const Watched& document, const char* step, const json& result) {
    if (tell && progress)
      progress({{"done", finished},
                {"total", documents.size()},
                {"document", document.id},
                {"name", document.name},
                {"step", step},
                {"result", result}});
  };
  for (std::size_t i = 0; i < documents.size() && !cancelled_; ++i) {
    const Watched& document = documents[i];
    const Look look = store.look(document.id);
    const Millis now = record::now();
    json result;
    if (const auto skip = not_now(document, look, now, asked)) {
      result = describe(document, look, 0);
      result["skipped"] = *skip;
      result["change"] = nullptr;
    } else {
      say(i, document, "reading", nullptr);
      const Outcome outcome = policy::check(document, look, fetcher, cancelled_, now);
      if (cancelled_) break;
      ++looked;
      const auto id = store.save(document.id, outcome.look, outcome.change, outcome.texts);
      result = describe(document, outcome.look, 0);
      result["skipped"] = nullptr;
      result["change"] = id == 0 ? json(nullptr) : json(id);
    }
    result.erase("unread");
    say(i + 1, document, "done", result);
    results.push_back(std::move(result));
  }
  const bool stopped = results.size() < documents.size();
  int alerts = 0, failing = 0;
  for (const json& result : results) {
    if (!result["skipped"].is_null()) continue;
    alerts += result["state"] == "alert";
    failing += !result["ok"].get<bool>();
  }
  return json{{"total", documents.size()}, {"looked", looked},     {"alerts", alerts},
              {"failed", failing},         {"cancelled", stopped}, {"results", results}};
}

Result<json> Service::capture(Store& store, const json& object) {
  Params params(object);
  const std::string id = params.text("document", 300, true), url = params.text("url", 2'000, true);
  const std::string html = params.text("html", 1u << 20, false);
  const auto part = params.number("part", 0, 0, 63), of = params.number("of", 1, 1, 64);
  if (params.error()) return *params.error();
  if (!store.enabled()) return off();
  const auto document = find_document(store, id);
  if (!document) return unknown_document(id);
  const auto refuse = [&](const std::string& why) {
    const std::lock_guard lock(parts_lock_);
    parts_ = {};
    return Error(errors::kCaptureInvalid, "The page was not taken: " + why + ".",
                 {{"document", id}, {"why", why}});
  };
  if (host_of(url) != host_of(document->url)) return refuse("it is of another site than the document");
  std::string whole;
  {
    std::unique_lock lock(parts_lock_);
    if (part == 0) parts_ = {id, url, "", 0, of};
    if (parts_.document != id || parts_.url != url || parts_.next != part || parts_.of != of) {
      lock.unlock();
      return refuse("its parts did not come in order");
    }
    if (parts_.html.size() + html.size() > kMaxBytes) {
      lock.unlock();
      return refuse("it is larger than 8 MiB");
    }
    parts_.html += html;
    parts_.next = part + 1;
    if (parts_.next < of) return json{{"document", id}, {"received", parts_.next}, {"of", of}};
    whole = std::move(parts_.html);
    parts_ = {};
  }
  const Millis now = record::now();
  const std::string bare =
      url.substr(0, url.find_first_of("?#"));  // a query may hold what is nobody's business
  const Outcome outcome =
      consume(*document, store.look(id), {std::move(whole), "utf-8", bare, "page", "", "", "", 0}, now);
  const auto change = store.save(id, outcome.look, outcome.change, outcome.texts);
  json result = describe(*document, outcome.look, 0);
  result.erase("unread");
  result["change"] = change == 0 ? json(nullptr) : json(change);
  return result;
}

}  // namespace optoutlog::policy
