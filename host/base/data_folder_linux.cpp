#include <pwd.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "base/data_folder.h"

namespace optoutlog {

// Linux: the default of the XDG Base Directory Specification.
std::filesystem::path platform_data_folder() {
  constexpr const char* kPlace = ".local/share/optoutlog";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return std::filesystem::path(home) / kPlace;
  // A browser started by a service manager may have no HOME; the user database knows it. Read as
  // the file that it is: getpwuid asks name services, some of them over a socket, and this program
  // makes none.
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> users(std::fopen("/etc/passwd", "re"),
                                                              &std::fclose);
  while (const passwd* user = users ? ::fgetpwent(users.get()) : nullptr) {
    if (user->pw_uid == ::geteuid() && *user->pw_dir == '/')
      return std::filesystem::path(user->pw_dir) / kPlace;
  }
  return {};
}

}  // namespace optoutlog
