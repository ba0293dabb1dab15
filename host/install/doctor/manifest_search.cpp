#include "install/doctor/manifest_search.h"

#include <algorithm>

#include "install/system/files.h"
#include "install/system/permissions.h"
#include "install/system/registry.h"

namespace optoutlog::install {
namespace {

// By the mode bits, not by trying: root may read everything, the browser's user may not.
std::optional<Issue> unreadable(const Found& found) {
  std::error_code error;
  if (!fs::is_regular_file(found.file, error)) return Issue{"manifest.no-file", ""};
  if (!read_file(found.file)) return Issue{"manifest.unreadable", "you lack the permission"};
  const bool everybody = found.place.scope == Scope::kSystem;
  if (!readable(found.file, everybody)) {
    return Issue{"manifest.unreadable",
                 everybody ? "other users lack the permission" : "its owner lacks the permission"};
  }
  if (!everybody) return std::nullopt;
  const auto closed = closed_folder(found.file, true);
  return closed ? std::optional(Issue{"manifest.folder-closed", utf8(*closed)}) : std::nullopt;
}

std::optional<Found> look(const Place& place, Family family, Os os, const std::string& host_name) {
  Found found{place, place.manifest(host_name), {}, {}};
  if (!place.key.empty()) {
    const auto value = read_registry(place.scope, place.key + "\\" + host_name);
    if (!value) return std::nullopt;
    found.file = from_utf8(*value);
    if (!exists_at_all(found.file)) {
      found.issues.push_back({"manifest.key-missing-file", ""});
      return found;
    }
  }
  if (!exists_at_all(found.file)) return std::nullopt;
  if (auto issue = unreadable(found)) {
    found.issues.push_back(*issue);
  } else {
    const Verdict verdict =
        validate_manifest(family, os, host_name, read_file(found.file).value_or(""));
    found.issues = verdict.issues;
    found.manifest = verdict.manifest;
  }
  return found;
}

}  // namespace

bool Found::valid() const {
  return std::none_of(issues.begin(), issues.end(), fatal);
}

std::vector<Found> find_manifests(Family family, Os os, const std::string& host_name,
                                  const std::vector<Place>& places) {
  std::vector<Found> result;
  for (const Place& place : places) {
    if (auto found = look(place, family, os, host_name)) result.push_back(std::move(*found));
  }
  return result;
}

}  // namespace optoutlog::install
