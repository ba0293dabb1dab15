#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/data_folder.h"

namespace optoutlog {
namespace {

Error system_error(const std::filesystem::path& path, const char* what, int error) {
  const std::string why = std::strerror(error);
  json data = {{"path", path.string()}, {"why", why}};
  const std::string lead = std::string(what) + " " + path.string() + " failed: " + why + ". ";
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return Error(errors::kRecordFull, lead + "Free some space and try again.", std::move(data));
    case EROFS:
      return Error(errors::kRecordReadonly,
                   lead + "Make the folder writable, or set OPTOUTLOG_DATA to one that is.",
                   std::move(data));
    case EACCES:
    case EPERM:
      return Error(errors::kRecordPermissions,
                   lead + "Make the folder yours, or set OPTOUTLOG_DATA to one that is.",
                   std::move(data));
    default:
      return Error(errors::kRecordIo, lead + "Check the disk and the path.", std::move(data));
  }
}

// Down to the disk: on a Mac fsync leaves the bytes in the drive's own cache. Some file systems
// know only that.
bool sync(int fd) {
#if defined(F_FULLFSYNC)
  if (::fcntl(fd, F_FULLFSYNC) == 0) return true;
#endif
  return ::fsync(fd) == 0;
}

// So that the names in the folder stay. Some file systems refuse it; the file itself is there.
void sync_folder_of(const std::filesystem::path& file) {
  const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  (void)sync(folder);
  ::close(folder);
}

Error not_private(const std::filesystem::path& path, const std::string& why,
                  const std::string& remedy) {
  return Error(
      errors::kRecordPermissions,
      path.string() + " " + why + ", so the record could be read or changed by others. " + remedy,
      {{"path", path.string()}, {"why", why}});
}

}  // namespace

Result<void> make_folder(const std::filesystem::path& folder) {
  std::filesystem::path made;
  for (const auto& part : folder) {
    made /= part;
    if (made == made.root_path()) continue;
    if (::mkdir(made.c_str(), 0700) == 0 || errno == EEXIST) continue;
    // A read-only parent answers EROFS or EACCES even for what is already there on some systems.
    const int error = errno;
    struct stat info {};
    if (::stat(made.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) continue;
    return system_error(made, "Making the folder", error);
  }
  return check_folder(folder);
}

Result<void> check_folder(const std::filesystem::path& folder) {
  struct stat info {};
  if (::stat(folder.c_str(), &info) != 0) return system_error(folder, "Looking at", errno);
  if (!S_ISDIR(info.st_mode)) return system_error(folder, "Using", ENOTDIR);
  if (info.st_uid != ::geteuid())
    return not_private(folder, "belongs to another user",
                       "Set OPTOUTLOG_DATA to a folder of yours.");
  if ((info.st_mode & (S_IWGRP | S_IWOTH)) != 0)
    return not_private(folder, "can be written by other users",
                       "Run: chmod 700 '" + folder.string() + "'");
  return {};
}

Result<Presence> check_file(const std::filesystem::path& file) {
  struct stat info {};
  if (::lstat(file.c_str(), &info) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return Presence::kAbsent;
    return system_error(file, "Looking at", errno);
  }
  if (S_ISLNK(info.st_mode))
    return not_private(
        file, "is a link to somewhere else",
        "Put the file itself there, or set OPTOUTLOG_DATA to the folder where it is.");
  if (!S_ISREG(info.st_mode)) return not_private(file, "is not a regular file", "Move it away.");
  if (info.st_uid != ::geteuid())
    return not_private(file, "belongs to another user", "Set OPTOUTLOG_DATA to a folder of yours.");
  if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return not_private(file, "can be opened by other users",
                       "Run: chmod 600 '" + file.string() + "'");
  return Presence::kPresent;
}

Result<void> make_file(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0) {
    if (errno == EEXIST) return {};
    return system_error(file, "Making", errno);
  }
  ::close(fd);
  return {};
}

Result<void> write_durably(const std::filesystem::path& file, const std::string& text) {
  const int fd = ::open(file.c_str(),
                        O_CREAT | O_TRUNC | O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
  if (fd < 0) return system_error(file, "Making", errno);
  std::size_t done = 0;
  int error = 0;
  while (done < text.size() && error == 0) {
    const ssize_t wrote = ::write(fd, text.data() + done, text.size() - done);
    if (wrote >= 0) {
      done += static_cast<std::size_t>(wrote);
    } else if (errno != EINTR) {
      error = errno;
    }
  }
  if (error == 0 && !sync(fd)) error = errno;
  ::close(fd);
  if (error != 0) return system_error(file, "Writing", error);
  sync_folder_of(file);
  return {};
}

bool remove_overwritten(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat info {};
  if (fd >= 0 && ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_nlink == 1) {
    const std::string zeros(std::size_t{64} * 1024, '\0');
    for (off_t left = info.st_size; left > 0;) {
      const auto size =
          static_cast<std::size_t>(std::min<off_t>(left, static_cast<off_t>(zeros.size())));
      const ssize_t wrote = ::write(fd, zeros.data(), size);
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote <= 0) break;
      left -= wrote;
    }
    (void)sync(fd);
  }
  if (fd >= 0) ::close(fd);
  if (::unlink(file.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR) return false;
  sync_folder_of(file);
  return true;
}

std::optional<std::string> read_text(const std::filesystem::path& file, std::size_t most) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0) return std::nullopt;
  struct stat info {};
  bool well = ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
  std::string text(most + 1, '\0');
  std::size_t length = 0;
  while (well && length < text.size()) {
    const ssize_t got = ::read(fd, text.data() + length, text.size() - length);
    if (got < 0 && errno == EINTR) continue;
    well = got >= 0;
    if (got <= 0) break;
    length += static_cast<std::size_t>(got);
  }
  ::close(fd);
  if (!well || length > most) return std::nullopt;
  text.resize(length);
  return text;
}

bool no_room(int system_error) {
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

std::string file_identity(const std::filesystem::path& file) {
  struct stat info {};
  if (::lstat(file.c_str(), &info) != 0) return {};
  return std::to_string(info.st_dev) + "." + std::to_string(info.st_ino);
}

std::string file_state(const std::filesystem::path& file) {
  struct stat info {};
  if (::lstat(file.c_str(), &info) != 0) return {};
#if defined(__APPLE__)
  const auto& written = info.st_mtimespec;
#else
  const auto& written = info.st_mtim;
#endif
  return file_identity(file) + "." + std::to_string(info.st_size) + "." +
         std::to_string(written.tv_sec) + "." + std::to_string(written.tv_nsec);
}

}  // namespace optoutlog
