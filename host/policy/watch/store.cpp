// policy.db: what the user chose. How it is made is in store_file.cpp, what is kept of each
// document in store_looks.cpp.
#include "policy/watch/store.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace optoutlog::policy {

Store::Store(std::unique_ptr<SQLite::Database> db) : db_(std::move(db)) {}
Store::~Store() = default;

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

}  // namespace optoutlog::policy
