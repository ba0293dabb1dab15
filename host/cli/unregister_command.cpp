#include <algorithm>
#include <iostream>
#include <memory>

#include "base/data_folder.h"
#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "install/register/receipt.h"
#include "install/register/unregister.h"

namespace optoutlog::cli {
namespace {

using namespace install;

struct UnregisterChoice {
  UnregisterOptions options;
  bool system = false;
  bool plan = false;
  bool json = false;
  std::string root;
};

std::string place_of(const Removal& removal) {
  return removal.key.empty() ? utf8(removal.file) : removal.key;
}

void print_removals(const UnregisterPlan& plan, bool planned) {
  for (const Removal& removal : plan.removals) {
    const char* verb = removal.put_back ? (planned ? "would put back" : "put back")
                                        : (planned ? "would remove" : "removed");
    std::cout << column(verb, 15) << harmless(place_of(removal)) << "\n";
  }
  for (const Kept& kept : plan.kept) {
    std::cout << column("left alone", 15) << harmless(utf8(kept.file)) << "\n";
    say_beside({}, kept.why + "; to remove it all the same: --force", 15, Paint::kDim);
  }
  if (plan.removals.empty() && plan.kept.empty())
    say("Nothing to remove: nothing is registered here.");
}

// Only of a log that is there: one may never have been made.
void say_where_log_is() {
  const auto folder = data_folder();
  if (folder && exists_at_all(*folder / kRecordFile))
    say("Your log is still there. To erase it too: optoutlog erase --all");
}

json removals_json(const UnregisterPlan& plan, bool planned) {
  json removed = json::array();
  for (const Removal& removal : plan.removals)
    removed.push_back({{"place", place_of(removal)}, {"put_back", removal.put_back.has_value()}});
  json kept = json::array();
  for (const Kept& each : plan.kept)
    kept.push_back({{"place", utf8(each.file)}, {"why", each.why}});
  json notices = json::array();
  for (const Problem& notice : plan.notices)
    notices.push_back({{"name", notice.name}, {"message", notice.what + " " + notice.remedy}});
  return {{"planned", planned}, {"removed", removed}, {"kept", kept}, {"notices", notices}};
}

int run_unregister(const UnregisterChoice& choice) {
  Machine machine = this_machine();
  if (!choice.root.empty()) machine.root = fs::absolute(from_utf8(choice.root));
  UnregisterOptions options = choice.options;
  options.scope = choice.system ? Scope::kSystem : Scope::kUser;
  const auto lock = choice.plan ? nullptr : lock_registration(machine, options.scope);
  if (!lock && !choice.plan) return fail({problem_of_busy()}, 1, choice.json);
  const UnregisterPlan plan = plan_unregister(options, machine);
  if (!plan.problems.empty())
    return fail(plan.problems, plan.problems.front().name == "browser.unknown" ? 2 : 1,
                choice.json);
  if (!choice.plan)
    if (const auto problem = apply(plan, machine)) return fail({*problem}, 1, choice.json);

  if (choice.json) {
    print_json(removals_json(plan, choice.plan));
  } else {
    print_removals(plan, choice.plan);
    if (!choice.plan && !plan.removals.empty()) say_where_log_is();
  }
  for (const Problem& notice : plan.notices) complain(notice.what, notice.remedy);
  const bool damaged =
      std::any_of(plan.notices.begin(), plan.notices.end(),
                  [](const Problem& notice) { return notice.name == "receipt.damaged"; });
  return damaged ? 1 : 0;
}

}  // namespace

void add_unregister(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<UnregisterChoice>();
  CLI::App* command =
      app.add_subcommand("unregister", "Take back what register did; your log stays");
  command
      ->add_option("--browser", choice->options.browsers, "Only this browser (may be given again)")
      ->type_name("NAME");
  command->add_flag("--system", choice->system, "What was registered for all users (needs root)");
  command->add_flag("--plan", choice->plan, "Show what would be removed, and remove nothing");
  command->add_flag("--force", choice->options.force,
                    "Also manifests of our name that were changed or are not ours");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->add_option("--root", choice->root, "For packagers: system files lie below this folder")
      ->type_name("FOLDER");
  command->footer("For example: optoutlog unregister --plan");
  command->callback([choice, &chosen] { chosen = [choice] { return run_unregister(*choice); }; });
}

}  // namespace optoutlog::cli
