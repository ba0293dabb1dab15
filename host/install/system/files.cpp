#include "install/system/files.h"

namespace optoutlog::install {

bool Standing::operator==(const Standing& other) const {
  return link == other.link && (link || bytes == other.bytes);
}

std::optional<Standing> read_standing(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(file, error);
  Standing standing;
  if (fs::is_symlink(status)) {
    const fs::path target = fs::read_symlink(file, error);
    if (error) return std::nullopt;
    standing.link = utf8(target);
    if (fs::is_regular_file(file, error)) standing.bytes = read_file(file).value_or("");
    return standing;
  }
  if (!fs::is_regular_file(status) || fs::file_size(file, error) > kMostBytesRead || error)
    return std::nullopt;
  const auto bytes = read_file(file);
  if (!bytes) return std::nullopt;
  standing.bytes = *bytes;
  standing.mode = static_cast<unsigned>(status.permissions() & fs::perms::mask);
  return standing;
}

std::optional<Problem> put_back(const fs::path& file, const Standing& standing) {
  return standing.link ? link_atomically(file, from_utf8(*standing.link))
                       : write_atomically(file, standing.bytes, standing.mode.value_or(0644));
}

bool sweep(const fs::path& file) {
  std::error_code error;
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(file.parent_path(), error)) {
    std::error_code ignored;
    if (!entry.is_directory(ignored) && left_over(utf8(entry.path().filename()), file))
      found.push_back(entry.path());
  }
  for (const fs::path& each : found) remove_file(each);
  return !found.empty();
}

std::vector<fs::path> missing_folders(const fs::path& folder) {
  std::vector<fs::path> missing;
  std::error_code error;
  for (fs::path each = folder; !each.empty() && !fs::exists(each, error);
       each = each.parent_path()) {
    missing.insert(missing.begin(), each);
    if (each == each.parent_path()) break;
  }
  return missing;
}

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

}  // namespace optoutlog::install
