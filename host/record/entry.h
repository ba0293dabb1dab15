#pragma once
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/error.h"

// One entry as the extension sends it: checked, bounded, and turned into the bytes that are stored.
// The rules are those of host/PROTOCOL.md under `record`.
namespace optoutlog::record {

enum class Training { kUnknown, kAllowed, kDenied };
enum class Basis { kSeen, kDeclared, kForm };
// How a reading came about: as the server gave it, or a person changed it here. kNone: an older
// extension did not say it.
enum class How { kNone, kLoaded, kChanged };
std::string_view to_word(Training training);
std::string_view to_word(Basis basis);
std::optional<Training> training_of(std::string_view word);
std::optional<Basis> basis_of(std::string_view word);
How how_of(std::string_view word);  // kNone for any other word

// What one verdict is about: the key of a line of `status`.
struct Subject {
  std::string platform;
  std::string control;
  std::optional<std::string> account;
  std::optional<std::string> unit;
};

struct Entry {
  std::string id;  // UUID in lower case
  Millis at = 0;
  Subject subject;
  Basis basis = Basis::kSeen;
  Training training = Training::kUnknown;
  std::string why;   // "ok" where nothing else was given
  std::string sure;  // empty: null
  bool by_user = false;
  std::string raw;    // empty: null
  std::string joins;  // id in lower case of an earlier entry of the same visit; empty: null
  json fields;        // every member that is stored, `received` and the clock's flags excepted
};

// Checks one entry. `where` is the path to it in the request, for the error: "entries[3]". Error:
// params.invalid {field}. Members that the protocol does not know are dropped.
Result<Entry> parse_entry(const json& value, const std::string& where);

// The bytes to store. `ahead`: `at` lies in the future; `clock_back`: the host's clock went
// backwards.
std::string payload_of(const Entry& entry, Millis received, bool ahead, bool clock_back);

// A UUID of 36 characters, in lower case.
bool is_uuid(std::string_view text);
// The checks that other methods share. A slug: 1 to 64 of a-z 0-9 and -, beginning and ending
// without the dash.
bool is_slug(std::string_view text);
// Text of 1 to `max` bytes without control characters; tab and line feed pass where `lines` is set.
bool is_text(std::string_view text, std::size_t max, bool lines = false);

// The whole number from `least` to `most` under `name`; -1 where it is none.
std::int64_t number_in(const json& object, const char* name, std::int64_t least, std::int64_t most);

}  // namespace optoutlog::record
