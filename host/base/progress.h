#pragma once
#include <atomic>
#include <cstdint>

// How far long work has come, for whoever waits and looks on from another thread: entries whose
// link and content were checked, and entries that were taken in.
namespace optoutlog {

struct Progress {
  std::atomic<std::int64_t> checked{0};
  std::atomic<std::int64_t> taken{0};
};
inline Progress progress;

}  // namespace optoutlog
