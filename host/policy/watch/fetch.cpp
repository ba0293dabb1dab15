#include "policy/watch/fetch.h"

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "policy/watch/address.h"
#include "policy/watch/documents.h"
#include "version.h"

namespace optoutlog::policy {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

struct Transfer {
  Fetched* out = nullptr;
  bool too_large = false;
  bool refused_address = false;
  bool check_address = false;
};

std::size_t on_body(char* data, std::size_t, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (transfer.out->body.size() + count > kMaxBody) {
    transfer.too_large = true;
    return 0;
  }
  transfer.out->body.append(data, count);
  return count;
}

std::size_t on_header(char* data, std::size_t, std::size_t count, void* user) {
  Fetched& out = *static_cast<Transfer*>(user)->out;
  const std::string_view line(data, count);
  if (line.starts_with("HTTP/"))
    out.etag = out.last_modified = out.date = out.content_type = "";  // of the next hop
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return count;
  const std::string name = lower(std::string(line.substr(0, colon)));
  std::string value(line.substr(colon + 1));
  const auto first = value.find_first_not_of(" \t");
  value = first == std::string::npos
              ? ""
              : value.substr(first, value.find_last_not_of(" \t\r\n") + 1 - first);
  if (value.size() > 1'000) return count;
  if (name == "etag")
    out.etag = value;
  else if (name == "last-modified")
    out.last_modified = value;
  else if (name == "date")
    out.date = value;
  else if (name == "content-type")
    out.content_type = value;
  return count;
}

// Runs for every hop, with the address that the name resolved to: a name that points inside the
// user's network is refused whatever it looks like.
curl_socket_t on_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (transfer.check_address && is_private_address(&address->addr)) {
    transfer.refused_address = true;
    return CURL_SOCKET_BAD;
  }
  return open_socket(address->family, address->socktype, address->protocol);
}

std::string charset_of(const std::string& content_type) {
  const std::string text = lower(content_type);
  const auto at = text.find("charset=");
  if (at == std::string::npos) return {};
  std::string name = text.substr(at + 8);
  name = name.substr(0, name.find_first_of("; "));
  name.erase(std::remove(name.begin(), name.end(), '"'), name.end());
  return name;
}

bool is_blocking(long status) {
  return status == 401 || status == 403 || status == 406 || status == 451 || status == 502 ||
         status == 999;
}

void fail(Fetched& out, const char* state, std::string detail) {
  out.state = state;
  out.detail = std::move(detail);
  out.body.clear();
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

struct Fetcher::Impl {
  FetchOptions options;
  CURL* easy = nullptr;
  CURLM* multi = nullptr;
  curl_slist* connect_to = nullptr;
  std::set<std::string> mapped_hosts;

  void configure(const FetchRequest& request, Transfer& transfer, curl_slist* headers) const;
  CURLcode perform(const std::atomic<bool>& cancelled, bool& stopped) const;
  Fetched once(const FetchRequest& request, const std::atomic<bool>& cancelled) const;
  void classify(const FetchRequest& request, const Transfer& transfer, CURLcode code,
                Fetched& out) const;
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
  if (!options.ca_file.empty()) set(CURLOPT_CAINFO, options.ca_file.c_str());
  set(CURLOPT_CONNECTTIMEOUT, options.connect_seconds);
  set(CURLOPT_TIMEOUT, options.total_seconds);
  set(CURLOPT_LOW_SPEED_TIME, options.slow_seconds);
  set(CURLOPT_LOW_SPEED_LIMIT, options.slow_bytes);
  set(CURLOPT_NOSIGNAL, 1L);
  const std::string agent = std::string("optoutlog-policy/") + kVersion +
                            " (https://optoutlog.org; reads policy documents for one person)";
  set(CURLOPT_USERAGENT, agent.c_str());
  set(CURLOPT_HTTPHEADER, headers);
  set(CURLOPT_CONNECT_TO, connect_to);
  set(CURLOPT_WRITEFUNCTION, &on_body);
  set(CURLOPT_WRITEDATA, &transfer);
  set(CURLOPT_HEADERFUNCTION, &on_header);
  set(CURLOPT_HEADERDATA, &transfer);
  set(CURLOPT_OPENSOCKETFUNCTION, &on_socket);
  set(CURLOPT_OPENSOCKETDATA, &transfer);
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

Fetched Fetcher::Impl::once(const FetchRequest& request, const std::atomic<bool>& cancelled) const {
  Fetched out;
  out.final_url = request.url;
  // A mapped host is one whose address the user has named; through a proxy it is the proxy that
  // connects.
  const bool mapped = mapped_hosts.contains(host_of(request.url));
  Transfer transfer{&out, false, false, request.own_url && !mapped && proxy_in_use().empty()};
  curl_slist* headers = nullptr;
  std::string language = "Accept-Language: ";
  language.append(request.lang.empty() ? "en" : request.lang)
      .append(request.lang.empty() || request.lang == "en" ? "" : ", en;q=0.5");
  headers = curl_slist_append(headers, language.c_str());
  headers = curl_slist_append(
      headers, "Accept: text/html, application/xhtml+xml, text/plain;q=0.8, text/markdown;q=0.8");
  if (!request.etag.empty())
    headers = curl_slist_append(headers, ("If-None-Match: " + request.etag).c_str());
  if (!request.last_modified.empty())
    headers = curl_slist_append(headers, ("If-Modified-Since: " + request.last_modified).c_str());
  configure(request, transfer, headers);
  bool stopped = false;
  const CURLcode code = perform(cancelled, stopped);
  curl_slist_free_all(headers);
  if (stopped)
    fail(out, "cancelled", "The check was cancelled.");
  else
    classify(request, transfer, code, out);
  return out;
}

void Fetcher::Impl::classify(const FetchRequest& request, const Transfer& transfer, CURLcode code,
                             Fetched& out) const {
  const char* url = nullptr;
  curl_easy_getinfo(easy, CURLINFO_EFFECTIVE_URL, &url);
  if (url != nullptr) out.final_url = url;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &out.status);
  curl_off_t retry = 0;
  curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &retry);
  out.retry_after_seconds = static_cast<long>(std::clamp<curl_off_t>(retry, 0, 86'400));
  out.charset = charset_of(out.content_type);

  if (transfer.refused_address)
    return fail(
        out, "address-refused",
        "The name leads to an address inside a private network; such addresses are not read.");
  if (transfer.too_large)
    return fail(out, "too-large", "The page is larger than 8 MiB; it was not read to its end.");
  switch (code) {
    case CURLE_OK:
      break;
    case CURLE_TOO_MANY_REDIRECTS:
      return fail(out, "redirect-loop", "The site redirected more than 5 times.");
    case CURLE_UNSUPPORTED_PROTOCOL:
      return fail(out, "insecure-redirect", "The site redirected to an address that is not https.");
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
      return fail(out, "certificate",
                  "The certificate of the site could not be verified; nothing was read.");
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
      return fail(out, "tls", "No secure connection could be made with the site.");
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return fail(out, "no-address",
                  "The name of the site could not be resolved; is there a network?");
    case CURLE_COULDNT_CONNECT:
      return fail(out, "no-connection", "The site did not accept a connection.");
    case CURLE_OPERATION_TIMEDOUT:
      return fail(out, "too-slow", "The site was too slow; the rest was not waited for.");
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2_STREAM:
      return fail(out, "cut-off", "The page was cut off on its way.");
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
      return fail(out, "reset",
                  "The site closed the connection without an answer, as some do to programs.");
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:
      return fail(out, "bad-encoding", "The page could not be unpacked.");
    default:
      return fail(out, "network",
                  std::string("The page could not be fetched: ") + curl_easy_strerror(code) + ".");
  }
  if (out.status == 304 && (!request.etag.empty() || !request.last_modified.empty())) {
    out.state = "not-modified";
    return;
  }
  const std::string status = std::to_string(out.status);
  if (out.status == 429 || (out.status == 503 && out.retry_after_seconds > 0))
    return fail(out, "asked-to-wait",
                "The site asked to be left alone for a while (status " + status + ").");
  if (is_blocking(out.status))
    return fail(out, "blocked",
                "The site does not answer programs (status " + status +
                    "): open the page in your browser.");
  if (out.status == 404 || out.status == 410)
    return fail(out, "not-found",
                "The site says that there is no such page (status " + status + ").");
  if (out.status >= 500)
    return fail(out, "server-error",
                "The site answered with an error of its own (status " + status + ").");
  if (out.status != 200)
    return fail(out, "unexpected-status", "The site answered with status " + status + ".");
  if (host_of(out.final_url) != host_of(request.url))
    return fail(out, "moved",
                "The address leads to another site now: " + host_of(out.final_url) + ".");
  const std::string type = lower(out.content_type.substr(0, out.content_type.find(';')));
  if (!type.empty() && !type.starts_with("text/html") && !type.starts_with("application/xhtml") &&
      !type.starts_with("text/plain") && !type.starts_with("text/markdown"))
    return fail(out, "not-text", "The address answers with a file that is no page.");
  out.state = "ok";
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
