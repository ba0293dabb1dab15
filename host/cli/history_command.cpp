#include <iostream>
#include <memory>

#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "service/says.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

constexpr int kNarrow = 56;  // below, an entry takes two lines

struct HistoryChoice {
  bool json = false;
  bool details = false;
  std::string platform;
  std::string control;
  std::string account;
  std::string source;
  long long before = 0;
  int limit = 0;
};

// What is likely or was only changed does not look like what was seen surely.
Paint colour_history(const json& entry) {
  const std::string training = text(entry, "training");
  if (training != "denied" && training != "allowed") return Paint::kYellow;
  if (!service::says::is_sure_entry(entry) || text(entry, "basis") != "seen") return Paint::kYellow;
  return training == "denied" ? Paint::kGreen : Paint::kRed;
}

void detail(const std::string& name, const std::string& value) {
  if (value.empty()) return;
  const bool narrow = columns() < kNarrow;
  say_beside((narrow ? "    " : "        ") + paint(Paint::kDim, column(name, 10)), value,
             narrow ? 15 : 19);
}

// What the entry rests on, and where it stands in the chain.
void details(const json& entry) {
  const json evidence = entry.value("evidence", json());
  if (evidence.is_object()) {
    detail("label", text(evidence, "label"));
    detail("page", text(evidence, "route"));
    std::string rule = text(evidence, "rule");
    if (evidence.value("rev", json()).is_number()) rule += ", revision " + evidence["rev"].dump();
    detail("rule", rule);
    detail("signs", service::says::signs(evidence));
    if (service::says::is_pressed(evidence)) detail("pressed", "by the extension, as you asked");
  }
  detail("says", service::says::event(entry, voice()));
  detail("setting", service::says::setting(entry));
  detail("control", text(entry, "basis") == "seen" ? text(entry, "raw") : "");
  detail("note", text(entry, "note"));
  detail("browser", text(entry, "browser"));
  detail("written", local_time(text(entry, "received")));
  if (text(entry, "clock") == "back") detail("clock", "the computer's clock had been set back");
  if (entry.value("ahead", json()) == true) detail("clock", "the stated time lay in the future");
  detail("id", text(entry, "id"));
  detail("hash", text(entry, "hash"));
}

void print_history(const json& entry) {
  const std::string number = "#" + std::to_string(entry.value("seq", 0LL));
  if (text(entry, "type") == "erased") {
    say_beside(column(number, 7) + " " + local_time(text(entry, "received")),
               "erased: " + entries(entry.value("count", 0LL)) + " (" + text(entry, "what") + ")",
               26, Paint::kDim);
    return;
  }
  if (text(entry, "type") == "stamp") {
    const json covers = entry.value("covers", json::object());
    say_beside(column(number, 7) + " " + local_time(text(entry, "received")),
               "time-stamp: entries 1 to " + covers.value("count", json(0)).dump() + " by " +
                   local_time(text(entry, "time")) + " (" +
                   text(entry.value("authority", json::object()), "url") + ")",
               26, Paint::kDim);
    return;
  }
  const std::string training = text(entry, "training");
  std::string whose = text(entry, "account");
  if (!text(entry, "unit").empty()) whose += (whose.empty() ? "" : " / ") + text(entry, "unit");
  std::string rest = text(entry, "platform") + "/" + text(entry, "control");
  if (!whose.empty()) rest += "  " + whose;
  rest += "  " + service::says::origin(entry);
  if (!text(entry, "browser").empty()) rest += "  " + text(entry, "browser");
  if (!text(entry, "note").empty()) rest += "  \"" + text(entry, "note") + "\"";
  const bool narrow = columns() < kNarrow;
  std::cout << column(number, 7) << " " << column(service::says::when(entry, voice()), 16) << "  "
            << paint(colour_history(entry), column(training, 8))
            << (narrow ? "\n    " + fit(harmless(rest), columns() - 4)
                       : " " + fit(harmless(rest), columns() - 36))
            << "\n";
}

int run_history(const HistoryChoice& choice) {
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
  warn_of_damage(service);
  if (choice.json) {
    print_json(*answer);
    return 0;
  }
  const json& entries = (*answer)["entries"];
  for (const json& entry : entries) {
    print_history(entry);
    if (choice.details) details(entry);
  }
  if (entries.empty())
    std::cout << "No entries" << (params.empty() ? " yet" : " that fit") << ".\n";
  const json next = answer->value("next", json());
  if (next.is_number()) {
    say("Older ones: add --before " + next.dump(), 0, Paint::kDim);
  }
  return 0;
}

}  // namespace

void add_history(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<HistoryChoice>();
  CLI::App* command = app.add_subcommand("history", "Every entry of the log, newest first");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->add_flag("--details", choice->details, "With what each entry rests on, and its hash");
  command->add_option("--platform", choice->platform, "Only this platform, for example linkedin")
      ->type_name("P");
  command->add_option("--control", choice->control, "Only this control, for example genai-training")
      ->type_name("C");
  command->add_option("--account", choice->account, "Only this account")->type_name("A");
  command
      ->add_option("--source", choice->source,
                   "Entries of an imported record, by its id (import --list)")
      ->type_name("ID");
  command->add_option("--before", choice->before, "Only entries with a smaller number")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  command->add_option("--limit", choice->limit, "How many (1 to 500, default 50)")
      ->type_name("N")
      ->check(CLI::Range(1, 500));
  command->footer("For example: optoutlog history --platform linkedin --details");
  command->callback([choice, &chosen] { chosen = [choice] { return run_history(*choice); }; });
}

}  // namespace optoutlog::cli
