#include "installer/files.h"

#include <fstream>

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

std::optional<std::string> read_file(const fs::path& file) {
  std::error_code error;
  if (fs::is_directory(file, error)) return std::nullopt;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  std::string bytes(1 << 20, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

bool exists_at_all(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

}  // namespace optoutlog::installer
