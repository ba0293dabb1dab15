#include "policy/commands.h"

void addPolicyCommands(CLI::App& app) {
  auto* policy = app.add_subcommand("policy", "Watch what platforms write about AI in their policies");
  policy->require_subcommand(1);
  optoutlog::policy::addCompareCommand(*policy);
  optoutlog::policy::addWatchCommands(*policy);
}
