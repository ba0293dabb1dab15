// `optoutlog policy list|check|read|add|remove|follow|unfollow|on|off`: the methods of POLICY.md
// for a person.
#include <algorithm>
#include <iostream>

#include "cli/answer.h"
#include "cli/policy/commands.h"
#include "cli/policy/perform.h"
#include "cli/screen.h"
#include "cli/terminal.h"

namespace optoutlog::policy {
namespace {

using cli::columns;
using cli::filled;
using cli::say;
using cli::text;

const char* sign_of(const json& document) {
  if (document["state"] == "alert") return "!";
  if (document["ok"].get<bool>()) return "✓";
  return document["state"] == "never" ? "·" : "?";
}

void print_document(const json& document) {
  const bool failing = !document["failing_since"].is_null();
  std::string words;
  if (failing)
    words = "could not check since " + day_of(document["failing_since"]) + ", last good " +
            day_of(document["good"]);
  else if (!document["good"].is_null())
    words = "last good check " + day_of(document["good"]);
  if (!document["not_before"].is_null())
    words += ", not before " + cli::local_time(text(document, "not_before"));
  if (const std::string title = text(document, "name"); !title.empty())
    words = title + (words.empty() ? "" : "; " + words);
  const std::string name = std::string(sign_of(document)) + " " + text(document, "document", "-");
  const std::string state = text(document, "state", "-");
  // Wide enough, the words stand in columns; else each takes a line.
  if (const int room = columns() - 47; room >= 24) {
    const std::string label = filled(name, 30) + " " + filled(state, 16);
    cli::say_beside(label, words, std::max(47, cli::cells(label)));
  } else {
    say(name);
    say(state + (words.empty() ? "" : ": " + words), 4);
  }
  if (failing && !document["detail"].is_null()) say(text(document, "detail"), 4);
  if (!document["seen_once"].is_null())
    say("The text looked different on " + day_of(document["seen_once"]) +
            ". That is told once a second look has seen the same.",
        4);
}

struct WatchOptions {
  bool json = false, all = false;
  std::vector<std::string> names;
  std::string url, name, lang, platform;
  std::int64_t change = 0;
};
using Shared = std::shared_ptr<WatchOptions>;

int list(const WatchOptions& options) {
  return answer("policy.list", {{"all", options.all}}, options.json, [](const json& found) {
    if (!found["enabled"].get<bool>())
      say("Watching policies is off: nothing is read. Turn it on with: optoutlog policy on");
    if (found["documents"].empty())
      say("No document is watched. Follow a platform (optoutlog policy follow linkedin) or add a "
          "document (optoutlog policy add https://…).");
    for (const json& document : found["documents"]) print_document(document);
  });
}

// A bar that is drawn over on a terminal; a line for every document elsewhere.
class Bar {
 public:
  explicit Bar(bool quiet) : quiet_(quiet), terminal_(cli::is_terminal(stdout)) {}
  void operator()(const json& step) {
    if (quiet_) return;
    const auto done = step["done"].get<std::size_t>(), total = step["total"].get<std::size_t>();
    const std::string document = text(step, "document", "-");
    const std::string count = std::to_string(done) + "/" + std::to_string(total);
    if (!terminal_) {
      if (step["step"] == "done") {
        say("[" + count + "] " + document + ": " + text(step["result"], "state", "-"));
        std::cout.flush();
      }
      return;
    }
    constexpr std::size_t kWidth = 24;
    const std::size_t filled = total == 0 ? kWidth : done * kWidth / total;
    std::string bar;
    for (std::size_t i = 0; i < kWidth; ++i) bar += i < filled ? "█" : "░";
    std::cout << "\r\x1b[K" << cli::fit(bar + ' ' + count + ' ' + document, columns() - 1)
              << std::flush;
    drawn_ = true;
  }
  void clear() {
    if (drawn_) std::cout << "\r\x1b[K";
  }

