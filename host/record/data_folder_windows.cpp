#define WIN32_LEAN_AND_MEAN
#include <windows.h>
// windows.h has to come first
#include <knownfolders.h>
#include <objbase.h>
#include <shlobj.h>

#include "record/data_folder.h"

// Not run on a real Windows machine. Access control: %LOCALAPPDATA% carries an inherited list that lets in
// the user, SYSTEM and the administrators alone, and files made inside inherit it. So nothing is set here,
// and the checks of owner and mode that the POSIX file makes have no counterpart; a folder that
// OPTOUTLOG_DATA names is as private as its own list says.
namespace optoutlog::record {
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
      return Error(errors::kRecordReadonly, lead + "Set OPTOUTLOG_DATA to a folder that can be written.",
                   std::move(data));
    case ERROR_ACCESS_DENIED:
      return Error(errors::kRecordPermissions, lead + "Set OPTOUTLOG_DATA to a folder of yours.",
                   std::move(data));
    default:
      return Error(errors::kRecordIo, lead + "Check the disk and the path.", std::move(data));
  }
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
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return system_error(folder, "Making the folder", static_cast<DWORD>(error.value()));
  return check_folder(folder);
}

Result<void> check_folder(const std::filesystem::path& folder) {
  const DWORD attributes = ::GetFileAttributesW(folder.c_str());
  if (attributes == INVALID_FILE_ATTRIBUTES) return system_error(folder, "Looking at", ::GetLastError());
  if ((attributes & FILE_ATTRIBUTE_DIRECTORY) == 0) return system_error(folder, "Using", ERROR_DIRECTORY);
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
        file.string() + " is not a regular file. Move it away, or set OPTOUTLOG_DATA to another folder.",
        {{"path", file.string()}, {"why", "is not a regular file"}});
  return Presence::kPresent;
}

Result<void> make_file(const std::filesystem::path& file) {
  const HANDLE made = ::CreateFileW(file.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                    CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (made == INVALID_HANDLE_VALUE) {
    const DWORD error = ::GetLastError();
    if (error == ERROR_FILE_EXISTS) return {};
    return system_error(file, "Making", error);
  }
  ::CloseHandle(made);
  return {};
}

}  // namespace optoutlog::record
