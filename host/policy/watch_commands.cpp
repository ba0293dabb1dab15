// `optoutlog policy list|check|show|read|add|remove|follow|on|off`: the methods of POLICY.md for a person.
#include <csignal>
#include <fstream>
#include <iostream>

#include "policy/commands.h"
#include "policy/print.h"
#include "policy/service.h"
#include "policy/terminal.h"
#include "record/data_folder.h"

namespace optoutlog::policy {
namespace {

Service* interrupted = nullptr;  // Ctrl-C ends a check the way policy.cancel does

[[noreturn]] void fail(const Error& error) {
  std::cerr << error.message << " (" << error.kind->name << ")\n";
  throw CLI::RuntimeError(error.kind->exit == 0 ? 2 : error.kind->exit);
}

std::string dump(const json& value) {
  return value.dump(2, ' ', false, json::error_handler_t::replace);
}

json perform(const std::string& method, const json& params, const Service::Progress& progress = {}) {
  const auto folder = record::data_folder();
  if (!folder) fail(folder.error());
  Service service(*folder);
  interrupted = &service;
  std::signal(SIGINT, [](int) {
    if (interrupted != nullptr) interrupted->cancel();
  });
  auto result = service.call(method, params, progress);
  std::signal(SIGINT, SIG_DFL);
  interrupted = nullptr;
  if (!result) fail(result.error());
  return std::move(*result);
}

std::string text(const json& value, const char* otherwise = "-") {
  return value.is_string() ? value.get<std::string>() : otherwise;
}
std::string day_of(const json& value) {
  return value.is_string() ? value.get<std::string>().substr(0, 10) : "never";
}

std::string pad(std::string value, std::size_t width) {
  if (value.size() < width) value.append(width - value.size(), ' ');
  return value;
}

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

struct Options {
  bool json = false, all = false;
  std::vector<std::string> names;
  std::string url, name, lang, platform;
  std::int64_t change = 0;
};
using Shared = std::shared_ptr<Options>;

void list(const Options& options) {
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

void check(const Options& options) {
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
  }
  std::cout.flush();
  if (answer["alerts"] != 0 || answer["failed"] != 0 || answer["cancelled"].get<bool>())
    throw CLI::RuntimeError(1);
}

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
}

void show(const Options& options) {
  if (options.change == 0) {
    const json answer = perform("policy.changes", json::object());
    if (options.json)
      std::cout << dump(answer) << '\n';
    else if (answer["changes"].empty())
      std::cout << "Nothing was told so far.\n";
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

CLI::App* command(CLI::App& policy, const char* name, const char* help, const Shared& options,
                  void (*run)(const Options&)) {
  auto* out = policy.add_subcommand(name, help);
  out->add_flag("--json", options->json, "Print what the method answers (POLICY.md)");
  out->callback([options, run] { run(*options); });
  return out;
}

void say(const Options& options, const json& answer, const std::string& words) {
  std::cout << (options.json ? dump(answer) : words) << '\n';
}

}  // namespace

void add_watch_commands(CLI::App& policy) {
  const auto fresh = [] { return std::make_shared<Options>(); };
  auto options = fresh();
  command(policy, "list", "The watched documents and when each was last read", options, &list)
      ->add_flag("--all", options->all, "Also those of platforms that are not followed");
  options = fresh();
  command(policy, "check", "Read the watched documents now (at most once a minute each)", options, &check)
      ->add_option("DOCUMENTS", options->names, "Only these, as `list` names them");
  options = fresh();
  command(policy, "show", "What was told, or one change with its clauses", options, &show)
      ->add_option("CHANGE", options->change, "The number of a change");
  options = fresh();
  auto* read = command(policy, "read", "Mark a change as read", options, [](const Options& it) {
    const json answer = perform("policy.read", it.all ? json{{"all", true}} : json{{"change", it.change}});
    say(it, answer, "Marked as read: " + answer["read"].dump());
  });
  read->add_option("CHANGE", options->change, "Its number");
  read->add_flag("--all", options->all, "Every change");
  options = fresh();
  auto* add = command(policy, "add", "Watch an https document of your own", options, [](const Options& it) {
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
          [](const Options& it) {
            const json answer = perform("policy.remove", {{"document", it.name}});
            say(it, answer, "Removed " + text(answer["removed"]));
          })
      ->add_option("DOCUMENT", options->name, "As `list` names it")
      ->required();
  options = fresh();
  command(policy, "follow", "Watch the documents of these platforms, and of no others", options,
          [](const Options& it) {
            const json answer = perform("policy.follow", {{"platforms", it.names}});
            say(it, answer, answer["documents"].dump() + " documents are watched");
          })
      ->add_option("PLATFORMS", options->names, "linkedin x facebook …; none ends it");
  for (const bool on : {true, false}) {
    options = fresh();
    options->all = on;
    command(policy, on ? "on" : "off", on ? "Turn watching on" : "Turn watching off; what was kept stays",
            options, [](const Options& it) {
              say(it, perform("policy.enable", {{"on", it.all}}),
                  it.all ? "Watching policies is on." : "Watching policies is off.");
            });
  }
}

}  // namespace optoutlog::policy
