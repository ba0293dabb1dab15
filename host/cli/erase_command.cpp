#include <filesystem>
#include <iostream>
#include <memory>

#include "base/data_folder.h"
#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "install/system/machine.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

struct EraseChoice {
  std::string platform;
  std::string account;
  bool all = false;
  bool yes = false;
  bool dry = false;
  bool json = false;
};

std::string what(const EraseChoice& choice) {
  if (choice.all) return "everything in your log";
  std::string text = "every entry of";
  if (!choice.platform.empty()) text += " " + choice.platform;
  if (!choice.account.empty())
    text += std::string(choice.platform.empty() ? "" : " and") + " the account " + choice.account;
  return text;
}

// Damaged logs that were put aside are not opened by us, and hold what their owner may want gone.
void tell_put_aside() {
  const auto folder = data_folder();
  if (!folder) return;
  std::error_code error;
  std::string files;
  for (std::filesystem::directory_iterator it(*folder, error), end; !error && it != end;
       it.increment(error)) {
    const std::string name = install::utf8(it->path().filename());
    if (name.rfind("record-aside-", 0) == 0) files += harmless(install::utf8(it->path())) + "\n";
  }
  if (files.empty()) return;
  say("Not touched: damaged logs that you put aside. They may hold such entries; remove them "
      "yourself:");
  std::cout << files;
}

int run_erase(const EraseChoice& choice) {
  if (choice.all == (!choice.platform.empty() || !choice.account.empty())) {
    return misused(
        choice.all ? "--all cannot be joined with --platform or --account." : "Say what to erase.",
        "For example: optoutlog erase --platform linkedin, or: optoutlog erase --all", choice.json);
  }
  if (!choice.yes && !choice.dry) {
    const std::string question = "Erase " + what(choice) + "? This cannot be taken back.";
    if (const auto status = stopped(question, "nothing was erased", choice.json)) return *status;
  }
  json params = json::object();
  if (choice.all) params["all"] = true;
  if (!choice.platform.empty()) params["platform"] = choice.platform;
  if (!choice.account.empty()) params["account"] = choice.account;
  if (choice.dry) params["dry_run"] = true;
  service::Service service;
  const auto result = service.call("erase", params);
  if (!result) return fail(result.error(), choice.json);
  if (choice.json) {
    print_json(*result);
    return 0;
  }
  const json remains = result->value("remains", json::object());
  const long long own = result->value("erased", 0LL);
  const long long imported = result->value("imported", 0LL);
  if (choice.dry) {
    say("Would be erased: " + entries(own) + "." +
        (imported > 0 ? " Of imported logs: " + entries(imported) + "." : "") +
        " Nothing was changed.");
    return 0;
  }
  // An empty log has nothing that could fit or not.
  const bool empty = own + imported == 0 && remains.value("entries", 0LL) == 0;
  std::string words = empty ? "Your log holds no entry: there was nothing to erase."
                      : own + imported == 0
                          ? "Nothing in your log fits: there was nothing to erase."
                          : "Erased: " + entries(own) + ".";
  if (imported > 0) words += " Of imported logs: " + entries(imported) + ".";
  if (remains.value("links", 0LL) > 0)
    words += " What remains: " + entries(remains.value("entries", 0LL)) +
             " that can be read, in a chain of " + std::to_string(remains.value("links", 0LL)) +
             " links; a link without its entry holds no content.";
  say(words);
  tell_put_aside();
  if (!empty && !result->value("compacted", false))
    say("The file could not be rewritten just now, or a picture not be removed, so remains may be "
        "left: run this again.");
  if (own + imported == 0) return 0;
  say("The extension may still hold entries that it could not deliver; erase them in its "
      "dashboard. Backups and exported files are yours to remove.");
  return 0;
}

}  // namespace

void add_erase(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<EraseChoice>();
  CLI::App* command =
      app.add_subcommand("erase", "Remove entries for good; what is left still verifies");
  command->add_option("--platform", choice->platform, "The entries of this platform")
      ->type_name("P");
  command->add_option("--account", choice->account, "The entries of this account")->type_name("A");
  command->add_flag("--all", choice->all, "Everything");
  command->add_flag("--yes", choice->yes, "Do not ask");
  command->add_flag("--dry-run", choice->dry, "Only count what would be erased");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->footer("For example: optoutlog erase --platform linkedin");
  command->callback([choice, &chosen] { chosen = [choice] { return run_erase(*choice); }; });
}

}  // namespace optoutlog::cli
