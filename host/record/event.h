#pragma once
#include <string>
#include <vector>

#include "record/entry.h"

// What a line's state needs to know of an entry, and where each stands in time. Pure;
// host/PROTOCOL.md has the rules in words ("Which entry is the newest").
namespace optoutlog::record {

// How far two clocks may differ before a time counts as wrong.
inline constexpr Millis kTolerance = 5 * kMinute;

struct Event {
  std::int64_t seq = 0;
  Millis when = 0;      // the time it counts from by its own clocks
  Millis received = 0;  // the host's clock when it was written
  Basis basis = Basis::kSeen;
  Training training = Training::kUnknown;
  std::string why, sure, raw, note, date;
  How how = How::kNone;
  bool by_user = false;
  std::string rule;       // of the evidence; empty: none
  std::int64_t rev = -1;  // likewise; -1: none

  // The readings that confirmed it since: how many, the time of the newest, and how many links the
  // chain had when the newest came.
  std::int64_t again = 0;
  Millis last = 0;
  std::int64_t upto = 0;

  // Another entry of the same visit, which named the account, counts in its place.
  bool same_visit = false;

  bool is_known_reading() const { return basis == Basis::kSeen && training != Training::kUnknown; }
  // A person changed it here. Older extensions told that by the actor alone.
  bool is_change() const { return how == How::kChanged || (how == How::kNone && by_user); }
  // Whether it ends the stretch in which equal readings only confirm the one before.
  bool parts() const {
    return basis == Basis::kSeen ||
           (basis == Basis::kDeclared && (training != Training::kUnknown || is_drop()));
  }
  // The user takes back what they said of the setting last.
  bool is_taking_back() const {
    return basis == Basis::kDeclared && raw == words::saying::kTakenBack;
  }
  bool is_drop() const { return basis == Basis::kDeclared && raw == words::saying::kDropped; }
  // Takes in that a reading at `at` confirmed it, with `count` links in the chain. False where that
  // one is not newer than all before it: a reading that was sent again must not count twice.
  bool confirm(Millis at, std::int64_t count);
  // Two readings with one key say the same in the same way.
  std::string key() const;
};

// The time that an entry counts from by its own clocks: `at`, or `received` where `at` lies more
// than kTolerance after it (`ahead`).
struct Timing {
  Millis when;
  bool ahead;
};
Timing timing_of(Millis at, Millis received);

// From the members of an entry (Entry::fields, or a stored payload).
Event event_of(const json& members, std::int64_t seq, Millis received);

// Where each of `events`, which are in the order of their arrival, stands in time. As long as the
// host's clock only went forward that is Event::when. Where it did not, the entries are kept whose
// clock agrees with the order in which most came, the present clock included; each other one counts
// from the earliest time that it can have: that of what was received before it. So nothing rests on
// a time that the clock has not reached.
struct Placing {
  std::vector<Millis> times;  // one for each event
  bool straight = true;       // the clock only went forward
};
Placing place(const std::vector<Event>& events);

}  // namespace optoutlog::record
