#pragma once
#include "install/register/browsers.h"
#include "install/register/manifest.h"

// What the administrator of a computer lets a browser do. Chromium family:
// NativeMessagingBlocklist, NativeMessagingAllowlist, NativeMessagingUserLevelHosts,
// ExtensionInstallBlocklist, -Allowlist and -Forcelist, ExtensionSettings
// (chromeenterprise.google/policies; config_dir_policy_loader.cc and extension_management.cc of
// Chromium). Firefox family: ExtensionSettings of policies.json (EnterprisePoliciesParent.sys.mjs
// of Firefox 153). Not read: macOS's managed preferences.
namespace optoutlog::install {

struct Policies {
  bool user_level_hosts = true;
  std::string user_level_source;           // where it says no
  std::optional<Issue> extension_blocked;  // policy.extension-blocked
  // policy.permission-blocked: no nativeMessaging for the extension
  std::optional<Issue> permission_blocked;
  std::vector<std::string> blocked;  // names or "*"
  std::vector<std::string> allowed;
  std::string blocked_source;

  // Chromium's rule: the allow list wins over the block list.
  bool forbids(const std::string& host_name) const;
};

Policies read_policies(const Browser& browser, const Machine& machine);

}  // namespace optoutlog::install
