#include "install/doctor/policies.h"

#include <algorithm>
#include <sstream>

#include "base/json.h"
#include "ids.h"
#include "install/system/files.h"
#include "install/system/registry.h"

namespace optoutlog::install {
namespace {

using nlohmann::json;

// One policy as it holds in the end, and the file or key that says so.
struct Held {
  json value;
  std::string source;
};
using Merged = std::map<std::string, Held>;

// What comes later replaces what came before, policy by policy.
void merge(const json& file, const std::string& source, Merged& into) {
  for (const auto& policy : file.items()) into[policy.key()] = {policy.value(), source};
}

const Held& held(const Merged& policies, const char* name) {
  static const Held kNothing;
  const auto found = policies.find(name);
  return found == policies.end() ? kNothing : found->second;
}

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

// The entry of ExtensionSettings whose key names the extension; one key of Chromium may name
// several, with commas between them. Null when none does.
const json* entry_of(const json& settings, std::string_view id, Family family) {
  const json* result = nullptr;
  if (!settings.is_object()) return result;
  for (const auto& entry : settings.items()) {
    if (!entry.value().is_object()) continue;
    std::istringstream keys(entry.key());
    for (std::string key; std::getline(keys, key, family == Family::kChromium ? ',' : '\0');) {
      key.erase(0, key.find_first_not_of(' '));
      key.erase(key.find_last_not_of(' ') + 1);
      if (key == id) result = &entry.value();
    }
  }
  return result;
}

std::string mode_of(const json* entry) {
  if (!entry) return "";
  const auto found = entry->find("installation_mode");
  return found != entry->end() && found->is_string() ? found->get<std::string>() : "";
}

bool blocks(const std::string& mode) {
  return mode == "blocked" || mode == "removed";
}

bool lists(const json& entry, const char* field, std::string_view permission) {
  const auto found = entry.find(field);
  return found != entry.end() && has(texts(*found), permission);
}

// Whether this entry denies the permission, without which the extension reaches no host.
bool denies(const json* entry, bool allowed_counts = true) {
  constexpr std::string_view kPermission = "nativeMessaging";
  return entry && lists(*entry, "blocked_permissions", kPermission) &&
         !(allowed_counts && lists(*entry, "allowed_permissions", kPermission));
}

// What names the extension counts before what names all; of both, ExtensionSettings before the
// older lists.
void judge_extension_chromium(const Merged& policies, Policies& result) {
  const std::string_view id = ids::kChromium.front();
  const Held& settings = held(policies, "ExtensionSettings");
  const json* own = entry_of(settings.value, id, Family::kChromium);
  const json* all = entry_of(settings.value, "*", Family::kChromium);
  const Held& block_list = held(policies, "ExtensionInstallBlocklist");
  const auto blocked = texts(block_list.value);
  const auto allowed = texts(held(policies, "ExtensionInstallAllowlist").value);
  const auto forced = texts(held(policies, "ExtensionInstallForcelist").value);
  const bool forced_in = std::any_of(forced.begin(), forced.end(), [&](const std::string& each) {
    return each.substr(0, each.find(';')) == id;
  });

  const auto block = [&](const char* policy, const std::string& source) {
    result.extension_blocked =
        Issue{"policy.extension-blocked", std::string(policy) + " in " + source};
  };
  if (!mode_of(own).empty()) {
    if (blocks(mode_of(own))) block("ExtensionSettings", settings.source);
  } else if (forced_in) {
    // It is installed, whatever the other lists say.
  } else if (has(blocked, id)) {
    block("ExtensionInstallBlocklist", block_list.source);
  } else if (has(allowed, id)) {
    // The allow list names it.
  } else if (!mode_of(all).empty()) {
    if (blocks(mode_of(all))) block("ExtensionSettings", settings.source);
  } else if (has(blocked, "*")) {
    block("ExtensionInstallBlocklist", block_list.source);
  }

  // Whatever names the extension, it takes over no permissions from "*".
  const bool named = own || forced_in || has(blocked, id) || has(allowed, id);
  if (denies(named ? own : all)) {
    result.permission_blocked =
        Issue{"policy.permission-blocked", "ExtensionSettings in " + settings.source};
  }
}

void judge_chromium(const Merged& policies, Policies& result) {
  const Held& block_list = held(policies, "NativeMessagingBlocklist");
  result.blocked = texts(block_list.value);
  result.blocked_source = block_list.source;
  result.allowed = texts(held(policies, "NativeMessagingAllowlist").value);
  const Held& user_level = held(policies, "NativeMessagingUserLevelHosts");
  if (user_level.value.is_boolean()) {
    result.user_level_hosts = user_level.value.get<bool>();
    result.user_level_source = "NativeMessagingUserLevelHosts in " + user_level.source;
  }
  judge_extension_chromium(policies, result);
}

// An entry of the extension's own, however empty, hides the one of "*" as a whole.
void judge_firefox(const Merged& policies, Policies& result) {
  const Held& settings = held(policies, "ExtensionSettings");
  const json* own = entry_of(settings.value, ids::kFirefox.front(), Family::kFirefox);
  const json* entry = own ? own : entry_of(settings.value, "*", Family::kFirefox);
  if (blocks(mode_of(entry))) {
    result.extension_blocked =
        Issue{"policy.extension-blocked", "ExtensionSettings in " + settings.source};
  }
  if (denies(entry, own != nullptr)) {
    result.permission_blocked =
        Issue{"policy.permission-blocked", "ExtensionSettings in " + settings.source};
  }
}

// Chromium reads every file of the folder, whatever it is called, in the order of their names.
void merge_folder(const fs::path& folder, Merged& into) {
  std::error_code error;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, error)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const json policies = json_or_discarded(read_file(file).value_or(""), Comments::kSkipped);
    if (policies.is_object()) merge(policies, utf8(file), into);
  }
}

