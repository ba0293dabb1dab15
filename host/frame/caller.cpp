#include "frame/caller.h"

#include <algorithm>

#include "ids.h"

namespace optoutlog::frame {
namespace {

template <class List>
bool contains(const List& list, std::string_view id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

bool is_chromium_id(std::string_view id) {
  return id.size() == 32 &&
         std::all_of(id.begin(), id.end(), [](char c) { return c >= 'a' && c <= 'p'; });
}

// An add-on id: something@somewhere or a GUID in braces; Mozilla's manifest schema allows these
// characters.
bool is_firefox_id(std::string_view id) {
  return !id.empty() && id.size() <= 80 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("@._-{}").find(c) != std::string_view::npos;
  });
}

}  // namespace

Caller parse_caller(const std::vector<std::string_view>& args) {
  constexpr std::string_view kChromiumScheme = "chrome-extension://";
  Caller caller;
  if (args.empty()) return caller;
  std::string_view first = args[0];

  if (first.substr(0, kChromiumScheme.size()) == kChromiumScheme) {
    std::string_view id = first.substr(kChromiumScheme.size());
    // Browsers write the slash, their documentation does not.
    if (!id.empty() && id.back() == '/') id.remove_suffix(1);
    caller.kind = is_chromium_id(id) ? CallerKind::kChromium : CallerKind::kUnknown;
    if (caller.kind == CallerKind::kChromium) caller.id = id;
    caller.allowed = contains(ids::kChromium, caller.id);
    return caller;
  }
  if (first.find("://") !=
      std::string_view::npos) {  // moz-extension and the like: nothing that we know
    caller.kind = CallerKind::kUnknown;
    return caller;
  }
  constexpr std::string_view kManifestSuffix = ".json";
  if (first.size() > kManifestSuffix.size() &&
      first.substr(first.size() - kManifestSuffix.size()) == kManifestSuffix) {
    const bool named = args.size() > 1 && is_firefox_id(args[1]);
    caller.kind = named ? CallerKind::kFirefox : CallerKind::kUnknown;
    if (named) caller.id = args[1];
    caller.allowed = contains(ids::kFirefox, caller.id);
    return caller;
  }
  return caller;
}

}  // namespace optoutlog::frame
