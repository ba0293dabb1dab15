// policy.db: its tables, and how it is made and opened.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "base/data_folder.h"
#include "policy/watch/store.h"

namespace optoutlog::policy {
namespace {

constexpr int kApplicationId = 0x4F4F4C50;  // "OOLP"

constexpr const char* kSchema = R"sql(
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE platforms (platform TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE own (
  id TEXT PRIMARY KEY, platform TEXT NOT NULL, name TEXT NOT NULL, url TEXT NOT NULL UNIQUE,
  lang TEXT NOT NULL, added INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE looks (
  document TEXT PRIMARY KEY, state TEXT NOT NULL, detail TEXT NOT NULL, checked INTEGER NOT NULL,
  good INTEGER NOT NULL, failing_since INTEGER NOT NULL, not_before INTEGER NOT NULL,
  status INTEGER NOT NULL, final_url TEXT NOT NULL, etag TEXT NOT NULL,
  last_modified TEXT NOT NULL, served TEXT NOT NULL, capture TEXT NOT NULL,
  extractor INTEGER NOT NULL, lang TEXT NOT NULL, raw BLOB NOT NULL, raw_charset TEXT NOT NULL,
  baseline TEXT, memory TEXT NOT NULL, pending TEXT NOT NULL) STRICT;
CREATE TABLE texts (sha TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL, platform TEXT NOT NULL,
  at INTEGER NOT NULL, verdict TEXT NOT NULL, level INTEGER NOT NULL,
  right_removed INTEGER NOT NULL, phase TEXT NOT NULL, effective TEXT NOT NULL,
  final_url TEXT NOT NULL, capture TEXT NOT NULL, old_sha TEXT NOT NULL, new_sha TEXT NOT NULL,
  compared_sha TEXT NOT NULL, judgement TEXT NOT NULL, read INTEGER NOT NULL) STRICT;
CREATE INDEX changes_by_document ON changes (document, id);
)sql";

void make_tables(SQLite::Database& db) {
  db.exec(kSchema);
  db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  db.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion));
}

}  // namespace

Error store_error(const SQLite::Exception& error, const std::filesystem::path& file) {
  const auto named = [&](const ErrorKind& kind, std::string text) {
    return Error(kind, std::move(text), {{"path", file.string()}});
  };
  const int code = error.getErrorCode();
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    return named(errors::kPolicyStoreBusy,
                 "Another program is using " + file.string() + ". Try again in a moment.");
  if (code == SQLITE_NOTADB)
    return named(errors::kPolicyStoreForeign,
                 file.string() + " is no database. It was not touched; move it away.");
  if (code == SQLITE_CORRUPT)
    return named(errors::kPolicyStoreCorrupt,
                 file.string() + " is damaged. It was not touched; move it away to start anew.");
  if (code == SQLITE_FULL)
    return named(errors::kPolicyStoreFull, "The disk is full; nothing was written.");
  return named(errors::kPolicyStoreIo, file.string() + " cannot be used: " + error.what());
}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / kStoreFile;
  const auto named = [&](const ErrorKind& kind, std::string text) {
    return Error(kind, std::move(text), {{"path", path.string()}});
  };
  if (auto made = make_folder(folder); !made)
    return named(errors::kPolicyStoreIo, made.error().message);
  if (auto safe = check_folder(folder); !safe)
    return named(errors::kPolicyStoreIo, safe.error().message);
  if (auto made = make_file(path); !made)
    return named(errors::kPolicyStoreIo, made.error().message);
  if (auto safe = check_file(path); !safe)
    return named(errors::kPolicyStoreIo, safe.error().message);
  try {
    auto db = std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READWRITE, 5'000);
    const int application = db->execAndGet("PRAGMA application_id").getInt();
    const int version = db->execAndGet("PRAGMA user_version").getInt();
    const int objects = db->execAndGet("SELECT count(*) FROM sqlite_master").getInt();
    if ((application != 0 || objects != 0) && application != kApplicationId)
      return named(
          errors::kPolicyStoreForeign,
          path.string() + " is another program's database. It was not touched; move it away.");
    if (version > kSchemaVersion)
      return named(errors::kPolicyStoreNewer,
                   path.string() +
                       " was written by a newer version. It was not touched; update Opt-Out Log.");
    for (const char* setting :
         {"journal_mode = DELETE", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON",
          "trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY"}) {
      SQLite::Statement set(*db, std::string("PRAGMA ") + setting);
      while (set.executeStep()) {
      }
    }
    if (version == 0) {
      db->exec("BEGIN IMMEDIATE");
      // Another process may have been faster; what it made is only seen now.
      if (db->execAndGet("PRAGMA user_version").getInt() == 0) make_tables(*db);
      db->exec("COMMIT");
    }
    return std::unique_ptr<Store>(new Store(std::move(db)));
  } catch (const SQLite::Exception& error) {
    return store_error(error, path);
  }
}

std::unique_ptr<Store> Store::empty() {
  auto db =
      std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  make_tables(*db);
  return std::unique_ptr<Store>(new Store(std::move(db)));
}

bool Store::exists(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::exists(std::filesystem::symlink_status(folder / kStoreFile, ignored));
}

}  // namespace optoutlog::policy
