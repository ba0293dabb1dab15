#pragma once
#include <optional>
#include <string>

#include "install/register/manifest.h"

// Whether a file can be run here, told without running it.
namespace optoutlog::install {

// The first reason why this computer's browser could not start the program, or nothing:
// binary.missing, binary.folder, binary.no-exec, binary.not-executable, binary.folder-closed (a
// folder above it may not be entered), binary.quarantined, binary.empty, binary.wrong-architecture,
// binary.wrong-system, binary.interpreter. `everybody`: the program must be open to all users, not
// only to its owner (system-wide manifests).
std::optional<Issue> check_binary(const fs::path& program, bool everybody);

// Whether the system itself keeps the program from being started by others until a person allowed
// it: on macOS the attribute com.apple.quarantine, which browsers and archive programs put on what
// was downloaded. Elsewhere no.
bool quarantined(const fs::path& program);

// What a program's first bytes say it is made for: "x86_64", "aarch64", …; system "elf", "pe",
// "macho", "script".
struct Format {
  std::string system;
  std::string machine;
  std::string interpreter;  // of a script
};
Format read_format(const std::string& head);

// What this program itself was built for.
Format own_format();

}  // namespace optoutlog::install
