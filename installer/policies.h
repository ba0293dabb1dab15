#pragma once
#include "installer/browsers.h"
#include "installer/manifest.h"

// What the administrator of a computer lets a browser do. Chromium family: NativeMessagingBlocklist,
// NativeMessagingAllowlist, NativeMessagingUserLevelHosts, ExtensionInstallBlocklist and -Allowlist,
// ExtensionSettings (chromeenterprise.google/policies). Firefox family: ExtensionSettings of policies.json.
// Not read: macOS's managed preferences.
namespace optoutlog::installer {

struct Policies {
  bool user_level_hosts = true;
  std::string user_level_source;           // where it says no
  std::optional<Issue> extension_blocked;  // policy.extension-blocked
  std::vector<std::string> blocked;        // names or "*"
  std::vector<std::string> allowed;
  std::string blocked_source;

  // Chromium's rule: the allow list wins over the block list.
  bool forbids(const std::string& host_name) const;
};

Policies read_policies(const Browser& browser, const Machine& machine);

}  // namespace optoutlog::installer
