#include <iostream>
#include <memory>

#include "base/clock.h"
#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/screen.h"
#include "cli/terminal.h"
#include "service/says.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

constexpr int kNarrow = 56;                      // below, what belongs to an entry stands below it
constexpr int kNumber = 8;                       // cells of an entry's number
constexpr int kHead = kNumber + kTimeCells + 2;  // and of its time

struct HistoryChoice {
  bool json = false;
  bool details = false;
  std::string platform;
  std::string control;
  std::string account;
  std::string source;
  std::string since;  // local days
  std::string until;
  bool all = false;
  long long before = 0;
  int limit = 0;
  long long number = 0;  // of the one that `show` tells
};

constexpr std::size_t kUsualLimit = 50;  // entries that are told where nobody says how many

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
  if (text(entry, "type").empty()) {
    detail("says", service::says::event(entry, voice()));
    detail("setting", service::says::setting(entry));
  }
  detail("SHA-256", text(entry, "sha256"));
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
               kHead, Paint::kDim);
    return;
  }
  if (text(entry, "type") == "stamp") {
    const json covers = entry.value("covers", json::object());
    say_beside(column(number, 7) + " " + local_time(text(entry, "received")),
               "time-stamp: entries 1 to " + covers.value("count", json(0)).dump() + " by " +
                   local_time(text(entry, "time")) + " (" +
                   text(entry.value("authority", json::object()), "url") + ")",
               kHead, Paint::kDim);
    return;
  }
  if (text(entry, "type") == "picture") {
    const json of = entry.value("of", json::object());
    say_beside(column(number, 7) + " " + local_time(text(entry, "at")),
               "picture: of " + text(entry, "platform") + ", kept with #" +
                   of.value("seq", json(0)).dump(),
               kHead, Paint::kDim);
    return;
  }
  if (text(entry, "type") == "witness") {
    const std::string says = text(entry, "says");
    const std::string found = says == "unknown" ? "nothing (" + text(entry, "why") + ")" : says;
    say_beside(column(number, 7) + " " + local_time(text(entry, "at")),
               "witness: " + text(entry, "url") + " showed " + found + ", beside #" +
                   entry.value("of", json::object()).value("seq", json(0)).dump(),
               kHead, Paint::kDim);
    return;
  }
  const std::string training = text(entry, "training");
  std::string whose = text(entry, "account");
  if (!text(entry, "unit").empty()) whose += (whose.empty() ? "" : " / ") + text(entry, "unit");
  std::string rest = text(entry, "platform") + "/" + text(entry, "control");
  if (!whose.empty()) rest += "  " + fit(harmless(whose), columns() - kNumber);
  rest += "  " + service::says::origin(entry);
  if (!text(entry, "browser").empty()) rest += "  " + text(entry, "browser");
  if (!text(entry, "note").empty()) rest += "  \"" + text(entry, "note") + "\"";
  const std::string told = filled(harmless(service::says::when(entry, voice())), kTimeCells) +
                           "  " + paint(colour_history(entry), column(training, 8)) + " " +
                           harmless(rest);
  // in a pipe one line for each, on a terminal as many as it takes
  std::cout << column(number, kNumber)
            << (is_bounded() ? wrap(told, columns() - kNumber, kNumber) : told) << "\n";
}

// The local day under which it is told.
std::string day_of(const json& entry) {
  const std::string when = entry.contains("at") || entry.contains("date")
                               ? service::says::when(entry, voice())
                               : local_time(text(entry, "received"));
  return when.substr(0, std::string_view("2026-11-23").size());
}

bool fits(const json& entry, const HistoryChoice& choice) {
  if (choice.since.empty() && choice.until.empty()) return true;
  const std::string day = day_of(entry);
  return (choice.since.empty() || day >= choice.since) &&
         (choice.until.empty() || day <= choice.until);
}

