#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/error.h"

// A record that was found damaged is never written again, by whichever process, until it was put
// aside or made whole: the finding is noted in a file beside it, `record.damaged`. The note names
// the file that it is about by what changes when a file is replaced or written to, so that another
// file at that place is looked at anew. The record's own file is never touched for this.
namespace optoutlog::record {

inline constexpr const char* kDamageFile = "record.damaged";

struct Damage {
  std::string why;
  Millis found = 0;
  bool fits = false;  // it is about the record as it lies there now
};

// The note that lies in the folder, or nothing. One that cannot be read still counts, and fits
// nothing.
std::optional<Damage> read_damage(const std::filesystem::path& folder);

// Whether there is a note at all: one look at the folder, cheap enough for every write.
bool is_noted_damaged(const std::filesystem::path& folder);

// Writes the note about the record as it lies there now, durably. Errors: as make_file(); the
// record is as safe as before then, only the next process has to find the damage by itself.
Result<void> note_damage(const std::filesystem::path& folder, const std::string& why, Millis now);

// Takes the note away. To be called only after the whole record was verified, or was put aside.
void forget_damage(const std::filesystem::path& folder);

// Looks through the whole record with a connection of its own, notes what is wrong or forgets an
// older note, and gives what is wrong, or nothing. Errors: record.* where it could not be looked at
// (held, disk failing): then nothing is noted and nothing forgotten.
Result<std::optional<std::string>> examine_damage(const std::filesystem::path& folder, Millis now);

}  // namespace optoutlog::record
