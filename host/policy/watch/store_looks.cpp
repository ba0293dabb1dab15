// What policy.db keeps of each document: the last look, the changes that were told, and the texts
// of both.
#include <SQLiteCpp/SQLiteCpp.h>

#include "base/sha256.h"
#include "policy/judge/memory_json.h"
#include "policy/watch/store.h"

namespace optoutlog::policy {
namespace {

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

void keep_text(SQLite::Database& db, const std::string& text) {
  SQLite::Statement add(db, "INSERT OR IGNORE INTO texts VALUES (?, ?)");
  add.bind(1, sha256_hex(text));
  add.bind(2, text);
  add.exec();
}

// `baseline`: the hash of its text; nothing where there is none.
void put_look(SQLite::Database& db, const std::string& document, const Look& look,
              const std::optional<std::string>& baseline) {
  SQLite::Statement set(db,
                        "INSERT OR REPLACE INTO looks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                        "?, ?, ?, ?, ?, ?, ?, ?)");
  int at = 1;
  const auto text = [&](const std::string& value) { set.bind(at++, value); };
  const auto number = [&](std::int64_t value) { set.bind(at++, value); };
  text(document), text(look.state), text(look.detail);
  number(look.checked), number(look.good), number(look.failing_since), number(look.not_before);
  number(look.status), text(look.final_url), text(look.etag), text(look.last_modified);
  text(look.served), text(look.capture), number(look.extractor), text(look.lang);
  set.bind(at++, look.raw.data(), static_cast<int>(look.raw.size()));
  text(look.raw_charset);
  if (baseline)
    text(*baseline);
  else
    set.bind(at++);
  text(to_text(look.memory)), text(look.pending);
  set.exec();
}

std::int64_t put_change(SQLite::Database& db, const StoredChange& change) {
  SQLite::Statement add(
      db, "INSERT INTO changes VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
  add.bind(1, change.document);
  add.bind(2, change.platform);
  add.bind(3, change.at);
  add.bind(4, change.verdict);
  add.bind(5, change.level);
  add.bind(6, change.right_removed ? 1 : 0);
  add.bind(7, change.phase);
  add.bind(8, change.effective);
  add.bind(9, change.final_url);
  add.bind(10, change.capture);
  add.bind(11, change.old_sha);
  add.bind(12, change.new_sha);
  add.bind(13, change.compared_sha);
  add.bind(14, change.judgement);
  add.exec();
  return db.getLastInsertRowid();
}

// Texts that nothing names any more.
void drop_texts(SQLite::Database& db) {
  db.exec(
      "DELETE FROM texts WHERE sha NOT IN (SELECT baseline FROM looks WHERE baseline IS NOT NULL "
      "UNION SELECT old_sha FROM changes UNION SELECT new_sha FROM changes UNION SELECT "
      "compared_sha FROM changes)");
}

}  // namespace

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
  for (const std::string& text : texts) keep_text(*db_, text);
  std::optional<std::string> baseline;
  if (look.has_baseline) {
    const std::string text = text_of(look.memory.baseline.sentences);
    keep_text(*db_, text);
    baseline = sha256_hex(text);
  }
  put_look(*db_, document, look, baseline);
  const std::int64_t id = change ? put_change(*db_, *change) : 0;
  drop_texts(*db_);
  write.commit();
  return id;
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
    drop_texts(*db_);
  }
  write.commit();
  return there;
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
