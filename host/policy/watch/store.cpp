#include "policy/watch/store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "base/data_folder.h"
#include "base/sha256.h"
#include "policy/judge/memory_json.h"

namespace optoutlog::policy {
namespace {

constexpr int kApplicationId = 0x4F4F4C50;  // "OOLP"

constexpr const char* kSchema = R"sql(
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE platforms (platform TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE own (
  id TEXT PRIMARY KEY, platform TEXT NOT NULL, name TEXT NOT NULL, url TEXT NOT NULL UNIQUE, lang TEXT NOT NULL,
  added INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE looks (
  document TEXT PRIMARY KEY, state TEXT NOT NULL, detail TEXT NOT NULL, checked INTEGER NOT NULL, good INTEGER NOT NULL,
  failing_since INTEGER NOT NULL, not_before INTEGER NOT NULL, status INTEGER NOT NULL, final_url TEXT NOT NULL,
  etag TEXT NOT NULL, last_modified TEXT NOT NULL, served TEXT NOT NULL, capture TEXT NOT NULL, extractor INTEGER NOT NULL,
  lang TEXT NOT NULL, raw BLOB NOT NULL, raw_charset TEXT NOT NULL, baseline TEXT, memory TEXT NOT NULL,
  pending TEXT NOT NULL) STRICT;
CREATE TABLE texts (sha TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL, platform TEXT NOT NULL, at INTEGER NOT NULL,
  verdict TEXT NOT NULL, level INTEGER NOT NULL, right_removed INTEGER NOT NULL, phase TEXT NOT NULL,
  effective TEXT NOT NULL, final_url TEXT NOT NULL, capture TEXT NOT NULL, old_sha TEXT NOT NULL, new_sha TEXT NOT NULL,
  compared_sha TEXT NOT NULL, judgement TEXT NOT NULL, read INTEGER NOT NULL) STRICT;
CREATE INDEX changes_by_document ON changes (document, id);
)sql";

StoredChange change_from(SQLite::Statement& row) {
  StoredChange out;
  out.id = row.getColumn(0).getInt64();
  out.document = row.getColumn(1).getString();
  out.platform = row.getColumn(2).getString();
  out.at = row.getColumn(3).getInt64();
  out.verdict = row.getColumn(4).getString();
  out.level = row.getColumn(5).getInt();
  out.right_removed = row.getColumn(6).getInt() != 0;
  out.phase = row.getColumn(7).getString();
  out.effective = row.getColumn(8).getString();
  out.final_url = row.getColumn(9).getString();
  out.capture = row.getColumn(10).getString();
  out.old_sha = row.getColumn(11).getString();
  out.new_sha = row.getColumn(12).getString();
  out.compared_sha = row.getColumn(13).getString();
  out.judgement = row.getColumn(14).getString();
  out.read = row.getColumn(15).getInt64();
  return out;
}

constexpr const char* kChangeColumns =
    "SELECT id, document, platform, at, verdict, level, right_removed, phase, effective, "
    "final_url, capture, old_sha, new_sha, compared_sha, judgement, read FROM changes ";

void make_tables(SQLite::Database& db) {
  db.exec(kSchema);
  db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  db.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion));
}

}  // namespace

Store::Store(std::unique_ptr<SQLite::Database> db) : db_(std::move(db)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "policy.db";
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
    const int code = error.getErrorCode();
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
      return named(errors::kPolicyStoreBusy,
                   "Another program is using " + path.string() + ". Try again in a moment.");
    if (code == SQLITE_NOTADB)
      return named(errors::kPolicyStoreForeign,
                   path.string() + " is no database. It was not touched; move it away.");
    if (code == SQLITE_CORRUPT)
      return named(errors::kPolicyStoreCorrupt,
                   path.string() + " is damaged. It was not touched; move it away to start anew.");
    if (code == SQLITE_FULL)
      return named(errors::kPolicyStoreFull, "The disk is full; nothing was written.");
    return named(errors::kPolicyStoreIo, path.string() + " cannot be used: " + error.what());
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
  return std::filesystem::exists(std::filesystem::symlink_status(folder / "policy.db", ignored));
}

std::string Store::setting(const std::string& name) {
  SQLite::Statement get(*db_, "SELECT value FROM settings WHERE name = ?");
  get.bind(1, name);
  return get.executeStep() ? get.getColumn(0).getString() : std::string();
}

void Store::set(const std::string& name, const std::string& value) {
  SQLite::Statement set(
      *db_, "INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value");
  set.bind(1, name);
  set.bind(2, value);
  set.exec();
}

