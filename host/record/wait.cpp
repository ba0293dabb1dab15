#include "record/wait.h"

#include <chrono>
#include <random>
#include <thread>

#include "record/database.h"

namespace optoutlog::record {

// SQLite's own handler sleeps up to 100 ms between two looks, so that with eight writers the
// unlucky one starves for many seconds; short and random pauses share the lock out evenly.
int wait_for_lock(void*, int count) {
  using Clock = std::chrono::steady_clock;
  thread_local Clock::time_point began;
  thread_local std::minstd_rand dice{std::random_device{}()};
  if (count == 0) began = Clock::now();
  if (stop_asked()) return 0;
  if (Clock::now() - began > std::chrono::milliseconds(kBusyMillis)) return 0;
  std::this_thread::sleep_for(std::chrono::microseconds(500 + dice() % 4000));
  return 1;
}

}  // namespace optoutlog::record
