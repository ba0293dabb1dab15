#include <cstdlib>
#include <ctime>
#include <iostream>
#include <map>
#include <memory>

#include "base/clock.h"
#include "base/random.h"
#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/grounds.h"
#include "cli/screen.h"
#include "cli/terminal.h"
#include "service/service.h"

// What a person says happened, as an entry of the log: the same words and the same entry as the
// dashboard's.
namespace optoutlog::cli {
namespace {

struct DeclareChoice {
  std::string platform;
  std::string control;
  std::string what;
  std::string account;
  std::string unit;
  std::string on;
  std::string by;
  std::string note;
  long long retract = 0;  // the number of what is taken back
  bool json = false;
};

struct Meaning {
  const char* basis;
  const char* training;
  const char* raw;
  const char* says;
};
const std::map<std::string, Meaning>& meanings() {
  static const std::map<std::string, Meaning> table = {
      {"denied", {"declared", "denied", nullptr, "you denied training"}},
      {"allowed", {"declared", "allowed", nullptr, "training is allowed"}},
      {"sent", {"form", "unknown", "submitted", "you sent an objection"}},
      {"confirmed",
       {"form", "unknown", "confirmed", "the platform confirmed that it received your objection"}},
      {"accepted", {"form", "unknown", "answered-yes", "the platform accepted your objection"}},
      {"refused", {"form", "unknown", "answered-no", "the platform refused your objection"}},
      {"was-me", {"declared", "unknown", "answer-me", "you allowed it again yourself"}},
      {"was-not-me",
       {"declared", "unknown", "answer-not-me", "it was not you who allowed it again"}},
      {"taken-back", {"declared", "unknown", "taken-back", "what you said last does not hold"}}};
  return table;
}
const std::map<std::string, std::string>& ways() {
  static const std::map<std::string, std::string> table = {
      {"app", "in-app"}, {"mail", "by-mail"}, {"form", "by-form"}, {"other", "other-way"}};
  return table;
}

template <class Map>
std::string keys(const Map& map) {
  std::string text;
  for (const auto& [key, value] : map) text += (text.empty() ? "" : ", ") + key;
  return text;
}

std::tm local(std::time_t seconds) {
  std::tm parts{};
#ifdef _WIN32
  localtime_s(&parts, &seconds);
#else
  localtime_r(&seconds, &parts);
#endif
  return parts;
}

std::string day_of(const std::tm& parts) {
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
  return text;
}

// Now for today; noon of another day, as its hour is not known.
Millis time_on(const std::string& date, Millis now) {
  const std::tm today = local(static_cast<std::time_t>(now / kSecond));
  if (date.empty() || date == day_of(today)) return now;
  std::tm noon{};
  noon.tm_year = static_cast<int>(std::strtol(date.c_str(), nullptr, 10)) - 1900;
  noon.tm_mon = static_cast<int>(std::strtol(date.c_str() + 5, nullptr, 10)) - 1;
  noon.tm_mday = static_cast<int>(std::strtol(date.c_str() + 8, nullptr, 10));
  noon.tm_hour = 12;
  noon.tm_isdst = -1;
  return static_cast<Millis>(std::mktime(&noon)) * kSecond;
}

json or_null(const std::string& text) {
  return text.empty() ? json(nullptr) : json(text);
}

// The entry as the dashboard writes it.
json entry_of(const DeclareChoice& choice, const Meaning& meaning, Millis now,
              const std::string& today) {
  json entry = {{"id", random_uuid()},
                {"at", format_time(time_on(choice.on, now))},
                {"platform", choice.platform},
                {"control", choice.control},
                {"account", or_null(choice.account)},
                {"unit", or_null(choice.unit)},
                {"basis", meaning.basis},
                {"training", meaning.training},
                {"why", "ok"},
                {"sure", nullptr},
                {"actor", "user"},
                {"raw", meaning.raw != nullptr ? json(meaning.raw) : json(nullptr)},
                {"evidence", nullptr},
                {"browser", nullptr},
                {"note", or_null(choice.note)}};
  if (!choice.by.empty()) entry["raw"] = ways().at(choice.by);
  if (meaning.raw == nullptr || std::string(meaning.basis) == "form")
    entry["date"] = choice.on.empty() ? today : choice.on;
  return entry;
}

// Whether the entry is what the person's word on its setting rests on.
bool stands(const json& entry, const json& controls) {
  const auto same = [&](const json& line, const char* member) {
    return line.value(member, json()) == entry.value(member, json());
  };
  for (const json& line : controls) {
    const json said = line.value("declared", json());
    if (said.is_object() && same(line, "platform") && same(line, "control") &&
        same(line, "account") && same(line, "unit"))
      return same(said, "at") && same(said, "training") && same(said, "date");
  }
  return false;
}

int run_declare(const DeclareChoice& choice);

// --retract: takes back the entry with this number, where it is the person's newest word on its
// setting.
int run_retract(DeclareChoice choice) {
  if (!choice.platform.empty())
    return misused("--retract takes a number, and no platform, control or word.",
                   "For example: optoutlog declare --retract 12", choice.json);
  const std::string number = "#" + std::to_string(choice.retract);
  service::Service service;
  const auto found = service.call("history", {{"before", choice.retract + 1}, {"limit", 1}});
  if (!found) return fail(found.error(), choice.json);
  const json& entries = found->at("entries");
  if (entries.empty() || entries[0].value("seq", 0LL) != choice.retract)
    return misused("No entry has the number " + std::to_string(choice.retract) + ".",
                   "See the numbers: optoutlog history", choice.json);
  const json& entry = entries[0];
  if (text(entry, "basis") != "declared" || text(entry, "training") == "unknown")
    return misused(number + " is no word of yours on a setting. Nothing was written.",
                   "See what it is: optoutlog show " + std::to_string(choice.retract), choice.json);
  const auto status = whole_status(service);
  if (!status) return fail(status.error(), choice.json);
  if (!stands(entry, status->at("controls")))
    return misused(number +
                       " was taken back, or you said something newer of that setting: only "
                       "the newest can be taken back. Nothing was written.",
                   "See the order: optoutlog history --platform " + text(entry, "platform"),
                   choice.json);
  choice.platform = text(entry, "platform");
  choice.control = text(entry, "control");
  choice.account = text(entry, "account");
  choice.unit = text(entry, "unit");
  choice.what = "taken-back";
  choice.retract = 0;
  return run_declare(choice);
}

int run_declare(const DeclareChoice& choice) {
  if (choice.retract > 0) return run_retract(choice);
  if (choice.what.empty())
    return misused("PLATFORM, CONTROL and WHAT are needed.", "See: optoutlog declare --help",
                   choice.json);
  const Meaning& meaning = meanings().at(choice.what);
  const bool opted = std::string(meaning.basis) == "declared" && meaning.raw == nullptr;
  if (!choice.by.empty() && !opted) {
    return misused("--by tells how you opted out; it does not go with '" + choice.what + "'.",
                   "Leave it out.", choice.json);
  }
  const Millis now = optoutlog::now();
  const std::string today = day_of(local(static_cast<std::time_t>(now / kSecond)));
  if (!choice.on.empty() &&
      (!is_date(choice.on) || choice.on < "2000-01-01" || choice.on > today)) {
    return misused("'" + choice.on + "' is no day from 2000-01-01 to today.",
                   "Write it as year-month-day, for example: --on " + today, choice.json);
  }
  const json entry = entry_of(choice, meaning, now, today);
  service::Service service;
  if (std::string(meaning.basis) == "declared" && !opted)
    if (const int status = refuse_without(choice.what == "taken-back" ? kSaid : kQuestion, service,
                                          entry, choice.json);
        status != 0)
      return status;
  const auto before = service.call(
      "history", {{"platform", choice.platform}, {"control", choice.control}, {"limit", 1}});
  const auto result = service.call("record", {{"entries", {entry}}});
  if (!result) return fail(result.error(), choice.json);
  if (choice.json) {
    print_json(*result);
    return 0;
  }
  const json& outcome = result->at("results").at(0);
  const std::string number = "#" + std::to_string(outcome.value("seq", 0LL));
  const std::string about = choice.platform + "/" + choice.control;
  std::string said =
      "Written down as " + number + ", as your word: " + meaning.says + " (" + about + ").";
  if (text(outcome, "effect") == "confirmed")
    said = "Entry " + number + " of today already says so; nothing was added.";
  say(said);
  if (before && before->at("entries").empty())
    say("It is the first entry about " + about +
        ". If you mistyped the name: optoutlog erase takes it back, and status lists the names "
        "that your log knows.");
  else if (opted)
    hint_at_account(service, entry, number.substr(1));
  return 0;
}

}  // namespace

void add_declare(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<DeclareChoice>();
  CLI::App* command = app.add_subcommand(
      "declare", "Write down what you did elsewhere; shown as said by you, not as seen");
  command->add_option("PLATFORM", choice->platform, "As status names it, for example linkedin");
  command->add_option("CONTROL", choice->control, "As status names it, for example genai-training");
  command
      ->add_option(
          "WHAT", choice->what,
          "denied, allowed: the setting, changed elsewhere. sent, confirmed, accepted, refused: "
          "the steps of an objection. was-me, was-not-me: your answer when status says 'returned'. "
          "taken-back: what you said of the setting last does not hold")
      ->check([](const std::string& word) {
        return meanings().count(word) != 0 ? std::string()
                                           : "WHAT has to be one of: " + keys(meanings());
      });
  command->add_option("--account", choice->account, "Which account")->type_name("A");
  command->add_option("--unit", choice->unit, "Which part of it: a blog, a channel")
      ->type_name("U");
  command->add_option("--on", choice->on, "The day when it happened (default: today)")
      ->type_name("DATE");
  command->add_option("--by", choice->by, "How you opted out: app, mail, form, other")
      ->type_name("WAY")
      ->check([](const std::string& word) {
        return ways().count(word) != 0 ? std::string() : "--by takes one of: " + keys(ways());
      });
  command->add_option("--note", choice->note, "A reference number, whom you wrote to (500 bytes)")
      ->type_name("TEXT");
  command->add_option("--retract", choice->retract, "Take back this entry alone, by its number")
      ->type_name("N")
      ->check(counting_number());
  command->add_flag("--json", choice->json, kJsonHelp);
  command->footer(
      "For example: optoutlog declare linkedin genai-training denied --by app --on 2026-11-20");
  command->callback([choice, &chosen] { chosen = [choice] { return run_declare(*choice); }; });
}

}  // namespace optoutlog::cli
