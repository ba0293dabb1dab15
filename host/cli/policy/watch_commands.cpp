// `optoutlog policy list|check|read|add|remove|follow|on|off`: the methods of POLICY.md for a person.
#include <iostream>

#include "cli/policy/command_tools.h"
#include "cli/policy/commands.h"
#include "cli/policy/terminal.h"

namespace optoutlog::policy {
namespace {

const char* sign_of(const json& document) {
  if (document["state"] == "alert") return "!";
  if (document["ok"].get<bool>()) return "✓";
  return document["state"] == "never" ? "·" : "?";
}

void print_document(const json& document) {
  std::cout << sign_of(document) << ' ' << pad(text(document["document"]), 28) << ' '
            << pad(text(document["state"]), 16);
  if (!document["failing_since"].is_null())
    std::cout << "could not check since " << day_of(document["failing_since"]) << ", last good "
              << day_of(document["good"]);
  else if (!document["good"].is_null())
    std::cout << "last good check " << day_of(document["good"]);
  if (!document["not_before"].is_null())
    std::cout << ", not before " << text(document["not_before"]).substr(0, 16);
  std::cout << '\n';
  if (!document["failing_since"].is_null() && !document["detail"].is_null())
    std::cout << "    " << text(document["detail"]) << '\n';
}

struct WatchOptions {
  bool json = false, all = false;
  std::vector<std::string> names;
  std::string url, name, lang, platform;
  std::int64_t change = 0;
};
using Shared = std::shared_ptr<WatchOptions>;

void list(const WatchOptions& options) {
  const json answer = perform("policy.list", {{"all", options.all}});
  if (options.json) {
    std::cout << dump(answer) << '\n';
    return;
  }
  if (!answer["enabled"].get<bool>())
    std::cout << "Watching policies is off: nothing is read. Turn it on with: optoutlog policy on\n";
  if (answer["documents"].empty())
    std::cout << "No document is watched. Follow a platform (optoutlog policy follow linkedin) or add a "
                 "document (optoutlog policy add https://…).\n";
  for (const json& document : answer["documents"]) print_document(document);
}

// A bar that is drawn over on a terminal; a line for every document elsewhere.
class Bar {
 public:
  explicit Bar(bool quiet) : quiet_(quiet), terminal_(terminal::is_terminal()) {}
  void operator()(const json& step) {
    if (quiet_) return;
    const auto done = step["done"].get<std::size_t>(), total = step["total"].get<std::size_t>();
    if (!terminal_) {
      if (step["step"] == "done")
        std::cout << '[' << done << '/' << total << "] " << text(step["document"]) << ": "
                  << text(step["result"]["state"]) << std::endl;
      return;
    }
    constexpr std::size_t kWidth = 24;
    const std::size_t filled = total == 0 ? kWidth : done * kWidth / total;
    std::string bar;
    for (std::size_t i = 0; i < kWidth; ++i) bar += i < filled ? "█" : "░";
    std::cout << "\r\x1b[K" << bar << ' ' << done << '/' << total << ' ' << text(step["document"])
              << std::flush;
    drawn_ = true;
  }
  void clear() {
    if (drawn_) std::cout << "\r\x1b[K";
  }

