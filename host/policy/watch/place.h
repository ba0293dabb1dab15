#pragma once
#include "base/error.h"
#include "base/walls.h"

// Where the watch works, and what of the system it needs besides: a page that comes from a stranger
// is parsed where the record cannot be reached.
namespace optoutlog::policy {

// The watch's own folder in the data folder. What an older version kept in the data folder itself
// is brought there first. Errors: policy.store-*; nothing was moved then.
Result<std::filesystem::path> settle_folder(const std::filesystem::path& data);

// What it only reads: certificates, how names are resolved, libraries. Never `data`, the data
// folder, also where that lies below one of these.
Reach reach_outside(const std::filesystem::path& data);

}  // namespace optoutlog::policy
