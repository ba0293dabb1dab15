#pragma once
#include <string>
#include <vector>

#include "installer/browsers.h"
#include "installer/files.h"

// What register wrote, kept so that unregister takes away exactly that: registered.json in our data folder
// (user) or in /var/lib/optoutlog (system).
namespace optoutlog::installer {

struct ReceiptFile {
  fs::path path;
  std::string host;
  Family family = Family::kChromium;
  std::string content;
  std::optional<std::string> replaced;  // what --force overwrote; unregister puts it back
};

struct ReceiptKey {
  std::string key;
  std::string value;
  std::optional<std::string> replaced;
};

struct Receipt {
  std::vector<ReceiptFile> files;
  std::vector<ReceiptKey> keys;
  std::vector<fs::path> folders;       // folders that register made, outermost first
  std::vector<std::string> made_keys;  // registry keys that register made, outermost first

  const ReceiptFile* file(const fs::path& path) const;
  const ReceiptKey* key(const std::string& name) const;
  bool empty() const { return files.empty() && keys.empty(); }
};

// Where the receipt of a scope lies.
fs::path receipt_file(const Machine& machine, Scope scope);

// The receipt, or an empty one when there is none or it is unreadable: then only files that are ours by their
// looks are taken away, and no folders.
Receipt read_receipt(const Machine& machine, Scope scope);

// Writes it, or removes it when it is empty. Folders made on the way are appended to the receipt itself.
std::optional<Problem> write_receipt(const Machine& machine, Scope scope, Receipt& receipt);

}  // namespace optoutlog::installer
