// `optoutlog policy show|export`: what was told, joined with the log where a person looks at it.
#include <fstream>
#include <iostream>

#include "base/clock.h"
#include "cli/policy/command_tools.h"
#include "cli/policy/commands.h"
#include "cli/policy/log_lines.h"
#include "version.h"

namespace optoutlog::policy {
namespace {

struct ShowOptions {
  bool json = false;
  std::int64_t change = 0;
  std::string out;
};

void print_change(const json& change) {
  std::cout << (change["verdict"] == "alert" ? "! " : "· ") << pad("#" + change["change"].dump(), 6)
            << day_of(change["at"]) << "  " << text(change["name"]) << ": " << text(change["verdict"])
            << ", level " << change["level"];
  if (change["right_removed"].get<bool>()) std::cout << ", a choice of yours is gone";
  if (change["effective"].is_string())
    std::cout << (change["days_left"] > 0 ? ", takes effect on " : ", in force since ")
              << text(change["effective"]);
  if (change["days_left"].is_number() && change["days_left"] > 0)
    std::cout << " (" << change["days_left"] << " days left)";
  std::cout << (change["read"].is_null() ? "" : ", read") << '\n';
  if (change["verdict"] == "alert")
    for (const std::string& line : settings_at(text(change["platform"]), text(change["at"])))
      std::cout << "    " << line << '\n';
}

// No change was told: which means something only of documents that were read.
void print_nothing() {
  const json answer = perform("policy.list", {{"all", false}});
  std::size_t compared = 0, failing = 0;
  const json& documents = answer["documents"];
  for (const json& document : documents) {
    compared += !document["good"].is_null();
    failing += !document["failing_since"].is_null();
  }
  if (documents.empty()) {
    std::cout << "Nothing was told: no document is watched. See: optoutlog policy list\n";
  } else if (compared == 0) {
    std::cout << "Nothing can be said about changes: none of the " << documents.size()
              << " watched documents could be read so far. See: optoutlog policy list\n";
  } else {
    std::cout << "No change about AI was found in the documents that could be read (" << compared << " of "
              << documents.size() << "). That does not mean that your data is not used for AI.\n";
    if (failing > 0)
      std::cout << "Not readable at the newest look: " << failing << ". See: optoutlog policy list\n";
  }
}

void show(const ShowOptions& options) {
  if (options.change == 0) {
    const json answer = perform("policy.changes", json::object());
    if (options.json)
      std::cout << dump(answer) << '\n';
    else if (answer["changes"].empty())
      print_nothing();
    else
      for (const json& change : answer["changes"]) print_change(change);
    return;
  }
  const json change = perform("policy.show", {{"change", options.change}});
  if (options.json) {
    std::cout << dump(change) << '\n';
    return;
  }
  print_change(change);
  std::cout << "  " << text(change["url"]) << "\n  text before " << text(change["old_sha256"])
            << "\n  text after  " << text(change["new_sha256"]) << '\n';
  for (const json& reason : change["judgement"]["reasons"]) std::cout << "  " << text(reason["text"]) << '\n';
  for (const json& clause : change["judgement"]["clauses"]) {
    std::cout << "\nLevel " << clause["level"] << ", " << text(clause["op"])
              << (clause["right_removed"].get<bool>() ? ", a choice of yours is gone" : "") << '\n';
    if (clause["old"].is_string()) std::cout << "  - " << text(clause["old"]) << '\n';
    if (clause["new"].is_string()) std::cout << "  + " << text(clause["new"]) << '\n';
    std::string words;
    for (const json& hit : clause["hits"])
      words.append(words.empty() ? "" : ", ").append("“").append(text(hit["words"])).append("”");
    std::cout << "    words that fired: " << words << '\n';
  }
}

// Every change with its whole difference, newest first.
json whole_changes() {
  json out = json::array();
  for (json before = 0; !before.is_null();) {
    const json page = perform("policy.changes", {{"limit", 100}, {"before", before}});
    for (const json& change : page["changes"]) {
      json whole;
      for (json cursor = 0; !cursor.is_null();) {
        json part = perform("policy.show", {{"change", change["change"]}, {"cursor", cursor}});
        cursor = part["next"];
        if (whole.is_null())
          whole = std::move(part);
        else
          for (json& one : part["changes"]) whole["changes"].push_back(std::move(one));
      }
      whole.erase("next");
      out.push_back(std::move(whole));
    }
    before = page["next"];
  }
  return out;
}

void export_changes(const ShowOptions& options) {
  const json packet = {{"format", "optoutlog-policy-changes"},
                       {"version", 1},
                       {"tool", std::string("optoutlog ") + kVersion},
                       {"at", format_time(optoutlog::now())},
                       {"changes", whole_changes()}};
  const std::string text = dump(packet) + "\n";
  if (options.out.empty()) {
    std::cout << text;
    return;
  }
  std::ofstream file(options.out, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) {
    std::cerr << options.out << " could not be written. Choose another place with --out.\n";
    throw CLI::RuntimeError(2);
  }
  std::cout << packet["changes"].size() << " changes written to " << options.out << '\n';
}

}  // namespace

void add_show_commands(CLI::App& policy) {
  auto options = std::make_shared<ShowOptions>();
  auto* shown = policy.add_subcommand("show", "What was told, or one change with its clauses");
  shown->add_option("CHANGE", options->change, "The number of a change");
  shown->add_flag("--json", options->json, "Print what the method answers (POLICY.md)");
  shown->callback([options] { show(*options); });
  options = std::make_shared<ShowOptions>();
  auto* exported = policy.add_subcommand("export", "Every change with its whole difference, as JSON");
  exported->add_option("--out", options->out, "A file; without it, standard output");
  exported->callback([options] { export_changes(*options); });
}

}  // namespace optoutlog::policy
