#include <windows.h>

#include <algorithm>

#include "install/system/registry.h"

namespace optoutlog::install {
namespace {

HKEY hive(Scope scope) {
  return scope == Scope::kUser ? HKEY_CURRENT_USER : HKEY_LOCAL_MACHINE;
}

std::wstring wide(const std::string& text) {
  return from_utf8(text).wstring();
}

std::string narrow(const std::wstring& text) {
  return utf8(fs::path(text));
}

Problem problem(const std::string& doing, LSTATUS code) {
  return {
      "registry.failed",
      "Could not " + doing + ": " + std::system_category().message(static_cast<int>(code)) + ".",
      code == ERROR_ACCESS_DENIED
          ? "For --system, run this from a terminal opened as administrator."
          : "Try again; if it stays, restart Windows."};
}

bool key_exists(Scope scope, const std::string& key) {
  HKEY handle = nullptr;
  if (RegOpenKeyExW(hive(scope), wide(key).c_str(), 0, KEY_READ | KEY_WOW64_64KEY, &handle) !=
      ERROR_SUCCESS)
    return false;
  RegCloseKey(handle);
  return true;
}

// The key's parents that are not there yet, outermost first, the key itself last.
std::vector<std::string> missing_keys(Scope scope, const std::string& key) {
  std::vector<std::string> result;
  for (std::string each = key; !key_exists(scope, each);) {
    result.insert(result.begin(), each);
    const std::size_t slash = each.rfind('\\');
    if (slash == std::string::npos) break;
    each.resize(slash);
  }
  return result;
}

}  // namespace

// Browsers look into the 32-bit view first, then the 64-bit one; under HKCU\Software both are the
// same.
std::optional<std::string> read_registry(Scope scope, const std::string& key) {
  for (const REGSAM view : {KEY_WOW64_32KEY, KEY_WOW64_64KEY}) {
    HKEY handle = nullptr;
    if (RegOpenKeyExW(hive(scope), wide(key).c_str(), 0, KEY_READ | view, &handle) != ERROR_SUCCESS)
      continue;
    DWORD bytes = 0;
    std::optional<std::string> result;
    if (RegGetValueW(handle, nullptr, nullptr, RRF_RT_REG_SZ, nullptr, nullptr, &bytes) ==
        ERROR_SUCCESS) {
      std::wstring value(bytes / sizeof(wchar_t) + 1, L'\0');
      bytes = static_cast<DWORD>(value.size() * sizeof(wchar_t));
      if (RegGetValueW(handle, nullptr, nullptr, RRF_RT_REG_SZ, nullptr, value.data(), &bytes) ==
          ERROR_SUCCESS) {
        value.resize(bytes / sizeof(wchar_t) - 1);
        result = narrow(value);
      }
    }
    RegCloseKey(handle);
    if (result) return result;
  }
  return std::nullopt;
}

std::optional<Problem> write_registry(Scope scope, const std::string& key, const std::string& value,
                                      std::vector<std::string>& made) {
  const std::vector<std::string> missing = missing_keys(scope, key);
  HKEY handle = nullptr;
  LSTATUS status = RegCreateKeyExW(hive(scope), wide(key).c_str(), 0, nullptr, 0,
                                   KEY_WRITE | KEY_WOW64_64KEY, nullptr, &handle, nullptr);
  if (status != ERROR_SUCCESS) return problem("make the registry key " + key, status);
  made.insert(made.end(), missing.begin(), missing.end());
  const std::wstring text = wide(value);
  status = RegSetValueExW(handle, nullptr, 0, REG_SZ, reinterpret_cast<const BYTE*>(text.c_str()),
                          static_cast<DWORD>((text.size() + 1) * sizeof(wchar_t)));
  RegCloseKey(handle);
  if (status != ERROR_SUCCESS) return problem("write the registry key " + key, status);
  return std::nullopt;
}

std::optional<Problem> remove_registry(Scope scope, const std::string& key) {
  const LSTATUS status = RegDeleteKeyExW(hive(scope), wide(key).c_str(), KEY_WOW64_64KEY, 0);
  if (status == ERROR_SUCCESS || status == ERROR_FILE_NOT_FOUND) return std::nullopt;
  return problem("remove the registry key " + key, status);
}

void remove_registry_if_empty(Scope scope, const std::string& key) {
  HKEY handle = nullptr;
  if (RegOpenKeyExW(hive(scope), wide(key).c_str(), 0, KEY_READ | KEY_WOW64_64KEY, &handle) !=
      ERROR_SUCCESS)
    return;
  DWORD keys = 0;
  DWORD values = 0;
  const LSTATUS status = RegQueryInfoKeyW(handle, nullptr, nullptr, nullptr, &keys, nullptr,
                                          nullptr, &values, nullptr, nullptr, nullptr, nullptr);
  RegCloseKey(handle);
  if (status == ERROR_SUCCESS && keys == 0 && values == 0) remove_registry(scope, key);
}

std::vector<std::pair<std::string, std::string>> registry_values(Scope scope,
                                                                 const std::string& key) {
  std::vector<std::pair<std::string, std::string>> result;
  HKEY handle = nullptr;
  if (RegOpenKeyExW(hive(scope), wide(key).c_str(), 0, KEY_READ | KEY_WOW64_64KEY, &handle) !=
      ERROR_SUCCESS)
    return result;
  for (DWORD index = 0;; ++index) {
    std::wstring name(16384, L'\0');
    std::wstring data(16384, L'\0');
    DWORD name_size = static_cast<DWORD>(name.size());
    DWORD data_size = static_cast<DWORD>((data.size() - 1) * sizeof(wchar_t));
    DWORD type = 0;
    const LSTATUS status = RegEnumValueW(handle, index, name.data(), &name_size, nullptr, &type,
                                         reinterpret_cast<BYTE*>(data.data()), &data_size);
    if (status == ERROR_MORE_DATA) continue;
    if (status != ERROR_SUCCESS) break;
    name.resize(name_size);
    if (type == REG_SZ) {
      result.emplace_back(narrow(name), narrow(data.c_str()));
    } else if (type == REG_MULTI_SZ) {
      data.resize(data_size / sizeof(wchar_t));
      while (!data.empty() && data.back() == L'\0') data.pop_back();
      std::replace(data.begin(), data.end(), L'\0', L'\n');
      result.emplace_back(narrow(name), narrow(data.c_str()));
    } else if (type == REG_DWORD && data_size == sizeof(DWORD)) {
      DWORD number = 0;
      std::copy_n(reinterpret_cast<const char*>(data.data()), sizeof number,
                  reinterpret_cast<char*>(&number));
      result.emplace_back(narrow(name), std::to_string(number));
    }
  }
  RegCloseKey(handle);
  return result;
}

}  // namespace optoutlog::install