bool Store::enabled() {
  return setting("enabled") == "yes";
}

void Store::set_enabled(bool on) {
  set("enabled", on ? "yes" : "no");
}

std::vector<std::string> Store::platforms() {
  std::vector<std::string> out;
  for (SQLite::Statement get(*db_, "SELECT platform FROM platforms ORDER BY platform");
       get.executeStep();)
    out.push_back(get.getColumn(0).getString());
  return out;
}

void Store::follow(const std::vector<std::string>& platforms) {
  SQLite::Transaction write(*db_, SQLite::TransactionBehavior::IMMEDIATE);
  db_->exec("DELETE FROM platforms");
  for (const std::string& platform : platforms) {
    SQLite::Statement add(*db_, "INSERT OR IGNORE INTO platforms VALUES (?)");
    add.bind(1, platform);
    add.exec();
  }
  write.commit();
}

std::vector<Watched> Store::own_documents() {
  std::vector<Watched> out;
  for (SQLite::Statement get(*db_,
                             "SELECT id, platform, name, url, lang FROM own ORDER BY added, id");
       get.executeStep();) {
    Watched document;
    document.id = get.getColumn(0).getString();
    document.platform = get.getColumn(1).getString();
    document.name = get.getColumn(2).getString();
    document.url = get.getColumn(3).getString();
    document.lang = get.getColumn(4).getString();
    document.own = true;
    out.push_back(std::move(document));
  }
  return out;
}

void Store::add_own(const Watched& document, Millis now) {
  SQLite::Statement add(*db_, "INSERT INTO own VALUES (?, ?, ?, ?, ?, ?)");
  add.bind(1, document.id);
  add.bind(2, document.platform);
  add.bind(3, document.name);
  add.bind(4, document.url);
  add.bind(5, document.lang);
  add.bind(6, now);
  add.exec();
}

bool Store::remove_own(const std::string& id) {
  SQLite::Transaction write(*db_, SQLite::TransactionBehavior::IMMEDIATE);
  const auto run = [&](const char* sql) {
    SQLite::Statement remove(*db_, sql);
    remove.bind(1, id);
    return remove.exec();
  };
  const bool there = run("DELETE FROM own WHERE id = ?") > 0;
  if (there) {
    run("DELETE FROM looks WHERE document = ?");
    run("DELETE FROM changes WHERE document = ?");
    db_->exec(
        "DELETE FROM texts WHERE sha NOT IN (SELECT baseline FROM looks WHERE baseline IS NOT NULL "
        "UNION SELECT old_sha FROM changes UNION SELECT new_sha FROM changes UNION SELECT "
        "compared_sha FROM changes)");
  }
  write.commit();
  return there;
}

Look Store::look(const std::string& document) {
  Look out;
  SQLite::Statement get(
      *db_,
      "SELECT state, detail, checked, good, failing_since, not_before, status, final_url, etag, "
      "last_modified, served, capture, extractor, looks.lang, raw, raw_charset, memory, pending, "
      "texts.text FROM looks LEFT JOIN texts ON texts.sha = baseline WHERE document = ?");
  get.bind(1, document);
  if (!get.executeStep()) return out;
  out.state = get.getColumn(0).getString();
  out.detail = get.getColumn(1).getString();
  out.checked = get.getColumn(2).getInt64();
  out.good = get.getColumn(3).getInt64();
  out.failing_since = get.getColumn(4).getInt64();
  out.not_before = get.getColumn(5).getInt64();
  out.status = static_cast<long>(get.getColumn(6).getInt64());
  out.final_url = get.getColumn(7).getString();
  out.etag = get.getColumn(8).getString();
  out.last_modified = get.getColumn(9).getString();
  out.served = get.getColumn(10).getString();
  out.capture = get.getColumn(11).getString();
  out.extractor = get.getColumn(12).getInt();
  out.lang = get.getColumn(13).getString();
  out.raw = get.getColumn(14).getString();
  out.raw_charset = get.getColumn(15).getString();
  out.pending = get.getColumn(17).getString();
  if (!get.getColumn(18).isNull()) {
    out.memory = memory_from(get.getColumn(16).getString());
    out.memory.baseline.sentences = sentences_of(get.getColumn(18).getString());
    out.has_baseline = true;
  }
  return out;
}

