#pragma once
#include <string>
#include <vector>

#include "install/register/browsers.h"
#include "install/system/files.h"
#include "install/system/lock.h"

// What register wrote, or was about to write when it was stopped, kept so that unregister takes
// away exactly that: registered.json in our data folder (user) or in /var/lib/optoutlog (system).
namespace optoutlog::install {

struct ReceiptFile {
  fs::path path;
  std::string host;
  Family family = Family::kChromium;
  std::string content;
  std::optional<Standing> replaced;  // what --force overwrote; unregister puts it back
};

struct ReceiptKey {
  std::string key;
  std::string value;
  std::optional<std::string> replaced;
};

struct Receipt {
  std::string program;  // the record host that --host named; empty: the one beside the command
  std::vector<ReceiptFile> files;
  std::vector<ReceiptKey> keys;
  std::vector<fs::path> folders;       // folders that register made, outermost first
  std::vector<std::string> made_keys;  // registry keys that register made, outermost first
  // there is one, but it cannot be read: all the above is empty
  bool damaged = false;

  const ReceiptFile* file(const fs::path& path) const;
  const ReceiptKey* key(const std::string& name) const;
  // Appends those that are not yet in `folders`.
  void add_folders(const std::vector<fs::path>& more);
  bool empty() const { return files.empty() && keys.empty(); }
};

// Root, at work in the home folder of another user: register and unregister refuse it, --force or
// not.
Problem problem_of_foreign_home();
// A damaged receipt, as a problem.
Problem problem_of_damaged(const Machine& machine, Scope scope);

// What register and unregister hold from their plan to their last write: of two at once the second
// would undo what the first has noted. Null: another one kept it; problem_of_busy() says so.
std::shared_ptr<void> lock_registration(const Machine& machine, Scope scope);
Problem problem_of_busy();

// Where the receipt of a scope lies.
fs::path receipt_file(const Machine& machine, Scope scope);

// The receipt, or an empty one when there is none or it is damaged: then only files that are ours
// by their looks are taken away, and no folders. A damaged one may hold what --force overwrote, so
// it is never written over or removed.
Receipt read_receipt(const Machine& machine, Scope scope);

// Writes it, or removes it when it is empty. Folders made on the way are appended to the receipt
// itself. `receipt` must not be a damaged one.
std::optional<Problem> write_receipt(const Machine& machine, Scope scope, Receipt& receipt);

}  // namespace optoutlog::install
