#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <tuple>

#include "record/line.h"

// The lines while entries are taken in: each is read once in a transaction and written once. An
// entry that comes after all others of its line is taken into the line as it stands; any other has
// the line made anew from its entries. Throws as record/tables.h.
namespace optoutlog::record {

class Book {
 public:
  explicit Book(SQLite::Database& db);
  // The number of the entry that already says the same, into which this one was taken; 0: it has to
  // be recorded. `count`: links in the chain.
  std::int64_t confirm(const Entry& entry, Millis received, std::int64_t count);
  // Takes in the entry that was recorded under `seq`.
  void take_in(const Entry& entry, Millis received, std::int64_t seq);
  // Writes the lines that changed.
  void close();

 private:
  struct Page {
    Subject subject;
    std::optional<Line> line;
    std::vector<Event> events;
    bool loaded = false;
    bool changed = false;
  };
  using Key = std::tuple<std::string, std::string, std::string, std::string>;
  Page& page(const Subject& subject);
  void load(Page& page);
  void remake(const Subject& subject);

  SQLite::Database& db_;
  std::map<Key, Page> pages_;
};

}  // namespace optoutlog::record
