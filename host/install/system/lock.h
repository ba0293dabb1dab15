#pragma once
#include <chrono>
#include <memory>

#include "install/system/machine.h"

// One program at a time.
namespace optoutlog::install {

// The lock of an existing folder, held until the value goes, or until the process ends; the folder
// is not changed. Null: another program held it for `patience`. Where the file system knows no
// locks, nothing is held and nobody waits.
std::shared_ptr<void> lock_folder(const fs::path& folder, std::chrono::milliseconds patience);

}  // namespace optoutlog::install
