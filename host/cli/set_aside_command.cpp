#include <iostream>
#include <memory>

#include "base/data_folder.h"
#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "install/system/machine.h"
#include "record/damage.h"
#include "record/set_aside.h"

namespace optoutlog::cli {
namespace {

struct SetAsideChoice {
  bool yes = false;
  bool json = false;
};

// What is wrong with the record, as a sentence; nothing where it is whole. Error: it cannot be
// looked at.
Result<std::optional<std::string>> trouble(const std::filesystem::path& folder) {
  auto found = record::examine_damage(folder, optoutlog::now());
  if (!found && found.error().is(errors::kRecordForeign))
    return std::optional(found.error().message);
  return found;
}

int run_set_aside(const SetAsideChoice& choice) {
  const auto folder = data_folder();
  if (!folder) return fail(folder.error(), choice.json);
  const auto found = trouble(*folder);
  if (!found) return fail(found.error(), choice.json);
  if (!found->has_value()) {
    if (choice.json)
      print_json(json{{"aside", nullptr}, {"wrong", nullptr}});
    else
      say("Your log is whole, or there is none yet: nothing was put aside.");
    return 0;
  }
  const std::string wrong = "What is wrong: " + **found;
  const std::string question =
      wrong + " Put this file aside under another name, and begin a new log?";
  if (!choice.yes)
    if (const auto status = stopped(question, "nothing was changed", choice.json)) return *status;
  const auto target = record::set_aside(*folder, optoutlog::now());
  if (!target) return fail(target.error(), choice.json);
  if (choice.json) {
    print_json(json{{"aside", install::utf8(*target)}, {"wrong", **found}});
    return 0;
  }
  if (choice.yes) say(wrong);
  std::cout << "Put aside: " << harmless(install::utf8(*target)) << "\n";
  say("Nothing in it was changed or removed. The next entry begins a new log.");
  return 0;
}

}  // namespace

void add_set_aside(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<SetAsideChoice>();
  CLI::App* command =
      app.add_subcommand("set-aside", "Put a damaged log aside, unchanged, and begin a new one");
  command->add_flag("--yes", choice->yes, "Do not ask");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->footer(
      "Refused while your log is whole. To save what can still be read first: optoutlog export "
      "--out FILE");
  command->callback([choice, &chosen] { chosen = [choice] { return run_set_aside(*choice); }; });
}

}  // namespace optoutlog::cli