std::int64_t Store::save(const std::string& document, const Look& look,
                         const std::optional<StoredChange>& change,
                         const std::vector<std::string>& texts) {
  SQLite::Transaction write(*db_, SQLite::TransactionBehavior::IMMEDIATE);
  std::vector<std::string> kept = texts;
  std::string baseline;
  if (look.has_baseline) {
    kept.push_back(text_of(look.memory.baseline.sentences));
    baseline = sha256_hex(kept.back());
  }
  for (const std::string& text : kept) {
    SQLite::Statement add(*db_, "INSERT OR IGNORE INTO texts VALUES (?, ?)");
    add.bind(1, sha256_hex(text));
    add.bind(2, text);
    add.exec();
  }
  SQLite::Statement set(*db_,
                        "INSERT OR REPLACE INTO looks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                        "?, ?, ?, ?, ?, ?, ?, ?)");
  int at = 1;
  const auto text = [&](const std::string& value) { set.bind(at++, value); };
  const auto number = [&](std::int64_t value) { set.bind(at++, value); };
  text(document), text(look.state), text(look.detail), number(look.checked), number(look.good),
      number(look.failing_since);
  number(look.not_before), number(look.status), text(look.final_url), text(look.etag),
      text(look.last_modified), text(look.served);
  text(look.capture), number(look.extractor), text(look.lang);
  set.bind(at++, look.raw.data(), static_cast<int>(look.raw.size()));
  text(look.raw_charset);
  if (look.has_baseline)
    text(baseline);
  else
    set.bind(at++);
  text(to_text(look.memory)), text(look.pending);
  set.exec();
  std::int64_t id = 0;
  if (change) {
    SQLite::Statement add(
        *db_, "INSERT INTO changes VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
    add.bind(1, change->document);
    add.bind(2, change->platform);
    add.bind(3, change->at);
    add.bind(4, change->verdict);
    add.bind(5, change->level);
    add.bind(6, change->right_removed ? 1 : 0);
    add.bind(7, change->phase);
    add.bind(8, change->effective);
    add.bind(9, change->final_url);
    add.bind(10, change->capture);
    add.bind(11, change->old_sha);
    add.bind(12, change->new_sha);
    add.bind(13, change->compared_sha);
    add.bind(14, change->judgement);
    add.exec();
    id = db_->getLastInsertRowid();
  }
  db_->exec(
      "DELETE FROM texts WHERE sha NOT IN (SELECT baseline FROM looks WHERE baseline IS NOT NULL "
      "UNION SELECT old_sha FROM changes UNION SELECT new_sha FROM changes UNION SELECT "
      "compared_sha FROM changes)");
  write.commit();
  return id;
}

std::optional<StoredChange> Store::change(std::int64_t id) {
  SQLite::Statement get(*db_, std::string(kChangeColumns) + "WHERE id = ?");
  get.bind(1, id);
  if (!get.executeStep()) return std::nullopt;
  return change_from(get);
}

std::vector<StoredChange> Store::changes(const std::string& platform, std::int64_t before,
                                         int limit) {
  std::vector<StoredChange> out;
  SQLite::Statement get(
      *db_,
      std::string(kChangeColumns) +
          "WHERE (?1 = '' OR platform = ?1) AND (?2 = 0 OR id < ?2) ORDER BY id DESC LIMIT ?3");
  get.bind(1, platform);
  get.bind(2, before);
  get.bind(3, limit);
  while (get.executeStep()) out.push_back(change_from(get));
  return out;
}

int Store::mark_read(std::int64_t id, Millis now) {
  SQLite::Statement set(*db_,
                        "UPDATE changes SET read = ?1 WHERE read = 0 AND (?2 = 0 OR id = ?2)");
  set.bind(1, now);
  set.bind(2, id);
  return set.exec();
}

void Store::judged_anew(const StoredChange& change) {
  SQLite::Statement set(
      *db_,
      "UPDATE changes SET verdict = ?, level = ?, right_removed = ?, judgement = ? WHERE id = ?");
  set.bind(1, change.verdict);
  set.bind(2, change.level);
  set.bind(3, change.right_removed ? 1 : 0);
  set.bind(4, change.judgement);
  set.bind(5, change.id);
  set.exec();
}

std::map<std::string, int> Store::unread() {
  std::map<std::string, int> out;
  for (SQLite::Statement get(*db_,
                             "SELECT document, count(*) FROM changes WHERE read = 0 AND verdict = "
                             "'alert' GROUP BY document");
       get.executeStep();)
    out[get.getColumn(0).getString()] = get.getColumn(1).getInt();
  return out;
}

std::optional<std::string> Store::text(const std::string& sha) {
  SQLite::Statement get(*db_, "SELECT text FROM texts WHERE sha = ?");
  get.bind(1, sha);
  if (!get.executeStep()) return std::nullopt;
  return get.getColumn(0).getString();
}

}  // namespace optoutlog::policy
