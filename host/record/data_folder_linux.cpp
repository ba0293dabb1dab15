#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "record/data_folder.h"

namespace optoutlog::record {

// Linux and the BSDs: the default of the XDG Base Directory Specification.
std::filesystem::path platform_data_folder() {
  constexpr const char* kPlace = ".local/share/optoutlog";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return std::filesystem::path(home) / kPlace;
  // A browser started by a service manager may have no HOME; the user database knows it.
  passwd entry{};
  passwd* found = nullptr;
  std::array<char, 4096> buffer;
  if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr &&
      found->pw_dir != nullptr && *found->pw_dir == '/')
    return std::filesystem::path(found->pw_dir) / kPlace;
  return {};
}

}  // namespace optoutlog::record
