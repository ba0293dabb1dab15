#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "install/system/machine.h"

// The few file operations of the installer, each either done or explained.
namespace optoutlog::install {

// What went wrong, for programs (`name`, stable and dotted) and for people.
struct Problem {
  std::string name;
  std::string what;
  std::string remedy;
};

// What stands at the place of a file, so that it can be put back as it was.
struct Standing {
  // of a link: those of the file that it leads to, empty where to none
  std::string bytes;
  std::optional<unsigned> mode;     // permission bits of a file; nothing: not known
  std::optional<std::string> link;  // the target of a symbolic link as it is written; utf8() of it

  bool operator==(const Standing& other) const;  // the mode apart
};

// Nothing where nothing is, where it may not be read, and where it cannot be put back from this: a
// folder, a pipe, a file of more than 1 MiB.
std::optional<Standing> read_standing(const fs::path& file);

// Writes the whole file or leaves the old one as it was: a temporary file beside it, fsync, rename,
// fsync of the folder. The mode is as given whatever the umask (no matter on Windows). A symbolic
// link at the path is replaced, not followed.
std::optional<Problem> write_atomically(const fs::path& file, std::string_view bytes,
                                        unsigned mode = 0644);

// The same for a symbolic link to `target`.
std::optional<Problem> link_atomically(const fs::path& file, const fs::path& target);

// Puts back what read_standing() saw, in the same way.
std::optional<Problem> put_back(const fs::path& file, const Standing& standing);

// Whether a file of this name is what a stopped write_atomically() of `file` left.
bool left_over(const std::string& name, const fs::path& file);

// Removes what stopped writes of the file left beside it; true when there was any.
bool sweep(const fs::path& file);

// Who may look into a folder that is made: everybody (0755 whatever the umask: other users'
// browsers must get there), as the umask says, or the owner alone (0700).
enum class Access { kEverybody, kUmask, kOwner };

// The folder and those above it that are not there, outermost first.
std::vector<fs::path> missing_folders(const fs::path& folder);

// Makes the folder and those above it that are missing; appends what it made to `made`, outermost
// first.
std::optional<Problem> make_folders(const fs::path& folder, Access access,
                                    std::vector<fs::path>& made);

// Removes the file; a file that is not there is no problem.
std::optional<Problem> remove_file(const fs::path& file);

// Removes the folder if it is empty; true when it is gone afterwards.
bool remove_if_empty(const fs::path& folder);

// The whole file, or nothing when it is absent, may not be read, or is no regular file (a folder, a
// pipe, a device). At most `most` bytes are read.
inline constexpr std::size_t kMostBytesRead = std::size_t{1} << 20;
std::optional<std::string> read_file(const fs::path& file, std::size_t most = kMostBytesRead);

// True for a file, a folder or a dangling link.
bool exists_at_all(const fs::path& path);

}  // namespace optoutlog::install
