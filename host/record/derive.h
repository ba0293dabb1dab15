#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include "record/line.h"

// From the entries to the lines: what the table `state` has to hold. Everything here runs inside a
// transaction of Database and throws SQLite::Exception, or Contradiction where an entry is not
// whole.
namespace optoutlog::record {

// The entries that count for one line, in the order of their arrival. An entry without account that
// another of its visit joins to its own account (`joins`) counts for that account's line.
std::vector<Event> load_events(SQLite::Database& db, const Subject& subject);

// The subject that the entry `id`, of a subject without account, counts for.
Subject counted_for(SQLite::Database& db, const std::string& id, const Subject& subject);

// Every subject of an entry, ordered as `status` is.
std::vector<Subject> subjects_of(SQLite::Database& db);

// The line of a subject; none where all its entries count for another one.
std::optional<Line> derive_line(SQLite::Database& db, const Subject& subject);

// All lines that have an entry, those that the user dropped too, ordered as `status` is.
std::vector<Line> derive_lines(SQLite::Database& db);

// Makes the table `state` anew.
void rewrite_lines(SQLite::Database& db);

}  // namespace optoutlog::record