 private:
  bool quiet_, terminal_, drawn_ = false;
};

void check(const WatchOptions& options) {
  Bar bar(options.json);
  json params = {{"asked", true}, {"progress", true}};
  if (!options.names.empty()) params["documents"] = options.names;
  const json answer = perform("policy.check", params, [&](const json& step) { bar(step); });
  bar.clear();
  if (options.json) {
    std::cout << dump(answer) << '\n';
  } else {
    for (const json& document : answer["results"]) {
      print_document(document);
      if (!document["skipped"].is_null()) std::cout << "    not read: " << text(document["skipped"]) << '\n';
      if (!document["change"].is_null())
        std::cout << "    see it: optoutlog policy show " << document["change"] << '\n';
    }
    std::cout << answer["looked"] << " of " << answer["total"] << " read, " << answer["alerts"] << " alerts, "
              << answer["failed"] << " could not be checked"
              << (answer["cancelled"].get<bool>() ? "; cancelled" : "") << '\n';
    if (answer["looked"] != 0 && answer["failed"] == answer["looked"])
      std::cout << "No document could be checked, so nothing is known about changes.\n";
  }
  std::cout.flush();
  if (answer["alerts"] != 0 || answer["failed"] != 0 || answer["cancelled"].get<bool>())
    throw CLI::RuntimeError(1);
}

CLI::App* command(CLI::App& policy, const char* name, const char* help, const Shared& options,
                  void (*run)(const WatchOptions&)) {
  auto* out = policy.add_subcommand(name, help);
  out->add_flag("--json", options->json, "Print what the method answers (POLICY.md)");
  out->callback([options, run] { run(*options); });
  return out;
}

void say(const WatchOptions& options, const json& answer, const std::string& words) {
  std::cout << (options.json ? dump(answer) : words) << '\n';
}

}  // namespace

void add_watch_commands(CLI::App& policy) {
  const auto fresh = [] { return std::make_shared<WatchOptions>(); };
  auto options = fresh();
  command(policy, "list", "The watched documents and when each was last read", options, &list)
      ->add_flag("--all", options->all, "Also those of platforms that are not followed");
  options = fresh();
  command(policy, "check", "Read the watched documents now (at most once a minute each)", options, &check)
      ->add_option("DOCUMENTS", options->names, "Only these, as `list` names them");
  options = fresh();
  auto* read = command(policy, "read", "Mark a change as read", options, [](const WatchOptions& it) {
    const json answer = perform("policy.read", it.all ? json{{"all", true}} : json{{"change", it.change}});
    say(it, answer, "Marked as read: " + answer["read"].dump());
  });
  read->add_option("CHANGE", options->change, "Its number");
  read->add_flag("--all", options->all, "Every change");
  options = fresh();
  auto* add =
      command(policy, "add", "Watch an https document of your own", options, [](const WatchOptions& it) {
        json params = {{"url", it.url}};
        if (!it.name.empty()) params["name"] = it.name;
        if (!it.lang.empty()) params["lang"] = it.lang;
        if (!it.platform.empty()) params["platform"] = it.platform;
        const json answer = perform("policy.add", params);
        say(it, answer,
            (answer["added"].get<bool>() ? "Watching it as " : "It is known already as ") +
                text(answer["document"]));
      });
  add->add_option("URL", options->url, "Its address")->required();
  add->add_option("--name", options->name, "A name to show");
  add->add_option("--lang", options->lang, "Its language (en)");
  add->add_option("--platform", options->platform, "The platform that it belongs to");
  options = fresh();
  command(policy, "remove", "Stop watching a document of your own and forget what was kept of it", options,
          [](const WatchOptions& it) {
            const json answer = perform("policy.remove", {{"document", it.name}});
            say(it, answer, "Removed " + text(answer["removed"]));
          })
      ->add_option("DOCUMENT", options->name, "As `list` names it")
      ->required();
  options = fresh();
  command(policy, "follow", "Watch the documents of these platforms, and of no others", options,
          [](const WatchOptions& it) {
            const json answer = perform("policy.follow", {{"platforms", it.names}});
            say(it, answer, answer["documents"].dump() + " documents are watched");
          })
      ->add_option("PLATFORMS", options->names, "linkedin x facebook …; none ends it");
  for (const bool on : {true, false}) {
    options = fresh();
    options->all = on;
    command(policy, on ? "on" : "off", on ? "Turn watching on" : "Turn watching off; what was kept stays",
            options, [](const WatchOptions& it) {
              say(it, perform("policy.enable", {{"on", it.all}}),
                  it.all ? "Watching policies is on." : "Watching policies is off.");
            });
  }
}

}  // namespace optoutlog::policy
