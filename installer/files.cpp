#include "installer/files.h"

namespace optoutlog::installer {

bool remove_if_empty(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(folder, error))) return true;
  if (!fs::is_directory(fs::symlink_status(folder, error))) return false;
  return fs::remove(folder, error) && !error;
}

std::optional<Problem> remove_file(const fs::path& file) {
  std::error_code error;
  fs::remove(file, error);
  if (!error) return std::nullopt;
  return Problem{"file.remove", "Could not remove " + utf8(file) + ": " + error.message() + ".",
                 "Remove it by hand, or run this as the user who owns it."};
}

bool exists_at_all(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

}  // namespace optoutlog::installer
