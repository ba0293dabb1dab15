#include "policy/commands.h"

int main(int argc, char** argv) {
  CLI::App app{"Opt-Out Log, the policy part alone"};
  app.require_subcommand(1);
  auto* policy = app.add_subcommand("policy", "Watch policy documents");
  policy->require_subcommand(1);
  optoutlog::policy::addCompareCommand(*policy);
  CLI11_PARSE(app, argc, argv);
  return 0;
}
