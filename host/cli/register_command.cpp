#include <cstdlib>
#include <iostream>
#include <memory>

#include "cli/command_name.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "install/register/register.h"

namespace optoutlog::cli {
namespace {

using namespace install;

struct RegisterChoice {
  RegisterOptions options;
  bool system = false;
  bool plan = false;
  bool list = false;
  std::string host;
  std::vector<std::string> folders;
  std::string root;
};

const char* verb(Effect effect, bool planned) {
  switch (effect) {
    case Effect::kCreate:
      return planned ? "would write" : "wrote";
    case Effect::kUnchanged:
      return "unchanged";
    case Effect::kUpdate:
      return planned ? "would update" : "updated";
    case Effect::kReplace:
      return planned ? "would replace" : "replaced";
  }
  return "";
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void print_plan(const RegisterPlan& plan, bool planned) {
  for (const Write& write : plan.writes) {
    const std::string where = write.key.empty() ? utf8(write.file) : write.key;
    std::cout << column(verb(write.effect, planned), 13) << " " << harmless(where) << "\n"
              << std::string(14, ' ') << paint(Paint::kDim, "for " + joined(write.browsers)) << "\n";
  }
}

void print_skipped(const RegisterPlan& plan, std::ostream& out) {
  for (const Skipped& skipped : plan.skipped) {
    const std::string text =
        skipped.browser + ": " + skipped.why + (skipped.remedy.empty() ? "" : " " + skipped.remedy);
    out << column("left out", 13) << " " << wrap(harmless(text), columns() - 14, 14) << "\n";
  }
}

int list_browsers(const Machine& machine) {
  for (const Browser& browser : browsers()) {
    if (!browser.on(machine.os)) continue;
    std::cout << column(browser.id, 20) << " " << column(browser.name, 26) << " "
              << (present(browser, machine) ? "found" : "-") << "\n";
  }
  return 0;
}

int run_register(const RegisterChoice& choice) {
  Machine machine = this_machine();
  if (!choice.root.empty()) machine.root = fs::absolute(from_utf8(choice.root));
  if (choice.list) return list_browsers(machine);
  RegisterOptions options = choice.options;
  options.scope = choice.system ? Scope::kSystem : Scope::kUser;
  options.program = choice.host.empty() ? find_host_program(this_executable(), machine.os)
                                        : fs::absolute(from_utf8(choice.host)).lexically_normal();
  for (const std::string& folder : choice.folders)
    options.user_data_folders.push_back(fs::absolute(from_utf8(folder)));

  const RegisterPlan plan = plan_register(options, machine);
  if (choice.plan) print_plan(plan, true);
  print_skipped(plan, plan.problems.empty() ? std::cout : std::cerr);
  for (const Problem& problem : plan.problems) complain(problem.what, problem.remedy);
  if (!plan.problems.empty()) {
    if (!choice.plan) std::cerr << "Nothing was written.\n";
    const std::string& name = plan.problems.front().name;
    return name == "browser.unknown" || name == "browser.other-system" ? 2 : 1;
  }
  if (choice.plan) {
    std::cout << "Nothing was written: this is the plan. To take it back later: " << own_command()
              << " unregister" << (choice.system ? " --system" : "") << "\n";
    return 0;
  }
  if (const auto problem = apply(plan, machine)) {
    complain(problem->what, problem->remedy);
    std::cerr << "Nothing was changed: the steps before were taken back.\n";
    return 1;
  }
  print_plan(plan, false);
  if (plan.changes()) {
    std::cout << "Check it with: " << own_command() << " doctor     Take it back with: " << own_command()
              << " unregister" << (choice.system ? " --system" : "") << "\n";
  }
  return 0;
}

}  // namespace

void add_register(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<RegisterChoice>();
  CLI::App* command = app.add_subcommand("register", "Let your browsers find Opt-Out Log");
  command
      ->add_option("--browser", choice->options.browsers,
                   "Only this browser (may be given again); see --list")
      ->type_name("NAME");
  command->add_flag("--system", choice->system, "For all users of this computer (needs root)");
  command->add_flag("--plan", choice->plan, "Show what would be written, and write nothing");
  command->add_flag("--list", choice->list, "List the browsers that Opt-Out Log knows, and which were found");
  command->add_flag("--force", choice->options.force, "Overwrite manifests that optoutlog did not write");
  command->add_option("--host", choice->host, "The host's program (default: the one beside this command)")
      ->type_name("FILE");
  command->add_option("--user-data-dir", choice->folders, "Also for a Chromium started with this folder")
      ->type_name("FOLDER");
  command->add_option("--root", choice->root, "For packagers: put system files below this folder")
      ->type_name("FOLDER");
  command
      ->add_option("--host-path", choice->options.program_in_manifest,
                   "For packagers: where the host will be once installed")
      ->type_name("FILE");
  command->callback([choice, &chosen] { chosen = [choice] { return run_register(*choice); }; });
}

}  // namespace optoutlog::cli
