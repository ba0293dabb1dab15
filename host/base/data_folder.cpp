#include "base/data_folder.h"

#include <cstdlib>

namespace optoutlog {
namespace {

std::filesystem::path from_environment(const char* name) {
  const char* value = std::getenv(name);  // read once, before any thread exists
  return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
}

}  // namespace

Result<std::filesystem::path> data_folder() {
  if (auto own = from_environment("OPTOUTLOG_DATA"); !own.empty()) {
    if (!own.is_absolute())
      return Error(errors::kRecordNoPlace,
                   "OPTOUTLOG_DATA names a relative folder, which would be a different one for "
                   "every program. Set it to an absolute path.",
                   {{"why", "OPTOUTLOG_DATA is relative"}});
    return own.lexically_normal();
  }
  if (auto xdg = from_environment("XDG_DATA_HOME"); xdg.is_absolute()) return xdg / "optoutlog";
  auto place = platform_data_folder();
  if (place.is_absolute()) return place;
  return Error(errors::kRecordNoPlace,
               "No home folder is known, so there is no place for the record. Set OPTOUTLOG_DATA "
               "to a folder of yours.",
               {{"why", "no home folder"}});
}

}  // namespace optoutlog
