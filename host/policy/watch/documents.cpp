#include "policy/watch/documents.h"

#include <algorithm>

#include "base/json.h"
#include "policy/text/embedded.h"

namespace optoutlog::policy {
namespace {

// "user@host:port" of an address, empty where the scheme is not https.
std::string_view authority(std::string_view url) {
  if (lower(url.substr(0, 8)) != "https://") return {};
  url.remove_prefix(8);
  return url.substr(0, url.find_first_of("/?#"));
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::string host_of(const std::string& url) {
  std::string_view place = authority(url);
  place.remove_prefix(
      std::min(place.find('@') == std::string_view::npos ? 0 : place.find('@') + 1, place.size()));
  if (place.starts_with('[')) return lower(place.substr(0, place.find(']') + 1));
  return lower(place.substr(0, place.find(':')));
}

std::optional<std::string> refused_url(const std::string& url) {
  if (url.size() > 2'000) return "the address is longer than 2,000 characters";
  for (const char c : url)
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F)
      return "the address holds white space or control characters";
  if (authority(url).empty() || host_of(url).empty())
    return "only https addresses with a host are read";
  if (authority(url).find('@') != std::string_view::npos)
    return "the address holds a user name, which would be sent to the site";
  if (url.find('#') != std::string::npos)
    return "the part behind # never reaches the site; leave it out";
  return std::nullopt;
}

const std::vector<Watched>& built_in_documents() {
  static const std::vector<Watched> documents = [] {
    std::vector<Watched> out;
    const auto data = json_of(embedded::kDocuments);
    for (const auto& one : data.at("documents")) {
      Watched document;
      document.id = one.at("id");
      document.platform = one.at("platform");
      document.name = one.at("name");
      document.url = one.at("url");
      document.lang = one.at("lang");
      if (one.at("needs_scripts").is_boolean())
        document.needs_scripts = one.at("needs_scripts").get<bool>();
      document.grade = one.at("grade");
      out.push_back(std::move(document));
    }
    return out;
  }();
  return documents;
}

}  // namespace optoutlog::policy
