#include "record/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <map>

#include "base/random.h"
#include "record/chain.h"
#include "record/derive.h"

namespace optoutlog::record {
namespace {

constexpr const char* kTables = R"sql(
CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  id TEXT NOT NULL UNIQUE,
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE text (
  seq INTEGER PRIMARY KEY REFERENCES link (seq),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  payload TEXT NOT NULL,
  platform TEXT,  -- null: a note of the record itself
  control TEXT,
  account TEXT,
  unit TEXT,
  joins TEXT  -- id of an earlier entry that counts as one of this account
) STRICT;
-- Each index ends with seq, the row's number, so that pages in its order need no sorting.
CREATE INDEX text_platform ON text (platform);
CREATE INDEX text_account ON text (account);
)sql";

// What version 2 brought. The readings that only confirmed an entry, and the lines, which are
// worked out from these and the entries and can be made anew at any time.
constexpr const char* kDerived = R"sql(
CREATE INDEX text_line ON text (platform, control, account, unit);
CREATE INDEX text_joins ON text (joins) WHERE joins IS NOT NULL;

CREATE TABLE again (
  seq INTEGER PRIMARY KEY REFERENCES text (seq) ON DELETE CASCADE,
  times INTEGER NOT NULL CHECK (times > 0),
  last INTEGER NOT NULL,  -- time of the newest
  upto INTEGER NOT NULL   -- links in the chain when the newest came
) STRICT;

CREATE TABLE state (
  platform TEXT NOT NULL,
  control TEXT NOT NULL,
  account TEXT NOT NULL,  -- '' stands for null, which cannot be part of a key
  unit TEXT NOT NULL,     -- likewise
  shown INTEGER NOT NULL,
  line TEXT NOT NULL,
  mark BLOB NOT NULL CHECK (length(mark) = 32),
  PRIMARY KEY (platform, control, account, unit)
) STRICT, WITHOUT ROWID;
)sql";

// What version 3 brought.
constexpr const char* kPictures = R"sql(
CREATE TABLE picture (
  seq INTEGER PRIMARY KEY REFERENCES text (seq) ON DELETE CASCADE,
  of INTEGER NOT NULL,  -- link of the reading
  name TEXT NOT NULL    -- of the file
) STRICT;
-- Which files were made, from before that until after they are removed.
CREATE TABLE picture_file (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* kSources = R"sql(
-- Exports of other computers, each with its own chain.
CREATE TABLE source (
  record BLOB PRIMARY KEY CHECK (length(record) = 16),
  count INTEGER NOT NULL,
  head BLOB NOT NULL,
  imported INTEGER NOT NULL,
  tool TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE source_link (
  record BLOB NOT NULL, seq INTEGER NOT NULL,
  prev BLOB NOT NULL, digest BLOB NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE source_text (
  record BLOB NOT NULL, seq INTEGER NOT NULL,
  salt BLOB NOT NULL, payload TEXT NOT NULL, platform TEXT, account TEXT,
  PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;
)sql";

// Append-only, also against a program other than ours. `INSERT OR REPLACE` would walk past the
// trigger for removal were it not for recursive_triggers, which only our own connections set: hence
// the guard on insertion.
constexpr const char* kTriggers = R"sql(
CREATE TRIGGER link_insert BEFORE INSERT ON link
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM link)
  OR NEW.prev IS NOT coalesce((SELECT hash FROM link ORDER BY seq DESC LIMIT 1),
                              (SELECT value FROM meta WHERE name = 'genesis'))
  OR EXISTS (SELECT 1 FROM link WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'the record only grows at its end'); END;
CREATE TRIGGER link_update BEFORE UPDATE ON link
BEGIN SELECT raise(ABORT, 'links are never changed'); END;
CREATE TRIGGER link_delete BEFORE DELETE ON link
BEGIN SELECT raise(ABORT, 'links are never removed'); END;
CREATE TRIGGER text_insert BEFORE INSERT ON text
WHEN NEW.seq IS NOT (SELECT max(seq) FROM link) OR EXISTS (SELECT 1 FROM text WHERE seq = NEW.seq)
BEGIN SELECT raise(ABORT, 'content belongs to the newest link'); END;
CREATE TRIGGER text_update BEFORE UPDATE ON text
BEGIN SELECT raise(ABORT, 'content is never changed'); END;
)sql";

}  // namespace

