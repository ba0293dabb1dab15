#include "record/database.h"

#include <sqlite3.h>

#include <array>
#include <fstream>
#include <tuple>

#include "base/data_folder.h"
#include "record/damage.h"
#include "record/schema.h"
#include "record/tables.h"
#include "record/wait.h"

namespace optoutlog::record {
namespace {

// Whether our application id stands at its place in a file that SQLite does not take for a
// database.
bool has_our_mark(const std::filesystem::path& path) {
  std::array<char, 72> head{};
  std::ifstream in(path, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  if (in.gcount() != static_cast<std::streamsize>(head.size())) return false;
  std::uint32_t mark = 0;
  for (std::size_t i = 68; i < 72; ++i) mark = mark << 8 | static_cast<unsigned char>(head[i]);
  return mark == static_cast<std::uint32_t>(kApplicationId);
}

}  // namespace

Result<void> Database::guarded(const std::function<Result<void>()>& body) {
  begin_listening();
  try {
    return body();
  } catch (const std::exception& error) {  // SQLite::Exception, or memory that ran out
    return translate(error);
  }
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& folder, bool make) {
  const auto path = folder / kRecordFile;
  auto presence = check_file(path);
  if (!presence) return presence.error();
  if (*presence == Presence::kAbsent && !make) return std::unique_ptr<Database>();
  if (make) {
    if (auto made = make_folder(folder); !made) return made.error();
  } else if (auto fine = check_folder(folder); !fine) {
    return fine.error();
  }
  if (*presence == Presence::kAbsent)
    if (auto made = make_file(path); !made) return made.error();

  std::unique_ptr<Database> database(new Database(path));
  database->identity_ = file_identity(path);
  Result<bool> ours = false;
  auto opened = database->guarded([&]() -> Result<void> {
    // Without write access SQLite opens the file for reading, which is what a read-only record
    // still allows.
    // A record is for one thread at a time (record/record.h): SQLite need not lock for itself.
    database->db_ = std::make_unique<SQLite::Database>(
        path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, kBusyMillis);
    if (auto fine = database->refuse_without_locks(); !fine) return fine;
    if (auto fine = database->refuse_foreign_journal(); !fine) return fine;
    ours = database->identify();
    if (!ours) return ours.error();
    if (!*ours && !make) return {};
    if (auto set = database->set_profile(); !set) return set;
    return database->prepare_schema();
  });
  if (!opened) return opened.error();
  if (!*ours && !make) return std::unique_ptr<Database>();
  return database;
}

// Looks, in one read transaction and before any pragma that could write, at what the file is.
Result<bool> Database::identify() {
  std::int64_t application = 0;
  std::int64_t version = 0;
  std::int64_t objects = 0;
  try {
    patiently([&] {
      SQLite::Transaction view(*db_);
      application = db_->execAndGet("PRAGMA application_id").getInt64();
      version = db_->execAndGet("PRAGMA user_version").getInt64();
      objects = db_->execAndGet("SELECT count(*) FROM sqlite_master").getInt64();
    });
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() != SQLITE_NOTADB || has_our_mark(path_)) throw;
    return Error(errors::kRecordForeign,
                 path_.string() +
                     " is not an Opt-Out Log record: it is no SQLite file. It was not touched; "
                     "move it away, or set OPTOUTLOG_DATA to another folder.",
                 {{"path", path_.string()}, {"why", "no SQLite file"}});
  }
  if (application == 0 && version == 0 && objects == 0) return false;
  if (application != kApplicationId)
    return Error(errors::kRecordForeign,
                 path_.string() +
                     " is not an Opt-Out Log record: it is another program's database. It was not "
                     "touched; move it away, or set OPTOUTLOG_DATA to another folder.",
                 {{"path", path_.string()}, {"why", "another application id"}});
  if (version > kSchemaVersion) return newer(version);
  if (version < 1) return corrupt("schema version " + std::to_string(version));
  return true;
}

// Every setting is read back: a library built otherwise must not weaken the record without a word.
Result<void> Database::set_profile() {
  struct Setting {
    const char* name;
    const char* value;
    const char* reads;
  };
  constexpr Setting kProfile[] = {
    {"journal_mode", "DELETE", "delete"},
    {"synchronous", "EXTRA", "3"},
    {"recursive_triggers", "ON", "1"},
    {"secure_delete", "ON", "1"},
    {"cell_size_check", "ON", "1"},
    // no copies of entries in temporary files
    {"temp_store", "MEMORY", "2"},
#if defined(__APPLE__)
    // else fsync leaves the bytes in the drive's own cache
    {"fullfsync", "ON", "1"},
#endif
  };
  std::string wrong;
  const auto is_set = [&](const Setting& s) {
    SQLite::Statement get(*db_, std::string("PRAGMA ") + s.name);
    return get.executeStep() && get.getColumn(0).getString() == s.reads;
  };
  for (const Setting& s : kProfile) {
    patiently([&] {
      if (is_set(s)) return;
      SQLite::Statement set(*db_, std::string("PRAGMA ") + s.name + " = " + s.value);
      while (set.executeStep()) {
      }
      if (!is_set(s)) wrong = s.name;
    });
  }
  for (const auto& [what, value, name] :
       {std::tuple(SQLITE_DBCONFIG_ENABLE_FKEY, 1, "foreign_keys"),
        std::tuple(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, "trusted_schema"),
        std::tuple(SQLITE_DBCONFIG_DEFENSIVE, 1, "defensive mode")}) {
    int is = -1;
    sqlite3_db_config(db_->getHandle(), what, value, &is);
    if (is != value) wrong = name;
  }
  sqlite3_busy_handler(db_->getHandle(), wait_for_lock, nullptr);
  if (wrong.empty()) return {};
  return Error(errors::kRecordIo,
               "SQLite did not take the setting " + wrong + " for " + path_.string() +
                   ", so the record would not be safe. Nothing was written.",
               {{"path", path_.string()}, {"why", "setting " + wrong}});
}

Result<void> Database::prepare_schema() {
  const int found = db_->execAndGet("PRAGMA user_version").getInt();
  if (found == kSchemaVersion) return {};
  if (found == 0) return bring_up_to_date();
  outdated_ = true;
  // A file that may not be written, or is damaged, is still read.
  (void)guarded([&] { return bring_up_to_date(); });
  return {};
}

Result<void> Database::bring_up_to_date() {
  patiently([&] { db_->exec("BEGIN IMMEDIATE"); });
  const auto refused = [&](Error error) -> Result<void> {
    rollback();
    return error;
  };
  try {
    // Another host may have been faster; what it made is only seen now.
    const int found = db_->execAndGet("PRAGMA user_version").getInt();
    if (found > kSchemaVersion) return refused(newer(found));
    if (found > 0 && found < kSchemaVersion) {
      if (auto fine = refuse_if_damaged(); !fine) return refused(fine.error());
      if (auto fine = refuse_if_misshapen(); !fine) return refused(fine.error());
      migrate_schema(*db_, found);
    }
    if (found == 0) create_schema(*db_);
    commit();
    outdated_ = false;
    shaped_ = shaped_ || found == 0;
  } catch (const Contradiction& found) {
    return refused(corrupt(found.what));
  } catch (...) {
    rollback();
    throw;
  }
  return {};
}

bool Database::is_replaced() const {
  return file_identity(path_) != identity_;
}

Result<void> Database::refuse_if_damaged() const {
  if (is_replaced()) return corrupt("another file took its place");
  if (const auto noted = read_damage(path_.parent_path())) return corrupt(noted->why);
  return {};
}

Result<void> Database::refuse_if_misshapen() {
  if (shaped_) return {};
  const std::string finding = db_->execAndGet("PRAGMA quick_check(1)").getString();
  if (finding != "ok") return corrupt(finding);
  shaped_ = true;
  return {};
}

Result<void> Database::refuse_if_newer() {
  int version = 0;
  patiently([&] { version = db_->execAndGet("PRAGMA user_version").getInt(); });
  if (version > kSchemaVersion) return newer(version);
  return {};
}

Result<void> Database::begin_write(Millis now, bool hurried) {
  if (auto fine = refuse_foreign_journal(); !fine) return fine;
  if (outdated_)
    if (auto done = bring_up_to_date(); !done) return done;
  patiently([&] { db_->exec("BEGIN IMMEDIATE"); });
  if (auto fine = refuse_if_newer(); !fine) return fine;
  // With the lock held: what another process has found by now counts here too.
  if (auto fine = refuse_if_damaged(); !fine) return fine;
  if (checked_ && (hurried || !due_)) return {};
  // A page that is bad but never read would let us go on writing to a damaged file, so the whole of
  // it is looked at once a day, which costs as much as reading it. Where that was done yesterday, a
  // hurried write leaves it for later; not where there are free pages, for one that is in use in
  // truth would be written over.
  const std::int64_t today = utc_day(now);
  SQLite::Statement last(*db_, "SELECT value FROM meta WHERE name = 'checked'");
  if (!last.executeStep()) return corrupt("its own notes are missing");
  const std::int64_t checked = last.getColumn(0).getInt64();
  checked_ = false;
  due_ = hurried && !strict_ && !shaped_ && checked == today - 1 &&
         db_->execAndGet("PRAGMA freelist_count").getInt64() == 0;
  if (!due_ && checked != today) {
    strict_ = true;
    if (auto fine = refuse_if_misshapen(); !fine) return fine;
    SQLite::Statement note(*db_, "UPDATE meta SET value = ? WHERE name = 'checked'");
    note.bind(1, today);
    note.exec();
  }
  checked_ = true;
  return {};
}

Result<void> Database::check_when_due(Millis now) {
  if (!due_) return {};
  const auto nothing = [](SQLite::Database&) { return Result<bool>(true); };
  const auto done = write<bool>(now, nothing, [](SQLite::Database&) { return true; });
  return done ? Result<void>() : done.error();
}

void Database::commit() {
  patiently([&] { db_->exec("COMMIT"); });
}

void Database::rollback() noexcept {
  // SQLite may have rolled back by itself (disk full, I/O error): then there is nothing to do.
  if (db_ && sqlite3_get_autocommit(db_->getHandle()) == 0)
    sqlite3_exec(db_->getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

// The rows are in the file though the commit failed at its end, when the journal's removal was not
// yet on disk. A second commit goes through the same steps and so makes the first one durable as
// well.
bool Database::settle() noexcept {
  const auto settled = guarded([&]() -> Result<void> {
    patiently([&] { db_->exec("BEGIN IMMEDIATE"); });
    db_->exec("UPDATE meta SET value = value + 1 WHERE name = 'touched'");
    commit();
    return {};
  });
  rollback();
  return settled.ok();
}

bool Database::compact() {
  return guarded([&]() -> Result<void> {
           patiently([&] { db_->exec("VACUUM"); });
           return {};
         })
      .ok();
}

}  // namespace optoutlog::record
