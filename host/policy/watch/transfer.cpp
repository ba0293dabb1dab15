#include "policy/watch/transfer.h"

#include "policy/watch/address.h"
#include "policy/watch/documents.h"

namespace optoutlog::policy {
namespace {

std::size_t on_body(char* data, std::size_t, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (transfer.out->body.size() + count > transfer.limit) {
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
  const bool proxy = transfer.proxy_port != 0 && port_of(&address->addr) == transfer.proxy_port;
  if (transfer.check_address && !proxy && is_private_address(&address->addr)) {
    transfer.refused_address = true;
    return CURL_SOCKET_BAD;
  }
  return open_socket(address->family, address->socktype, address->protocol);
}

}  // namespace

void receive(CURL* easy, Transfer& transfer) {
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &on_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &on_header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &on_socket);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &transfer);
}

}  // namespace optoutlog::policy
