#include <algorithm>

#include "ids.h"
#include "installer/binary.h"
#include "installer/doctor.h"
#include "installer/files.h"
#include "installer/hello.h"
#include "installer/policies.h"
#include "installer/register.h"
#include "installer/registry.h"

#ifndef _WIN32
#include <unistd.h>
#endif

namespace optoutlog::installer {
namespace {

// A manifest that the browser meets on its search.
struct Found {
  Place place;
  fs::path file;
  std::vector<Issue> issues;
  Manifest manifest;

  bool valid() const { return std::none_of(issues.begin(), issues.end(), fatal); }
};

class Examination {
 public:
  Examination(const Browser& browser, const DoctorOptions& options, const Machine& machine,
              const Policies& policies, BrowserReport& report)
      : browser_(browser), options_(options), machine_(machine), policies_(policies), report_(report) {}

  void host(const std::string& name, const std::vector<Place>& places, bool optional) {
    host_ = name;
    if (policies_.forbids(name)) {
      add("policy.blocked", {{"detail", "NativeMessagingBlocklist in " + policies_.blocked_source}});
      return;
    }
    std::vector<Found> found;
    for (const Place& place : places) look(place, found);
    if (browser_.family == Family::kChromium && !policies_.user_level_hosts && drop_user_level(found)) return;
    if (found.empty()) {
      missing(places, optional);
      return;
    }
    choose(found);
  }

 private:
  using Words = std::map<std::string, std::string>;

  void add(std::string_view name, Words words) {
    words.emplace("browser", browser_.name);
    words.emplace("id", browser_.id);
    words.emplace("host", host_);
    report_.checks.push_back(explain(name, words));
  }

  Words about(const Found& found) const {
    return {{"file", utf8(found.file)},
            {"program", found.manifest.path},
            {"scope", found.place.scope == Scope::kSystem ? " --system" : ""}};
  }

  void add(const Issue& issue, Words words) {
    words["detail"] = issue.detail;
    add(issue.name, std::move(words));
  }

  void look(const Place& place, std::vector<Found>& found) {
    Found each{place, place.manifest(host_), {}, {}};
    if (!place.key.empty()) {
      const auto value = read_registry(place.scope, place.key + "\\" + host_);
      if (!value) return;
      each.file = from_utf8(*value);
      if (!exists_at_all(each.file)) {
        each.issues.push_back({"manifest.key-missing-file", ""});
        found.push_back(each);
        return;
      }
    }
    if (!exists_at_all(each.file)) return;
    if (auto issue = unreadable(each)) {
      each.issues.push_back(*issue);
    } else {
      const Verdict verdict =
          validate_manifest(browser_.family, machine_.os, host_, read_file(each.file).value_or(""));
      each.issues = verdict.issues;
      each.manifest = verdict.manifest;
    }
    found.push_back(each);
  }

  // By the mode bits, not by trying: root may read everything, the browser's user may not.
  static std::optional<Issue> unreadable(const Found& found) {
    if (!read_file(found.file)) {
      std::error_code error;
      const bool file = fs::is_regular_file(found.file, error);
      return file ? Issue{"manifest.unreadable", "you lack the permission"} : Issue{"manifest.no-file", ""};
    }
#ifndef _WIN32
    std::error_code error;
    const fs::perms mode = fs::status(found.file, error).permissions();
    const bool everybody = found.place.scope == Scope::kSystem;
    const fs::perms wanted = everybody ? fs::perms::others_read : fs::perms::owner_read;
    if ((mode & wanted) == fs::perms::none) {
      return Issue{"manifest.unreadable",
                   everybody ? "other users lack the permission" : "its owner lacks the permission"};
    }
    const fs::path folder = found.file.parent_path();
    if (everybody && (fs::status(folder, error).permissions() & fs::perms::others_exec) == fs::perms::none) {
      return Issue{"manifest.folder-closed", utf8(folder)};
    }
#endif
    return std::nullopt;
  }

  bool drop_user_level(std::vector<Found>& found) {
    const auto is_user = [](const Found& each) { return each.place.scope == Scope::kUser; };
    const bool any = std::any_of(found.begin(), found.end(), is_user);
    found.erase(std::remove_if(found.begin(), found.end(), is_user), found.end());
    if (!any || !found.empty()) return false;
    add("policy.user-level-off", {{"detail", policies_.user_level_source}});
    return true;
  }

  void missing(const std::vector<Place>& places, bool optional) {
    std::string folders;
    for (const Place& place : places) {
      if (!folders.empty()) folders += ", ";
      folders += place.key.empty() ? utf8(place.folder) : place.key;
    }
    add(optional ? "manifest.optional-missing" : "manifest.missing", {{"detail", folders}});
  }

