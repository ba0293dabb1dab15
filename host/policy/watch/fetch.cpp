#include "policy/watch/fetch.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "policy/watch/documents.h"
#include "policy/watch/transfer.h"
#include "version.h"

namespace optoutlog::policy {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

FetchOptions FetchOptions::from_environment() {
  FetchOptions options;
  options.ca_file = environment("OPTOUTLOG_POLICY_CA");
  options.connect_to = environment("OPTOUTLOG_POLICY_CONNECT_TO");
  return options;
}

std::string proxy_in_use() {
  for (const char* name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
    std::string value = environment(name);
    if (value.empty()) continue;
    const auto at = value.rfind('@');  // never show the password that may stand before it
    return at == std::string::npos ? value : value.substr(at + 1);
  }
  return {};
}

namespace {
// The port of the proxy in use, or 0 where there is none.
int proxy_port() {
  const std::string proxy = proxy_in_use();
  if (proxy.empty()) return 0;
  const auto colon = proxy.rfind(':');
  const int port = colon == std::string::npos ? 0 : std::atoi(proxy.c_str() + colon + 1);
  return port > 0 ? port : 1'080;  // curl's own default
}
}  // namespace

struct Fetcher::Impl {
  FetchOptions options;
  CURL* easy = nullptr;
  CURLM* multi = nullptr;
  curl_slist* connect_to = nullptr;
  std::set<std::string> mapped_hosts;

  void configure(const FetchRequest& request, Transfer& transfer, curl_slist* headers) const;
  CURLcode perform(const std::atomic<bool>& cancelled, bool& stopped) const;
  Fetched once(const FetchRequest& request, const std::atomic<bool>& cancelled) const;
};

Fetcher::Fetcher(FetchOptions options) : impl_(std::make_unique<Impl>()) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  impl_->options = std::move(options);
  impl_->easy = curl_easy_init();
  impl_->multi = curl_multi_init();
  std::istringstream list(impl_->options.connect_to);
  for (std::string entry; std::getline(list, entry, ',');) {
    if (entry.empty()) continue;
    impl_->connect_to = curl_slist_append(impl_->connect_to, entry.c_str());
    impl_->mapped_hosts.insert(lower(entry.substr(0, entry.find(':'))));
  }
}

Fetcher::~Fetcher() {
  curl_multi_cleanup(impl_->multi);
  curl_easy_cleanup(impl_->easy);
  curl_slist_free_all(impl_->connect_to);
}

void Fetcher::Impl::configure(const FetchRequest& request, Transfer& transfer,
                              curl_slist* headers) const {
  curl_easy_reset(easy);  // keeps connections and the session cache
  const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(easy, option, value); };
  set(CURLOPT_URL, request.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "https");
  set(CURLOPT_REDIR_PROTOCOLS_STR, "https");
  set(CURLOPT_FOLLOWLOCATION, 1L);
  set(CURLOPT_MAXREDIRS, static_cast<long>(kMaxRedirects));
  set(CURLOPT_ACCEPT_ENCODING, "");
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (!options.ca_file.empty()) {
    set(CURLOPT_CAINFO, options.ca_file.c_str());
    // libcurl has a folder of the system's beside the file, where it was built with one
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
  }
  set(CURLOPT_CONNECTTIMEOUT, options.connect_seconds);
  set(CURLOPT_TIMEOUT, options.total_seconds);
  set(CURLOPT_LOW_SPEED_TIME, options.slow_seconds);
  set(CURLOPT_LOW_SPEED_LIMIT, options.slow_bytes);
  set(CURLOPT_NOSIGNAL, 1L);
  const bool stamp = !request.stamp_request.empty();
  const std::string agent =
      std::string("optoutlog-policy/") + kVersion +
      (stamp || request.robots ? " (https://optoutlog.org)"
                               : " (https://optoutlog.org; reads policy documents for one "
                                 "person)");
  set(CURLOPT_USERAGENT, agent.c_str());
  if (stamp) {
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_POSTFIELDSIZE, static_cast<long>(request.stamp_request.size()));
    set(CURLOPT_POSTFIELDS, request.stamp_request.data());
  }
  set(CURLOPT_HTTPHEADER, headers);
  set(CURLOPT_CONNECT_TO, connect_to);
  receive(easy, transfer);
}