// The registry keeps a list as a key with numbered values, and an object as its JSON text
// (Firefox's templates write that text as several lines). What holds for the computer replaces what
// holds for the user.
void merge_registry(const std::string& key, Merged& into) {
  for (const Scope scope : {Scope::kUser, Scope::kSystem}) {
    json policies = json::object();
    for (const auto& [name, value] : registry_values(scope, key)) {
      if (name == "NativeMessagingUserLevelHosts") policies[name] = value != "0";
      if (name == "ExtensionSettings") policies[name] = json_or_discarded(value);
    }
    for (const char* list :
         {"NativeMessagingBlocklist", "NativeMessagingAllowlist", "ExtensionInstallBlocklist",
          "ExtensionInstallAllowlist", "ExtensionInstallForcelist"}) {
      for (const auto& [name, value] : registry_values(scope, key + "\\" + list))
        policies[list].push_back(value);
    }
    merge(policies, key, into);
  }
}

// Firefox reads one file: /etc's, or else that of the program's own folder.
bool merge_file(const fs::path& file, Merged& into) {
  const json whole = json_or_discarded(read_file(file).value_or(""));
  if (!whole.is_object()) return exists_at_all(file);
  if (whole.contains("policies") && whole["policies"].is_object())
    merge(whole["policies"], utf8(file), into);
  return true;
}

}  // namespace

bool Policies::forbids(const std::string& host_name) const {
  return (has(blocked, "*") || has(blocked, host_name)) && !has(allowed, host_name);
}

Policies read_policies(const Browser& browser, const Machine& machine) {
  Merged policies;
  for (const std::string& place : policy_places(browser, machine)) {
    if (machine.os == Os::kWindows) {
      merge_registry(place, policies);
    } else if (browser.family == Family::kChromium) {
      merge_folder(from_utf8(place), policies);
    } else if (merge_file(from_utf8(place) / "policies.json", policies)) {
      break;
    }
  }
  Policies result;
  if (browser.family == Family::kChromium) {
    judge_chromium(policies, result);
  } else {
    judge_firefox(policies, result);
  }
  return result;
}

}  // namespace optoutlog::install
