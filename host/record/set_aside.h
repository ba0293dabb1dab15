#pragma once
#include <filesystem>

#include "base/clock.h"
#include "base/error.h"

namespace optoutlog::record {

// The way out of a damaged record: gives its file another name in the same folder,
// record-aside-DATE.db, so that the next entry begins a new one. Nothing is removed, changed or
// copied, and no file is replaced. Gives the new path, an empty one where there is no record.
// Errors: record.busy while another program holds the file; record.readonly, record.permissions,
// record.io, all with {path}.
Result<std::filesystem::path> set_aside(const std::filesystem::path& folder, Millis now);

}  // namespace optoutlog::record
