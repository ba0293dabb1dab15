#include <iostream>
#include <memory>

#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "service/known.h"

#ifdef _WIN32
#include <shellapi.h>
#include <windows.h>
#else
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace optoutlog::cli {
namespace {

struct OpenChoice {
  std::string platform;
  bool print = false;
  bool json = false;
};

// Hands an address of ours to the system's own program for it. False where there is none.
bool handed_over(const std::string& address) {
#ifdef _WIN32
  const auto answer =
      ShellExecuteA(nullptr, "open", address.c_str(), nullptr, nullptr, SW_SHOWNORMAL);
  return reinterpret_cast<INT_PTR>(answer) > 32;
#else
#ifdef __APPLE__
  constexpr const char* kOpener = "open";
#else
  constexpr const char* kOpener = "xdg-open";
#endif
  const int child = fork();
  if (child < 0) return false;
  if (child == 0) {
    execlp(kOpener, kOpener, address.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
#endif
}

// "adobe, alexa, …": the platforms of which a page is known.
std::string known_names() {
  std::string names;
  for (const auto& platform : service::known::platforms())
    if (!platform.open.empty()) names.append(names.empty() ? "" : ", ").append(platform.id);
  return names;
}

int run_open(const OpenChoice& choice) {
  const auto* platform = service::known::platform(choice.platform);
  if (platform == nullptr || platform->open.empty())
    return misused("No settings page of '" + choice.platform + "' is known.",
                   "Pages are known of: " + known_names() + ".", choice.json);
  const std::string address(platform->open);
  if (!choice.print && !handed_over(address))
    return fail(Trouble{"browser.none", 2, "No browser could be asked to open " + address + ".",
                        "Open it yourself; this prints it alone: optoutlog open " +
                            choice.platform + " --print"},
                choice.json);
  if (choice.json) {
    print_json(json{{"platform", choice.platform}, {"open", address}});
    return 0;
  }
  if (choice.print) {
    std::cout << address << "\n";
    return 0;
  }
  say("Asked your browser to open the settings of " + std::string(platform->name) + ": " + address);
  return 0;
}

}  // namespace

void add_open(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<OpenChoice>();
  CLI::App* command =
      app.add_subcommand("open", "Open a platform's page with the AI-training setting");
  command->add_option("PLATFORM", choice->platform, "For example linkedin")->required();
  command->add_flag("--print", choice->print, "Only print the address");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->footer("For example: optoutlog open linkedin");
  command->callback([choice, &chosen] { chosen = [choice] { return run_open(*choice); }; });
}

}  // namespace optoutlog::cli
