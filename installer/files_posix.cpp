#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "installer/files.h"

namespace optoutlog::installer {
namespace {

Problem problem(const char* name, const std::string& doing, int code) {
  std::string remedy = "Check that the folder is yours and that the disk has room, then try again.";
  if (code == EACCES || code == EPERM) {
    remedy = "Run this as the user who owns the folder; for --system, run it with sudo.";
  } else if (code == ENOSPC || code == EDQUOT) {
    remedy = "Make room on the disk, then try again.";
  } else if (code == EROFS) {
    remedy = "The file system is mounted read-only: mount it writable, then try again.";
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

}  // namespace

std::optional<Problem> write_atomically(const fs::path& file, std::string_view bytes) {
  std::string temporary = (file.parent_path() / ("." + file.filename().string() + ".XXXXXX")).string();
  const int descriptor = mkstemp(temporary.data());
  if (descriptor < 0) return problem("file.write", "write in " + file.parent_path().string(), errno);
  // fchmod, not the umask: a manifest that the browser's user cannot read is "not found" to the browser.
  const bool written =
      fchmod(descriptor, 0644) == 0 && write_all(descriptor, bytes) && fsync(descriptor) == 0;
  int code = errno;
  close(descriptor);
  if (written && rename(temporary.c_str(), file.c_str()) == 0) {
    const int folder = open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
      fsync(folder);  // some file systems do not know how to sync a folder: no reason to fail
      close(folder);
    }
    return std::nullopt;
  }
  if (written) code = errno;
  unlink(temporary.c_str());
  return problem("file.write", "write " + file.string(), code);
}

std::optional<Problem> make_folders(const fs::path& folder, Access access, std::vector<fs::path>& made) {
  std::vector<fs::path> missing;
  std::error_code error;
  for (fs::path each = folder; !each.empty() && !fs::exists(each, error); each = each.parent_path()) {
    missing.push_back(each);
    if (each == each.parent_path()) break;
  }
  for (auto each = missing.rbegin(); each != missing.rend(); ++each) {
    if (mkdir(each->c_str(), access == Access::kOwner ? 0700 : 0755) != 0) {
      if (errno == EEXIST) continue;
      return problem("folder.make", "make the folder " + each->string(), errno);
    }
    made.push_back(*each);
    if (access == Access::kEverybody && chmod(each->c_str(), 0755) != 0) {
      return problem("folder.make", "open up the folder " + each->string(), errno);
    }
  }
  return std::nullopt;
}

std::optional<std::string> read_file(const fs::path& file) {
  // Not to wait for the other end of a pipe; a regular file does not mind.
  const int descriptor = open(file.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  struct stat info;
  bool well = fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
  std::string bytes(well ? kMostBytesRead : 0, '\0');
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

}  // namespace optoutlog::installer
