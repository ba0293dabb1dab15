#include "policy/stamp/authorities.h"

#include "base/json.h"
#include "policy/text/embedded.h"

namespace optoutlog::policy {

const std::vector<Authority>& known_authorities() {
  static const std::vector<Authority> authorities = [] {
    std::vector<Authority> out;
    const auto data = json_of(embedded::kAuthorities);
    for (const auto& one : data.at("authorities"))
      out.push_back({one.at("name"), one.at("title"), one.at("url"), one.at("terms"),
                     one.at("certificates"), one.at("policy").get<std::vector<std::string>>(),
                     one.at("grade")});
    return out;
  }();
  return authorities;
}

}  // namespace optoutlog::policy
