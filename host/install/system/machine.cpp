#include "install/system/machine.h"

namespace optoutlog::install {

std::string utf8(const fs::path& path) {
  const std::u8string text = path.u8string();
  return std::string(text.begin(), text.end());
}

fs::path from_utf8(const std::string& text) {
  return fs::path(std::u8string(text.begin(), text.end()));
}

fs::path under_root(const fs::path& root, const fs::path& path) {
  return root.empty() ? path : root / path.relative_path();
}

const char* word(Os os) {
  switch (os) {
    case Os::kLinux:
      return "linux";
    case Os::kMacos:
      return "macos";
    case Os::kWindows:
      return "windows";
  }
  return "linux";
}

const char* word(Scope scope) {
  return scope == Scope::kUser ? "user" : "system";
}

}  // namespace optoutlog::install
