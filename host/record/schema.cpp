#include "record/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "record/chain.h"
#include "record/random.h"

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
  unit TEXT
) STRICT;
-- Each index ends with seq, the row's number, so that pages in its order need no sorting.
CREATE INDEX text_platform ON text (platform);
CREATE INDEX text_account ON text (account);

CREATE TABLE state (
  platform TEXT NOT NULL,
  control TEXT NOT NULL,
  account TEXT NOT NULL,  -- '' stands for null, which cannot be part of a key
  unit TEXT NOT NULL,     -- likewise
  training TEXT NOT NULL, basis TEXT NOT NULL, why TEXT NOT NULL, sure TEXT NOT NULL,
  since INTEGER NOT NULL, seen INTEGER, tried INTEGER,
  stale INTEGER NOT NULL, returned INTEGER NOT NULL, not_me INTEGER NOT NULL,
  step TEXT NOT NULL, step_at INTEGER, asked INTEGER,
  decided INTEGER, last_known TEXT NOT NULL, denied INTEGER,
  reading_seq INTEGER NOT NULL, reading_day INTEGER NOT NULL, reading_what TEXT NOT NULL,
  form_seq INTEGER NOT NULL, form_day INTEGER NOT NULL, form_what TEXT NOT NULL,
  mark BLOB NOT NULL CHECK (length(mark) = 32),
  PRIMARY KEY (platform, control, account, unit)
) STRICT, WITHOUT ROWID;

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

// Append-only, also against a program other than ours. `INSERT OR REPLACE` would walk past the trigger for
// removal were it not for recursive_triggers, which only our own connections set: hence the guard on
// insertion.
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
  for (const char* name : {"count", "received", "checked", "erased", "touched"}) number(name);
  db.exec(kTriggers);
  db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  db.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion));
}

void migrate_schema(SQLite::Database& db, int from) {
  // One step for each older version, in order; each ends by setting user_version. Version 1 is the first.
  (void)db;
  (void)from;
}

}  // namespace optoutlog::record
