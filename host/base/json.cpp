#include "base/json.h"

namespace nlohmann {
OPTOUTLOG_JSON_MEMBERS()
}

namespace optoutlog {

nlohmann::json json_of(std::string_view text) {
  return nlohmann::json::parse(text.begin(), text.end());
}

nlohmann::json json_or_discarded(std::string_view text, Comments comments) {
  return nlohmann::json::parse(text.begin(), text.end(), nullptr, false,
                               comments == Comments::kSkipped);
}

}  // namespace optoutlog
