#include <algorithm>

#include "install/register/receipt.h"
#include "install/register/register.h"
#include "install/system/registry.h"

// The writing half of register: every step knows how to be taken back, and the receipt comes first.
namespace optoutlog::install {
namespace {

struct Done {
  std::vector<const Write*> writes;
  std::vector<std::string> keys;
};

std::optional<Problem> carry_out(const Write& write, Done& done) {
  if (!write.key.empty()) {
    auto problem = write_registry(write.scope, write.key, write.content, done.keys);
    if (!problem) done.writes.push_back(&write);
    return problem;
  }
  const Access access = write.scope == Scope::kSystem ? Access::kEverybody : Access::kUmask;
  std::vector<fs::path> made;
  if (auto problem = make_folders(write.file.parent_path(), access, made)) return problem;
  sweep(write.file);
  if (auto problem = write_atomically(write.file, write.content)) return problem;
  done.writes.push_back(&write);
  return std::nullopt;
}

void take_back(const Done& done) {
  for (auto each = done.writes.rbegin(); each != done.writes.rend(); ++each) {
    const Write& write = **each;
    std::vector<std::string> made;
    if (!write.key.empty()) {
      write.before ? write_registry(write.scope, write.key, write.before->bytes, made)
                   : remove_registry(write.scope, write.key);
    } else if (write.before) {
      put_back(write.file, *write.before);
    } else {
      remove_file(write.file);
    }
  }
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

}  // namespace

std::optional<Problem> apply(const RegisterPlan& plan, const Machine& machine) {
  if (!plan.problems.empty()) return plan.problems.front();
  if (plan.writes.empty()) return std::nullopt;
  const Receipt before = read_receipt(machine, plan.scope);
  if (before.damaged) return problem_of_damaged(machine, plan.scope);
  Receipt receipt = before;
  for (const Write& write : plan.writes) {
    if (!write.packaged) note(write, receipt);
  }
  sweep(receipt_file(machine, plan.scope));
  std::optional<Problem> problem = write_receipt(machine, plan.scope, receipt);
  Done done;
  for (const Write& write : plan.writes) {
    if (problem) break;
    // Written again even where nothing changes: the mode may have been wrong.
    if (!write.packaged) problem = carry_out(write, done);
  }
  // Which registry keys are new is known only now; stopped before this, register leaves empty ones.
  if (!problem && !done.keys.empty()) {
    receipt.made_keys.insert(receipt.made_keys.end(), done.keys.begin(), done.keys.end());
    problem = write_receipt(machine, plan.scope, receipt);
  }
  if (problem) {
    take_back(done);
    take_back(before, receipt, machine, plan.scope);
  }
  return problem;
}

}  // namespace optoutlog::install
