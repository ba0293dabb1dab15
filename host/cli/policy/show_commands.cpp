// `optoutlog policy show|export`: what was told, joined with the log where a person looks at it.
#include <iostream>

#include "base/clock.h"
#include "cli/answer.h"
#include "cli/output_file.h"
#include "cli/policy/commands.h"
#include "cli/policy/log_lines.h"
#include "cli/policy/perform.h"
#include "cli/screen.h"
#include "cli/terminal.h"
#include "install/system/machine.h"
#include "version.h"

namespace optoutlog::policy {
namespace {

using cli::say;
using cli::text;

struct ShowOptions {
  bool json = false;
  std::int64_t change = 0;
  std::string out;
};

// Which of them is the change's own is not said.
std::string several(const json& days) {
  std::string out = ", names several days:";
  for (const json& day : days) out += (&day == &days.front() ? " " : ", ") + day.get<std::string>();
  return out;
}

// What the clause newly says or says no more as it did; nothing where an older version kept it.
void print_said(const json& clause, int indent) {
  for (const char* side : {"came", "went"})
    for (const json& one : clause.value(side, json::array())) say(text(one, "said"), indent);
}

void print_change(const json& change) {
  const bool alert = change["verdict"] == "alert";
  std::string words = day_of(change["at"]) + "  " + text(change, "name", "-") + ": " +
                      text(change, "verdict") + ", level " + change["level"].dump();
  if (change["right_removed"].get<bool>()) words += ", a choice of yours is gone";
  if (change["effective"].is_string())
    words += (change["days_left"] > 0 ? ", takes effect on " : ", in force since ") +
             text(change, "effective");
  if (change["days_left"].is_number() && change["days_left"] > 0)
    words += " (" + change["days_left"].dump() + " days left)";
  if (change["days"].size() > 1 && !change["effective"].is_string())
    words += several(change["days"]);
  if (change["confidence"] == "low") words += ", with little trust";
  if (!change["read"].is_null()) words += ", read";
  cli::say_beside((alert ? "! " : "· ") + cli::filled("#" + change["change"].dump(), 6), words, 8);
  if (change["verdict"] != "in-force" && change["clause"].is_object())
    print_said(change["clause"], 4);
  if (alert)
    for (const std::string& line : settings_at(text(change, "platform"), text(change, "at")))
      say(line, 4);
}

// No change was told: which means something only of documents that were read.
int print_nothing() {
  const auto answer = perform("policy.list", {{"all", false}});
  if (!answer) return cli::fail(answer.error(), false);
  std::size_t compared = 0, failing = 0, once = 0;
  const json& documents = (*answer)["documents"];
  for (const json& document : documents) {
    compared += !document["good"].is_null();
    failing += !document["failing_since"].is_null();
    once += !document["seen_once"].is_null();
  }
  const std::string all = std::to_string(documents.size());
  if (documents.empty()) {
    say("Nothing was told: no document is watched. See: optoutlog policy list");
  } else if (compared == 0) {
    say("Nothing can be said about changes: none of the " + all +
        " watched documents could be read so far. See: optoutlog policy list");
  } else {
    if (once > 0)
      say("Nothing was told yet, but " + std::to_string(once) + " of the " + all +
          " watched documents looked different when last read. That is told once a second look has "
          "seen the same. See: optoutlog policy list");
    else
      say("No change about AI was found in the documents that could be read (" +
          std::to_string(compared) + " of " + all +
          "). That does not mean that your data is not used for AI.");
    if (failing > 0)
      say("Not readable at the newest look: " + std::to_string(failing) +
          ". See: optoutlog policy list");
  }
  return 0;
}

int show_all(bool as_json) {
  const auto answer = perform("policy.changes", json::object());
  if (!answer) return cli::fail(answer.error(), as_json);
  const json& changes = (*answer)["changes"];
  if (as_json)
    cli::print_json(*answer);
  else if (changes.empty())
    return print_nothing();
  else
    for (const json& change : changes) print_change(change);
  return 0;
}

void print_clause(const json& clause) {
  std::cout << '\n';
  say("Level " + clause["level"].dump() + ", " + text(clause, "op") +
      (clause["right_removed"].get<bool>() ? ", a choice of yours is gone" : ""));
  print_said(clause, 2);
  if (clause["old"].is_string()) cli::say_beside("  - ", text(clause, "old"), 4);
  if (clause["new"].is_string()) cli::say_beside("  + ", text(clause, "new"), 4);
  std::string words;
  for (const json& hit : clause["hits"])
    words.append(words.empty() ? "" : ", ").append("“").append(text(hit, "words")).append("”");
  say("words that fired: " + words, 4);
}

int show(const ShowOptions& options) {
  if (options.change == 0) return show_all(options.json);
  return answer("policy.show", {{"change", options.change}}, options.json, [](const json& change) {
    print_change(change);
    say(text(change, "url"), 2);
    say("text before " + text(change, "old_sha256", "-"), 2);
    say("text after " + text(change, "new_sha256", "-"), 2);
    for (const json& reason : change["judgement"]["reasons"]) say(text(reason, "text"), 2);
    for (const json& clause : change["judgement"]["clauses"]) print_clause(clause);
  });
}

// A change with its whole difference, whose pages are put together.
Result<json> whole_change(const json& number) {
  json whole;
  for (json cursor = 0; !cursor.is_null();) {
    auto part = perform("policy.show", {{"change", number}, {"cursor", cursor}});
    if (!part) return part.error();
    cursor = (*part)["next"];
    if (whole.is_null())
      whole = std::move(*part);
    else
      for (json& one : (*part)["changes"]) whole["changes"].push_back(std::move(one));
  }
  whole.erase("next");
  return whole;
}

// Every change, newest first.
Result<json> whole_changes() {
  json out = json::array();
  for (json before = 0; !before.is_null();) {
    const auto page = perform("policy.changes", {{"limit", 100}, {"before", before}});
    if (!page) return page.error();
    for (const json& change : (*page)["changes"]) {
      auto whole = whole_change(change["change"]);
      if (!whole) return whole.error();
      out.push_back(std::move(*whole));
    }
    before = (*page)["next"];
  }
  return out;
}

int export_changes(const ShowOptions& options) {
  const auto changes = whole_changes();
  if (!changes) return cli::fail(changes.error(), options.json);
  const json packet = {{"format", "optoutlog-policy-changes"},
                       {"version", 1},
                       {"tool", std::string("optoutlog ") + kVersion},
                       {"at", format_time(optoutlog::now())},
                       {"changes", *changes}};
  if (options.out.empty()) {
    cli::print_json(packet);
    return 0;
  }
  const std::string text = packet.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
  if (const int why = cli::write_whole(text, install::from_utf8(options.out)); why != 0)
    return cli::unwritable(options.out, why, "Choose another place with --out.", options.json);
  if (options.json)
    cli::print_json(json{{"file", options.out}, {"changes", changes->size()}});
  else
    say(std::to_string(changes->size()) + (changes->size() == 1 ? " change" : " changes") +
        " written to " + options.out);
  return 0;
}

}  // namespace

void add_show(CLI::App& policy, cli::Chosen& chosen) {
  auto options = std::make_shared<ShowOptions>();
  auto* shown = policy.add_subcommand("show", "What was told, or one change with its clauses");
  shown->add_option("CHANGE", options->change, "The number of a change")
      ->check(cli::counting_number());
  shown->add_flag("--json", options->json, cli::kJsonHelp);
  shown->callback([options, &chosen] { chosen = [options] { return show(*options); }; });
  options = std::make_shared<ShowOptions>();
  auto* exported =
      policy.add_subcommand("export", "Every change with its whole difference, as JSON");
  exported->add_option("--out", options->out, "A file; without it, standard output");
  exported->add_flag("--json", options->json, cli::kJsonHelp);
  exported->callback(
      [options, &chosen] { chosen = [options] { return export_changes(*options); }; });
}

}  // namespace optoutlog::policy