 private:
  bool quiet_, terminal_, drawn_ = false;
};

void print_checked(const json& answer) {
  for (const json& document : answer["results"]) {
    print_document(document);
    if (!document["skipped"].is_null()) say("not read: " + text(document, "skipped"), 4);
    if (!document["change"].is_null())
      say("see it: optoutlog policy show " + document["change"].dump(), 4);
  }
  say(answer["looked"].dump() + " of " + answer["total"].dump() + " read, " +
      answer["alerts"].dump() + " alerts, " + answer["failed"].dump() + " could not be checked" +
      (answer["cancelled"].get<bool>() ? "; cancelled" : ""));
  if (answer["looked"] != 0 && answer["failed"] == answer["looked"])
    say("No document could be checked, so nothing is known about changes.");
}

int check(const WatchOptions& options) {
  Bar bar(options.json);
  json params = {{"asked", true}, {"progress", true}};
  if (!options.names.empty()) params["documents"] = options.names;
  const auto checked = perform("policy.check", params, [&](const json& step) { bar(step); });
  bar.clear();
  if (!checked) return cli::fail(checked.error(), options.json);
  if (options.json)
    cli::print_json(*checked);
  else
    print_checked(*checked);
  const json& found = *checked;
  return found["alerts"] != 0 || found["failed"] != 0 || found["cancelled"].get<bool>() ? 1 : 0;
}

int read(const WatchOptions& options) {
  if (!options.all && options.change == 0)
    return cli::misused("Say which change was read.",
                        "For example: optoutlog policy read 3, or: optoutlog policy read --all",
                        options.json);
  const json params = options.all ? json{{"all", true}} : json{{"change", options.change}};
  return answer("policy.read", params, options.json,
                [](const json& done) { say("Marked as read: " + done["read"].dump()); });
}

int add(const WatchOptions& options) {
  json params = {{"url", options.url}};
  if (!options.name.empty()) params["name"] = options.name;
  if (!options.lang.empty()) params["lang"] = options.lang;
  if (!options.platform.empty()) params["platform"] = options.platform;
  return answer("policy.add", params, options.json, [](const json& done) {
    say((done["added"].get<bool>() ? "Watching it as " : "It is known already as ") +
        text(done, "document"));
  });
}

int remove(const WatchOptions& options) {
  return answer("policy.remove", {{"document", options.name}}, options.json,
                [](const json& done) { say("Removed " + text(done, "removed")); });
}

int follow_these(const json& platforms, const WatchOptions& options) {
  return answer("policy.follow", {{"platforms", platforms}}, options.json, [](const json& done) {
    std::string names;
    for (const json& platform : done["platforms"])
      names += (names.empty() ? "" : ", ") + platform.get<std::string>();
    say(names.empty() ? "No platform is followed." : "Followed: " + names + ".");
  });
}

int follow(const WatchOptions& options) {
  const auto known = perform("policy.list", {{"all", true}});
  if (!known) return cli::fail(known.error(), options.json);
  for (const std::string& name : options.names) {
    const json& documents = (*known)["documents"];
    if (std::none_of(documents.begin(), documents.end(),
                     [&](const json& one) { return one["platform"] == name; }))
      return cli::misused("No document of \"" + name + "\" is known. Nothing was changed.",
                          "See the documents and their platforms: optoutlog policy list --all",
                          options.json);
  }
  json platforms = (*known)["platforms"];
  for (const std::string& name : options.names)
    if (std::find(platforms.begin(), platforms.end(), name) == platforms.end())
      platforms.push_back(name);
  return follow_these(platforms, options);
}

int unfollow(const WatchOptions& options) {
  const auto known = perform("policy.list", json::object());
  if (!known) return cli::fail(known.error(), options.json);
  json left = (*known)["platforms"];
  for (const std::string& name : options.names) {
    const auto at = std::find(left.begin(), left.end(), name);
    if (at == left.end())
      return cli::misused("\"" + name + "\" is not followed. Nothing was changed.",
                          "See the documents and their platforms: optoutlog policy list",
                          options.json);
    left.erase(at);
  }
  return follow_these(left, options);
}

int enable(const WatchOptions& options) {
  return answer("policy.enable", {{"on", options.all}}, options.json, [&](const json&) {
    say(options.all ? "Watching policies is on." : "Watching policies is off.");
  });
}

// Adds a subcommand, and what it reads from the command line in `options`.
class Adder {
 public:
  Adder(CLI::App& policy, cli::Chosen& chosen) : policy_(policy), chosen_(chosen) {}
  CLI::App* operator()(const char* name, const char* help, const Shared& options,
                       int (*run)(const WatchOptions&)) {
    CLI::App* command = policy_.add_subcommand(name, help);
    command->add_flag("--json", options->json, cli::kJsonHelp);
    command->callback(
        [options, run, chosen = &chosen_] { *chosen = [options, run] { return run(*options); }; });
    return command;
  }

 private:
  CLI::App& policy_;
  cli::Chosen& chosen_;
};

}  // namespace

void add_watch(CLI::App& policy, cli::Chosen& chosen) {
  const auto fresh = [] { return std::make_shared<WatchOptions>(); };
  Adder command(policy, chosen);
  Shared options = fresh();
  command("list", "The watched documents and when each was last read", options, &list)
      ->add_flag("--all", options->all, "Also those of platforms that are not followed");
  options = fresh();
  command("check", "Read the watched documents now (at most once a minute each)", options, &check)
      ->add_option("DOCUMENTS", options->names, "Only these, as `list` names them");
  options = fresh();
  CLI::App* marked = command("read", "Mark a change as read", options, &read);
  marked->add_option("CHANGE", options->change, "Its number")->check(cli::counting_number());
  marked->add_flag("--all", options->all, "Every change");
  options = fresh();
  CLI::App* added = command("add", "Watch an https document of your own", options, &add);
  added->add_option("URL", options->url, "Its address")->required();
  added->add_option("--name", options->name, "A name to show");
  added->add_option("--lang", options->lang, "Its language (en)");
  added->add_option("--platform", options->platform, "The platform that it belongs to");
  options = fresh();
  command("remove", "Stop watching a document of your own and forget what was kept of it", options,
          &remove)
      ->add_option("DOCUMENT", options->name, "As `list` names it")
      ->required();
  options = fresh();
  command("follow", "Watch the documents of these platforms, too", options, &follow)
      ->add_option("PLATFORMS", options->names, "linkedin x facebook …")
      ->required();
  options = fresh();
  command("unfollow", "Watch the documents of these platforms no more", options, &unfollow)
      ->add_option("PLATFORMS", options->names, "As `follow` named them")
      ->required();
  options = fresh();
  options->all = true;
  command("on", "Turn watching on", options, &enable);
  command("off", "Turn watching off; what was kept stays", fresh(), &enable);
}

}  // namespace optoutlog::policy
