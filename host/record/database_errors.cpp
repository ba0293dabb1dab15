// What failures of the file are called: SQLite's codes and the system's words as errors with a next
// step.
#include <sqlite3.h>

#include <cstdio>

#include "base/data_folder.h"
#include "base/stop.h"
#include "record/database.h"
#include "record/schema.h"

namespace optoutlog::record {
namespace {

thread_local bool t_no_room = false;

// "os_unix.c:36503: (28) full_fsync(…/record.db) - ", "os_win.c:…": the system's word, before what
// follows on the failure has written over it.
void on_log(void*, int, const char* text) {
  int word = 0;
  if (std::sscanf(text, "os_%*[a-z].c:%*d: (%d)", &word) == 1 && no_room(word)) t_no_room = true;
}

}  // namespace

void Database::begin_listening() {
  // Refused where SQLite was used before: then only less is known, and more counted.
  static const int set = sqlite3_config(SQLITE_CONFIG_LOG, &on_log, nullptr) |
                         sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)set;
  t_no_room = false;
}

Error Database::translate(const std::exception& error) const {
  const auto* sqlite = dynamic_cast<const SQLite::Exception*>(&error);
  const std::string file = path_.string();
  const std::string why = error.what();
  if (sqlite == nullptr)
    return Error(errors::kRecordIo,
                 "Working with the record " + file + " failed: " + why + ". Try again.",
                 {{"path", file}, {"why", why}});
  switch (sqlite->getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      if (stop_asked())
        return Error(errors::kRecordBusy,
                     "This program was asked to end while another one kept the record " + file +
                         " locked. Nothing was written; try again.",
                     {{"path", file}});
      return Error(errors::kRecordBusy,
                   "Another program kept the record " + file +
                       " locked for too long. Nothing was written; try again.",
                   {{"path", file}});
    case SQLITE_FULL:
      return full();
    case SQLITE_READONLY:
      return Error(errors::kRecordReadonly,
                   "The record " + file +
                       " cannot be written: the file or its folder is read-only. Make both "
                       "writable and try again.",
                   {{"path", file}});
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return Error(errors::kRecordPermissions,
                   "The record " + file + " may not be opened (" + why +
                       "). Make the file and its folder yours.",
                   {{"path", file}, {"why", why}});
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:  // our statements fit our schema: only one that was damaged refuses them
      return corrupt(why);
    default:
      if (had_no_room(sqlite->getErrorCode())) return full();
      return Error(errors::kRecordIo,
                   "Reading or writing the record " + file + " failed (" + why +
                       "). Nothing that was acknowledged is lost; check the disk and try again.",
                   {{"path", file}, {"why", why}, {"sqlite", sqlite->getExtendedErrorCode()}});
  }
}

// A quota, a limit on the size of a file, a disk that is found full only when a file is made or
// brought to it: SQLite itself calls only one of the ways to have no room so. It keeps the system's
// own word with each of its files.
bool Database::had_no_room(int code) const {
  if (code != SQLITE_IOERR && code != SQLITE_CANTOPEN) return false;
  if (t_no_room) return true;
  // Where a file cannot be made, SQLite tries to read it, and tells how that failed.
  if (code == SQLITE_CANTOPEN) {
    const auto probe = path_.parent_path() / "record.room";
    if (const auto made = make_file(probe); !made) return made.error().is(errors::kRecordFull);
    std::error_code ignored;
    std::filesystem::remove(probe, ignored);
  }
  if (!db_) return false;
  if (no_room(sqlite3_system_errno(db_->getHandle()))) return true;
  int word = 0;
  (void)sqlite3_file_control(db_->getHandle(), "main", SQLITE_FCNTL_LAST_ERRNO, &word);
  if (no_room(word)) return true;
  sqlite3_file* journal = nullptr;
  (void)sqlite3_file_control(db_->getHandle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  if (journal == nullptr || journal->pMethods == nullptr) return false;
  (void)journal->pMethods->xFileControl(journal, SQLITE_FCNTL_LAST_ERRNO, &word);
  return no_room(word);
}

Error Database::full() const {
  return Error(errors::kRecordFull,
               "There is no room for the record " + path_.string() +
                   ": the disk is full, or a quota is used up. Nothing was written and nothing is "
                   "lost; free some space and try again.",
               {{"path", path_.string()}});
}

Error Database::corrupt(const std::string& why) const {
  std::string reason = why;
  while (!reason.empty() && reason.back() == '.') reason.pop_back();
  return Error(
      errors::kRecordCorrupt,
      "The record " + path_.string() + " is damaged (" + reason +
          "). It is kept as it is and not written to; what is whole in it can still be read, and "
          "exported as JSON. Run 'optoutlog set-aside' to put it aside and begin a new one.",
      {{"path", path_.string()}, {"why", why}});
}

Error Database::newer(std::int64_t version) const {
  return Error(errors::kRecordNewer,
               "The record " + path_.string() + " was written by a newer version (schema " +
                   std::to_string(version) + ", this one knows " + std::to_string(kSchemaVersion) +
                   "). It was not touched; update Opt-Out Log.",
               {{"path", path_.string()}, {"found", version}, {"supported", kSchemaVersion}});
}

}  // namespace optoutlog::record
