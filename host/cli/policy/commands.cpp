#include "cli/policy/commands.h"

void add_policy_commands(CLI::App& app) {
  auto* policy = app.add_subcommand("policy", "Watch what platforms write about AI in their policies");
  policy->require_subcommand(1);
  optoutlog::policy::add_compare_command(*policy);
  optoutlog::policy::add_watch_commands(*policy);
  optoutlog::policy::add_show_commands(*policy);
}
