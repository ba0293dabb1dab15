// What is looked at before SQLite may touch the file: that it can be locked, and that no other
// file's journal would be played into it. Through SQLite's own open file.
#include <sqlite3.h>

#include <algorithm>
#include <cerrno>

#include "base/data_folder.h"
#include "record/database.h"
#include "record/journal.h"

namespace optoutlog::record {

sqlite3_file* Database::file() const {
  sqlite3_file* open = nullptr;
  (void)sqlite3_file_control(db_->getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &open);
  return open != nullptr && open->pMethods != nullptr ? open : nullptr;
}

// SQLite takes a file system without locks for one where another program holds them.
Result<void> Database::refuse_without_locks() const {
  sqlite3_file* open = file();
  int held = 0;
  if (open == nullptr || open->pMethods->xCheckReservedLock(open, &held) == SQLITE_OK) return {};
  int word = 0;
  (void)open->pMethods->xFileControl(open, SQLITE_FCNTL_LAST_ERRNO, &word);
  if (word != ENOLCK && word != EOPNOTSUPP && word != ENOSYS) return {};
  return Error(errors::kRecordIo,
               "The file system on which " + path_.string() +
                   " lies knows no file locks, so two programs could write to the record at once. "
                   "It was not touched; set OPTOUTLOG_DATA to a folder on a disk of this computer.",
               {{"path", path_.string()}, {"why", "no file locks"}});
}

Result<void> Database::refuse_foreign_journal() const {
  // SQLite would follow a link, and wait for a pipe for ever.
  std::filesystem::path journal = path_;
  journal += "-journal";
  if (auto presence = check_file(journal); !presence)
    return presence.error();
  else if (*presence == Presence::kAbsent)
    return {};
  const auto head = [&] {
    sqlite3_file* open = file();
    std::string bytes(kFileHead, '\0');
    sqlite3_int64 size = 0;
    if (open == nullptr || open->pMethods->xFileSize(open, &size) != SQLITE_OK)
      return std::string();
    bytes.resize(static_cast<std::size_t>(std::min<sqlite3_int64>(size, kFileHead)));
    if (open->pMethods->xRead(open, bytes.data(), static_cast<int>(bytes.size()), 0) != SQLITE_OK)
      return std::string();
    return bytes;
  };
  if (!has_foreign_journal(path_, head)) return {};
  const std::string name = path_.string();
  return Error(errors::kRecordForeign,
               "Beside the record " + name +
                   " lies a journal that an interrupted write of another file left behind; played "
                   "in, it would destroy this one. Neither was touched. If you put the record "
                   "back from a backup, move " +
                   name + "-journal to another folder and try again.",
               {{"path", name}, {"why", "a journal of another file"}});
}

}  // namespace optoutlog::record
