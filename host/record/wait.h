#pragma once
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "base/stop.h"

// How a lock that another program holds on the record is waited for.
namespace optoutlog::record {

// How often a wait of kBusyMillis is begun again before a caller hears of it.
inline constexpr int kBusyRounds = 4;

// For sqlite3_busy_handler(): waits a moment; 0 once kBusyMillis are over, or the program is to
// end.
int wait_for_lock(void*, int count);

inline bool is_busy(const SQLite::Exception& e) {
  return e.getErrorCode() == SQLITE_BUSY || e.getErrorCode() == SQLITE_LOCKED;
}

// Runs `step` again while others hold the file.
template <class Step>
void patiently(const Step& step) {
  for (int round = 1;; ++round) {
    try {
      step();
      return;
    } catch (const SQLite::Exception& e) {
      if (!is_busy(e) || round == kBusyRounds || stop_asked()) throw;
    }
  }
}

}  // namespace optoutlog::record