// What `history` answers, as many of its pages as it takes. What comes late from elsewhere stands
// among newer entries, so a day is looked for to the end.
Result<json> find(service::Service& service, const HistoryChoice& choice, json params) {
  const std::size_t limit = choice.limit > 0 ? static_cast<std::size_t>(choice.limit) : kUsualLimit;
  const bool filtered = !choice.since.empty() || !choice.until.empty();
  if (choice.all || filtered) params["limit"] = 500;
  json found = json::array();
  for (;;) {
    auto page = service.call("history", params);
    if (!page) return page.error();
    for (json& entry : (*page)["entries"]) {
      if (!fits(entry, choice)) continue;
      if (!choice.all && found.size() == limit)
        return json{{"entries", found}, {"next", found.back()["seq"]}};
      found.push_back(std::move(entry));
    }
    const json next = page->value("next", json());
    const bool whole = !choice.all && found.size() == limit && !filtered;
    if (!next.is_number() || whole) return json{{"entries", found}, {"next", next}};
    params["before"] = next;
  }
}

// The name of a day that is none; empty where they are.
std::string no_day(const HistoryChoice& choice) {
  for (const std::string& day : {choice.since, choice.until})
    if (!day.empty() && !is_date(day)) return day;
  return {};
}

int run_history(const HistoryChoice& choice) {
  if (const std::string day = no_day(choice); !day.empty())
    return misused(day + " is no day.", "For example: optoutlog history --since 2026-11-01",
                   choice.json);
  json params = json::object();
  if (!choice.platform.empty()) params["platform"] = choice.platform;
  if (!choice.control.empty()) params["control"] = choice.control;
  if (!choice.account.empty()) params["account"] = choice.account;
  if (!choice.source.empty()) params["source"] = choice.source;
  if (choice.before > 0) params["before"] = choice.before;
  if (choice.limit > 0) params["limit"] = choice.limit;
  service::Service service;
  const auto answer = find(service, choice, params);
  if (!answer) return fail(answer.error(), choice.json);
  warn_of_damage(service);
  if (choice.json) {
    print_json(*answer);
    return 0;
  }
  const Pager pager;
  const json& entries = (*answer)["entries"];
  for (const json& entry : entries) {
    print_history(entry);
    if (choice.details) details(entry);
  }
  const bool filtered = !params.empty() || !choice.since.empty() || !choice.until.empty();
  if (entries.empty()) std::cout << "No entries" << (filtered ? " that fit" : " yet") << ".\n";
  const json next = answer->value("next", json());
  if (next.is_number()) {
    say("Older ones: add --before " + next.dump() + ", or --all", 0, Paint::kDim);
  }
  return 0;
}

int run_show(const HistoryChoice& choice) {
  service::Service service;
  const auto answer = service.call("history", {{"before", choice.number + 1}, {"limit", 1}});
  if (!answer) return fail(answer.error(), choice.json);
  const json& entries = (*answer)["entries"];
  if (entries.empty() || entries[0].value("seq", json()) != choice.number)
    return misused("No entry has the number " + std::to_string(choice.number) +
                       ": it was erased, or there is none yet.",
                   "See the numbers: optoutlog history", choice.json);
  warn_of_damage(service);
  if (choice.json) {
    print_json(entries[0]);
    return 0;
  }
  print_history(entries[0]);
  details(entries[0]);
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
      ->check(counting_number());
  command->add_option("--limit", choice->limit, "How many (1 to 500, default 50)")
      ->type_name("N")
      ->check(CLI::Range(1, 500));
  command->add_option("--since", choice->since, "Only of this day and later, as 2026-11-01")
      ->type_name("DATE");
  command->add_option("--until", choice->until, "Only of this day and earlier")->type_name("DATE");
  command->add_flag("--all", choice->all, "As many as there are");
  add_utc(command);
  command->footer("For example: optoutlog history --platform linkedin --details");
  command->callback([choice, &chosen] { chosen = [choice] { return run_history(*choice); }; });
}

void add_show(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<HistoryChoice>();
  CLI::App* command =
      app.add_subcommand("show", "One entry of the log, with what it rests on, and its hash");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->add_option("N", choice->number, "Its number, as history names it")
      ->required()
      ->type_name("INT")
      ->check(counting_number());
  add_utc(command);
  command->footer("For example: optoutlog show 12");
  command->callback([choice, &chosen] { chosen = [choice] { return run_show(*choice); }; });
}

}  // namespace optoutlog::cli
