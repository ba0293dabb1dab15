#include "install/register/register.h"

#include <algorithm>

#include "base/json.h"
#include "ids.h"
#include "install/register/manifest.h"
#include "install/register/receipt.h"
#include "install/system/registry.h"

namespace optoutlog::install {
namespace {

std::string program_name(const char* name, Os os) {
  return std::string(name) + (os == Os::kWindows ? ".exe" : "");
}

// Ours: what the receipt says we wrote, or what register would have written for another place of
// the program.
bool ours(const Receipt& receipt, const Write& write, const std::string& bytes) {
  if (!write.key.empty()) {
    const ReceiptKey* key = receipt.key(write.key);
    return bytes == write.content || (key && key->value == bytes);
  }
  const ReceiptFile* file = receipt.file(write.file);
  return (file && file->content == bytes) || looks_like_ours(write.family, write.host, bytes);
}

void add_problem_of_foreign(const Write& write, RegisterPlan& plan) {
  const std::string where = write.key.empty() ? utf8(write.file) : write.key;
  plan.problems.push_back(
      {"register.not-ours",
       where + " is there already and was not written by optoutlog, or was changed since.",
       "Look at it; to replace it all the same, run this again with --force."});
}

// Replaced even by --force it could not be put back.
void add_problem_of_unreadable(const Write& write, RegisterPlan& plan) {
  plan.problems.push_back(
      {"register.unreadable",
       utf8(write.file) + " is there already and cannot be kept for later: it may not be read, is "
                          "no file, or is larger than 1 MiB.",
       "Look at it, and move it away or make it readable; then run this again."});
}

// Adds the write, or the browser's name to the same write of another browser.
void add(RegisterPlan& plan, Write write, const Browser& browser, const Receipt& receipt,
         bool force) {
  for (Write& each : plan.writes) {
    if (each.file == write.file && each.key == write.key) {
      if (std::find(each.browsers.begin(), each.browsers.end(), browser.name) ==
          each.browsers.end()) {
        each.browsers.push_back(browser.name);
      }
      return;
    }
  }
  write.browsers.push_back(browser.name);
  const bool link = write.key.empty() && fs::is_symlink(fs::symlink_status(write.file));
  if (!write.key.empty()) {
    if (auto value = read_registry(write.scope, write.key)) write.before = Standing{*value, {}, {}};
  } else if (exists_at_all(write.file)) {
    write.before = read_standing(write.file);
    if (!write.before) {
      add_problem_of_unreadable(write, plan);
      return;
    }
  }
  if (!write.before) {
    write.effect = Effect::kCreate;
  } else if (write.before->bytes == write.content) {
    write.effect = Effect::kUnchanged;
    write.packaged = link;
  } else if (!link && ours(receipt, write, write.before->bytes)) {
    write.effect = Effect::kUpdate;
  } else {
    write.effect = Effect::kReplace;
    if (!force) add_problem_of_foreign(write, plan);
  }
  plan.writes.push_back(std::move(write));
}

// Why a browser that may be registered has no place to write to.
Skipped without_place(const Browser& browser, const Machine& machine, Scope scope) {
  const auto& rows =
      scope == Scope::kUser ? browser.on(machine.os)->user : browser.on(machine.os)->system;
  if (rows.empty()) {
    return {browser.name, std::string("The table knows no ") + word(scope) + " place for it.",
            scope == Scope::kSystem ? "Register it for your user, without --system." : ""};
  }
  std::string where;
  for (const PlaceRow& row : rows) {
    std::string place = row.path + row.key;
    for (const auto& [word, value] : machine.words) {
      const std::size_t at = place.find("{" + word + "}");
      if (at != std::string::npos) place.replace(at, word.size() + 2, value);
    }
    where += (where.empty() ? "" : ", ") + place;
  }
  return {browser.name, "It was not found where it would look for a manifest: " + where + ".",
          "Install it and start it once; then run this again."};
}

// With nothing to write, and no problem that says so, why that is.
void add_problem_of_nothing(const RegisterOptions& options, RegisterPlan& plan) {
  if (!plan.writes.empty() || !plan.problems.empty()) return;
  if (plan.skipped.empty()) {
    plan.problems.push_back(
        {"browser.none", "No browser that Opt-Out Log knows was found for this user.",
         "Start your browser once and try again, or name it: optoutlog register --browser firefox "
         "('optoutlog register --list' shows the names)."});
    return;
  }
  std::string names;
  for (const Skipped& each : plan.skipped) names += (names.empty() ? "" : ", ") + each.browser;
  plan.problems.push_back(
      {"browser.none-usable",
       (options.browsers.empty() ? "Found, but not to be registered: " : "Not to be registered: ") +
           names + ". The reasons stand above.",
       options.browsers.empty() ? "If you have another browser, start it once and try again."
                                : "Do what is said there, or name another browser."});
}

void plan_browser(const RegisterOptions& options, const Machine& machine, const Browser& browser,
                  const std::vector<std::pair<std::string, std::string>>& hosts,
                  const Receipt& receipt, RegisterPlan& plan) {
  std::vector<Place> targets = places(browser, machine, options.scope);
  if (options.scope == Scope::kUser && browser.family == Family::kChromium &&
      machine.os != Os::kWindows) {
    for (const fs::path& folder : options.user_data_folders) {
      targets.push_back({Scope::kUser, folder / "NativeMessagingHosts", "", true, Mark::kNone});
    }
  }
  targets.erase(
      std::remove_if(targets.begin(), targets.end(), [](const Place& p) { return !p.writes; }),
      targets.end());
  if (targets.empty()) {
    plan.skipped.push_back(without_place(browser, machine, options.scope));
    return;
  }
  for (const Place& place : targets) {
    for (const auto& [name, program] : hosts) {
      Write write;
      write.host = name;
      write.family = browser.family;
      write.scope = options.scope;
      write.mark = place.mark;
      write.file = place.key.empty() || machine.root.empty()
                       ? place.manifest(name)
                       : under_root(machine.root, place.manifest(name));
      write.content = build_manifest(browser.family, name, program);
      add(plan, write, browser, receipt, options.force);
      if (place.key.empty()) continue;
      write.key = place.key + "\\" + name;
      write.content = utf8(place.manifest(name));
      write.file.clear();
      add(plan, write, browser, receipt, options.force);
    }
  }
}

// The browsers to register for, and the reasons for those left out.
std::vector<const Browser*> chosen(const RegisterOptions& options, const Machine& machine,
                                   RegisterPlan& plan) {
  std::vector<const Browser*> result;
  for (const std::string& id : options.browsers) {
    const Browser* browser = find_browser(id);
    if (!browser) {
      plan.problems.push_back({"browser.unknown", "'" + id + "' is not in the table of browsers.",
                               "Run 'optoutlog register --list' to see the names."});
    } else if (!browser->on(machine.os)) {
      plan.problems.push_back({"browser.other-system",
                               browser->name + " is not made for this system.",
                               "Name another browser."});
    } else if (browser->works == Works::kNo) {
      plan.problems.push_back({"browser.sandboxed", browser->why, browser->remedy});
    } else {
      result.push_back(browser);
    }
  }
  if (!options.browsers.empty()) return result;
  for (const Browser& browser : browsers()) {
    if (!present(browser, machine)) continue;
    if (!browser.only_named.empty()) {
      plan.skipped.push_back({browser.name, browser.only_named, ""});
    } else if (browser.works == Works::kNo) {
      plan.skipped.push_back({browser.name, browser.why, browser.remedy});
    } else {
      result.push_back(&browser);
    }
  }
  return result;
}

}  // namespace

bool RegisterPlan::changes() const {
  return std::any_of(writes.begin(), writes.end(),
                     [](const Write& w) { return w.effect != Effect::kUnchanged; });
}

std::vector<std::pair<std::string, fs::path>> hosts_beside(const fs::path& program) {
  std::vector<std::pair<std::string, fs::path>> hosts;
  if (!is_program(program)) return hosts;
  hosts.emplace_back(std::string(ids::kHostName), program);
  fs::path policy = program.parent_path() / "optoutlog-policy";
  policy += program.extension();
  if (is_program(policy)) hosts.emplace_back(std::string(ids::kPolicyName), policy);
  return hosts;
}

fs::path find_host_program(const fs::path& command, Os os) {
  const std::string name = program_name("optoutlog-host", os);
  const fs::path folder = command.parent_path();
  const fs::path packaged = folder.parent_path() / "lib" / "optoutlog" / name;
  return !is_program(folder / name) && is_program(packaged) ? packaged : folder / name;
}

fs::path settled_host(const fs::path& called, const fs::path& command, const Machine& machine,
                      Scope scope) {
  const fs::path noted = from_utf8(read_receipt(machine, scope).program);
  if (is_program(noted)) return noted;
  const fs::path own = find_host_program(command, machine.os);
  const fs::path linked = find_host_program(called, machine.os);
  std::error_code error;
  // /bin is a link to /usr/bin on most systems: no other place.
  const bool better = !called.empty() && command.parent_path() != "/usr/bin" &&
                      is_program(linked) && fs::equivalent(linked, own, error);
  return better ? linked : own;
}

RegisterPlan plan_register(const RegisterOptions& options, const Machine& machine) {
  RegisterPlan plan;
  plan.scope = options.scope;
  if (options.noted) plan.program = options.own ? "" : utf8(options.program);
  const auto found = hosts_beside(options.program);
  if (found.empty()) {
    plan.problems.push_back(
        {"host.missing",
         "The host's program " + utf8(options.program) +
             " is missing or not executable; a manifest without it would only give \"host not "
             "found\".",
         "Build it (cmake --build --preset release) or name it with --host FILE."});
    return plan;
  }
  if (machine.sudo && options.scope == Scope::kUser && !options.force) {
    plan.problems.push_back(
        {"user.sudo",
         "You run this as root through sudo: it would register Opt-Out Log for root, not for you.",
         "Run it without sudo; for all users of this computer, add --system."});
    return plan;
  }
  if (options.scope == Scope::kUser && machine.foreign_home) {
    plan.problems.push_back(problem_of_foreign_home());
    return plan;
  }
  if (options.scope == Scope::kUser && machine.user_data.empty()) {
    plan.problems.push_back(
        {"user.no-home", "There is no home folder: HOME is not set.", "Set HOME and try again."});
    return plan;
  }
  std::vector<std::pair<std::string, std::string>> hosts;
  for (const auto& [name, program] : found) {
    std::string path = utf8(program);
    if (!options.program_in_manifest.empty()) {
      path = utf8(from_utf8(options.program_in_manifest).parent_path() / program.filename());
    }
    if (!absolute_path(machine.os, path)) {
      plan.problems.push_back({"host.relative", "The host's path " + path + " is not absolute.",
                               "Name the host with its whole path."});
      return plan;
    }
    hosts.emplace_back(name, path);
  }
  const Receipt receipt = read_receipt(machine, options.scope);
  if (receipt.damaged) {
    plan.problems.push_back(problem_of_damaged(machine, options.scope));
    return plan;
  }
  try {
    for (const Browser* browser : chosen(options, machine, plan)) {
      plan_browser(options, machine, *browser, hosts, receipt, plan);
    }
  } catch (const nlohmann::json::exception&) {
    plan.problems.push_back({"host.not-utf8",
                             "The path of the host's program is not valid UTF-8, which JSON needs.",
                             "Move the program to a folder whose name is UTF-8."});
  }
  add_problem_of_nothing(options, plan);
  return plan;
}

bool is_program(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (error || status.type() != fs::file_type::regular) return false;
  return (status.permissions() & fs::perms::owner_exec) != fs::perms::none;
}

}  // namespace optoutlog::install
