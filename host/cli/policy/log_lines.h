#pragma once
#include <string>
#include <vector>

#include "base/error.h"

namespace optoutlog::policy {

// What the log says of the platform's controls, a sentence each, against a change of its policy
// that was noticed at `at` (UTC text). Only the command calls this: the policy host never opens the
// record. Empty where there is no log or nothing of the platform in it; one sentence that names the
// error where the log cannot be read.
std::vector<std::string> settings_at(const std::string& platform, const std::string& at);

}  // namespace optoutlog::policy
