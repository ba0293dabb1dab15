#include <algorithm>

#include "install/register/receipt.h"
#include "install/register/register.h"
#include "install/system/registry.h"

// The writing half of register; the receipt comes first.
namespace optoutlog::install {
namespace {

std::optional<Problem> carry_out(const Write& write, std::vector<std::string>& keys) {
  if (!write.key.empty()) return write_registry(write.scope, write.key, write.content, keys);
  const Access access = write.scope == Scope::kSystem ? Access::kEverybody : Access::kUmask;
  std::vector<fs::path> made;
  if (auto problem = make_folders(write.file.parent_path(), access, made)) return problem;
  sweep(write.file);
  return write_atomically(write.file, write.content);
}

// Writes the receipt again as it was, and removes the folders that are new in `now`.
void take_back(Receipt before, const Receipt& now, const Machine& machine, Scope scope) {
  const std::size_t old = before.folders.size();
  write_receipt(machine, scope, before);
  for (std::size_t at = now.folders.size(); at > old; --at) remove_if_empty(now.folders[at - 1]);
}

// What unregister is to put back: what was there before us, which an older receipt knows better
// than the disk.
std::optional<Standing> replaced_by(const Write& write, const ReceiptFile* older) {
  if (older) return older->replaced;
  return write.effect == Effect::kReplace ? write.before : std::nullopt;
}

std::optional<std::string> replaced_by(const Write& write, const ReceiptKey* older) {
  if (older) return older->replaced;
  if (write.effect != Effect::kReplace) return std::nullopt;
  return write.before->bytes;
}

void note(const Write& write, Receipt& receipt) {
  if (!write.key.empty()) {
    ReceiptKey entry{write.key, write.content, replaced_by(write, receipt.key(write.key))};
    std::erase_if(receipt.keys, [&](const ReceiptKey& k) { return k.key == write.key; });
    receipt.keys.push_back(std::move(entry));
    return;
  }
  ReceiptFile entry{write.file, write.host, write.family, write.content,
                    replaced_by(write, receipt.file(write.file))};
  std::erase_if(receipt.files, [&](const ReceiptFile& f) { return f.path == write.file; });
  receipt.files.push_back(std::move(entry));
  receipt.add_folders(missing_folders(write.file.parent_path()));
}

// What was not written is noted as before.
void forget(const Write& write, const Receipt& before, Receipt& receipt) {
  std::erase_if(receipt.keys, [&](const ReceiptKey& k) { return k.key == write.key; });
  std::erase_if(receipt.files,
                [&](const ReceiptFile& f) { return write.key.empty() && f.path == write.file; });
  if (const ReceiptKey* key = before.key(write.key)) receipt.keys.push_back(*key);
  if (const ReceiptFile* file = before.file(write.file)) receipt.files.push_back(*file);
}

}  // namespace

Applied apply(const RegisterPlan& plan, const Machine& machine) {
  if (!plan.problems.empty()) return {plan.problems.front(), {}};
  if (plan.writes.empty()) return {};
  const Receipt before = read_receipt(machine, plan.scope);
  if (before.damaged) return {problem_of_damaged(machine, plan.scope), {}};
  Receipt receipt = before;
  if (plan.program) receipt.program = *plan.program;
  for (const Write& write : plan.writes) {
    if (!write.packaged) note(write, receipt);
  }
  sweep(receipt_file(machine, plan.scope));
  Applied applied{write_receipt(machine, plan.scope, receipt), {}};
  std::vector<std::string> keys;
  std::size_t done = 0;
  for (std::size_t n = 0; n < plan.writes.size() && !applied.stopped; ++n) {
    // Written again even where nothing changes: the mode may have been wrong.
    auto problem = plan.writes[n].packaged ? std::nullopt : carry_out(plan.writes[n], keys);
    if (problem)
      applied.failures.push_back({n, std::move(*problem)});
    else
      ++done;
  }
  if (done == 0 && !applied.failures.empty()) {
    applied.stopped = applied.failures.front().problem;
    applied.failures.clear();
  }
  if (applied.stopped) {
    take_back(before, receipt, machine, plan.scope);
    return applied;
  }
  for (const Failure& each : applied.failures) forget(plan.writes[each.write], before, receipt);
  // Which registry keys are new is known only now; stopped before this, register leaves empty ones.
  receipt.made_keys.insert(receipt.made_keys.end(), keys.begin(), keys.end());
  // The one on the disk has all of this, and what was not done: unregister takes it so, too.
  if (!keys.empty() || !applied.failures.empty()) (void)write_receipt(machine, plan.scope, receipt);
  return applied;
}

}  // namespace optoutlog::install
