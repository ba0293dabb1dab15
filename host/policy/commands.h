#pragma once
#include <CLI/CLI.hpp>

namespace optoutlog::policy {

// Adds `policy …` to the command. The callbacks print and end by CLI::RuntimeError with the exit status:
// 0 all well, 1 something to look at, 2 usage or a file that cannot be read.
void addPolicyCommands(CLI::App& app);

// The parts of it.
void addCompareCommand(CLI::App& policy);

}  // namespace optoutlog::policy
