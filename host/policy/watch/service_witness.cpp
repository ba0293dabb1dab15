// The method of witnesses: one robots.txt that a person names is fetched, and judged by what the
// platform's setting is known to write into it. Nothing of it is kept here.
#include "base/sha256.h"
#include "policy/watch/documents.h"
#include "policy/watch/fetch.h"
#include "policy/watch/params.h"
#include "policy/watch/service.h"
#include "policy/witness/robots.h"

namespace optoutlog::policy {
namespace {

constexpr std::size_t kWitnessUrl = 2'000;
constexpr std::string_view kRobotsFile = "/robots.txt";

Result<Witness> witness_of(const std::string& platform, const std::string& control) {
  json names = json::array();
  for (const Witness& one : known_witnesses()) {
    if (one.platform == platform && one.control == control) return one;
    names.push_back(one.platform + "/" + one.control);
  }
  return Error(errors::kPolicyWitnessUnknown,
               "What the setting " + platform + "/" + control +
                   " shows in public is not known. Nothing was asked. Name one of those that are: "
                   "their platform and control.",
               {{"setting", platform + "/" + control}, {"names", names}});
}

// The path and all behind it, of an address that refused_url() takes.
std::string_view path_of(std::string_view url) {
  url.remove_prefix(std::string_view("https://").size());
  const auto at = url.find_first_of("/?");
  return at == std::string_view::npos ? std::string_view() : url.substr(at);
}

std::optional<std::string> refused_file(const std::string& url) {
  if (auto why = refused_url(url)) return why;
  if (!url.starts_with("https://") || path_of(url) != kRobotsFile)
    return "only https://SITE/robots.txt is read, without a query";
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]/";
  if (url.find_first_not_of(kPlain) != std::string::npos)
    return "the site's name is not in ASCII; write it as a browser sends it (xn--...)";
  return std::nullopt;
}

Error unanswered(const std::string& url, const std::string& state, const std::string& detail) {
  return Error(errors::kPolicyWitnessUnanswered,
               host_of(url) + " gave no robots.txt that could be read. " + detail +
                   " Nothing was kept. Open the address in your browser, and try again later.",
               {{"url", url}, {"state", state}});
}

// Without what is no UTF-8.
std::string readable(const std::string& bytes) {
  return json_of(json(bytes).dump(-1, ' ', false, json::error_handler_t::replace))
      .get<std::string>();
}

}  // namespace

Result<json> Service::witness(const json& object, unsigned arrived) {
  Params params(object);
  const std::string platform = params.text("platform", 64, true);
  const std::string control = params.text("control", 64, true);
  const std::string url = params.text("url", kWitnessUrl, true);
  if (params.error()) return *params.error();
  const auto known = witness_of(platform, control);
  if (!known) return known.error();
  if (const auto why = refused_file(url))
    return Error(errors::kPolicyUrlRefused,
                 "This address cannot be a witness: " + *why + ". Nothing was asked.",
                 {{"url", url}, {"why", *why}});
  if (!begin(arrived))
    return Error(errors::kPolicyCheckRunning,
                 "A check is running already. Wait for it, or cancel it first. Nothing was asked.");
  const Running running{checking_};
  FetchRequest fetch;
  fetch.url = url;
  fetch.own_url = true;
  fetch.robots = true;
  const Fetched fetched = Fetcher(FetchOptions::from_environment()).get(fetch, cancelled_);
  const bool none = fetched.state == "not-found";
  if (!none && fetched.state != "ok") return unanswered(url, fetched.state, fetched.detail);
  if (refused_file(fetched.final_url) || lower(fetched.final_url) != lower(url))
    return unanswered(url, "moved", "The address leads to another one: " + fetched.final_url + ".");
  const RobotsSaying found = none ? no_robots(*known) : judge_robots(*known, fetched.body);
  return json{{"platform", platform},
              {"control", control},
              {"url", url},
              {"final_url", fetched.final_url},
              {"status", fetched.status},
              {"at", format_time(now())},
              {"bytes", fetched.body.size()},
              {"sha256", none ? json(nullptr) : json(sha256_hex(fetched.body))},
              {"says", found.says},
              {"why", found.why},
              {"away", found.away},
              {"missing", found.missing},
              {"signal", found.signal.empty() ? json(nullptr) : json(found.signal)},
              {"text", readable(fetched.body)}};
}

}  // namespace optoutlog::policy
