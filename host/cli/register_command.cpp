#include <cstdlib>
#include <iostream>
#include <memory>

#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "install/register/receipt.h"
#include "install/register/register.h"

namespace optoutlog::cli {
namespace {

using namespace install;

struct RegisterChoice {
  RegisterOptions options;
  bool system = false;
  bool plan = false;
  bool list = false;
  bool json = false;
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

std::string place_of(const Write& write) {
  return write.key.empty() ? utf8(write.file) : write.key;
}

void print_plan(const RegisterPlan& plan, bool planned) {
  for (const Write& write : plan.writes) {
    std::cout << column(verb(write.effect, planned), 13) << " " << harmless(place_of(write))
              << "\n";
    say_beside({}, "for " + joined(write.browsers), 14, Paint::kDim);
  }
}

void print_skipped(const RegisterPlan& plan) {
  for (const Skipped& skipped : plan.skipped)
    say_beside("left out", skipped.browser + ": " + skipped.why + " " + skipped.remedy, 14);
}

json skipped_json(const RegisterPlan& plan) {
  json all = json::array();
  for (const Skipped& each : plan.skipped)
    all.push_back({{"browser", each.browser}, {"why", each.why}, {"remedy", each.remedy}});
  return all;
}

json plan_json(const RegisterPlan& plan, bool planned) {
  json writes = json::array();
  for (const Write& write : plan.writes)
    writes.push_back({{"place", place_of(write)},
                      {"browsers", write.browsers},
                      {"effect", verb(write.effect, planned)}});
  return {{"planned", planned}, {"manifests", writes}, {"left_out", skipped_json(plan)}};
}

int list_browsers(const Machine& machine, bool as_json) {
  const bool narrow = columns() < 54;
  json all = json::array();
  for (const Browser& browser : browsers()) {
    if (!browser.on(machine.os)) continue;
    const bool found = present(browser, machine);
    all.push_back({{"id", browser.id}, {"name", browser.name}, {"found", found}});
    if (as_json) continue;
    std::cout << column(browser.id, 20) << " " << (narrow ? "\n  " : "") << column(browser.name, 26)
              << " " << (found ? "found" : "-") << "\n";
  }
  if (as_json) print_json(json{{"browsers", all}});
  return 0;
}

// Why nothing could be registered; the browsers that are left out are a part of it.
int refused(const RegisterPlan& plan, const RegisterChoice& choice) {
  for (const Skipped& each : plan.skipped)
    complain("Left out: " + each.browser + ": " + each.why, each.remedy);
  const std::string& name = plan.problems.front().name;
  const int exit = name == "browser.unknown" || name == "browser.other-system" ? 2 : 1;
  fail(plan.problems, exit, choice.json, {{"left_out", skipped_json(plan)}});
  complain("Nothing was written.");
  return exit;
}

// The plan is carried out, or only shown.
int carry_out(const RegisterPlan& whole, const RegisterChoice& choice, const Machine& machine) {
  const Applied applied = choice.plan ? Applied() : apply(whole, machine);
  if (applied.stopped) {
    const int status = fail({*applied.stopped}, 1, choice.json);
    complain("Nothing was changed.");
    return status;
  }
  RegisterPlan plan = whole;
  json failed = json::array();
  for (auto each = applied.failures.rbegin(); each != applied.failures.rend(); ++each) {
    const auto at = plan.writes.begin() + static_cast<std::ptrdiff_t>(each->write);
    complain(
        at->host + " is not registered for " + joined(at->browsers) + ": " + each->problem.what,
        each->problem.remedy);
    failed.push_back({{"place", place_of(*at)},
                      {"browsers", at->browsers},
                      {"name", each->problem.name},
                      {"message", each->problem.what}});
    plan.writes.erase(at);
  }
  const int status = failed.empty() ? 0 : 1;
  if (choice.json) {
    json result = plan_json(plan, choice.plan);
    if (status != 0) result["failed"] = std::move(failed);
    print_json(result);
    return status;
  }
  print_plan(plan, choice.plan);
  print_skipped(plan);
  const std::string back = std::string("optoutlog unregister") + (choice.system ? " --system" : "");
  if (choice.plan) {
    say("Nothing was written: this is the plan. To take it back later: " + back);
  } else if (plan.changes()) {
    say("Check it with: optoutlog doctor");
    say("Take it back with: " + back);
  }
  return status;
}

int run_register(const RegisterChoice& choice) {
  Machine machine = this_machine();
  if (!choice.root.empty()) machine.root = fs::absolute(from_utf8(choice.root));
  if (choice.list) return list_browsers(machine, choice.json);
  RegisterOptions options = choice.options;
  options.scope = choice.system ? Scope::kSystem : Scope::kUser;
  options.noted = !choice.host.empty();
  const fs::path own = find_host_program(this_executable(), machine.os);
  options.program = options.noted
                        ? fs::absolute(from_utf8(choice.host)).lexically_normal()
                        : settled_host(called_as(), this_executable(), machine, options.scope);
  std::error_code error;
  options.own = fs::equivalent(options.program, own, error);
  for (const std::string& folder : choice.folders)
    options.user_data_folders.push_back(fs::absolute(from_utf8(folder)));
  const auto lock = choice.plan ? nullptr : lock_registration(machine, options.scope);
  if (!lock && !choice.plan) return fail({problem_of_busy()}, 1, choice.json);
  const RegisterPlan plan = plan_register(options, machine);
  if (!options.noted && !options.own && is_program(options.program) && !choice.json &&
      read_receipt(machine, options.scope).program == utf8(options.program))
    say("The host is " + harmless(utf8(options.program)) + ", as --host said before.");
  return plan.problems.empty() ? carry_out(plan, choice, machine) : refused(plan, choice);
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
  command->add_flag("--list", choice->list,
                    "List the browsers that Opt-Out Log knows, and which were found");
  command->add_flag("--force", choice->options.force,
                    "Overwrite manifests that optoutlog did not write");
  command->add_flag("--json", choice->json, kJsonHelp);
  command
      ->add_option("--host", choice->host,
                   "The host's program (default: the one beside this command)")
      ->type_name("FILE");
  command
      ->add_option("--user-data-dir", choice->folders,
                   "Also for a Chromium started with this folder")
      ->type_name("FOLDER");
  command->add_option("--root", choice->root, "For packagers: put system files below this folder")
      ->type_name("FOLDER");
  command
      ->add_option("--host-path", choice->options.program_in_manifest,
                   "For packagers: where the host will be once installed")
      ->type_name("FILE");
  command->footer("Then: optoutlog doctor, which says whether each browser finds it.");
  command->callback([choice, &chosen] { chosen = [choice] { return run_register(*choice); }; });
}

}  // namespace optoutlog::cli