void create_schema(SQLite::Database& db) {
  db.exec(kTables);
  db.exec(kDerived);
  db.exec(kPictures);
  db.exec(kSources);
  const auto id = random_array<16>();
  const Hash first = genesis(id);
  SQLite::Statement put(db, "INSERT INTO meta (name, value) VALUES (?, ?)");
  const auto blob = [&](const char* name, const void* data, int size) {
    put.reset();
    put.bind(1, name);
    put.bind(2, data, size);
    put.exec();
  };
  const auto number = [&](const char* name) {
    put.reset();
    put.bind(1, name);
    put.bind(2, 0);
    put.exec();
  };
  blob("record", id.data(), static_cast<int>(id.size()));
  blob("genesis", first.data(), static_cast<int>(first.size()));
  blob("head", first.data(), static_cast<int>(first.size()));
  for (const char* name : {"count", "received", "checked", "erased", "touched", "lines"})
    number(name);
  db.exec(kTriggers);
  db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  db.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion));
}

namespace {

// Version 1 kept of the readings that only confirmed an entry no more than the time of a line's
// newest. There was one at least where no entry of the line is of that time.
void keep_confirmations(SQLite::Database& db) {
  SQLite::Statement rows(
      db,
      "SELECT platform, control, account, unit, reading_seq, reading_day, CASE WHEN reading_what "
      "LIKE 'unknown/%' THEN tried ELSE seen END FROM state_1 WHERE reading_seq "
      "> 0");
  SQLite::Statement put(db,
                        "INSERT INTO again (seq, times, last, upto) VALUES (?, 1, ?, (SELECT value "
                        "FROM meta WHERE name = 'count'))");
  while (rows.executeStep()) {
    const auto text = [&](int column) {
      const std::string value = rows.getColumn(column).getString();
      return value.empty() ? std::nullopt : std::optional(value);
    };
    const std::int64_t seq = rows.getColumn(4).getInt64();
    const Millis newest = rows.getColumn(6).isNull() ? 0 : rows.getColumn(6).getInt64();
    if (utc_day(newest) != rows.getColumn(5).getInt64()) continue;
    bool there = false;
    bool own = false;
    for (const Event& e : load_events(db, {rows.getColumn(0).getString(),
                                           rows.getColumn(1).getString(), text(2), text(3)})) {
      there = there || (e.seq == seq && e.when < newest);
      own = own || e.when == newest;
    }
    if (!there || own) continue;
    put.reset();
    put.bind(1, seq);
    put.bind(2, newest);
    put.exec();
  }
}

void to_version_2(SQLite::Database& db) {
  db.exec("ALTER TABLE text ADD COLUMN joins TEXT");
  db.exec("ALTER TABLE state RENAME TO state_1");
  db.exec(kDerived);
  db.exec("INSERT INTO meta (name, value) VALUES ('lines', 0)");
  db.exec("PRAGMA user_version = 2");
  keep_confirmations(db);
  db.exec("DROP TABLE state_1");
  rewrite_lines(db);
}

}  // namespace

void migrate_schema(SQLite::Database& db, int from) {
  // One step for each older version, in order; each ends with its own number.
  if (from < 2) to_version_2(db);
  if (from < 3) {
    db.exec(kPictures);
    db.exec("PRAGMA user_version = 3");
  }
}

namespace {

// What SQLite keeps of a statement, without what has no meaning: a table that a column was added to
// is written otherwise than one that was made with it.
std::string meaning_of(const std::string& sql) {
  std::string meaning;
  for (std::size_t at = 0; at < sql.size(); ++at) {
    if (sql.compare(at, 2, "--") == 0) at = std::min(sql.find('\n', at), sql.size() - 1);
    if (sql[at] != ' ' && sql[at] != '\n') meaning += sql[at];
  }
  return meaning;
}

std::map<std::string, std::string> objects_of(SQLite::Database& db) {
  std::map<std::string, std::string> objects;
  SQLite::Statement s(db,
                      "SELECT type || ' ' || name, tbl_name || ' ' || coalesce(sql, '') FROM "
                      "sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'");
  while (s.executeStep())
    objects[s.getColumn(0).getString()] = meaning_of(s.getColumn(1).getString());
  return objects;
}

}  // namespace

std::optional<std::string> changed_schema(SQLite::Database& db) {
  SQLite::Database pattern(":memory:", SQLite::OPEN_READWRITE);
  for (const char* made : {kTables, kDerived, kPictures, kSources, kTriggers}) pattern.exec(made);
  auto wanted = objects_of(pattern);
  for (const auto& [name, meaning] : objects_of(db)) {
    const auto same = wanted.find(name);
    if (same == wanted.end() || same->second != meaning) return name;
    wanted.erase(same);
  }
  return wanted.empty() ? std::nullopt : std::optional(wanted.begin()->first);
}

}  // namespace optoutlog::record
