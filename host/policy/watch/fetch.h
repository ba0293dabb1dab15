#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

// One document over https by libcurl, as a stranger sees it: no cookies, no referer, no sign-in, an
// honest name. One request at a time over one reused handle. Nothing here knows the record.
namespace optoutlog::policy {

// decoded bytes, which also stops compression bombs
inline constexpr std::size_t kMaxBody = 8u << 20;
inline constexpr int kMaxRedirects = 5;

struct FetchOptions {
  // OPTOUTLOG_POLICY_CA: a file of certificates to trust instead of the system's
  std::string ca_file;
  std::string
      // OPTOUTLOG_POLICY_CONNECT_TO: "host:443:127.0.0.1:8443,…", for tests and odd networks
      connect_to;
  long connect_seconds = 10;
  long total_seconds = 60;
  long slow_seconds = 20;  // below slow_bytes a second for so long: given up
  long slow_bytes = 64;
  // before the second try, and half as much again before the third; plus jitter
  long retry_millis = 1'500;
  static FetchOptions from_environment();
};

struct FetchRequest {
  std::string url;
  std::string lang;                 // sent as Accept-Language
  std::string etag, last_modified;  // of the stored text; empty: not conditional
  bool own_url = false;             // added by the user: private and loopback addresses are refused
  // Where it is not empty: sent by POST as a request for a time-stamp, which no redirect takes
  // elsewhere and whose answer is small. Nothing about the person or the documents goes with it.
  std::string stamp_request;
  bool robots = false;  // a robots.txt: small, and asked for under a name that says so
};

// The most bytes that an answer to a request for a time-stamp may have.
inline constexpr std::size_t kMaxReply = 48u << 10;
// The most bytes that a robots.txt may have.
inline constexpr std::size_t kMaxRobots = 64u << 10;

struct Fetched {
  // "ok", "not-modified", or why there is no text: POLICY.md, "States of a check", lists the names.
  std::string state;
  std::string detail;  // one English sentence, empty for "ok" and "not-modified"
  long status = 0;     // HTTP status, 0 where none came
  std::string final_url, content_type, charset, etag, last_modified, date;
  std::string body;  // decoded
  long retry_after_seconds = 0;
};

class Fetcher {
 public:
  explicit Fetcher(FetchOptions options);
  ~Fetcher();
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  // Blocks until there is an answer, at most a few minutes; `cancelled` is looked at several times
  // a second. Network errors and 5xx are tried three times in all; 429 and 503 with Retry-After
  // never in this process.
  Fetched get(const FetchRequest& request, const std::atomic<bool>& cancelled);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// "proxy.example:3128" where the environment names one for https, else empty. For diagnostics.
std::string proxy_in_use();

}  // namespace optoutlog::policy
