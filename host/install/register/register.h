#pragma once
#include <string>
#include <vector>

#include "install/register/browsers.h"
#include "install/system/files.h"

// register: a plan first, which says everything that will be written; then apply. What cannot be
// written in one place keeps nothing from the others.
namespace optoutlog::install {

struct RegisterOptions {
  std::vector<std::string> browsers;  // ids; empty: those that are there
  Scope scope = Scope::kUser;
  bool force = false;  // overwrite manifests that are not ours
  // the record host; the policy host is looked for beside it
  fs::path program;
  // --host was given: noted for the next time, but for the one that belongs to the command
  bool noted = false;
  bool own = false;
  // what the manifests say instead, for packagers; empty: `program`
  std::string program_in_manifest;
  std::vector<fs::path> user_data_folders;  // further user data folders of the Chromium family
};

enum class Effect { kCreate, kUnchanged, kUpdate, kReplace };

// One manifest to be written, or one registry value.
struct Write {
  std::string host;
  Family family = Family::kChromium;
  Scope scope = Scope::kUser;
  std::vector<std::string> browsers;  // names of the browsers that read it
  fs::path file;                      // empty: a registry value
  std::string key;                    // empty: a file
  std::string content;                // the bytes, or the registry value
  Effect effect = Effect::kCreate;
  std::optional<Standing> before;  // what is there now; of a registry value `bytes` alone
  bool packaged = false;           // a link to these very bytes, as packages make them: left alone
  Mark mark = Mark::kNone;         // how sure the table is that the browser looks here
};

// A browser that is there, or was named, but gets nothing, and why.
struct Skipped {
  std::string browser;
  std::string why;
  std::string remedy;
};

struct RegisterPlan {
  std::optional<std::string> program;  // what the receipt is to say; none: what it says
  Scope scope = Scope::kUser;
  std::vector<Write> writes;
  std::vector<Skipped> skipped;
  std::vector<Problem> problems;  // with any of these, apply does nothing

  bool changes() const;
};

// The record host and, if it is there, the policy host: (name, program) pairs as they are
// registered. `program` is the record host's path; both must be executable files to count.
std::vector<std::pair<std::string, fs::path>> hosts_beside(const fs::path& program);

// The host's program that belongs to this command: beside it, or in ../lib/optoutlog (a package's
// layout).
fs::path find_host_program(const fs::path& command, Os os);

// The record host that a register without --host takes: the one that --host named before, while it
// is there; else the one of `command`, by the way over links by which the command was called as
// long as that leads to the same program: a package manager puts the next version behind them.
fs::path settled_host(const fs::path& called, const fs::path& command, const Machine& machine,
                      Scope scope);

// What register would do. Reads, writes nothing.
RegisterPlan plan_register(const RegisterOptions& options, const Machine& machine);

// A manifest that could not be written.
struct Failure {
  std::size_t write;  // its number among the plan's
  Problem problem;
};

// Carries the plan out. Each write is done or leaves what was there; those that failed come back,
// the others stand. Where all failed, or the receipt did, everything is as before: `stopped`, and
// no failures. The receipt is on the disk before the first manifest is replaced, so that unregister
// takes back what a stopped register left, too. The caller holds lock_registration() since before
// the plan.
struct Applied {
  std::optional<Problem> stopped;
  std::vector<Failure> failures;
  bool ok() const { return !stopped && failures.empty(); }
};
Applied apply(const RegisterPlan& plan, const Machine& machine);

// Whether a regular file, executable by its owner at least.
bool is_program(const fs::path& file);

}  // namespace optoutlog::install
