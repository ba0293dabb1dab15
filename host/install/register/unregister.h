#pragma once
#include <string>
#include <vector>

#include "install/register/browsers.h"
#include "install/system/files.h"

// unregister: takes away exactly what register wrote, puts back what --force had replaced, and
// removes the folders that register made, where they are empty. Of what a stopped register or
// unregister left, too.
namespace optoutlog::install {

struct UnregisterOptions {
  std::vector<std::string> browsers;  // ids; empty: all
  Scope scope = Scope::kUser;
  // also manifests of our name that somebody changed, or that other browsers read
  bool force = false;
};

struct Removal {
  fs::path file;    // empty: a registry value
  std::string key;  // empty: a file
  std::string host;
  std::optional<Standing> put_back;  // what goes there again; of a registry value `bytes` alone
};

struct Kept {
  fs::path file;
  std::string why;
};

struct UnregisterPlan {
  Scope scope = Scope::kUser;
  std::vector<Removal> removals;
  std::vector<Kept> kept;
  std::vector<fs::path> swept;   // files beside which stopped writes are cleaned up
  std::vector<Problem> notices;  // what to know, though the plan can be carried out
  std::vector<Problem> problems;
};

// Named browsers lose only what no other browser on this computer reads from the same place; such a
// file is kept, and `why` names the others.
UnregisterPlan plan_unregister(const UnregisterOptions& options, const Machine& machine);
std::optional<Problem> apply(const UnregisterPlan& plan, const Machine& machine);

}  // namespace optoutlog::install
