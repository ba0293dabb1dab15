#define WIN32_LEAN_AND_MEAN
#include <windows.h>
// windows.h has to come first
#include <knownfolders.h>
#include <objbase.h>
#include <shlobj.h>

#include <fstream>

#include "base/data_folder.h"

// Not run on a real Windows machine. Access control: %LOCALAPPDATA% carries an inherited list that
// lets in the user, SYSTEM and the administrators alone, and files made inside inherit it. So
// nothing is set here, and the checks of owner and mode that the POSIX file makes have no
// counterpart; a folder that OPTOUTLOG_DATA names is as private as its own list says.
namespace optoutlog {
namespace {

Error system_error(const std::filesystem::path& path, const char* what, DWORD error) {
  const std::string why = "system error " + std::to_string(error);
  json data = {{"path", path.string()}, {"why", why}};
  const std::string lead = std::string(what) + " " + path.string() + " failed: " + why + ". ";
  switch (error) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
      return Error(errors::kRecordFull, lead + "Free some space and try again.", std::move(data));
    case ERROR_WRITE_PROTECT:
      return Error(errors::kRecordReadonly,
                   lead + "Set OPTOUTLOG_DATA to a folder that can be written.", std::move(data));
    case ERROR_ACCESS_DENIED:
      return Error(errors::kRecordPermissions, lead + "Set OPTOUTLOG_DATA to a folder of yours.",
                   std::move(data));
    default:
      return Error(errors::kRecordIo, lead + "Check the disk and the path.", std::move(data));
  }
}

// Brought to the disk; Windows has no way to do the same with a name.
Result<void> write_into(const std::filesystem::path& file, const std::string& text, DWORD how) {
  const HANDLE made = ::CreateFileW(file.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, how,
                                    FILE_ATTRIBUTE_NORMAL, nullptr);
  if (made == INVALID_HANDLE_VALUE) return system_error(file, "Making", ::GetLastError());
  DWORD wrote = 0;
  const bool fine =
      ::WriteFile(made, text.data(), static_cast<DWORD>(text.size()), &wrote, nullptr) != 0 &&
      wrote == text.size() && ::FlushFileBuffers(made) != 0;
  const DWORD error = fine ? 0 : ::GetLastError();
  ::CloseHandle(made);
  if (!fine) return system_error(file, "Writing", error);
  return {};
}

}  // namespace

std::filesystem::path platform_data_folder() {
  PWSTR raw = nullptr;
  std::filesystem::path place;
  if (SUCCEEDED(::SHGetKnownFolderPath(FOLDERID_LocalAppData, KF_FLAG_DEFAULT, nullptr, &raw)))
    place = std::filesystem::path(raw) / L"optoutlog";
  ::CoTaskMemFree(raw);
  return place;
}

Result<void> make_folder(const std::filesystem::path& folder) {
  // one by one: the library's own function tells no error of Windows'
  std::filesystem::path made;
  for (const auto& part : folder) {
    made /= part;
    if (!made.has_relative_path() || ::CreateDirectoryW(made.c_str(), nullptr) != 0) continue;
    const DWORD error = ::GetLastError();
    const DWORD attributes = ::GetFileAttributesW(made.c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES || (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0)
      return system_error(made, "Making the folder", error);
  }
  return check_folder(folder);
}

Result<void> check_folder(const std::filesystem::path& folder) {
  const DWORD attributes = ::GetFileAttributesW(folder.c_str());
  if (attributes == INVALID_FILE_ATTRIBUTES)
    return system_error(folder, "Looking at", ::GetLastError());
  if ((attributes & FILE_ATTRIBUTE_DIRECTORY) == 0)
    return system_error(folder, "Using", ERROR_DIRECTORY);
  return {};
}

Result<Presence> check_file(const std::filesystem::path& file) {
  const DWORD attributes = ::GetFileAttributesW(file.c_str());
  if (attributes == INVALID_FILE_ATTRIBUTES) {
    const DWORD error = ::GetLastError();
    if (error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND) return Presence::kAbsent;
    return system_error(file, "Looking at", error);
  }
  if ((attributes & (FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_REPARSE_POINT)) != 0)
    return Error(
        errors::kRecordPermissions,
        file.string() +
            " is not a regular file. Move it away, or set OPTOUTLOG_DATA to another folder.",
        {{"path", file.string()}, {"why", "is not a regular file"}});
  return Presence::kPresent;
}

Result<void> make_file(const std::filesystem::path& file) {
  const HANDLE made = ::CreateFileW(file.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                    nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (made == INVALID_HANDLE_VALUE) {
    const DWORD error = ::GetLastError();
    if (error == ERROR_FILE_EXISTS) return {};
    return system_error(file, "Making", error);
  }
  ::CloseHandle(made);
  return {};
}

Result<void> write_durably(const std::filesystem::path& file, const std::string& text) {
  return write_into(file, text, CREATE_ALWAYS);
}

bool remove_overwritten(const std::filesystem::path& file) {
  const auto presence = check_file(file);
  if (!presence) return false;
  if (*presence == Presence::kAbsent) return true;
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  // where its bytes stand: a file that is emptied first may get others
  if (!error)
    (void)write_into(file, std::string(static_cast<std::size_t>(size), '\0'), OPEN_EXISTING);
  std::filesystem::remove(file, error);
  return !error;
}

std::optional<std::string> read_text(const std::filesystem::path& file, std::size_t most) {
  const auto presence = check_file(file);
  if (!presence || *presence == Presence::kAbsent) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  std::string text(most + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > most) return std::nullopt;
  return text;
}

bool no_room(int system_error) {
  return system_error == ERROR_DISK_FULL || system_error == ERROR_HANDLE_DISK_FULL;
}

// SQLite holds the file open without sharing its removal, so nobody can replace it under an open
// record.
std::string file_identity(const std::filesystem::path&) {
  return {};
}

std::string file_state(const std::filesystem::path& file) {
  WIN32_FILE_ATTRIBUTE_DATA info{};
  if (::GetFileAttributesExW(file.c_str(), GetFileExInfoStandard, &info) == 0) return {};
  return std::to_string(info.nFileSizeHigh) + "." + std::to_string(info.nFileSizeLow) + "." +
         std::to_string(info.ftLastWriteTime.dwHighDateTime) + "." +
         std::to_string(info.ftLastWriteTime.dwLowDateTime);
}

}  // namespace optoutlog
