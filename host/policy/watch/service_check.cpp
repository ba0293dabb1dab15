// The methods that take a text in: a check, and a page that the browser has rendered.
#include <atomic>

#include "policy/watch/all_documents.h"
#include "policy/watch/describe.h"
#include "policy/watch/params.h"
#include "policy/watch/service.h"
#include "policy/watch/watch.h"

namespace optoutlog::policy {
namespace {

// Those of `ids`, or where there are none those that are followed.
Result<std::vector<Watched>> documents_of(Store& store, const std::vector<std::string>& ids) {
  if (ids.empty()) return followed(store);
  std::vector<Watched> documents;
  for (const std::string& id : ids) {
    const auto document = find_document(store, id);
    if (!document) return unknown_document(id);
    documents.push_back(*document);
  }
  return documents;
}

// `total`: how many documents were to be looked at, `looked`: at how many the check did look.
json summary(const json& results, std::size_t total, std::size_t looked) {
  int alerts = 0, failing = 0;
  for (const json& result : results) {
    if (!result["skipped"].is_null()) continue;
    alerts += result["state"] == "alert";
    failing += !result["ok"].get<bool>();
  }
  return {{"total", total},
          {"looked", looked},
          {"alerts", alerts},
          {"failed", failing},
          {"cancelled", results.size() < total},
          {"results", results}};
}

}  // namespace

Result<json> Service::check(Store& store, const json& object, const Progress& progress,
                            unsigned arrived) {
  Params params(object);
  const auto ids = params.texts("documents", 500, false);
  const bool asked = params.flag("asked", false), tell = params.flag("progress", false);
  if (params.error()) return *params.error();
  if (!store.enabled()) return off();
  const auto found = documents_of(store, ids);
  if (!found) return found.error();
  const std::vector<Watched>& documents = *found;
  if (!begin(arrived))
    return Error(errors::kPolicyCheckRunning,
                 "A check is running already. Wait for it, or cancel it first.");
  const Running running{checking_};

  Fetcher fetcher(FetchOptions::from_environment());
  json results = json::array();
  std::size_t looked = 0;
  const auto say = [&](std::size_t finished, const Watched& document, const char* step,
                       const json& result) {
    if (tell && progress)
      progress({{"done", finished},
                {"total", documents.size()},
                {"document", document.id},
                {"name", document.name},
                {"step", step},
                {"result", result}});
  };
  const Stop stop(cancelled_);
  for (std::size_t i = 0; i < documents.size() && !cancelled_ && store.enabled(); ++i) {
    const Watched& document = documents[i];
    const Look look = store.look(document.id);
    const Millis now = optoutlog::now();
    json result;
    if (const auto skip = not_now(document, look, now, asked)) {
      result = describe(document, look, 0);
      result["skipped"] = *skip;
      result["change"] = nullptr;
    } else {
      say(i, document, "reading", nullptr);
      const Outcome outcome = policy::check(document, look, fetcher, cancelled_, now);
      if (cancelled_ || !store.enabled()) break;
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
  return summary(results, documents.size(), looked);
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
    return Error(errors::kPolicyCaptureInvalid, "The page was not taken: " + why + ".",
                 {{"document", id}, {"why", why}});
  };
  if (host_of(url) != host_of(document->url))
    return refuse("it is of another site than the document");
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
  const Millis now = optoutlog::now();
  const std::string bare =
      url.substr(0, url.find_first_of("?#"));  // a query may hold what is nobody's business
  const Outcome outcome = consume(*document, store.look(id),
                                  {std::move(whole), "utf-8", bare, "page", "", "", "", 0}, now);
  const auto change = store.save(id, outcome.look, outcome.change, outcome.texts);
  json result = describe(*document, outcome.look, 0);
  result.erase("unread");
  result["change"] = change == 0 ? json(nullptr) : json(change);
  return result;
}

}  // namespace optoutlog::policy