  // Chromium takes the first file that exists; Firefox the first that is valid.
  void choose(const std::vector<Found>& found) {
    const auto good =
        std::find_if(found.begin(), found.end(), [](const Found& each) { return each.valid(); });
    const bool chromium = browser_.family == Family::kChromium;
    const Found& chosen = chromium || good == found.end() ? found.front() : *good;
    if (!chromium && good != found.end()) {
      for (auto each = found.begin(); each != good; ++each) {
        Words words = about(*each);
        words["detail"] = utf8(chosen.file);
        add("manifest.passed-over", words);
      }
    }
    for (const Issue& issue : chosen.issues) add(issue, about(chosen));
    if (!chosen.valid()) {
      if (chromium && good != found.end()) {
        Words words = about(chosen);
        words["detail"] = utf8(good->file);
        add("manifest.shadowing", words);
      }
      return;
    }
    for (const Found& each : found) {
      if (&each == &chosen || !each.valid() || each.manifest.path == chosen.manifest.path) continue;
      if (&each < &chosen) continue;
      Words words = about(chosen);
      words["detail"] = utf8(each.file);
      add("manifest.shadows", words);
    }
    start(chosen);
  }

  void start(const Found& chosen) {
    const fs::path program = from_utf8(chosen.manifest.path);
    if (const auto issue = check_binary(program, chosen.place.scope == Scope::kSystem)) {
      add(*issue, about(chosen));
      return;
    }
    if (other_copy(program)) add({"binary.other-copy", utf8(own_program())}, about(chosen));
#ifndef _WIN32
    std::error_code error;
    if ((fs::status(program, error).permissions() & fs::perms::others_write) != fs::perms::none) {
      add("binary.writable", about(chosen));
    }
#endif
    const Greeting greeting = greet(browser_.family, chosen.file, host_, program, options_.patience);
    for (const Issue& issue : greeting.issues) {
      Words words = about(chosen);
      words["remedy"] = "The sentence before says the next step.";
      add(issue, words);
    }
    const bool failed = std::any_of(greeting.issues.begin(), greeting.issues.end(), [](const Issue& issue) {
      return explain(issue.name, {}).result == Result::kFail;
    });
    if (!failed) pass(chosen, greeting);
  }

  void pass(const Found& chosen, const Greeting& greeting) {
    Check check;
    check.name = "ok";
    check.host = host_;
    check.path = utf8(chosen.file);
    check.what = host_ + " " + greeting.version + " answers.";
    if (chosen.place.mark != Mark::kNone) {
      check.what += std::string(" (That ") + browser_.name + " looks in this folder is marked " +
                    word(chosen.place.mark) + " in the table of browsers.)";
    }
    report_.checks.push_back(check);
  }

  fs::path own_program() const {
    for (const auto& [name, program] : hosts_beside(options_.program)) {
      if (name == host_) return program;
    }
    return {};
  }

  bool other_copy(const fs::path& program) const {
    const fs::path own = own_program();
    std::error_code error;
    return !own.empty() && !fs::equivalent(own, program, error);
  }

  const Browser& browser_;
  const DoctorOptions& options_;
  const Machine& machine_;
  const Policies& policies_;
  BrowserReport& report_;
  std::string host_;
};

}  // namespace

void examine_browser(const Browser& browser, const std::vector<Place>& user, const std::vector<Place>& system,
                     const DoctorOptions& options, const Machine& machine, BrowserReport& report) {
  std::map<std::string, std::string> words = {
      {"browser", browser.name}, {"id", browser.id}, {"detail", browser.why}, {"remedy", browser.remedy}};
  for (std::size_t at = words["remedy"].find("{host}"); at != std::string::npos;
       at = words["remedy"].find("{host}")) {
    words["remedy"].replace(at, 6, ids::kHostName);
  }
  if (browser.works == Works::kNo) {
    report.checks.push_back(explain("browser.sandboxed", words));
    return;
  }
  const Policies policies = read_policies(browser, machine);
  if (policies.extension_blocked) {
    words["detail"] = policies.extension_blocked->detail;
    report.checks.push_back(explain("policy.extension-blocked", words));
    words["detail"] = browser.why;
  }
  if (browser.works != Works::kYes) report.checks.push_back(explain("browser.sandbox-asks", words));
  std::vector<Place> places = user;
  places.insert(places.end(), system.begin(), system.end());
  Examination examination(browser, options, machine, policies, report);
  examination.host(std::string(ids::kHostName), places, false);
  // Policy watching is optional: without its program nothing is expected, but what is registered has to work.
  const std::string policy(ids::kPolicyName);
  const bool expected = hosts_beside(options.program).size() > 1;
  const bool registered = std::any_of(places.begin(), places.end(), [&](const Place& place) {
    return place.key.empty() ? exists_at_all(place.manifest(policy))
                             : read_registry(place.scope, place.key + "\\" + policy).has_value();
  });
  if (expected || registered) examination.host(policy, places, true);
}

}  // namespace optoutlog::installer
