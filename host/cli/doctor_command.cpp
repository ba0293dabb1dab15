#include <cstdlib>
#include <iostream>
#include <memory>

#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/screen.h"
#include "cli/terminal.h"
#include "install/doctor/doctor.h"
#include "install/register/register.h"

namespace optoutlog::cli {
namespace {

using namespace install;

struct DoctorChoice {
  DoctorOptions options;
  bool json = false;
  bool all = false;
  std::vector<std::string> folders;
  std::string root;
  double seconds = 10;
};

Paint colour_doctor(Outcome result) {
  switch (result) {
    case Outcome::kPass:
      return Paint::kGreen;
    case Outcome::kWarn:
      return Paint::kYellow;
    case Outcome::kFail:
      return Paint::kRed;
    case Outcome::kSkip:
      break;
  }
  return Paint::kDim;
}

void print_doctor(const Check& check, const std::string& who) {
  const bool named = who.empty() || check.what.rfind(who, 0) == 0;
  say_beside(paint(colour_doctor(check.result), word(check.result)),
             named ? check.what : who + ": " + check.what, 6);
  if (check.remedy.empty()) return;
  say_beside("      " + paint(Paint::kBold, "do:"), check.remedy + " [" + check.name + "]", 10);
}

void print_doctor(const Report& report, bool all) {
  for (const Check& check : report.general) print_doctor(check, "");
  int absent = 0;
  for (const BrowserReport& browser : report.browsers) {
    for (const Check& check : browser.checks) {
      if (check.name == "browser.absent" && !all) {
        ++absent;
      } else {
        print_doctor(check, browser.name);
      }
    }
  }
  if (absent > 0) {
    say_beside(paint(Paint::kDim, "SKIP"),
               std::to_string(absent) + " other browsers that are not here (--all names them).", 6,
               Paint::kDim);
  }
  if (report.result() != Outcome::kFail) return;
  std::cout << "\n";
  say("To see what a Chromium browser itself says, start it from a terminal with: "
      "--enable-logging=stderr --log-level=3 --vmodule=*/extensions/api/messaging/*=1");
}

int run_doctor(const DoctorChoice& choice) {
  Machine machine = this_machine();
  if (!choice.root.empty()) machine.root = fs::absolute(from_utf8(choice.root));
  DoctorOptions options = choice.options;
  options.program = settled_host(called_as(), this_executable(), machine, Scope::kUser);
  options.patience = std::chrono::milliseconds(static_cast<long>(choice.seconds * 1000));
  for (const std::string& folder : choice.folders)
    options.user_data_folders.push_back(fs::absolute(from_utf8(folder)));
  const char* data = std::getenv("OPTOUTLOG_DATA");
  options.data_variable = data ? data : "";

  const Report report = examine(options, machine);
  if (!report.problems.empty()) return fail(report.problems, 2, choice.json);
  if (choice.json) {
    print_json(to_json(report));
  } else {
    print_doctor(report, choice.all);
  }
  return report.result() == Outcome::kFail ? 1 : 0;
}

}  // namespace

void add_doctor(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<DoctorChoice>();
  CLI::App* command = app.add_subcommand(
      "doctor", "Find out why a browser does not find Opt-Out Log; changes nothing");
  command->add_flag("--json", choice->json, kJsonHelp);
  command
      ->add_option("--browser", choice->options.browsers, "Only this browser (may be given again)")
      ->type_name("NAME");
  command
      ->add_option("--user-data-dir", choice->folders, "Also a Chromium started with this folder")
      ->type_name("FOLDER");
  command->add_flag("--all", choice->all, "One line for each browser that is not here, too");
  command->add_option("--timeout", choice->seconds, "Seconds to wait for a host's answer")
      ->type_name("N")
      ->check(counting_number());
  command->add_option("--root", choice->root, "For packagers: system files lie below this folder")
      ->type_name("FOLDER");
  command->footer(
      "For example: optoutlog doctor --browser firefox. Exit status 1 when something fails.");
  command->callback([choice, &chosen] { chosen = [choice] { return run_doctor(*choice); }; });
}

}  // namespace optoutlog::cli
