#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

#include "install/system/machine.h"

#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

namespace optoutlog::install {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// An XDG base folder: the variable if it is an absolute path, else the fallback.
std::string base_folder(const char* name, const std::string& fallback) {
  std::string value = variable(name);
  return !value.empty() && value.front() == '/' ? value : fallback;
}

std::string home_folder() {
  std::string home = variable("HOME");
  if (!home.empty() && home.front() == '/') return home;
  const passwd* entry = getpwuid(getuid());
  return entry && entry->pw_dir ? entry->pw_dir : "";
}

}  // namespace

Machine this_machine() {
  Machine machine;
#ifdef __APPLE__
  machine.os = Os::kMacos;
#else
  machine.os = Os::kLinux;
#endif
  const std::string home = home_folder();
  if (!home.empty()) {
    machine.words["home"] = home;
    machine.words["config"] = base_folder("XDG_CONFIG_HOME", home + "/.config");
    machine.words["chrome-config"] = base_folder("CHROME_CONFIG_HOME", machine.words["config"]);
    machine.words["support"] = home + "/Library/Application Support";
    machine.user_data =
        machine.os == Os::kMacos
            ? fs::path(machine.words["support"]) / "optoutlog"
            : fs::path(base_folder("XDG_DATA_HOME", home + "/.local/share")) / "optoutlog";
  }
  machine.system_data =
      machine.os == Os::kMacos ? "/Library/Application Support/optoutlog" : "/var/lib/optoutlog";
  std::istringstream folders(variable("PATH"));
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (!folder.empty() && folder.front() == '/') machine.program_folders.emplace_back(folder);
  }
  machine.chrome_user_data = base_folder("CHROME_USER_DATA_DIR", "");
  const std::string sudoer = variable("SUDO_UID");
  machine.sudo = geteuid() == 0 && !sudoer.empty() && sudoer != "0";
  struct stat info {};
  machine.foreign_home =
      geteuid() == 0 && !home.empty() && stat(home.c_str(), &info) == 0 && info.st_uid != 0;
  return machine;
}

fs::path called_as() {
#ifdef __APPLE__
  char buffer[4096];
  uint32_t size = sizeof buffer;
  if (_NSGetExecutablePath(buffer, &size) != 0) return {};
  return fs::absolute(buffer).lexically_normal();
#else
  std::ifstream arguments("/proc/self/cmdline", std::ios::binary);
  std::string first;
  std::getline(arguments, first, '\0');
  std::error_code error;
  const auto is_this = [&](const fs::path& path) {
    return fs::equivalent(path, "/proc/self/exe", error);
  };
  if (first.find('/') != std::string::npos) {
    const fs::path path = fs::absolute(first).lexically_normal();
    return is_this(path) ? path : fs::path();
  }
  for (const fs::path& folder : this_machine().program_folders)
    if (is_this(folder / first)) return (folder / first).lexically_normal();
  return {};
#endif
}

fs::path this_executable() {
  std::error_code error;
#ifdef __APPLE__
  char buffer[4096];
  uint32_t size = sizeof buffer;
  if (_NSGetExecutablePath(buffer, &size) != 0) return {};
  return fs::canonical(buffer, error);
#else
  return fs::canonical("/proc/self/exe", error);
#endif
}

}  // namespace optoutlog::install
