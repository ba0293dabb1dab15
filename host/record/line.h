#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "record/entry.h"

// The state of one line of `status`: what the entries about one subject amount to. Pure; host/PROTOCOL.md has
// the meaning in words ("Which entry is the newest", `status`).
namespace optoutlog::record {

struct Line {
  Subject subject;

  // What is shown.
  Training training = Training::kUnknown;
  Basis basis = Basis::kSeen;
  std::string why = "ok";
  std::string sure;  // of the deciding entry; empty: null
  Millis since = 0;
  std::optional<Millis> seen;
  std::optional<Millis> tried;
  bool stale = false;
  bool returned = false;
  bool not_me = false;  // the return was answered with "it was not me"
  std::string step;     // of the form flow; empty: none
  std::optional<Millis> step_at;
  std::optional<Millis> asked;

  // What later entries are compared with.
  std::optional<Millis> decided;             // time of the deciding entry
  Training last_known = Training::kUnknown;  // of the newest reading whose training was known
  std::optional<Millis> denied;              // time of the newest `denied` reading
  struct Recorded {                          // the newest entry of one kind that the log holds
    std::int64_t seq = 0;                    // 0: none
    std::int64_t day = 0;
    std::string what;  // training, why and sure; or the form's step
  };
  Recorded reading;
  Recorded form;
};

// An entry's place in time.
struct Timing {
  Millis when;  // the time it counts from
  bool timely;  // newest of its line by definition
  bool ahead;   // its own time lies in the future
};
Timing timing_of(Millis at, Millis received);

// The number of the entry that already says the same, so that this one need not be recorded; 0: it has to be.
std::int64_t confirms(const Line& line, const Entry& entry, const Timing& timing);

// Takes a confirmed reading or step into the line.
void confirm(Line& line, const Entry& entry, const Timing& timing);

// Takes a recorded entry with number `seq` into the line. A new line begins as Line{.subject = …} with
// `is_new`.
void apply(Line& line, const Entry& entry, const Timing& timing, std::int64_t seq, bool is_new);

// When an answer to the form is due, where one is awaited.
std::optional<Millis> due(const Line& line);

}  // namespace optoutlog::record
