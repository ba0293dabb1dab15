#include "install/system/permissions.h"

namespace optoutlog::install {

std::optional<fs::path> closed_folder(const fs::path&, bool) {
  return std::nullopt;
}

bool readable(const fs::path&, bool) {
  return true;
}

bool runnable(const fs::path&, bool) {
  return true;
}

bool open_to_writers(const fs::path&) {
  return false;
}

std::optional<fs::path> folder_open_to_writers(const fs::path&) {
  return std::nullopt;
}

bool mounted_without_exec(const fs::path&) {
  return false;
}

bool needs_root(const fs::path&) {
  return false;
}

}  // namespace optoutlog::install
