// What a transfer came to, by the names of POLICY.md, "States of a check".
#include <algorithm>

#include "policy/watch/documents.h"
#include "policy/watch/transfer.h"

namespace optoutlog::policy {
namespace {

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

// Nothing whole came.
void say_why_not(CURLcode code, Fetched& out) {
  switch (code) {
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
}

// Something came: whether it is an answer to a request for a time-stamp.
void weigh_reply(Fetched& out) {
  const std::string status = std::to_string(out.status);
  if (out.status >= 300 && out.status < 400)
    return fail(
        out, "redirected",
        "The authority's address leads elsewhere, where nothing was sent (status " + status + ").");
  if (out.status == 429 || (out.status == 503 && out.retry_after_seconds > 0))
    return fail(out, "asked-to-wait",
                "The authority asked to be left alone for a while (status " + status + ").");
  if (out.status >= 500)
    return fail(out, "server-error",
                "The authority answered with an error of its own (status " + status + ").");
  if (out.status != 200 && out.status != 201)
    return fail(out, "unexpected-status", "The authority answered with status " + status + ".");
  const std::string type = lower(out.content_type.substr(0, out.content_type.find(';')));
  if (type != "application/timestamp-reply")
    return fail(out, "not-a-reply", "What the address answers is no time-stamp.");
  out.state = "ok";
}

// Something came: whether it is the document, by status, address and type.
void weigh_answer(const FetchRequest& request, Fetched& out) {
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

}  // namespace

void fail(Fetched& out, const char* state, std::string detail) {
  out.state = state;
  out.detail = std::move(detail);
  out.body.clear();
}

void classify(CURL* easy, const FetchRequest& request, const Transfer& transfer, CURLcode code) {
  Fetched& out = *transfer.out;
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
  const bool stamp = !request.stamp_request.empty();
  if (transfer.too_large)
    return fail(out, "too-large",
                stamp ? "The answer is larger than a time-stamp is; it was not read to its end."
                : request.robots ? "The file is larger than 64 KiB; it was not read to its end."
                                 : "The page is larger than 8 MiB; it was not read to its end.");
  if (code != CURLE_OK) return say_why_not(code, out);
  if (stamp) return weigh_reply(out);
  weigh_answer(request, out);
}

}  // namespace optoutlog::policy
