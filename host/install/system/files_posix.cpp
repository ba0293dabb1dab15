#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <utility>

#include "install/system/files.h"

namespace optoutlog::install {
namespace {

Problem problem(const char* name, const std::string& doing, int code) {
  std::string remedy = "Look at that place, then try again.";
  if (code == EACCES || code == EPERM) {
    remedy = "Run this as the user who owns the folder; for --system, run it with sudo.";
  } else if (code == ENOSPC || code == EDQUOT) {
    remedy = "Make room on the disk, then try again.";
  } else if (code == EROFS) {
    remedy = "The file system is mounted read-only: mount it writable, then try again.";
  } else if (code == ENOTDIR) {
    remedy = "A file stands on that path where a folder has to be: move it away, then try again.";
  } else if (code == EISDIR) {
    remedy = "A folder stands where the file has to be: move it away, then try again.";
  } else if (code == ENOENT) {
    remedy =
        "A folder on that path is gone, or is a link to a place that is gone: make it or remove "
        "the link, then try again.";
  }
  return {name, "Could not " + doing + ": " + std::strerror(code) + ".", remedy};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// Where a write of this file begins, beside it; left_over() knows the name again.
std::string pattern_of(const fs::path& file) {
  return (file.parent_path() / ("." + file.filename().string() + ".XXXXXX")).string();
}

void sync_folder_of(const fs::path& file) {
  const int folder = open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  fsync(folder);  // some file systems do not know how to sync a folder: no reason to fail
  close(folder);
}

}  // namespace

bool left_over(const std::string& name, const fs::path& file) {
  const std::string start = "." + file.filename().string() + ".";
  return name.size() == start.size() + 6 && name.compare(0, start.size(), start) == 0 &&
         std::all_of(name.begin() + static_cast<std::ptrdiff_t>(start.size()), name.end(),
                     [](unsigned char c) { return std::isalnum(c) != 0; });
}

std::optional<Problem> link_atomically(const fs::path& file, const fs::path& target) {
  // A file of that name first, so that the name is nobody else's.
  std::string temporary = pattern_of(file);
  const int descriptor = mkstemp(temporary.data());
  if (descriptor < 0)
    return problem("file.write", "write in " + file.parent_path().string(), errno);
  close(descriptor);
  unlink(temporary.c_str());
  if (symlink(target.c_str(), temporary.c_str()) == 0 &&
      rename(temporary.c_str(), file.c_str()) == 0) {
    sync_folder_of(file);
    return std::nullopt;
  }
  const int code = errno;
  unlink(temporary.c_str());
  return problem("file.write", "make the link " + file.string(), code);
}

std::optional<Problem> write_atomically(const fs::path& file, std::string_view bytes,
                                        unsigned mode) {
  std::string temporary = pattern_of(file);
  const int descriptor = mkstemp(temporary.data());
  if (descriptor < 0)
    return problem("file.write", "write in " + file.parent_path().string(), errno);
  // fchmod, not the umask: a manifest that the browser's user cannot read is "not found" to the
  // browser.
  const bool written = fchmod(descriptor, static_cast<mode_t>(mode)) == 0 &&
                       write_all(descriptor, bytes) && fsync(descriptor) == 0;
  int code = errno;
  close(descriptor);
  if (written && rename(temporary.c_str(), file.c_str()) == 0) {
    sync_folder_of(file);
    return std::nullopt;
  }
  if (written) code = errno;
  unlink(temporary.c_str());
  return problem("file.write", "write " + file.string(), code);
}

std::optional<Problem> make_folders(const fs::path& folder, Access access,
                                    std::vector<fs::path>& made) {
  for (const fs::path& each : missing_folders(folder)) {
    if (mkdir(each.c_str(), access == Access::kOwner ? 0700 : 0755) != 0) {
      if (errno == EEXIST) continue;
      return problem("folder.make", "make the folder " + each.string(), errno);
    }
    made.push_back(each);
    if (access == Access::kEverybody && chmod(each.c_str(), 0755) != 0) {
      return problem("folder.make", "open up the folder " + each.string(), errno);
    }
  }
  return std::nullopt;
}

std::optional<std::string> read_file(const fs::path& file, std::size_t most) {
  // Not to wait for the other end of a pipe; a regular file does not mind.
  const int descriptor = open(file.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  struct stat info;
  bool well = fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
  const std::size_t room =
      well ? std::min(most, std::max(kMostBytesRead, static_cast<std::size_t>(info.st_size))) : 0;
  std::string bytes(room, '\0');
  std::size_t length = 0;
  while (length < bytes.size()) {
    const ssize_t count = read(descriptor, &bytes[length], bytes.size() - length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) well = false;
    if (count <= 0) break;
    length += static_cast<std::size_t>(count);
  }
  close(descriptor);
  bytes.resize(length);
  return well ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace optoutlog::install
