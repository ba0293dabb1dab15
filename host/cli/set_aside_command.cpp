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

// What is wrong with the record, as a sentence; nothing where it is whole. Error: it cannot be looked at.
Result<std::optional<std::string>> trouble(const std::filesystem::path& folder) {
  auto found = record::examine_damage(folder, optoutlog::now());
  if (!found && found.error().is(errors::kRecordForeign)) return std::optional(found.error().message);
  return found;
}

int run_set_aside(bool yes) {
  const auto folder = data_folder();
  if (!folder) return fail(folder.error(), false);
  const auto found = trouble(*folder);
  if (!found) return fail(found.error(), false);
  if (!found->has_value()) {
    std::cout << "Your log is whole, or there is none yet: nothing was put aside.\n";
    return 0;
  }
  std::cout << wrap("What is wrong: " + harmless(**found), columns(), 2) << "\n";
  if (!yes) {
    const auto answer = ask("Put this file aside under another name, and begin a new log?");
    if (!answer) {
      complain("There is no terminal to ask on; nothing was changed.",
               "To go on without being asked, add --yes.");
      return 2;
    }
    if (!*answer) {
      std::cout << "Nothing was changed.\n";
      return 1;
    }
  }
  const auto target = record::set_aside(*folder, optoutlog::now());
  if (!target) return fail(target.error(), false);
  std::cout << "Put aside: " << harmless(install::utf8(*target)) << "\n"
            << wrap("Nothing in it was changed or removed. The next entry begins a new log.", columns(), 0)
            << "\n";
  return 0;
}

}  // namespace

void add_set_aside(CLI::App& app, Chosen& chosen) {
  auto yes = std::make_shared<bool>(false);
  CLI::App* command =
      app.add_subcommand("set-aside", "Put a damaged log aside, unchanged, and begin a new one");
  command->add_flag("--yes", *yes, "Do not ask");
  command->footer(
      "Refused while your log is whole. To save what can still be read first: optoutlog export --out FILE");
  command->callback([yes, &chosen] { chosen = [yes] { return run_set_aside(*yes); }; });
}

}  // namespace optoutlog::cli
