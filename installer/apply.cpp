#include <algorithm>

#include "installer/receipt.h"
#include "installer/register.h"
#include "installer/registry.h"

// The writing half of register: every step knows how to be taken back.
namespace optoutlog::installer {
namespace {

struct Done {
  std::vector<const Write*> writes;
  std::vector<fs::path> folders;
  std::vector<std::string> keys;
};

std::optional<Problem> carry_out(const Write& write, Done& done) {
  if (!write.key.empty()) {
    auto problem = write_registry(write.scope, write.key, write.content, done.keys);
    if (!problem) done.writes.push_back(&write);
    return problem;
  }
  const Access access = write.scope == Scope::kSystem ? Access::kEverybody : Access::kUmask;
  if (auto problem = make_folders(write.file.parent_path(), access, done.folders)) return problem;
  if (auto problem = write_atomically(write.file, write.content)) return problem;
  done.writes.push_back(&write);
  return std::nullopt;
}

void take_back(const Done& done) {
  for (auto each = done.writes.rbegin(); each != done.writes.rend(); ++each) {
    const Write& write = **each;
    std::vector<std::string> made;
    if (!write.key.empty()) {
      write.before ? write_registry(write.scope, write.key, *write.before, made)
                   : remove_registry(write.scope, write.key);
    } else if (write.before) {
      write_atomically(write.file, *write.before);
    } else {
      remove_file(write.file);
    }
  }
  for (auto folder = done.folders.rbegin(); folder != done.folders.rend(); ++folder) remove_if_empty(*folder);
}

// What unregister is to put back: what was there before us, which an older receipt knows better than the
// disk.
template <typename Entry>
std::optional<std::string> replaced_by(const Write& write, const Entry* older) {
  if (older) return older->replaced;
  return write.effect == Effect::kReplace ? write.before : std::nullopt;
}

void note(const Write& write, Receipt& receipt) {
  if (!write.key.empty()) {
    const ReceiptKey* old = receipt.key(write.key);
    ReceiptKey entry{write.key, write.content, replaced_by(write, old)};
    std::erase_if(receipt.keys, [&](const ReceiptKey& k) { return k.key == write.key; });
    receipt.keys.push_back(std::move(entry));
    return;
  }
  const ReceiptFile* old = receipt.file(write.file);
  ReceiptFile entry{write.file, write.host, write.family, write.content, replaced_by(write, old)};
  std::erase_if(receipt.files, [&](const ReceiptFile& f) { return f.path == write.file; });
  receipt.files.push_back(std::move(entry));
}

}  // namespace

std::optional<Problem> apply(const RegisterPlan& plan, const Machine& machine) {
  if (!plan.problems.empty()) return plan.problems.front();
  if (plan.writes.empty()) return std::nullopt;
  Done done;
  Receipt receipt = read_receipt(machine, plan.scope);
  for (const Write& write : plan.writes) {
    if (write.packaged) continue;
    // Written again even where nothing changes: the mode may have been wrong.
    if (auto problem = carry_out(write, done)) {
      take_back(done);
      return problem;
    }
    note(write, receipt);
  }
  receipt.folders.insert(receipt.folders.end(), done.folders.begin(), done.folders.end());
  receipt.made_keys.insert(receipt.made_keys.end(), done.keys.begin(), done.keys.end());
  if (auto problem = write_receipt(machine, plan.scope, receipt)) {
    take_back(done);
    return problem;
  }
  return std::nullopt;
}

}  // namespace optoutlog::installer
