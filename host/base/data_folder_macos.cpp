#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "base/data_folder.h"

namespace optoutlog {

// Not run on a real Mac. Desktop, Documents and Downloads are guarded by privacy prompts; this
// place is not.
std::filesystem::path platform_data_folder() {
  constexpr const char* kPlace = "Library/Application Support/optoutlog";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return std::filesystem::path(home) / kPlace;
  passwd entry{};
  passwd* found = nullptr;
  std::array<char, 4096> buffer;
  if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 &&
      found != nullptr && found->pw_dir != nullptr && *found->pw_dir == '/')
    return std::filesystem::path(found->pw_dir) / kPlace;
  return {};
}

}  // namespace optoutlog
