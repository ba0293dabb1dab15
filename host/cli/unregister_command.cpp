#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/command_name.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "install/register/unregister.h"

namespace optoutlog::cli {
namespace {

using namespace install;

struct UnregisterChoice {
  UnregisterOptions options;
  bool system = false;
  bool plan = false;
  std::string root;
};

int run_unregister(const UnregisterChoice& choice) {
  Machine machine = this_machine();
  if (!choice.root.empty()) machine.root = fs::absolute(from_utf8(choice.root));
  UnregisterOptions options = choice.options;
  options.scope = choice.system ? Scope::kSystem : Scope::kUser;
  const UnregisterPlan plan = plan_unregister(options, machine);
  for (const Problem& problem : plan.problems) complain(problem.what, problem.remedy);
  if (!plan.problems.empty()) return plan.problems.front().name == "browser.unknown" ? 2 : 1;

  std::optional<Problem> problem;
  if (!choice.plan) problem = apply(plan, machine);
  for (const Removal& removal : plan.removals) {
    const std::string where = removal.key.empty() ? utf8(removal.file) : removal.key;
    const char* verb = removal.put_back ? (choice.plan ? "would put back" : "put back")
                                        : (choice.plan ? "would remove" : "removed");
    std::cout << column(verb, 15) << harmless(where) << "\n";
  }
  for (const Kept& kept : plan.kept) {
    std::cout << column("left alone", 15) << harmless(utf8(kept.file)) << "\n"
              << std::string(15, ' ')
              << paint(Paint::kDim, harmless(pasteable(kept.why)) + "; to remove it all the same: --force")
              << "\n";
  }
  if (plan.removals.empty() && plan.kept.empty())
    std::cout << "Nothing to remove: nothing is registered here.\n";
  for (const Problem& notice : plan.notices) complain(notice.what, notice.remedy);
  if (problem) {
    complain(problem->what, problem->remedy);
    return 1;
  }
  if (!choice.plan && !plan.removals.empty()) {
    std::cout << "Your log is still there. To erase it too: " << own_command() << " erase --all\n";
  }
  const bool damaged = std::any_of(plan.notices.begin(), plan.notices.end(),
                                   [](const Problem& notice) { return notice.name == "receipt.damaged"; });
  return damaged ? 1 : 0;
}

}  // namespace

void add_unregister(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<UnregisterChoice>();
  CLI::App* command = app.add_subcommand("unregister", "Take back what register did; your log stays");
  command->add_option("--browser", choice->options.browsers, "Only this browser (may be given again)")
      ->type_name("NAME");
  command->add_flag("--system", choice->system, "What was registered for all users (needs root)");
  command->add_flag("--plan", choice->plan, "Show what would be removed, and remove nothing");
  command->add_flag("--force", choice->options.force,
                    "Also manifests of our name that were changed or are not ours");
  command->add_option("--root", choice->root, "For packagers: system files lie below this folder")
      ->type_name("FOLDER");
  command->callback([choice, &chosen] { chosen = [choice] { return run_unregister(*choice); }; });
}

}  // namespace optoutlog::cli
