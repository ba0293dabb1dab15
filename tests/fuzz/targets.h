#pragma once
#include <string_view>
#include <vector>

// What has to hold for every input that a stranger can hand to our programs. A broken property
// traps, so that a fuzzer sees it.
namespace optoutlog::fuzz {

struct Target {
  const char* name;
  void (*run)(std::string_view input);
};

inline void require(bool holds) {
  if (!holds) __builtin_trap();
}

// Of the log host and the command: frames, texts, packets, imports, manifests.
std::vector<Target> log_targets();
// Of the policy host: pages, days, changes, tokens.
std::vector<Target> policy_targets();

inline std::vector<Target> all_targets() {
  std::vector<Target> all = log_targets();
  for (const Target& target : policy_targets()) all.push_back(target);
  return all;
}

}  // namespace optoutlog::fuzz
