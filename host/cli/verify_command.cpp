#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "base/bytes.h"
#include "base/json_text.h"
#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "install/system/machine.h"
#include "record/packet.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

struct VerifyChoice {
  std::string file;
  bool json = false;
};

// An entry in one line; empty where it cannot be read.
std::string summary(const json& entry) {
  if (!entry.is_object() || text(entry, "platform").empty()) return {};
  std::string words = service::says::when(entry, voice()) + "  " + text(entry, "platform") + "/" +
                      text(entry, "control") + "  " + text(entry, "training");
  if (!text(entry, "account").empty()) words += "  " + text(entry, "account");
  return words;
}

// What an export does not show. Withheld is what lies outside its platform or account, by its
// maker's word.
std::string not_shown(const json& answer) {
  const long long withheld = answer.value("withheld", 0LL);
  if (withheld == 0) return {};
  return std::to_string(answer.value("disclosed", 0LL)) + " shown, " + std::to_string(withheld) +
         " withheld, " + std::to_string(answer.value("erased", 0LL)) +
         " erased. Whether one of the withheld belongs to the platform or account that the export "
         "names cannot be told from it.";
}

int report_broken(const json& broken, const std::string& bad, bool own) {
  const bool import = !text(broken, "source").empty();
  const char* what = import ? "✗ An imported chain is broken" : "✗ The chain is broken";
  std::cout << wrap(paint(Paint::kRed, what) + " at entry " +
                        std::to_string(broken.value("seq", 0LL)) + " (" + text(broken, "reason") +
                        ").",
                    columns(), 0)
            << "\n";
  if (!text(broken, "says").empty()) say(text(broken, "says"));
  if (!bad.empty()) say("As it stands there now: " + bad);
  if (import) {
    say("Your own log holds. Import the other computer's file again: what is wrong is then "
        "replaced.");
  } else if (own) {
    say("Nothing is removed. Save what is whole: optoutlog export --out FILE. Then begin a new "
        "log: optoutlog set-aside");
  }
  return 1;
}

// `bad`: the first bad entry in one line, where there is one. `own`: it is our own log, not a file.
// `imported`: how many other records were looked through.
int report(const json& answer, bool as_json, const std::string& bad, bool own,
           std::size_t imported) {
  const bool ok = answer.value("ok", false);
  if (as_json) {
    print_json(answer);
    return ok ? 0 : 1;
  }
  if (!ok) return report_broken(answer.at("broken"), bad, own);
  if (imported > 0)
    std::cout << paint(Paint::kGreen, "✓ The imported chains hold") << ": " << imported << ".\n";
  if (answer.value("entries", 0LL) == 0) {
    say(imported > 0 ? "There are no entries of your own yet."
                     : "There are no entries yet: nothing to verify.");
    return 0;
  }
  std::cout << paint(Paint::kGreen, "✓ The chain holds") << ": "
            << entries(answer.value("entries", 0LL)) << ".\n";
  say("No entry was found changed, swapped or taken out. This does not show whether its owner "
      "wrote the whole log anew, or cut off its end: for that, keep this line elsewhere and "
      "compare it later.");
  std::cout << text(answer, "checkpoint") << "\n";
  if (const std::string more = not_shown(answer); !more.empty()) say(more);
  return 0;
}

// An exported file, without any database; the answer has the members of the method `verify` and the
// counts of what the file shows.
int verify_file(const VerifyChoice& choice) {
  std::ifstream file(install::from_utf8(choice.file), std::ios::binary);
  if (!file) {
    return unreadable(choice.file, "Check the name; it has to be an export in the json format.",
                      choice.json);
  }
  const std::string packet_text((std::istreambuf_iterator<char>(file)), {});
  const auto packet = record::read_packet(packet_text);
  if (!packet) return fail(packet.error(), choice.json);
  const std::string id = to_hex(packet->head.record);
  const std::string head = to_hex(packet->head.hash);
  const std::string count = std::to_string(packet->head.count);
  json broken;
  std::string bad;
  if (packet->broken) {
    const auto at = static_cast<std::size_t>(packet->broken->seq);
    if (at >= 1 && at <= packet->links.size())
      if (const auto entry = parse_json(packet->links[at - 1].stored.payload))
        bad = summary(*entry);
    broken = {{"seq", packet->broken->seq},
              {"reason", packet->broken->reason},
              {"says", packet->broken->says},
              {"source", nullptr}};
  }
  return report({{"ok", !packet->broken},
                 {"entries", packet->head.count},
                 {"head", head},
                 {"record", id},
                 {"checkpoint", "optoutlog-checkpoint-v1 " + id + " " + count + " " + head},
                 {"broken", broken},
                 {"disclosed", packet->disclosed},
                 {"erased", packet->erased},
                 {"withheld", packet->withheld}},
                choice.json, bad, false, 0);
}

int run_verify(const VerifyChoice& choice) {
  if (!choice.file.empty()) return verify_file(choice);
  service::Service service;
  const auto answer = service.call("verify", json::object());
  if (!answer) return fail(answer.error(), choice.json);
  std::string bad;
  const auto sources = service.call("sources", json::object());
  if (const json broken = answer->value("broken", json());
      broken.is_object() && broken.value("source", json()).is_null()) {
    const auto seq = broken.value("seq", 0LL);
    const auto found = service.call("history", {{"before", seq + 1}, {"limit", 1}});
    if (found && !found->at("entries").empty() && found->at("entries")[0].value("seq", 0LL) == seq)
      bad = summary(found->at("entries")[0]);
  }
  return report(*answer, choice.json, bad, true, sources ? sources->at("sources").size() : 0);
}

}  // namespace

void add_verify(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<VerifyChoice>();
  CLI::App* command = app.add_subcommand(
      "verify", "Check that nothing in the log, or in an exported file, was changed");
  command->add_option("FILE", choice->file, "An export (json); without it, your own log");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->footer("Exit status 1 when the chain is broken.");
  command->callback([choice, &chosen] { chosen = [choice] { return run_verify(*choice); }; });
}

}  // namespace optoutlog::cli
