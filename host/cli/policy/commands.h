#pragma once
#include <CLI/CLI.hpp>

// Adds `policy …` to the command. The callbacks print; they end by CLI::RuntimeError with the exit status
// where it is not 0: 1 something to look at, 2 usage or a file that cannot be read, others as POLICY.md
// numbers them.
void add_policy_commands(CLI::App& app);

namespace optoutlog::policy {
void add_compare_command(CLI::App& policy);
void add_watch_commands(CLI::App& policy);
void add_show_commands(CLI::App& policy);
}  // namespace optoutlog::policy
