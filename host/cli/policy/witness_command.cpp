#include <iostream>
#include <memory>

#include "base/random.h"
#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/policy/perform.h"
#include "cli/terminal.h"

// What a file in public says beside a reading: the policy host asks for it, the log keeps it. It
// never changes what `status` says.
namespace optoutlog::cli {
namespace {

struct WitnessChoice {
  std::string platform;
  std::string control;
  std::string url;
  std::string account;
  std::string unit;
  bool json = false;
};

// The one line of `status` that was meant; an exit status where there is none, or several.
std::optional<int> find_line(const WitnessChoice& choice, const json& controls, json& line) {
  const std::string setting = choice.platform + "/" + choice.control;
  json found = json::array();
  for (const json& one : controls) {
    if (text(one, "platform") != choice.platform || text(one, "control") != choice.control)
      continue;
    if (!choice.account.empty() && text(one, "account") != choice.account) continue;
    if (!choice.unit.empty() && text(one, "unit") != choice.unit) continue;
    found.push_back(one);
  }
  if (found.empty())
    return misused("Nothing was read of " + setting + ". Nothing was asked.",
                   "See what was: optoutlog status", choice.json);
  if (found.size() > 1)
    return misused("There are several lines of " + setting + ". Nothing was asked.",
                   "Name one:" + subject_flags(found.front()), choice.json);
  line = found.front();
  return std::nullopt;
}

std::string names(const json& list) {
  std::string all;
  for (const json& one : list) all += (all.empty() ? "" : ", ") + one.get<std::string>();
  return all;
}

std::string said(const json& witness) {
  const std::string why = text(witness, "why");
  const std::size_t away = witness.at("away").size();
  const std::size_t missing = witness.at("missing").size();
  if (why == "no-file")
    return "there was no such file, so it shows nothing of the setting. Is the address right?";
  if (why == "everyone")
    return "it turns everybody away, so it does not show what this setting does.";
  if (why == "not-text") return "what came is no robots.txt, so it shows nothing.";
  if (why == "empty") return "the file is empty, so it shows nothing.";
  if (text(witness, "says") == "denied")
    return "it turned away all " + std::to_string(away) +
           " crawlers that this setting is known to name.";
  if (text(witness, "says") == "allowed")
    return "it turned away none of the " + std::to_string(missing) +
           " crawlers that this setting is known to name.";
  std::string told = "it turned away " + std::to_string(away) + " of the " +
                     std::to_string(away + missing) +
                     " crawlers that this setting is known to "
                     "name, so it does not show what the setting does.";
  if (missing > 0) told += " Not turned away as a whole: " + names(witness.at("missing")) + ".";
  if (!text(witness, "signal").empty())
    told += " Its Content-Signal says ai-train: " + text(witness, "signal") + ".";
  return told;
}

void tell_witness(const json& told, const json& witness) {
  std::cout << paint(Paint::kGreen, "✓ Kept") << ": ";
  say("#" + told.at("seq").dump() + ", beside the reading #" + told.at("of").dump() + ".");
  say(text(witness, "url") + ", as it was at " + local_time(text(witness, "at")) + ": " +
          said(witness),
      2);
  if (told.at("fits") == false)
    say("This does not fit that reading, which says: training " + text(told, "training") +
            ". Which of the two holds is not decided here.",
        2, Paint::kYellow);
  say("It is what this one file said at that time. It may lag behind the setting, and may hold "
      "rules of your own or of another setting. Whether its address is that of this account was "
      "not checked.");
}

// The reading beside which the witness was kept: its number and what it says.
Result<json> reading_of(service::Service& service, const json& seq) {
  const auto kept =
      service.call("history", {{"before", seq.get<std::int64_t>() + 1}, {"limit", 1}});
  if (!kept) return kept.error();
  const json of = kept->at("entries").at(0).at("of").at("seq");
  const auto read = service.call("history", {{"before", of.get<std::int64_t>() + 1}, {"limit", 1}});
  if (!read) return read.error();
  return read->at("entries").at(0);
}

int run_witness(const WitnessChoice& choice) {
  service::Service service;
  const auto status = whole_status(service);
  if (!status) return fail(status.error(), choice.json);
  json line;
  if (const auto ended = find_line(choice, status->at("controls"), line)) return *ended;
  const auto answer = policy::perform(
      "policy.witness",
      {{"platform", line.at("platform")}, {"control", line.at("control")}, {"url", choice.url}});
  if (!answer) return fail(answer.error(), choice.json);
  json given = {{"id", random_uuid()}, {"of", json::object()}};
  for (const char* name : {"platform", "control", "account", "unit"})
    given["of"][name] = line.at(name);
  for (const char* name :
       {"at", "url", "status", "bytes", "sha256", "says", "why", "away", "missing", "signal"})
    given[name] = answer->at(name);
  const auto kept = service.call("witness", given);
  if (!kept) return fail(kept.error(), choice.json);
  const auto reading = reading_of(service, kept->at("seq"));
  if (!reading) return fail(reading.error(), choice.json);
  const std::string training = text(*reading, "training");
  const std::string says = text(given, "says");
  json told = {{"seq", kept->at("seq")},
               {"of", reading->at("seq")},
               {"training", training},
               {"fits", nullptr}};
  if (says != "unknown" && training != "unknown") told["fits"] = says == training;
  if (choice.json) {
    given.erase("of");
    given.erase("id");
    given.update(told);
    given["text"] = answer->at("text");
    print_json(given);
  } else {
    tell_witness(told, given);
  }
  return 0;
}

}  // namespace

void add_witness(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<WitnessChoice>();
  CLI::App* command = app.add_subcommand(
      "witness", "Keep what a robots.txt in public says, beside the reading of a setting");
  command->add_option("PLATFORM", choice->platform, "The platform, as in: substack")->required();
  command->add_option("CONTROL", choice->control, "Its setting, as in: ai-training")->required();
  command->add_option("URL", choice->url, "The file: https://SITE/robots.txt")
      ->type_name("URL")
      ->required();
  command->add_option("--account", choice->account, "Where there are several")->type_name("NAME");
  command->add_option("--unit", choice->unit, "Where there are several")->type_name("NAME");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->footer(
      "For example: optoutlog witness substack ai-training https://ada.substack.com/robots.txt. "
      "The site sees your address on the network, and nothing of your log.");
  command->callback([choice, &chosen] { chosen = [choice] { return run_witness(*choice); }; });
}

}  // namespace optoutlog::cli
