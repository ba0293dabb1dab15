#include "install/register/unregister.h"

#include <algorithm>
#include <set>

#include "ids.h"
#include "install/register/manifest.h"
#include "install/register/receipt.h"
#include "install/system/registry.h"

namespace optoutlog::install {
namespace {

struct Candidate {
  fs::path file;
  std::string key;
  std::string host;
  Family family;
  fs::path folder;  // of the table; empty: known from the receipt alone
};

bool named(const UnregisterOptions& options, const Browser& browser) {
  const auto& names = options.browsers;
  return std::find(names.begin(), names.end(), browser.id) != names.end();
}

// The browsers on this computer that read the same file and were not named with it; empty for none.
std::vector<const Browser*> other_readers(const Candidate& candidate,
                                          const UnregisterOptions& options,
                                          const Machine& machine) {
  std::vector<const Browser*> result;
  if (options.browsers.empty()) return result;
  for (const Browser& browser : browsers()) {
    if (named(options, browser) || !present(browser, machine)) continue;
    const std::vector<Place> all = places(browser, machine, options.scope);
    const bool reads = std::any_of(all.begin(), all.end(), [&](const Place& place) {
      if (!candidate.key.empty())
        return place.writes && place.key + "\\" + candidate.host == candidate.key;
      return place.writes && place.key.empty() && place.folder == candidate.folder;
    });
    if (reads) result.push_back(&browser);
  }
  return result;
}

std::string shared_with(const std::vector<const Browser*>& others,
                        const UnregisterOptions& options) {
  std::string names;
  std::string command = "optoutlog unregister";
  for (const std::string& id : options.browsers) command += " --browser " + id;
  for (const Browser* each : others) {
    names += (names.empty() ? "" : ", ") + each->name;
    command += " --browser " + each->id;
  }
  if (options.scope == Scope::kSystem) command += " --system";
  return "also read by " + names + "; to take it from all of them: " + command;
}

// Every place where a manifest of ours may lie for these browsers.
std::vector<Candidate> candidates(const UnregisterOptions& options, const Machine& machine,
                                  const Receipt& receipt, UnregisterPlan& plan) {
  std::vector<Candidate> result;
  for (const std::string& id : options.browsers) {
    if (!find_browser(id)) {
      plan.problems.push_back({"browser.unknown", "'" + id + "' is not in the table of browsers.",
                               "Run 'optoutlog register --list' to see the names."});
    }
  }
  for (const Browser& browser : browsers()) {
    if (!options.browsers.empty() && !named(options, browser)) continue;
    for (const Place& place : places(browser, machine, options.scope)) {
      if (!place.writes) continue;
      for (const std::string_view host : {ids::kHostName, ids::kPolicyName}) {
        const std::string name(host);
        // A manifest behind a key serves every browser of the family: it goes when all browsers go.
        if (place.key.empty() || options.browsers.empty()) {
          const fs::path file = place.key.empty() ? place.manifest(name)
                                                  : under_root(machine.root, place.manifest(name));
          result.push_back({file, "", name, browser.family, place.folder});
        }
        if (!place.key.empty())
          result.push_back({{}, place.key + "\\" + name, name, browser.family, {}});
      }
    }
  }
  if (options.browsers.empty()) {
    for (const ReceiptFile& each : receipt.files)
      result.push_back({each.path, "", each.host, each.family, {}});
    for (const ReceiptKey& each : receipt.keys)
      result.push_back({{}, each.key, "", Family::kChromium, {}});
  }
  return result;
}

// That the file is what --force was to replace: register was stopped before, or unregister after.
bool is_back(const ReceiptFile& entry) {
  const auto there = read_standing(entry.path);
  return there && entry.replaced && *there == *entry.replaced;
}

void plan_file(const Candidate& candidate, const Receipt& receipt, const UnregisterOptions& options,
               const Machine& machine, UnregisterPlan& plan) {
  plan.swept.push_back(candidate.file);
  if (!exists_at_all(candidate.file)) return;
  const auto there = read_standing(candidate.file);
  const ReceiptFile* entry = receipt.file(candidate.file);
  if (entry && is_back(*entry)) return;
  // By its looks, too, where there is an entry: a stopped update leaves what an earlier register
  // wrote.
  const bool mine = there && !there->link &&
                    ((entry && entry->content == there->bytes) ||
                     looks_like_ours(candidate.family, candidate.host, there->bytes));
  if (mine && !options.force) {
    const auto others = other_readers(candidate, options, machine);
    if (!others.empty()) {
      plan.kept.push_back({candidate.file, shared_with(others, options)});
      return;
    }
  }
  if (mine || options.force) {
    plan.removals.push_back(
        {candidate.file, "", candidate.host, entry ? entry->replaced : std::nullopt});
  } else if (entry) {
    plan.kept.push_back({candidate.file, "it was changed after optoutlog wrote it"});
  } else {
    plan.kept.push_back({candidate.file, "optoutlog did not write it"});
  }
}

void plan_key(const Candidate& candidate, const Receipt& receipt, const UnregisterOptions& options,
              const Machine& machine, UnregisterPlan& plan) {
  const auto value = read_registry(options.scope, candidate.key);
  if (!value) return;
  const ReceiptKey* entry = receipt.key(candidate.key);
  if (entry && entry->replaced == *value) return;
  if (entry && entry->value != *value) {
    plan.kept.push_back({from_utf8(candidate.key), "it was changed after optoutlog wrote it"});
    return;
  }
  const auto others =
      options.force ? std::vector<const Browser*>{} : other_readers(candidate, options, machine);
  if (!others.empty()) {
    plan.kept.push_back({from_utf8(candidate.key), shared_with(others, options)});
    return;
  }
  std::optional<Standing> replaced;
  if (entry && entry->replaced) replaced = Standing{*entry->replaced, {}, {}};
  plan.removals.push_back({{}, candidate.key, candidate.host, replaced});
}

std::optional<Problem> carry_out(const Removal& removal, Scope scope) {
  std::vector<std::string> made;
  if (!removal.key.empty()) {
    return removal.put_back ? write_registry(scope, removal.key, removal.put_back->bytes, made)
                            : remove_registry(scope, removal.key);
  }
  return removal.put_back ? put_back(removal.file, *removal.put_back) : remove_file(removal.file);
}

// Removes those that are empty, innermost first; gives those that stay.
std::vector<fs::path> remove_empty(const std::vector<fs::path>& folders) {
  std::vector<fs::path> left;
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
    if (!remove_if_empty(*folder)) left.insert(left.begin(), *folder);
  }
  return left;
}

// What unregister cannot know without a readable receipt.
void add_notice(const Receipt& receipt, const Machine& machine, UnregisterPlan& plan) {
  const fs::path file = receipt_file(machine, plan.scope);
  if (receipt.damaged) {
    plan.notices.push_back(problem_of_damaged(machine, plan.scope));
  } else if (!plan.removals.empty() && !exists_at_all(file)) {
    plan.notices.push_back({"receipt.missing",
                            "There is no " + utf8(file) +
                                ", where register notes what it wrote: what --force may have "
                                "replaced was not put back, and folders that register made stay.",
                            plan.scope == Scope::kUser
                                ? "If you registered with another HOME or XDG_DATA_HOME, run this "
                                  "with the same; the note lies there."
                                : ""});
  }
}

}  // namespace

