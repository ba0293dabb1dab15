#pragma once
#include <string>
#include <vector>

#include "installer/browsers.h"
#include "installer/files.h"

// unregister: takes away exactly what register wrote, puts back what --force had replaced, and removes the
// folders that register made, where they are empty.
namespace optoutlog::installer {

struct UnregisterOptions {
  std::vector<std::string> browsers;  // ids; empty: all
  Scope scope = Scope::kUser;
  bool force = false;  // also manifests of our name that somebody changed
};

struct Removal {
  fs::path file;    // empty: a registry value
  std::string key;  // empty: a file
  std::string host;
  std::optional<std::string> put_back;  // what goes there again
};

struct Kept {
  fs::path file;
  std::string why;
};

struct UnregisterPlan {
  Scope scope = Scope::kUser;
  std::vector<Removal> removals;
  std::vector<Kept> kept;
  std::vector<Problem> problems;
};

UnregisterPlan plan_unregister(const UnregisterOptions& options, const Machine& machine);
std::optional<Problem> apply(const UnregisterPlan& plan, const Machine& machine);

}  // namespace optoutlog::installer
