#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "base/clock.h"
#include "base/error.h"

// The SQLite file under the record: opened with care, one profile, short transactions, every
// failure a named error. The only place where SQLite's exceptions are caught. host/RECORD.md,
// section 1.
struct sqlite3_file;

namespace optoutlog::record {

// How long a lock of another program is waited for at a time.
inline constexpr int kBusyMillis = 5000;

class Database {
 public:
  // Opens record.db in `folder`. Without a record: makes one where `make` is set, else gives null.
  // Never writes to a file that is not ours, is newer or is damaged. Errors: the record.* ones of
  // host/PROTOCOL.md.
  static Result<std::unique_ptr<Database>> open(const std::filesystem::path& folder, bool make);

  // Runs `body` on one consistent view. It may throw SQLite::Exception; so do the values that it
  // computes last.
  template <class T>
  Result<T> read(const std::function<Result<T>(SQLite::Database&)>& body);

  // Runs `body` in one immediate transaction and makes it durable before it returns. An error from
  // `body` undoes everything. `landed` tells, on a new look at the file, whether what `body` did is
  // there: SQLite can report a failed commit although the rows are in the file (record-keeping: an
  // error from COMMIT is no proof of absence).
  // `hurried`: somebody waits for a write that only adds; the day's check of the file may follow
  // it.
  template <class T>
  Result<T> write(Millis now, const std::function<Result<T>(SQLite::Database&)>& body,
                  const std::function<bool(SQLite::Database&)>& landed, bool hurried = false);

  // Whether the tables are still those of an older version, because they could not be changed when
  // the file was opened: it can be read then, and is tried again before anything is written.
  bool is_outdated() const { return outdated_; }

  // Rewrites the file without free space, which may hold remains of what was removed. False where
  // that failed.
  bool compact();

  // For a caller inside read() that tells what all rows say: a row that a bad page leaves out is
  // missed by nobody. SQLite's quick check, once for this connection; it costs as much as reading
  // the file.
  Result<void> refuse_if_misshapen();

  // Whether a hurried write went by yesterday's check, so that today's is due once nobody waits for
  // an answer; and that check. As refuse_if_misshapen(), and as write().
  bool is_check_due() const { return due_; }
  Result<void> check_when_due(Millis now);

  // For a caller that met a contradiction in the tables.
  Error corrupt(const std::string& why) const;
  const std::filesystem::path& path() const { return path_; }
  // Whether another file lies at path() than the one that is open, or none.
  bool is_replaced() const;

 private:
  explicit Database(std::filesystem::path path) : path_(std::move(path)) {}
  Result<bool> identify();  // false: empty
  Result<void> set_profile();
  Result<void> prepare_schema();
  Result<void> bring_up_to_date();
  // record.io where the file system knows no locks.
  Result<void> refuse_without_locks() const;
  // record.foreign where the next look would play in another file's journal (record/journal.h).
  Result<void> refuse_foreign_journal() const;
  // record.corrupt where some process noted that this record is damaged (record/damage.h).
  Result<void> refuse_if_damaged() const;
  // record.newer where another host, installed since, has brought the file further than we know.
  Result<void> refuse_if_newer();
  Result<void> begin_write(Millis now, bool hurried);
  void commit();
  void rollback() noexcept;
  bool settle() noexcept;
  sqlite3_file* file() const;  // SQLite's own, open; null where it has none
  Error translate(const std::exception& error) const;
  Error full() const;
  Error newer(std::int64_t version) const;
  bool had_no_room(int code) const;
  static void begin_listening();  // to what SQLite says of the system's errors, for had_no_room()
  Result<void> guarded(const std::function<Result<void>()>& body);

  std::filesystem::path path_;
  std::string identity_;  // of the open file
  std::unique_ptr<SQLite::Database> db_;
  bool outdated_ = false;
  bool checked_ = false;  // quick_check was made, found to be of today, or is due
  bool due_ = false;      // it is of yesterday
  bool shaped_ = false;   // it was made by this connection
  bool strict_ = false;   // it was begun here: until it found nothing, no write goes without
};

template <class T>
Result<T> Database::read(const std::function<Result<T>(SQLite::Database&)>& body) {
  std::optional<Result<T>> result;
  const auto done = guarded([&]() -> Result<void> {
    if (auto fine = refuse_foreign_journal(); !fine) return fine;
    db_->exec("BEGIN");
    // Its look at the file takes the lock that the whole view then has.
    if (auto fine = refuse_if_newer(); !fine) return fine;
    result = body(*db_);
    db_->exec("COMMIT");
    return {};
  });
  rollback();
  if (!done) return done.error();
  return std::move(*result);
}

template <class T>
Result<T> Database::write(Millis now, const std::function<Result<T>(SQLite::Database&)>& body,
                          const std::function<bool(SQLite::Database&)>& landed, bool hurried) {
  std::optional<Result<T>> result;
  bool committing = false;
  const auto done = guarded([&]() -> Result<void> {
    if (auto begun = begin_write(now, hurried); !begun) return begun;
    result = body(*db_);
    if (!result->ok()) return {};
    committing = true;
    commit();
    committing = false;
    return {};
  });
  rollback();
  if (done) return std::move(*result);
  if (committing && result) {
    bool there = false;
    if (guarded([&]() -> Result<void> {
          there = landed(*db_);
          return {};
        }) &&
        there && settle())
      return std::move(*result);
  }
  return done.error();
}

}  // namespace optoutlog::record
