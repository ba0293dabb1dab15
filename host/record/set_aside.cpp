#include "record/set_aside.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "base/data_folder.h"
#include "record/damage.h"
#include "record/database.h"

namespace optoutlog::record {
namespace {

namespace fs = std::filesystem;

constexpr int kMostNames = 1000;

fs::path journal_of(fs::path file) {
  file += "-journal";
  return file;
}

// Whether another program is at work on the file just now. A file too damaged to be locked is held
// by none.
bool is_held(const fs::path& file) {
  try {
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE, kBusyMillis);
    db.exec("BEGIN EXCLUSIVE");
    db.exec("ROLLBACK");
  } catch (const SQLite::Exception& error) {
    return error.getErrorCode() == SQLITE_BUSY || error.getErrorCode() == SQLITE_LOCKED;
  }
  return false;
}

fs::path free_name(const fs::path& folder, Millis now) {
  const std::string stem = "record-aside-" + format_time(now).substr(0, 10);
  std::error_code error;
  for (int n = 1; n < kMostNames; ++n) {
    fs::path file = folder / (stem + (n == 1 ? "" : "-" + std::to_string(n)) + ".db");
    if (!fs::exists(fs::symlink_status(file, error)) &&
        !fs::exists(fs::symlink_status(journal_of(file), error)))
      return file;
  }
  return {};
}

Error cannot(const fs::path& file, const std::error_code& error) {
  const bool readonly = error == std::errc::read_only_file_system;
  const bool denied = error == std::errc::permission_denied;
  return Error(
      readonly ? errors::kRecordReadonly
      : denied ? errors::kRecordPermissions
               : errors::kRecordIo,
      "The record " + file.string() + " could not be renamed: " + error.message() +
          ". Nothing was changed. Close your browsers, make its folder writable, and try again.",
      {{"path", file.string()}, {"why", error.message()}});
}

}  // namespace

Result<fs::path> set_aside(const fs::path& folder, Millis now) {
  const fs::path file = folder / kRecordFile;
  const auto presence = check_file(file);
  if (!presence) return presence.error();
  if (*presence == Presence::kAbsent) {
    forget_damage(folder);
    return fs::path();
  }
  if (const auto journal = check_file(journal_of(file)); !journal) return journal.error();
  if (is_held(file))
    return Error(errors::kRecordBusy,
                 "Another program is at work on the record " + file.string() +
                     " just now. Nothing was changed; close your browsers and try again.",
                 {{"path", file.string()}});
  const fs::path target = free_name(folder, now);
  std::error_code error;
  if (target.empty()) return cannot(file, std::make_error_code(std::errc::file_exists));
  // What an interrupted write left belongs to the file that it is about, and goes first: left
  // behind alone, it would be played back into the next record. Until both have moved the note
  // keeps everybody from writing.
  const bool interrupted = fs::exists(fs::symlink_status(journal_of(file), error));
  error.clear();
  if (interrupted) fs::rename(journal_of(file), journal_of(target), error);
  if (error) return cannot(journal_of(file), error);
  fs::rename(file, target, error);
  if (error) {
    std::error_code ignored;
    if (interrupted) fs::rename(journal_of(target), journal_of(file), ignored);
    return cannot(file, error);
  }
  forget_damage(folder);
  return target;
}

}  // namespace optoutlog::record
