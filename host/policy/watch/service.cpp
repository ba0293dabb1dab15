#include "policy/watch/service.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>

#include "policy/stamp/token.h"
#include "policy/watch/all_documents.h"
#include "policy/watch/describe.h"
#include "policy/watch/fetch.h"
#include "policy/watch/params.h"
#include "policy/watch/rescore.h"
#include "version.h"

namespace optoutlog::policy {
namespace {

constexpr int kProtocol = 1;

Result<json> hello(Store& store, Params& params) {
  const auto wanted = params.number("protocol", kProtocol, 0, 1'000'000);
  if (params.error()) return *params.error();
  if (wanted != kProtocol)
    return Error(errors::kProtocolUnsupported,
                 "This host speaks protocol 1. Update the older of the two.",
                 {{"supported", {kProtocol}}});
  json capabilities = {"check", "progress", "cancel", "capture", "own-documents", "witness"};
  if (can_check_tokens()) capabilities.push_back("stamp");
  return json{{"name", "optoutlog-policy"},
              {"version", kVersion},
              {"protocol", kProtocol},
              {"schema", kSchemaVersion},
              {"capabilities", std::move(capabilities)},
              {"enabled", store.enabled()},
              {"extractor", kExtractorVersion},
              {"proxy", or_null(proxy_in_use())}};
}

Result<json> enable(Store& store, Params& params) {
  const bool on = params.flag("on", false, true);
  if (params.error()) return *params.error();
  store.set_enabled(on);
  return json{{"enabled", on}};
}

Result<json> follow(Store& store, Params& params) {
  auto platforms = params.texts("platforms", 200, true);
  if (params.error()) return *params.error();
  store.follow(platforms);
  return json{{"platforms", store.platforms()}, {"documents", followed(store).size()}};
}

Result<json> list_documents(Store& store, Params& params) {
  const bool all = params.flag("all", false);
  if (params.error()) return *params.error();
  const auto unread = store.unread();
  const auto watched = followed(store);
  json documents = json::array();
  for (const Watched& document : all ? all_documents(store) : watched) {
    const auto count = unread.find(document.id);
    documents.push_back(
        describe(document, store.look(document.id), count == unread.end() ? 0 : count->second));
    documents.back()["followed"] = std::any_of(
        watched.begin(), watched.end(), [&](const Watched& one) { return one.id == document.id; });
  }
  return json{
      {"enabled", store.enabled()}, {"platforms", store.platforms()}, {"documents", documents}};
}

Result<json> list_changes(Store& store, Params& params) {
  const std::string platform = params.text("platform", 64, false);
  const auto before = params.number("before", 0, 0, INT64_MAX),
             limit = params.number("limit", 50, 1, 100);
  if (params.error()) return *params.error();
  const auto documents = all_documents(store);
  json out = json::array();
  constexpr std::size_t kBytes = 500'000;  // an answer has to fit into a frame
  std::size_t bytes = 0;
  const Millis at = now();
  for (const StoredChange& change : store.changes(platform, before, static_cast<int>(limit))) {
    out.push_back(describe(change, documents, at));
    bytes += out.back().dump(-1, ' ', false, json::error_handler_t::replace).size();
    if (bytes > kBytes) break;
  }
  const bool more = bytes > kBytes || out.size() == static_cast<std::size_t>(limit);
  const json next = more ? out.back()["change"] : json(nullptr);
  return json{{"changes", out}, {"next", next}};
}

Error unknown_change(std::int64_t id) {
  return Error(errors::kPolicyChangeUnknown, "There is no change " + std::to_string(id) + ".",
               {{"change", id}});
}

Result<json> show_change(Store& store, Params& params) {
  const auto id = params.number("change", 0, 1, INT64_MAX, true);
  const auto from = params.number("cursor", 0, 0, 1'000'000);
  if (params.error()) return *params.error();
  const auto change = store.change(id);
  if (!change) return unknown_change(id);
  json out = describe(*change, all_documents(store), now());
  json judgement = json_of(change->judgement);
  while (judgement["clauses"].size() > 1 && judgement.dump().size() > 400'000)
    judgement["clauses"].erase(judgement["clauses"].size() - 1);
  out["judgement"] = std::move(judgement);
  json next;
  out["changes"] = changes_of(store, *change, static_cast<std::size_t>(from), next);
  out["next"] = next;
  return out;
}

Result<json> mark_read(Store& store, Params& params) {
  const auto id = params.number("change", 0, 1, INT64_MAX);
  const bool all = params.flag("all", false);
  if (params.error()) return *params.error();
  if (id == 0 && !all)
    return Error(errors::kParamsInvalid, "Name a \"change\", or \"all\". Nothing was done.",
                 {{"field", "change"}});
  if (id != 0 && !store.change(id)) return unknown_change(id);
  return json{{"read", store.mark_read(all ? 0 : id, now())}};
}

Result<json> add_document(Store& store, Params& params) {
  Watched document;
  document.url = params.text("url", 2'000, true);
  document.name = params.text("name", 200, false);
  document.lang = params.text("lang", 35, false);
  document.platform = params.text("platform", 64, false);
  if (params.error()) return *params.error();
  if (const auto why = refused_url(document.url))
    return Error(errors::kPolicyUrlRefused, "This address cannot be watched: " + *why + ".",
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
  store.add_own(document, now());
  return json{{"document", document.id}, {"added", true}};
}

Result<json> remove_document(Store& store, Params& params) {
  const std::string id = params.text("document", 300, true);
  if (params.error()) return *params.error();
  if (!store.remove_own(id)) return unknown_document(id);
  return json{{"removed", id}};
}

// The methods that need the store alone.
struct Method {
  std::string_view name;
  Result<json> (*perform)(Store& store, Params& params);
};
constexpr Method kMethods[] = {
    {"hello", hello},
    {"policy.enable", enable},
    {"policy.follow", follow},
    {"policy.list", list_documents},
    {"policy.changes", list_changes},
    {"policy.show", show_change},
    {"policy.read", mark_read},
    {"policy.add", add_document},
    {"policy.remove", remove_document},
};

}  // namespace

bool Service::begin(unsigned arrived) {
  if (checking_.exchange(true)) return false;
  cancelled_ = false;
  if (stops_ != arrived) cancelled_ = true;  // stopped before it began
  return true;
}

Result<json> Service::call(const std::string& method, const json& params, const Progress& progress,
                           std::optional<unsigned> arrived) {
  const unsigned came = arrived.value_or(stops_);
  if (method == "policy.cancel") {
    const bool running = checking_ || waiting > 0;
    cancel();
    return json{{"cancelled", running}};
  }
  if (method == "policy.witness") return witness(params, came);
  if (is_about_stamps(method)) return about_stamps(method, params, came);
  // off is off: what runs and what waits ends
  if (method == "policy.enable" && params.is_object() && params.value("on", json()) == false)
    cancel();
  // Only what is to be kept makes the file; a question finds it empty.
  const bool keeps =
      (method == "policy.enable" && params.is_object() && params.value("on", json()) == true) ||
      method == "policy.follow" || method == "policy.add";
  auto store = keeps || Store::exists(folder_) ? Store::open(folder_) : Store::empty();
  if (!store) return store.error();
  try {
    rescore(**store);
    return dispatch(**store, method, params, progress, came);
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode();
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
      return Error(errors::kPolicyStoreBusy,
                   "Another program is using policy.db. Try again in a moment.");
    if (code == SQLITE_FULL)
      return Error(errors::kPolicyStoreFull,
                   "The disk is full; nothing was written. Make room and try again.");
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
      return Error(errors::kPolicyStoreCorrupt,
                   "policy.db is damaged. It was not touched; move it away to start anew.");
    return Error(errors::kPolicyStoreIo, std::string("policy.db cannot be used: ") + error.what());
  } catch (const json::exception& error) {
    return Error(errors::kPolicyStoreCorrupt,
                 std::string("policy.db holds something that is not ours: ") + error.what());
  }
}

Result<json> Service::dispatch(Store& store, const std::string& method, const json& object,
                               const Progress& progress, unsigned arrived) {
  if (method == "policy.check") return check(store, object, progress, arrived);
  if (method == "policy.capture") return capture(store, object);
  for (const Method& one : kMethods) {
    if (one.name != method) continue;
    Params params(object);
    return one.perform(store, params);
  }
  json methods = {"policy.check", "policy.capture", "policy.cancel", "policy.witness"};
  for (const Method& one : kMethods) methods.push_back(one.name);
  if (can_check_tokens())
    for (const char* name : {"policy.stamp", "policy.token", "policy.authorities"})
      methods.push_back(name);
  return Error(errors::kMethodUnknown,
               "This host does not know the method. It may be older than the caller: update the "
               "older of the two.",
               {{"methods", std::move(methods)}});
}

}  // namespace optoutlog::policy