// The multi interface with one transfer: the only way to stop within a moment while a name resolves
// or a server says nothing.
CURLcode Fetcher::Impl::perform(const std::atomic<bool>& cancelled, bool& stopped) const {
  curl_multi_add_handle(multi, easy);
  CURLcode code = CURLE_OK;
  for (int running = 1; running > 0;) {
    if (cancelled.load()) {
      stopped = true;
      break;
    }
    if (curl_multi_perform(multi, &running) != CURLM_OK) {
      code = CURLE_FAILED_INIT;
      break;
    }
    if (running > 0) curl_multi_poll(multi, nullptr, 0, 100, nullptr);
  }
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi, &left))
    if (message->msg == CURLMSG_DONE) code = message->data.result;
  curl_multi_remove_handle(multi, easy);
  return code;
}

namespace {
curl_slist* headers_of(const FetchRequest& request) {
  curl_slist* headers = nullptr;
  const auto add = [&](const std::string& line) {
    headers = curl_slist_append(headers, line.c_str());
  };
  if (!request.stamp_request.empty()) {
    add("Content-Type: application/timestamp-query");
    add("Accept: application/timestamp-reply");
    return headers;
  }
  if (request.robots) {
    add("Accept: text/plain");
    return headers;
  }
  std::string language = "Accept-Language: ";
  language.append(request.lang.empty() ? "en" : request.lang)
      .append(request.lang.empty() || request.lang == "en" ? "" : ", en;q=0.5");
  add(language);
  add("Accept: text/html, application/xhtml+xml, text/plain;q=0.8, text/markdown;q=0.8");
  if (!request.etag.empty()) add("If-None-Match: " + request.etag);
  if (!request.last_modified.empty()) add("If-Modified-Since: " + request.last_modified);
  return headers;
}
}  // namespace

Fetched Fetcher::Impl::once(const FetchRequest& request, const std::atomic<bool>& cancelled) const {
  Fetched out;
  out.final_url = request.url;
  // A mapped host is one whose address the user has named; through a proxy it is the proxy that
  // connects.
  const bool mapped = mapped_hosts.contains(host_of(request.url)) || mapped_hosts.contains("");
  Transfer transfer{&out, false, false, !mapped, proxy_port()};
  if (!request.stamp_request.empty()) transfer.limit = kMaxReply;
  if (request.robots) transfer.limit = kMaxRobots;
  curl_slist* headers = headers_of(request);
  configure(request, transfer, headers);
  bool stopped = false;
  const CURLcode code = perform(cancelled, stopped);
  curl_slist_free_all(headers);
  if (stopped)
    fail(out, "cancelled", "The check was cancelled.");
  else
    classify(easy, request, transfer, code);
  return out;
}

Fetched Fetcher::get(const FetchRequest& request, const std::atomic<bool>& cancelled) {
  std::minstd_rand random(
      static_cast<unsigned>(std::chrono::steady_clock::now().time_since_epoch().count()));
  for (int attempt = 0;; ++attempt) {
    Fetched out = impl_->once(request, cancelled);
    static constexpr std::string_view kAgain[] = {"no-connection", "no-address", "reset",
                                                  "cut-off",       "network",    "server-error"};
    if (attempt == 2 ||
        std::find(std::begin(kAgain), std::end(kAgain), out.state) == std::end(kAgain))
      return out;
    const long base = impl_->options.retry_millis * (attempt + 2) / 2;
    const auto until = std::chrono::steady_clock::now() +
                       std::chrono::milliseconds(base + static_cast<long>(random() % 500));
    while (std::chrono::steady_clock::now() < until) {
      if (cancelled.load()) {
        fail(out, "cancelled", "The check was cancelled.");
        return out;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }
}

}  // namespace optoutlog::policy
