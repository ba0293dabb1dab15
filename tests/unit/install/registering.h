#pragma once
#include "install/register/register.h"
#include "tests/unit/install/tree.h"

// What the tests of register and unregister begin with.
namespace optoutlog::install {

inline RegisterOptions options(const Tree& tree) {
  RegisterOptions result;
  result.program = tree.host();
  return result;
}

inline constexpr const char* kChromiumFile =
    "home/.config/chromium/NativeMessagingHosts/org.optoutlog.host.json";

}  // namespace optoutlog::install
