#include <algorithm>

#include "ids.h"
#include "install/doctor/binary.h"
#include "install/doctor/doctor.h"
#include "install/doctor/hello.h"
#include "install/doctor/manifest_search.h"
#include "install/doctor/policies.h"
#include "install/register/register.h"
#include "install/system/files.h"
#include "install/system/permissions.h"
#include "install/system/registry.h"

namespace optoutlog::install {
namespace {

class Examination {
 public:
  // `folder`: the browser's user data folder where it is not the usual one, else empty.
  Examination(const Browser& browser, const fs::path& folder, const DoctorOptions& options,
              const Machine& machine, const Policies& policies, BrowserReport& report)
      : browser_(browser),
        folder_(folder),
        options_(options),
        machine_(machine),
        policies_(policies),
        report_(report) {}

  void host(const std::string& name, const std::vector<Place>& places, bool optional) {
    host_ = name;
    if (policies_.forbids(name)) {
      add("policy.blocked",
          {{"detail", "NativeMessagingBlocklist in " + policies_.blocked_source}});
      return;
    }
    std::vector<Found> found = find_manifests(browser_.family, machine_.os, host_, places);
    if (browser_.family == Family::kChromium && !policies_.user_level_hosts &&
        drop_user_level(found))
      return;
    if (found.empty()) {
      missing(places, optional);
      return;
    }
    choose(found, places);
  }

 private:
  using Words = std::map<std::string, std::string>;

  void add(std::string_view name, Words words) {
    words.emplace("browser", browser_.name);
    words.emplace("id", browser_.id);
    words.emplace("host", host_);
    for (const char* path : {"file", "program", "detail"}) {
      const auto word = words.find(path);
      if (word != words.end() && needs_root(from_utf8(word->second)))
        words.emplace(std::string("sudo ") + path, "sudo ");
    }
    report_.checks.push_back(explain(name, words));
  }

  Words about(const Found& found) const {
    return {{"file", utf8(found.file)},
            {"program", found.manifest.path},
            {"who", found.place.scope == Scope::kSystem ? "other users" : "you"},
            {"scope", scope(found.place.scope)}};
  }

  // What register has to be told to write there.
  std::string scope(Scope of) const {
    if (of == Scope::kSystem) return " --system";
    return folder_.empty() ? "" : " --user-data-dir " + shell_quoted(utf8(folder_));
  }

  // The command that takes a manifest away and leaves the other one; unregister takes all of one
  // scope, but none that only doctor was told of, or that another browser's registration put there.
  std::string removal(const Found& found, const Found& left) const {
    const Scope of = found.place.scope;
    const bool alone = left.place.scope != of || !left.place.writes;
    if (found.place.writes && alone && (of == Scope::kSystem || folder_.empty()))
      return "optoutlog unregister --browser " + browser_.id + scope(of) + " --force";
    if (machine_.os == Os::kWindows) return "Remove the file " + utf8(found.file) + ".";
    return (needs_root(found.file) ? "sudo rm " : "rm ") + shell_quoted(utf8(found.file));
  }

  void add(const Issue& issue, Words words) {
    words["detail"] = issue.detail;
    add(issue.name, std::move(words));
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
      if (place.scope == Scope::kUser && place.key.empty()) {
        const Found hidden{place, place.manifest(host_), {}, {}};
        if (const auto closed = closed_folder(hidden.file, false)) {
          add({"manifest.folder-closed", utf8(*closed)}, about(hidden));
          return;
        }
      }
      if (!folders.empty()) folders += ", ";
      folders += place.key.empty() ? utf8(place.folder) : place.key;
    }
    add(optional ? "manifest.optional-missing" : "manifest.missing",
        {{"detail", folders}, {"scope", scope(Scope::kUser)}});
  }

  // Chromium takes the first file that exists; Firefox the first that is valid.
  void choose(const std::vector<Found>& found, const std::vector<Place>& places) {
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
    if (open_to_writers(chosen.file)) add("manifest.writable", about(chosen));
    if (const auto folder = folder_open_to_writers(chosen.file))
      add({"manifest.folder-writable", utf8(*folder)}, about(chosen));
    if (!chosen.valid()) {
      if (chromium && good != found.end()) {
        Words words = about(chosen);
        words["detail"] = utf8(good->file);
        words["remedy"] = removal(chosen, *good);
        add("manifest.shadowing", words);
      }
      return;
    }
    for (const Found& each : found) {
      if (&each == &chosen || !each.valid() || each.manifest.path == chosen.manifest.path) continue;
      if (&each < &chosen) continue;
      Words words = about(chosen);
      words["detail"] = utf8(each.file);
      // The one that starts this command's own host stays; of two others, the one in use.
      const bool hidden_is_ours =
          !own_program().empty() && !other_copy(from_utf8(each.manifest.path));
      words["remedy"] = hidden_is_ours ? removal(chosen, each) : removal(each, chosen);
      add("manifest.shadows", words);
    }
    if (chosen.place.scope == Scope::kSystem && !chosen.place.alone) other_builds(chosen, places);
    start(chosen);
  }

