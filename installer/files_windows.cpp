#include <windows.h>

#include <atomic>
#include <fstream>

#include "installer/files.h"

namespace optoutlog::installer {
namespace {

Problem problem(const char* name, const std::string& doing, DWORD code) {
  const std::string why = std::system_category().message(static_cast<int>(code));
  std::string remedy = "Check that the folder is yours and that the disk has room, then try again.";
  if (code == ERROR_ACCESS_DENIED) remedy = "For --system, run this from a terminal opened as administrator.";
  return {name, "Could not " + doing + ": " + why + ".", remedy};
}

bool write_all(HANDLE file, std::string_view bytes) {
  while (!bytes.empty()) {
    DWORD count = 0;
    if (!WriteFile(file, bytes.data(), static_cast<DWORD>(bytes.size()), &count, nullptr)) return false;
    bytes.remove_prefix(count);
  }
  return true;
}

}  // namespace

std::optional<Problem> write_atomically(const fs::path& file, std::string_view bytes) {
  static std::atomic<unsigned> number{0};
  fs::path temporary = file;
  temporary += "." + std::to_string(GetCurrentProcessId()) + "-" + std::to_string(number++) + ".part";
  HANDLE handle =
      CreateFileW(temporary.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (handle == INVALID_HANDLE_VALUE)
    return problem("file.write", "write in " + utf8(file.parent_path()), GetLastError());
  const bool written = write_all(handle, bytes) && FlushFileBuffers(handle);
  DWORD code = GetLastError();
  CloseHandle(handle);
  if (written) {
    if (MoveFileExW(temporary.c_str(), file.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
      return std::nullopt;
    code = GetLastError();
  }
  DeleteFileW(temporary.c_str());
  return problem("file.write", "write " + utf8(file), code);
}

// Access is inherited from the folder above: %LOCALAPPDATA% is the user's own, %ProgramData% is readable by
// all.
std::optional<Problem> make_folders(const fs::path& folder, Access, std::vector<fs::path>& made) {
  std::vector<fs::path> missing;
  std::error_code error;
  for (fs::path each = folder; !each.empty() && !fs::exists(each, error); each = each.parent_path()) {
    missing.push_back(each);
    if (each == each.parent_path()) break;
  }
  for (auto each = missing.rbegin(); each != missing.rend(); ++each) {
    if (!CreateDirectoryW(each->c_str(), nullptr)) {
      if (GetLastError() == ERROR_ALREADY_EXISTS) continue;
      return problem("folder.make", "make the folder " + utf8(*each), GetLastError());
    }
    made.push_back(*each);
  }
  return std::nullopt;
}

std::optional<std::string> read_file(const fs::path& file) {
  std::error_code error;
  if (fs::is_directory(file, error)) return std::nullopt;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  std::string bytes(kMostBytesRead, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

}  // namespace optoutlog::installer
