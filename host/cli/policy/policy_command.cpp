#include "cli/policy/commands.h"

namespace optoutlog::cli {

void add_policy(CLI::App& app, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("policy", "Watch what platforms write about AI in their policies");
  command->require_subcommand(1);
  policy::add_compare(*command, chosen);
  policy::add_watch(*command, chosen);
  policy::add_show(*command, chosen);
}

}  // namespace optoutlog::cli
