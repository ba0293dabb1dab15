#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "bundle/bundle.h"

// Bundles as files (host/RECORD.md, section 11).
namespace optoutlog::cli {

// Makes the bundle of what `asked` (params of `export`, without its format) discloses.
Result<bundle::Files> make_bundle(const json& asked, const std::string& language);

struct Unpacked {
  bundle::Files files;  // none: the file is an export alone
  bundle::Made made;
};
// The export in a file: the file itself, or that of a bundle, whose list then holds. `unpacked`
// gets what else is in a bundle. Error: packet.invalid.
Result<std::string> export_in(const std::string& name, std::string bytes, Unpacked& unpacked);

// That statement and dpv.jsonld of a bundle are what its export, `text`, amounts to. False where
// another version of the program made them, so that nothing can be said of them here. Error:
// packet.invalid {why, file}.
Result<bool> check_documents(const Unpacked& unpacked, const std::string& text);

}  // namespace optoutlog::cli
