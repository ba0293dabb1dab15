#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "base/error.h"

// Where the record lives, and that nobody else can read or replace it. One implementation per
// operating system.
namespace optoutlog {

inline constexpr const char* kRecordFile = "record.db";

// The folder, which need not exist yet, always absolute: $OPTOUTLOG_DATA; else
// $XDG_DATA_HOME/optoutlog; else the platform's own place (~/.local/share/optoutlog,
// ~/Library/Application Support/optoutlog, %LOCALAPPDATA%\optoutlog). Empty variables count as
// unset, and a relative XDG_DATA_HOME is ignored as the XDG Base Directory Specification asks.
// Error: record.no-place {why} when OPTOUTLOG_DATA is relative or no home is known.
Result<std::filesystem::path> data_folder();

// The platform's own place alone; data_folder() falls back to it. Empty when no home is known.
std::filesystem::path platform_data_folder();

// Makes the folder (and its parents) with access for this user alone. Errors: record.readonly,
// record.full, record.io, record.permissions, all with {path}.
Result<void> make_folder(const std::filesystem::path& folder);

// That an existing folder belongs to this user and that no other user can write into it. Error:
// record.permissions {path, why}.
Result<void> check_folder(const std::filesystem::path& folder);

// What stands at the place of a file.
enum class Presence { kAbsent, kPresent };
// That a present file is a regular file of this user that no other user can read or write, and no
// link to elsewhere. Errors: record.permissions {path, why}, record.io {path, why}.
Result<Presence> check_file(const std::filesystem::path& file);

// Makes an empty file with access for this user alone unless there is one. Errors: as
// make_folder().
Result<void> make_file(const std::filesystem::path& file);

// Writes a small file whole, for this user alone, and brings it and its name to the disk before it
// returns. Errors: as make_folder().
Result<void> write_durably(const std::filesystem::path& file, const std::string& text);

// Overwrites a file of ours and removes it, so that its bytes do not stay in the file system's free
// space where that can be helped. True where no such file is left.
bool remove_overwritten(const std::filesystem::path& file);

// The text of a small file of ours; nothing where there is none, where it is a link, a pipe or
// another thing than a file, and where it is longer than `most`. Never waits.
std::optional<std::string> read_text(const std::filesystem::path& file, std::size_t most);

// Whether this errno means that there is no room to write: a full disk, a quota, a limit on a
// file's size.
bool no_room(int system_error);

// A text that differs once another file lies at that place or the file was written to; empty where
// there is none.
std::string file_state(const std::filesystem::path& file);
// The same as file_state() for which file it is alone, whatever is written into it. Empty where
// there is none, or where the system cannot tell.
std::string file_identity(const std::filesystem::path& file);

}  // namespace optoutlog
