#include <windows.h>

#include <algorithm>
#include <atomic>
#include <fstream>

#include "install/system/files.h"

namespace optoutlog::install {
namespace {

Problem problem(const char* name, const std::string& doing, DWORD code) {
  const std::string why = std::system_category().message(static_cast<int>(code));
  std::string remedy = "Look at that place, then try again.";
  if (code == ERROR_ACCESS_DENIED)
    remedy = "For --system, run this from a terminal opened as administrator.";
  if (code == ERROR_DISK_FULL || code == ERROR_HANDLE_DISK_FULL)
    remedy = "Make room on the disk, then try again.";
  if (code == ERROR_DIRECTORY || code == ERROR_PATH_NOT_FOUND || code == ERROR_FILE_NOT_FOUND)
    remedy =
        "A folder on that path is missing, or a file stands in its place: look at it, then try "
        "again.";
  return {name, "Could not " + doing + ": " + why + ".", remedy};
}

bool write_all(HANDLE file, std::string_view bytes) {
  while (!bytes.empty()) {
    DWORD count = 0;
    if (!WriteFile(file, bytes.data(), static_cast<DWORD>(bytes.size()), &count, nullptr))
      return false;
    bytes.remove_prefix(count);
  }
  return true;
}

// Where a write of this file begins, beside it; left_over() knows the name again.
fs::path beside(const fs::path& file) {
  static std::atomic<unsigned> number{0};
  fs::path temporary = file;
  temporary +=
      "." + std::to_string(GetCurrentProcessId()) + "-" + std::to_string(number++) + ".part";
  return temporary;
}

}  // namespace

bool left_over(const std::string& name, const fs::path& file) {
  const std::string start = utf8(file.filename()) + ".";
  const std::string end = ".part";
  return name.size() > start.size() + end.size() && name.compare(0, start.size(), start) == 0 &&
         name.compare(name.size() - end.size(), end.size(), end) == 0 &&
         name.find_first_not_of("0123456789-", start.size()) == name.size() - end.size();
}

std::optional<Problem> link_atomically(const fs::path& file, const fs::path& target) {
  const fs::path temporary = beside(file);
  std::error_code error;
  fs::create_symlink(target, temporary, error);
  if (error)
    return problem("file.write", "make the link " + utf8(file), static_cast<DWORD>(error.value()));
  if (MoveFileExW(temporary.c_str(), file.c_str(),
                  MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
    return std::nullopt;
  const DWORD code = GetLastError();
  DeleteFileW(temporary.c_str());
  return problem("file.write", "make the link " + utf8(file), code);
}

std::optional<Problem> write_atomically(const fs::path& file, std::string_view bytes, unsigned) {
  const fs::path temporary = beside(file);
  HANDLE handle = CreateFileW(temporary.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                              FILE_ATTRIBUTE_NORMAL, nullptr);
  if (handle == INVALID_HANDLE_VALUE)
    return problem("file.write", "write in " + utf8(file.parent_path()), GetLastError());
  const bool written = write_all(handle, bytes) && FlushFileBuffers(handle);
  DWORD code = GetLastError();
  CloseHandle(handle);
  if (written) {
    if (MoveFileExW(temporary.c_str(), file.c_str(),
                    MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
      return std::nullopt;
    code = GetLastError();
  }
  DeleteFileW(temporary.c_str());
  return problem("file.write", "write " + utf8(file), code);
}

// Access is inherited from the folder above: %LOCALAPPDATA% is the user's own, %ProgramData% is
// readable by all.
std::optional<Problem> make_folders(const fs::path& folder, Access, std::vector<fs::path>& made) {
  for (const fs::path& each : missing_folders(folder)) {
    if (!CreateDirectoryW(each.c_str(), nullptr)) {
      if (GetLastError() == ERROR_ALREADY_EXISTS) continue;
      return problem("folder.make", "make the folder " + utf8(each), GetLastError());
    }
    made.push_back(each);
  }
  return std::nullopt;
}

std::optional<std::string> read_file(const fs::path& file, std::size_t most) {
  std::error_code error;
  if (fs::is_directory(file, error)) return std::nullopt;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  const auto size = static_cast<std::size_t>(fs::file_size(file, error));
  std::string bytes(error ? kMostBytesRead : (std::min)(most, size), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

}  // namespace optoutlog::install
