#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>

#include "install/system/permissions.h"

namespace optoutlog::install {
namespace {

constexpr int kMostLinks = 8;

bool allows(const fs::path& path, fs::perms wanted) {
  std::error_code error;
  const fs::perms mode = fs::status(path, error).permissions();
  return !error && (mode & wanted) == wanted;
}

bool may_enter(const fs::path& folder, bool everybody) {
  if (access(folder.c_str(), X_OK) != 0 && errno == EACCES) return false;
  std::error_code error;
  return !everybody || !fs::is_directory(folder, error) || allows(folder, fs::perms::others_exec);
}

}  // namespace

std::optional<fs::path> closed_folder(const fs::path& path, bool everybody) {
  fs::path at = path;
  for (int links = 0; links < kMostLinks; ++links) {
    fs::path folder;
    for (const fs::path& part : at.parent_path()) {
      folder /= part;
      if (!may_enter(folder, everybody)) return folder;
    }
    std::error_code error;
    const fs::path target = fs::read_symlink(at, error);
    if (error) return std::nullopt;
    at = (at.parent_path() / target).lexically_normal();
  }
  return std::nullopt;
}

bool readable(const fs::path& file, bool everybody) {
  return allows(file, everybody ? fs::perms::others_read : fs::perms::owner_read);
}

bool runnable(const fs::path& program, bool everybody) {
  if (everybody && !allows(program, fs::perms::others_exec)) return false;
  return geteuid() == 0 ? allows(program, fs::perms::owner_exec)
                        : access(program.c_str(), X_OK) == 0;
}

bool open_to_writers(const fs::path& file) {
  return allows(file, fs::perms::others_write);
}

std::optional<fs::path> folder_open_to_writers(const fs::path& path) {
  fs::path folder;
  for (const fs::path& part : path.parent_path()) {
    folder /= part;
    if (open_to_writers(folder) && !allows(folder, fs::perms::sticky_bit)) return folder;
  }
  return std::nullopt;
}

bool mounted_without_exec([[maybe_unused]] const fs::path& program) {
#ifdef ST_NOEXEC
  struct statvfs info;
  return statvfs(program.c_str(), &info) == 0 && (info.f_flag & ST_NOEXEC) != 0;
#else
  return false;
#endif
}

bool needs_root(const fs::path& path) {
  struct stat info;
  return geteuid() != 0 && stat(path.c_str(), &info) == 0 && info.st_uid != geteuid();
}

}  // namespace optoutlog::install
