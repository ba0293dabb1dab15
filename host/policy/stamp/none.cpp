// A build without OpenSSL: time-stamps are kept and shown, and their tokens not looked at, which is
// said.
#include "policy/stamp/token.h"

namespace optoutlog::policy {

bool can_check_tokens() {
  return false;
}
std::optional<StampRequest> stamp_request(const Hash&, const std::string&) {
  return std::nullopt;
}
StampReply stamp_reply(std::string_view) {
  return {};
}
TokenJudgement judge_token(std::string_view, const TokenQuestion&) {
  return {};
}
std::vector<std::string> certificates_of(const std::string&) {
  return {};
}
std::vector<std::string> crls_of(const std::string&) {
  return {};
}

}  // namespace optoutlog::policy
