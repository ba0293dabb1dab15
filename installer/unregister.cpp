#include "installer/unregister.h"

#include <algorithm>
#include <set>

#include "ids.h"
#include "installer/manifest.h"
#include "installer/receipt.h"
#include "installer/registry.h"

namespace optoutlog::installer {
namespace {

struct Candidate {
  fs::path file;
  std::string key;
  std::string host;
  Family family;
};

// Every place where a manifest of ours may lie for these browsers.
std::vector<Candidate> candidates(const UnregisterOptions& options, const Machine& machine,
                                  const Receipt& receipt, UnregisterPlan& plan) {
  std::vector<Candidate> result;
  const auto wanted = [&](const Browser& browser) {
    const auto& names = options.browsers;
    return names.empty() || std::find(names.begin(), names.end(), browser.id) != names.end();
  };
  for (const std::string& id : options.browsers) {
    if (!find_browser(id)) {
      plan.problems.push_back({"browser.unknown", "'" + id + "' is not in the table of browsers.",
                               "Run 'optoutlog register --list' to see the names."});
    }
  }
  for (const Browser& browser : browsers()) {
    if (!wanted(browser)) continue;
    for (const Place& place : places(browser, machine, options.scope)) {
      if (!place.writes) continue;
      for (const std::string_view host : {ids::kHostName, ids::kPolicyName}) {
        const std::string name(host);
        // A manifest behind a key serves every browser of the family: it goes when all browsers go.
        if (place.key.empty() || options.browsers.empty()) {
          const fs::path file =
              place.key.empty() ? place.manifest(name) : under_root(machine.root, place.manifest(name));
          result.push_back({file, "", name, browser.family});
        }
        if (!place.key.empty()) result.push_back({{}, place.key + "\\" + name, name, browser.family});
      }
    }
  }
  if (options.browsers.empty()) {
    for (const ReceiptFile& each : receipt.files) result.push_back({each.path, "", each.host, each.family});
    for (const ReceiptKey& each : receipt.keys) result.push_back({{}, each.key, "", Family::kChromium});
  }
  return result;
}

void plan_file(const Candidate& candidate, const Receipt& receipt, bool force, UnregisterPlan& plan) {
  if (!exists_at_all(candidate.file)) return;
  const std::string bytes = read_file(candidate.file).value_or("");
  const ReceiptFile* entry = receipt.file(candidate.file);
  const bool link = fs::is_symlink(fs::symlink_status(candidate.file));
  const bool mine =
      !link && (entry ? entry->content == bytes : looks_like_ours(candidate.family, candidate.host, bytes));
  if (mine || force) {
    plan.removals.push_back({candidate.file, "", candidate.host, entry ? entry->replaced : std::nullopt});
  } else if (entry) {
    plan.kept.push_back({candidate.file, "it was changed after optoutlog wrote it"});
  } else {
    plan.kept.push_back({candidate.file, "optoutlog did not write it"});
  }
}

void plan_key(const Candidate& candidate, const Receipt& receipt, Scope scope, UnregisterPlan& plan) {
  const auto value = read_registry(scope, candidate.key);
  if (!value) return;
  const ReceiptKey* entry = receipt.key(candidate.key);
  if (entry && entry->value != *value) {
    plan.kept.push_back({from_utf8(candidate.key), "it was changed after optoutlog wrote it"});
    return;
  }
  plan.removals.push_back({{}, candidate.key, candidate.host, entry ? entry->replaced : std::nullopt});
}

std::optional<Problem> carry_out(const Removal& removal, Scope scope) {
  std::vector<std::string> made;
  if (!removal.key.empty()) {
    return removal.put_back ? write_registry(scope, removal.key, *removal.put_back, made)
                            : remove_registry(scope, removal.key);
  }
  return removal.put_back ? write_atomically(removal.file, *removal.put_back) : remove_file(removal.file);
}

}  // namespace

UnregisterPlan plan_unregister(const UnregisterOptions& options, const Machine& machine) {
  UnregisterPlan plan;
  plan.scope = options.scope;
  const Receipt receipt = read_receipt(machine, options.scope);
  std::set<std::string> seen;
  for (const Candidate& candidate : candidates(options, machine, receipt, plan)) {
    if (!seen.insert(utf8(candidate.file) + "|" + candidate.key).second) continue;
    if (candidate.key.empty()) {
      plan_file(candidate, receipt, options.force, plan);
    } else {
      plan_key(candidate, receipt, options.scope, plan);
    }
  }
  return plan;
}

std::optional<Problem> apply(const UnregisterPlan& plan, const Machine& machine) {
  if (!plan.problems.empty()) return plan.problems.front();
  Receipt receipt = read_receipt(machine, plan.scope);
  std::optional<Problem> first;
  for (const Removal& removal : plan.removals) {
    // One file that cannot be removed is told, and does not keep the others.
    if (auto problem = carry_out(removal, plan.scope)) {
      if (!first) first = problem;
      continue;
    }
    std::erase_if(receipt.files,
                  [&](const ReceiptFile& f) { return removal.key.empty() && f.path == removal.file; });
    std::erase_if(receipt.keys,
                  [&](const ReceiptKey& k) { return !removal.key.empty() && k.key == removal.key; });
  }
  // What is gone by other hands needs no receipt either; what was changed is no longer ours.
  std::erase_if(receipt.files,
                [&](const ReceiptFile& f) { return read_file(f.path).value_or("") != f.content; });
  if (auto problem = write_receipt(machine, plan.scope, receipt); problem && !first) first = problem;
  std::vector<fs::path> left;
  for (auto folder = receipt.folders.rbegin(); folder != receipt.folders.rend(); ++folder) {
    if (!remove_if_empty(*folder)) left.insert(left.begin(), *folder);
  }
  for (auto key = receipt.made_keys.rbegin(); key != receipt.made_keys.rend(); ++key) {
    remove_registry_if_empty(plan.scope, *key);
  }
  if (!receipt.empty() && left != receipt.folders) {
    receipt.folders = left;
    if (auto problem = write_receipt(machine, plan.scope, receipt); problem && !first) first = problem;
  }
  return first;
}

}  // namespace optoutlog::installer
