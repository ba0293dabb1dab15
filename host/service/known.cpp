#include "service/known.h"

#include <algorithm>
#include <iterator>

namespace optoutlog::service::known {
namespace {

#include "service/known.inc"

}  // namespace

const Platform* platform(std::string_view id) {
  const auto* found = std::find_if(std::begin(kPlatforms), std::end(kPlatforms),
                                   [&](const Platform& p) { return p.id == id; });
  return found == std::end(kPlatforms) ? nullptr : found;
}

const Control* control(std::string_view platform, std::string_view id) {
  const auto* found =
      std::find_if(std::begin(kControls), std::end(kControls),
                   [&](const Control& c) { return c.platform == platform && c.id == id; });
  return found == std::end(kControls) ? nullptr : found;
}

std::string_view name(std::string_view platform_id) {
  const Platform* found = platform(platform_id);
  return found == nullptr ? platform_id : found->name;
}

bool is_of_older_rule(std::string_view platform, std::string_view id) {
  return control(platform, id) == nullptr &&
         std::any_of(std::begin(kControls), std::end(kControls),
                     [&](const Control& c) { return c.platform == platform; });
}

std::vector<std::string> list(std::string_view texts) {
  std::vector<std::string> out;
  while (!texts.empty()) {
    const auto end = std::min(texts.find('\n'), texts.size());
    out.emplace_back(texts.substr(0, end));
    texts.remove_prefix(std::min(end + 1, texts.size()));
  }
  return out;
}

}  // namespace optoutlog::service::known