  void other_builds(const Found& chosen, const std::vector<Place>& places) {
    for (const Place& place : places) {
      if (!place.alone || exists_at_all(place.manifest(host_))) continue;
      Words words = about(chosen);
      words["detail"] = utf8(place.folder);
      add("manifest.other-build", words);
    }
  }

  void start(const Found& chosen) {
    const fs::path program = from_utf8(chosen.manifest.path);
    if (const auto issue = check_binary(program, chosen.place.scope == Scope::kSystem)) {
      add(*issue, about(chosen));
      return;
    }
    if (other_copy(program)) add({"binary.other-copy", utf8(own_program())}, about(chosen));
    if (open_to_writers(program)) add("binary.writable", about(chosen));
    if (const auto folder = folder_open_to_writers(program))
      add({"binary.folder-writable", utf8(*folder)}, about(chosen));
    const Greeting greeting =
        greet(browser_.family, chosen.file, host_, program, options_.patience);
    for (const Issue& issue : greeting.issues) {
      Words words = about(chosen);
      words["remedy"] = "The sentence before says the next step.";
      add(issue, words);
    }
    const bool failed = std::any_of(
        greeting.issues.begin(), greeting.issues.end(),
        [](const Issue& issue) { return explain(issue.name, {}).result == Outcome::kFail; });
    if (!failed) pass(chosen, greeting);
  }

  void pass(const Found& chosen, const Greeting& greeting) {
    Check check;
    check.name = "ok";
    check.host = host_;
    check.path = utf8(chosen.file);
    check.what = host_ + " " + greeting.version + " answers.";
    if (greeting.pictures > 0)
      check.what += " Pictures kept with the log: " + std::to_string(greeting.pictures) + ".";
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
  const fs::path folder_;
  const DoctorOptions& options_;
  const Machine& machine_;
  const Policies& policies_;
  BrowserReport& report_;
  std::string host_;
};

}  // namespace

void examine_browser(const Browser& browser, const fs::path& user_data_folder,
                     const DoctorOptions& options, const Machine& machine, BrowserReport& report) {
  std::map<std::string, std::string> words = {{"browser", browser.name},
                                              {"id", browser.id},
                                              {"detail", browser.why},
                                              {"remedy", browser.remedy}};
  for (std::size_t at = words["remedy"].find("{host}"); at != std::string::npos;
       at = words["remedy"].find("{host}")) {
    words["remedy"].replace(at, 6, ids::kHostName);
  }
  if (browser.works == Works::kNo) {
    report.checks.push_back(explain("browser.sandboxed", words));
    return;
  }
  const Policies policies = read_policies(browser, machine);
  for (const auto& issue : {policies.extension_blocked, policies.permission_blocked}) {
    if (!issue) continue;
    words["detail"] = issue->detail;
    report.checks.push_back(explain(issue->name, words));
    words["detail"] = browser.why;
  }
  if (browser.works != Works::kYes) report.checks.push_back(explain("browser.sandbox-asks", words));
  std::vector<Place> places = install::places(browser, machine, Scope::kUser);
  if (!user_data_folder.empty())
    places = {{Scope::kUser, user_data_folder / "NativeMessagingHosts", "", true, Mark::kNone}};
  const std::vector<Place> system = install::places(browser, machine, Scope::kSystem);
  places.insert(places.end(), system.begin(), system.end());
  Examination examination(browser, user_data_folder, options, machine, policies, report);
  examination.host(std::string(ids::kHostName), places, false);
  // Policy watching is optional: without its program nothing is expected, but what is registered
  // has to work.
  const std::string policy(ids::kPolicyName);
  const bool expected = hosts_beside(options.program).size() > 1;
  const bool registered = std::any_of(places.begin(), places.end(), [&](const Place& place) {
    return place.key.empty() ? exists_at_all(place.manifest(policy))
                             : read_registry(place.scope, place.key + "\\" + policy).has_value();
  });
  if (expected || registered) examination.host(policy, places, true);
}

}  // namespace optoutlog::install