UnregisterPlan plan_unregister(const UnregisterOptions& options, const Machine& machine) {
  UnregisterPlan plan;
  plan.scope = options.scope;
  if (options.scope == Scope::kUser && machine.foreign_home) {
    plan.problems.push_back(problem_of_foreign_home());
    return plan;
  }
  const Receipt receipt = read_receipt(machine, options.scope);
  std::set<std::string> seen;
  for (const Candidate& candidate : candidates(options, machine, receipt, plan)) {
    if (!seen.insert(utf8(candidate.file) + "|" + candidate.key).second) continue;
    if (candidate.key.empty()) {
      plan_file(candidate, receipt, options, machine, plan);
    } else {
      plan_key(candidate, receipt, options, machine, plan);
    }
  }
  add_notice(receipt, machine, plan);
  return plan;
}

std::optional<Problem> apply(const UnregisterPlan& plan, const Machine& machine) {
  if (!plan.problems.empty()) return plan.problems.front();
  Receipt receipt = read_receipt(machine, plan.scope);
  std::optional<Problem> first;
  for (const fs::path& file : plan.swept) sweep(file);
  const fs::path noted = receipt_file(machine, plan.scope);
  sweep(noted);
  for (const Removal& removal : plan.removals) {
    // One file that cannot be removed is told, and does not keep the others.
    if (auto problem = carry_out(removal, plan.scope)) {
      if (!first) first = problem;
      continue;
    }
    std::erase_if(receipt.files, [&](const ReceiptFile& f) {
      return removal.key.empty() && f.path == removal.file;
    });
    std::erase_if(receipt.keys, [&](const ReceiptKey& k) {
      return !removal.key.empty() && k.key == removal.key;
    });
  }
  if (receipt.damaged) return first;
  // What is gone by other hands needs no receipt either; what was changed is no longer ours, but
  // for the file that is to come back one day.
  std::erase_if(receipt.files, [&](const ReceiptFile& f) {
    if (!exists_at_all(f.path) || is_back(f)) return true;
    return !f.replaced && read_file(f.path).value_or("") != f.content;
  });
  // The folders first: stopped here, unregister still finds them in the receipt. The receipt's own
  // folder goes after it.
  receipt.folders = remove_empty(receipt.folders);
  if (auto problem = write_receipt(machine, plan.scope, receipt); problem && !first)
    first = problem;
  remove_empty(receipt.folders);
  // Not noted where a register was stopped between making it and writing the receipt.
  remove_if_empty(noted.parent_path());
  for (auto key = receipt.made_keys.rbegin(); key != receipt.made_keys.rend(); ++key) {
    remove_registry_if_empty(plan.scope, *key);
  }
  return first;
}

}  // namespace optoutlog::install
