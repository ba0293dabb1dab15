#pragma once
#include <filesystem>
#include <functional>
#include <string>

namespace optoutlog::record {

// How many bytes of a database's beginning has_foreign_journal() asks for.
inline constexpr int kFileHead = 100;

// Whether beside the record lies a journal that an interrupted write of another file, or of another
// state of it, left behind: as after a backup was put back. SQLite would play it into the file at
// the next look, and destroy it. Read by SQLite's file format (host/RECORD.md, section 1): the
// journal has the first page as it was before the write, so the file's change counter is the same
// or one more; where that page was not written yet, the file's size is still that of the journal.
// The journal of the very first write has no page, and the counter is at most one. `head` gives the
// file's first kFileHead bytes as they are just then, fewer where it has not more. It must not
// close the file: POSIX drops every lock that this process holds on it.
bool has_foreign_journal(const std::filesystem::path& record,
                         const std::function<std::string()>& head);

}  // namespace optoutlog::record
