#pragma once
#include <string>
#include <vector>

#include "install/register/browsers.h"
#include "install/system/files.h"

// register: a plan first, which says everything that will be written; then apply, all of it or
// nothing.
namespace optoutlog::install {

struct RegisterOptions {
  std::vector<std::string> browsers;  // ids; empty: those that are there
  Scope scope = Scope::kUser;
  bool force = false;  // overwrite manifests that are not ours
  // the record host; the policy host is looked for beside it
  fs::path program;
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

// What register would do. Reads, writes nothing.
RegisterPlan plan_register(const RegisterOptions& options, const Machine& machine);

// Carries the plan out. When a step fails the earlier ones are undone, and the problem is returned.
// The receipt is on the disk before the first manifest is replaced, so that unregister takes back
// what a stopped register left, too.
std::optional<Problem> apply(const RegisterPlan& plan, const Machine& machine);

// Whether a regular file, executable by its owner at least.
bool is_program(const fs::path& file);

}  // namespace optoutlog::install
