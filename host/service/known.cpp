#include "service/known.h"

#include <algorithm>
#include <iterator>

namespace optoutlog::service::known {
namespace {

#include "service/known.inc"

}  // namespace

std::span<const Platform> platforms() {
  return kPlatforms;
}

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

std::string own_site(std::string_view platform_id) {
  constexpr std::string_view kOwn = "own-";
  if (platform_id.substr(0, kOwn.size()) != kOwn) return {};
  std::string host;
  for (std::string_view rest = platform_id.substr(kOwn.size()); !rest.empty();) {
    const bool hyphen = rest.substr(0, 2) == "--";
    host += hyphen || rest[0] != '-' ? rest[0] : '.';
    rest.remove_prefix(hyphen ? 2 : 1);
  }
  return host;
}

std::string name(std::string_view platform_id) {
  if (const Platform* found = platform(platform_id)) return std::string(found->name);
  const std::string own = own_site(platform_id);
  return own.empty() ? std::string(platform_id) : own;
}

bool is_of_older_rule(std::string_view platform, std::string_view id) {
  return control(platform, id) == nullptr &&
         std::any_of(std::begin(kControls), std::end(kControls),
                     [&](const Control& c) { return c.platform == platform; });
}

std::vector<Fact> facts(std::string_view texts) {
  const auto next = [](std::string_view& rest, char end) {
    const auto at = std::min(rest.find(end), rest.size());
    const std::string_view first = rest.substr(0, at);
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return first;
  };
  std::vector<Fact> out;
  while (!texts.empty()) {
    std::string_view line = next(texts, '\n');
    Fact& fact = out.emplace_back();
    for (std::string* part : {&fact.text, &fact.key, &fact.source, &fact.seen})
      *part = next(line, '\t');
  }
  return out;
}

std::vector<std::string> list(std::string_view texts) {
  std::vector<std::string> out;
  for (Fact& fact : facts(texts)) out.push_back(std::move(fact.text));
  return out;
}

}  // namespace optoutlog::service::known
