#include <iostream>
#include <memory>

#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

struct Choice {
  std::string file;
  bool json = false;
};

int report(const json& answer, bool as_json) {
  const bool ok = answer.value("ok", false);
  if (as_json) {
    print_json(answer);
    return ok ? 0 : 1;
  }
  const std::string entries = std::to_string(answer.value("entries", 0LL));
  if (ok) {
    std::cout << paint(Paint::kGreen, "✓ The chain holds") << ": " << entries << " entries, head "
              << text(answer, "head") << "\n"
              << wrap(
                     "This shows that nothing in it was changed, swapped or taken out. It does not show "
                     "whether its owner "
                     "wrote the whole log anew, or cut off its end.",
                     columns(), 0)
              << "\n";
    return 0;
  }
  const json broken = answer.value("broken", json::object());
  std::cout << paint(Paint::kRed, "✗ The chain is broken") << " at entry " << broken.value("seq", 0LL) << " ("
            << text(broken, "reason") << ").\n";
  if (!text(broken, "says").empty()) std::cout << wrap(harmless(text(broken, "says")), columns(), 0) << "\n";
  return 1;
}

int run(const Choice& choice) {
  if (!choice.file.empty()) {
    complain("Verifying an export file is not built in yet.", "See RECORD.md for how to verify one by hand.");
    return 2;
  }
  service::Service service;
  const auto answer = service.call("verify", json::object());
  if (!answer) return fail(answer.error(), choice.json);
  return report(*answer, choice.json);
}

}  // namespace

void add_verify(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<Choice>();
  CLI::App* command =
      app.add_subcommand("verify", "Check that nothing in the log, or in an exported file, was changed");
  command->add_option("FILE", choice->file, "An export (json); without it, your own log");
  command->add_flag("--json", choice->json, "Exactly what the host answers, for programs");
  command->footer("Exit status 1 when the chain is broken.");
  command->callback([choice, &chosen] { chosen = [choice] { return run(*choice); }; });
}

}  // namespace optoutlog::cli
