#include <iostream>
#include <memory>

#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

struct Choice {
  bool json = false;
  std::string platform;
  std::string control;
  std::string account;
  std::string source;
  long long before = 0;
  int limit = 0;
};

Paint colour(const std::string& training) {
  return training == "denied" ? Paint::kGreen : training == "allowed" ? Paint::kRed : Paint::kYellow;
}

// How the entry came to be, in a few words.
std::string origin(const json& entry) {
  const std::string basis = text(entry, "basis");
  const std::string raw = text(entry, "raw");
  if (basis == "form") return "form " + raw;
  if (basis == "declared") {
    if (raw == "answer-me") return "you said: I did that";
    if (raw == "answer-not-me") return "you said: it was not me";
    return "you said";
  }
  std::string result = "seen";
  if (text(entry, "actor") == "user") result += ", you clicked";
  if (text(entry, "sure") == "likely") result += ", likely";
  const std::string why = text(entry, "why");
  if (!why.empty() && why != "ok") result += ", " + why;
  return result;
}

void print(const json& entry) {
  const std::string number = "#" + std::to_string(entry.value("seq", 0LL));
  if (text(entry, "type") == "erased") {
    std::cout << column(number, 7) << " " << local_time(text(entry, "received")) << "  "
              << paint(Paint::kDim, "erased: " + std::to_string(entry.value("count", 0LL)) + " entries (" +
                                        text(entry, "what") + ")")
              << "\n";
    return;
  }
  const std::string training = text(entry, "training");
  std::string whose = text(entry, "account");
  if (!text(entry, "unit").empty()) whose += (whose.empty() ? "" : " / ") + text(entry, "unit");
  std::string rest = text(entry, "platform") + "/" + text(entry, "control");
  if (!whose.empty()) rest += "  " + whose;
  rest += "  " + origin(entry);
  if (!text(entry, "browser").empty()) rest += "  " + text(entry, "browser");
  if (!text(entry, "note").empty()) rest += "  \"" + text(entry, "note") + "\"";
  std::cout << column(number, 7) << " " << local_time(text(entry, "at")) << "  "
            << paint(colour(training), column(training, 8)) << " "
            << fit(harmless(rest), std::max(20, columns() - 35)) << "\n";
}

int run(const Choice& choice) {
  json params = json::object();
  if (!choice.platform.empty()) params["platform"] = choice.platform;
  if (!choice.control.empty()) params["control"] = choice.control;
  if (!choice.account.empty()) params["account"] = choice.account;
  if (!choice.source.empty()) params["source"] = choice.source;
  if (choice.before > 0) params["before"] = choice.before;
  if (choice.limit > 0) params["limit"] = choice.limit;
  service::Service service;
  const auto answer = service.call("history", params);
  if (!answer) return fail(answer.error(), choice.json);
  if (choice.json) {
    print_json(*answer);
    return 0;
  }
  const json& entries = (*answer)["entries"];
  for (const json& entry : entries) print(entry);
  if (entries.empty()) std::cout << "No entries.\n";
  const json next = answer->value("next", json());
  if (next.is_number()) {
    std::cout << paint(Paint::kDim, "Older ones: add --before " + next.dump()) << "\n";
  }
  return 0;
}

}  // namespace

void add_history(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<Choice>();
  CLI::App* command = app.add_subcommand("history", "Every entry of the log, newest first");
  command->add_flag("--json", choice->json, "Exactly what the host answers, for programs");
  command->add_option("--platform", choice->platform, "Only this platform, for example linkedin")
      ->type_name("P");
  command->add_option("--control", choice->control, "Only this control, for example genai-training")
      ->type_name("C");
  command->add_option("--account", choice->account, "Only this account")->type_name("A");
  command->add_option("--source", choice->source, "Entries of an imported record, by its id (import --list)")
      ->type_name("ID");
  command->add_option("--before", choice->before, "Only entries with a smaller number")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  command->add_option("--limit", choice->limit, "How many (1 to 500, default 50)")
      ->type_name("N")
      ->check(CLI::Range(1, 500));
  command->callback([choice, &chosen] { chosen = [choice] { return run(*choice); }; });
}

}  // namespace optoutlog::cli
