#pragma once
#include <optional>

#include "install/system/machine.h"

// Who may reach, read and run a file, by mode bits where root asks: root may do everything, the
// browser's user may not. `everybody` stands for all users of the computer, whom a system-wide
// manifest has to serve; without it the user who runs this is meant. On Windows, where folders hand
// down their access lists, nothing is found closed.
namespace optoutlog::install {

// The outermost folder on the way to `path`, links followed, that may not be entered.
std::optional<fs::path> closed_folder(const fs::path& path, bool everybody);

bool readable(const fs::path& file, bool everybody);
bool runnable(const fs::path& program, bool everybody);

// Whether every user may write to it.
bool open_to_writers(const fs::path& file);

// The outermost folder on the way to `path` in which every user may put another in the place of
// what lies there: one that all may write, and that is not sticky as /tmp is.
std::optional<fs::path> folder_open_to_writers(const fs::path& path);

// Whether it lies on a file system from which nothing may be run.
bool mounted_without_exec(const fs::path& program);

// Whether only another user (or root) may change its permissions.
bool needs_root(const fs::path& path);

}  // namespace optoutlog::install
