#include "base/walls.h"

#include "base/data_folder.h"

namespace optoutlog {
namespace {

namespace fs = std::filesystem;

fs::path nearest_above(fs::path folder) {
  std::error_code error;
  while (!fs::is_directory(folder, error) && folder.has_relative_path())
    folder = folder.parent_path();
  return folder;
}

// Of the folder that the path leads to, over links too; empty where there is none.
std::string identity_of(const fs::path& folder) {
  return folder.empty() ? std::string() : file_identity(folder / ".");
}

}  // namespace

Enclosure::Enclosure(fs::path folder, Reach rest, Before before)
    : folder_(std::move(folder)), rest_(std::move(rest)), identity_(identity_of(folder_)) {
  if (!closed() && before == Before::kEverything && !folder_.empty()) {
    walls_.calls = wall_off_calls(rest_);
    later_ = can_wall_off_files();
    return;
  }
  Reach reach = rest_;
  reach.own.push_back(closed() ? folder_ : nearest_above(folder_));
  walls_ = raise_walls(reach);
}

bool Enclosure::hold() {
  const std::string now = identity_of(folder_);
  if (now == identity_) return true;
  if (closed()) return !walls_.files;
  Reach reach = rest_;
  reach.own.push_back(folder_);
  walls_.files = raise_walls(reach).files || walls_.files;
  later_ = false;
  identity_ = now;
  return true;
}

json Enclosure::told() const {
  if (!has_walls()) return nullptr;
  json names = json::array();
  if (walls_.files || later_) names.push_back("files");
  if (walls_.calls) names.push_back("calls");
  return names;
}

}  // namespace optoutlog
