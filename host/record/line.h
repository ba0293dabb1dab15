#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/event.h"

// The state of one line of `status`: what the entries about one subject amount to. Pure;
// host/PROTOCOL.md has the meaning in words (`status`).
namespace optoutlog::record {

// Whether what was seen last stands at the server: seen as the page gave it; changed by a person
// and not seen since; changed to denied and then seen allowed. kNone: nobody can say.
enum class Kept { kNone, kConfirmed, kPending, kNotKept };
// Whether a denial that stood came back as a permission; kPerhaps: of an account that no page
// named.
enum Returned { kStayed = 0, kPerhaps = 1, kReturned = 2 };
std::string_view to_word(Kept kept);  // empty: null

// Readings that say the same, none in between that says otherwise.
struct Run {
  Training training = Training::kUnknown;
  Millis first = 0;
  Millis last = 0;
  std::int64_t times = 0;
};

// The newest thing that the user said about training.
struct Said {
  Training training = Training::kUnknown;
  Millis at = 0;
  std::string date, note;  // empty: none
};

struct Line {
  Subject subject;

  // What is shown.
  // something is there since the user dropped the line, or it never was dropped
  bool shown = false;
  Training training = Training::kUnknown;
  Basis basis = Basis::kSeen;
  std::string why = "ok";
  std::string sure;  // of the deciding entry; empty: null
  Millis since = 0;
  std::optional<Millis> seen;
  std::optional<Millis> tried;
  bool stale = false;
  Returned returned = kStayed;
  bool not_me = false;  // the return was answered with "it was not me"
  Kept kept = Kept::kNone;
  std::optional<Run> run;
  std::optional<Run> before;  // the run before that
  std::optional<Said> said;
  std::string step;  // of the form flow; empty: none
  std::optional<Millis> step_at;
  std::optional<Millis> asked;

  // What later entries are compared with.
  std::optional<Millis> decided;  // time of the deciding entry
  std::optional<Millis> denied;   // time of the newest `denied` reading
  struct Known {                  // the newest reading whose training was known
    Training training = Training::kUnknown;
    bool changed = false;
    std::string raw, rule;
    std::int64_t rev = -1;
    bool touched = false;  // a person changed something since, and what came of it is in doubt
  } known;
  struct Latest {          // what an equal reading, or step, of the same day only confirms
    std::int64_t seq = 0;  // 0: nothing
    std::int64_t day = 0;
    std::string what;  // the reading's key; the form's step
  };
  Latest reading;
  Latest form;
  // Where the line's events end: an event that is not before `reach`, by a clock that is not before
  // `clock`, comes after all of them.
  Millis reach = INT64_MIN;
  Millis clock = INT64_MIN;
  bool straight = true;

  // What `kept` says to people: of a reading alone.
  Kept kept_shown() const {
    return basis == Basis::kSeen && training != Training::kUnknown ? kept : Kept::kNone;
  }
};

// The line that all the events of `subject`, in the order of their arrival, amount to. Sets `shown`
// to false where nothing is to be told.
Line line_of(const Subject& subject, const std::vector<Event>& events);

// Whether the event comes after all that `line` holds, so that take() and confirm() suffice.
// Otherwise, and where it takes back one of them, the line has to be made anew with line_of().
bool comes_last(const Line& line, const Event& event);
// Takes an event that comes last into the line.
void take(Line& line, const Event& event);
// Takes a reading that comes last and only confirms the entry that confirmed_by() named.
void confirm(Line& line, const Event& event);

// Whether the event may be told by another that says the same, so that it need not be recorded.
bool can_confirm(const Event& event, const Entry& entry);
// The number of the entry that already says what `event` says, which comes last; 0: it has to be
// recorded.
std::int64_t confirmed_by(const Line& line, const Event& event);
// The same for one that comes anywhere.
std::int64_t confirmed_by(const std::vector<Event>& events, const Event& event);

// When an answer to the form is due, where one is awaited.
std::optional<Millis> due(const Line& line);

// The line as the text that is kept, and back. Nothing where the text is not such a line.
std::string line_text(const Line& line);
std::optional<Line> line_from(const Subject& subject, const std::string& text);

}  // namespace optoutlog::record
