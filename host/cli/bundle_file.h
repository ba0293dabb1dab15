#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "bundle/bundle.h"

// Bundles as files (host/RECORD.md, section 11).
namespace optoutlog::cli {

// Makes the bundle of what `asked` (params of `export`, without its format) discloses.
Result<bundle::Files> make_bundle(const json& asked);

// The export in a file: the file itself, or that of a bundle, whose list then holds. `files` gets
// what else is in a bundle. Error: packet.invalid.
Result<std::string> export_in(const std::string& name, std::string bytes, bundle::Files& files);

}  // namespace optoutlog::cli
