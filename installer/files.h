#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "installer/machine.h"

// The few file operations of the installer, each either done or explained.
namespace optoutlog::installer {

// What went wrong, for programs (`name`, stable and dotted) and for people.
struct Problem {
  std::string name;
  std::string what;
  std::string remedy;
};

// Writes the whole file or leaves the old one as it was: a temporary file beside it, fsync, rename, fsync of
// the folder. The mode is 0644 whatever the umask. A symbolic link at the path is replaced, not followed.
std::optional<Problem> write_atomically(const fs::path& file, std::string_view bytes);

// Who may look into a folder that is made: everybody (0755 whatever the umask: other users' browsers must get
// there), as the umask says, or the owner alone (0700).
enum class Access { kEverybody, kUmask, kOwner };

// Makes the folder and those above it that are missing; appends what it made to `made`, outermost first.
std::optional<Problem> make_folders(const fs::path& folder, Access access, std::vector<fs::path>& made);

// Removes the file; a file that is not there is no problem.
std::optional<Problem> remove_file(const fs::path& file);

// Removes the folder if it is empty; true when it is gone afterwards.
bool remove_if_empty(const fs::path& folder);

// The whole file, or nothing when it is absent, may not be read, or is no regular file (a folder, a pipe, a
// device). At most kMostBytesRead are read.
inline constexpr std::size_t kMostBytesRead = std::size_t{1} << 20;
std::optional<std::string> read_file(const fs::path& file);

// True for a file, a folder or a dangling link.
bool exists_at_all(const fs::path& path);

}  // namespace optoutlog::installer
