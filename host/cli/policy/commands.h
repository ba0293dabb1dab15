#pragma once
#include "cli/commands.h"

// The subcommands of `optoutlog policy`.
namespace optoutlog::policy {

void add_compare(CLI::App& policy, cli::Chosen& chosen);
void add_watch(CLI::App& policy, cli::Chosen& chosen);
void add_show(CLI::App& policy, cli::Chosen& chosen);

}  // namespace optoutlog::policy
