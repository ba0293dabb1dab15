#include "policy/witness/witnesses.h"

#include "base/json.h"
#include "policy/text/embedded.h"

namespace optoutlog::policy {

const std::vector<Witness>& known_witnesses() {
  static const std::vector<Witness> witnesses = [] {
    std::vector<Witness> out;
    const auto data = json_of(embedded::kWitnesses);
    for (const auto& one : data.at("witnesses"))
      out.push_back({one.at("platform"), one.at("control"),
                     one.at("agents").get<std::vector<std::string>>(), one.at("signal")});
    return out;
  }();
  return witnesses;
}

}  // namespace optoutlog::policy
