#include <shlobj.h>
#include <windows.h>

#include <sstream>

#include "install/system/machine.h"

namespace optoutlog::install {
namespace {

// A known folder (shell32), or an empty path.
fs::path known_folder(REFKNOWNFOLDERID id) {
  PWSTR text = nullptr;
  fs::path result;
  if (SHGetKnownFolderPath(id, 0, nullptr, &text) == S_OK) result = text;
  CoTaskMemFree(text);
  return result;
}

std::wstring variable(const wchar_t* name) {
  std::wstring value(32768, L'\0');
  const DWORD length =
      GetEnvironmentVariableW(name, value.data(), static_cast<DWORD>(value.size()));
  value.resize(length < value.size() ? length : 0);
  return value;
}

}  // namespace

Machine this_machine() {
  Machine machine;
  machine.os = Os::kWindows;
  const fs::path local = known_folder(FOLDERID_LocalAppData);
  if (!local.empty()) {
    machine.words["localappdata"] = utf8(local);
    machine.user_data = local / "optoutlog";
  }
  const fs::path roaming = known_folder(FOLDERID_RoamingAppData);
  if (!roaming.empty()) machine.words["appdata"] = utf8(roaming);
  const fs::path home = known_folder(FOLDERID_Profile);
  if (!home.empty()) machine.words["home"] = utf8(home);
  machine.system_data = known_folder(FOLDERID_ProgramData) / "optoutlog";
  std::wistringstream folders(variable(L"PATH"));
  for (std::wstring folder; std::getline(folders, folder, L';');) {
    if (!folder.empty()) machine.program_folders.emplace_back(folder);
  }
  return machine;
}

fs::path this_executable() {
  std::wstring path(32768, L'\0');
  const DWORD length = GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
  path.resize(length < path.size() ? length : 0);
  return path;
}

// Links to programs are rare here; the path that the system tells has them kept.
fs::path called_as() {
  return {};
}

}  // namespace optoutlog::install
