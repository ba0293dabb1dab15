#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "service/known.h"

// The one table of sentences that the command and the CSV say, in English; the statement has words
// of its own (facts.h), of ten languages. Each sentence says what was seen, or what the user said,
// and never more than the line or the entry holds: seen and said are two rows; likely, changed and
// sure have words of their own; of a setting about others nothing is said about the platform; and
// "since" is never said, because nobody looks all the time. All results are plain text in UTF-8,
// and may hold text of others (accounts, notes), to be made harmless or escaped by whoever prints
// them.
namespace optoutlog::service::says {

// How the reader is addressed, and how times are written for them.
struct Voice {
  bool owner = false;                         // about its owner; else "you"
  std::string now;                            // the present, as the record writes times
  std::string (*day)(std::string_view time);  // a time of the record as a day
  std::string (*time)(std::string_view time);
};

// What kind of a state a row tells; none may look or count like another.
enum class Sign {
  kReturned,   // a denial that was seen, and then a permission that nobody was seen to give
  kPerhaps,    // the same where the page did not name the account
  kNotKept,    // a person changed it, and the page did not keep it
  kChanged,    // a person changed it; not seen after loading the page again
  kLikely,     // seen, and not sure
  kStale,      // seen, and the newest look could not tell
  kEarlier,    // seen before the user said something newer
  kSure,       // seen, and nothing casts doubt on it
  kUnknown,    // looked at, and it could not be told
  kSaid,       // the user's own word
  kObjection,  // the steps of a form, which leaves no state
  kNone,       // not about AI training
};

struct Row {
  Sign sign = Sign::kUnknown;
  std::string training;             // "allowed", "denied", "unknown"
  std::string state;                // in a few words: "denied, likely"
  std::string headline;             // the first sentence: what was seen, or said
  std::vector<std::string> leaves;  // what the setting does not govern; only where it denies
  std::vector<std::string> notes;   // further sentences
  std::string when;                 // when somebody looked: "seen off 3 times, … to …"
};

// The rows of a line of `status` (host/PROTOCOL.md): what pages showed, what the user said, the
// steps of an objection. Empty where there is none.
std::optional<Row> seen(const json& line, const Voice& voice);
std::optional<Row> said(const json& line, const Voice& voice);
std::optional<Row> objection(const json& line, const Voice& voice);
// The row that decides what the line says.
Row deciding(const json& line, const Voice& voice);

// Whether the line is of a control that its rule has replaced since: shown as such, and not
// counted.
bool is_older(const json& line);
// Whether a person should look at it.
bool asks_for_a_look(const json& line);

// What an entry says, in one sentence; how it came to be, in a few words ("seen, likely").
std::string event(const json& entry, const Voice& voice);
std::string origin(const json& entry);
// Whether a known state was read surely from the page as it was loaded. The readings of an older
// extension do not say how the page had come to be so.
bool is_sure_entry(const json& entry);
// The kinds of signs on the page that agreed on the control, of an entry's evidence; and whether
// the extension pressed the control for the person (host/PROTOCOL.md, `evidence`, `by`).
std::string signs(const json& evidence);
bool is_pressed(const json& evidence);
// The day or time that an entry is about: a said day is a day.
std::string when(const json& entry, const Voice& voice);

// "LinkedIn, “Data for Generative AI Improvement”" of a line or an entry.
std::string setting(const json& of);
// "LinkedIn", or "others": who trains where the setting allows it; empty where the rules do not
// know.
std::string trainers(const json& of);

// The reason of an unknown, of a line or of an entry; the same that the popup gives. Empty: none.
std::string reason(const json& of);
// A step of an objection, or the way in which the user opted out, or an answer.
std::string step(std::string_view raw);

}  // namespace optoutlog::service::says
