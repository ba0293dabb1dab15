#include "installer/policies.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ids.h"
#include "installer/files.h"
#include "installer/registry.h"

namespace optoutlog::installer {
namespace {

using nlohmann::json;

std::vector<std::string> texts(const json& value) {
  std::vector<std::string> result;
  if (!value.is_array()) return result;
  for (const json& each : value) {
    if (each.is_string()) result.push_back(each.get<std::string>());
  }
  return result;
}

bool has(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// "*" blocks all that are not let in by name, in both families.
bool settings_block(const json& settings, std::string_view id) {
  if (!settings.is_object()) return false;
  const auto mode = [&](const std::string& key) {
    const auto found = settings.find(key);
    if (found == settings.end() || !found->is_object()) return std::string();
    const auto value = found->find("installation_mode");
    return value != found->end() && value->is_string() ? value->get<std::string>() : std::string();
  };
  const std::string own = mode(std::string(id));
  if (!own.empty()) return own == "blocked" || own == "removed";
  return mode("*") == "blocked";
}

void read_chromium(const json& policy, const std::string& source, Policies& result) {
  if (policy.contains("NativeMessagingBlocklist")) {
    result.blocked = texts(policy["NativeMessagingBlocklist"]);
    result.blocked_source = source;
  }
  if (policy.contains("NativeMessagingAllowlist")) result.allowed = texts(policy["NativeMessagingAllowlist"]);
  if (policy.contains("NativeMessagingUserLevelHosts") &&
      policy["NativeMessagingUserLevelHosts"].is_boolean()) {
    result.user_level_hosts = policy["NativeMessagingUserLevelHosts"].get<bool>();
    result.user_level_source = "NativeMessagingUserLevelHosts in " + source;
  }
  const std::string_view id = ids::kChromium.front();
  const auto blocked = texts(policy.value("ExtensionInstallBlocklist", json::array()));
  const auto allowed = texts(policy.value("ExtensionInstallAllowlist", json::array()));
  if ((has(blocked, "*") || has(blocked, id)) && !has(allowed, id)) {
    result.extension_blocked = Issue{"policy.extension-blocked", "ExtensionInstallBlocklist in " + source};
  }
  if (settings_block(policy.value("ExtensionSettings", json::object()), id)) {
    result.extension_blocked = Issue{"policy.extension-blocked", "ExtensionSettings in " + source};
  }
}

void read_files(const Browser& browser, const fs::path& folder, Policies& result) {
  std::error_code error;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const json policy = json::parse(read_file(file).value_or(""), nullptr, false, true);
    if (!policy.is_object()) continue;
    if (browser.family == Family::kChromium) {
      read_chromium(policy, utf8(file), result);
    } else if (policy.contains("policies") && policy["policies"].is_object() &&
               settings_block(policy["policies"].value("ExtensionSettings", json::object()),
                              ids::kFirefox.front())) {
      result.extension_blocked = Issue{"policy.extension-blocked", "ExtensionSettings in " + utf8(file)};
    }
  }
}

// The registry keeps a list as a key with numbered values, and an object as its JSON text (Firefox's
// templates write that text as several lines).
void read_registry_policies(const Browser& browser, const std::string& key, Policies& result) {
  for (const Scope scope : {Scope::kUser, Scope::kSystem}) {
    json policy = json::object();
    for (const auto& [name, value] : registry_values(scope, key)) {
      if (name == "NativeMessagingUserLevelHosts") policy[name] = value != "0";
      if (name == "ExtensionSettings") policy[name] = json::parse(value, nullptr, false);
    }
    if (browser.family == Family::kFirefox) {
      if (settings_block(policy.value("ExtensionSettings", json::object()), ids::kFirefox.front())) {
        result.extension_blocked = Issue{"policy.extension-blocked", "ExtensionSettings in " + key};
      }
      continue;
    }
    for (const char* list : {"NativeMessagingBlocklist", "NativeMessagingAllowlist",
                             "ExtensionInstallBlocklist", "ExtensionInstallAllowlist"}) {
      for (const auto& [name, value] : registry_values(scope, key + "\\" + list))
        policy[list].push_back(value);
    }
    read_chromium(policy, key, result);
  }
}

}  // namespace

bool Policies::forbids(const std::string& host_name) const {
  return (has(blocked, "*") || has(blocked, host_name)) && !has(allowed, host_name);
}

Policies read_policies(const Browser& browser, const Machine& machine) {
  Policies result;
  for (const std::string& place : policy_places(browser, machine)) {
    if (machine.os == Os::kWindows) {
      read_registry_policies(browser, place, result);
    } else {
      read_files(browser, from_utf8(place), result);
    }
  }
  return result;
}

}  // namespace optoutlog::installer
