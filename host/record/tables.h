#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include "record/record.h"

// Rows to values and back. Everything here throws SQLite::Exception and runs inside a transaction
// of Database.
namespace optoutlog::record {

// Binds a copy of `value` as a blob.
template <std::size_t N>
void bind_blob(SQLite::Statement& s, int index, const std::array<std::uint8_t, N>& value) {
  s.bind(index, value.data(), static_cast<int>(N));
}

// NULL where there is no value.
void bind_text(SQLite::Statement& s, int index, const std::optional<std::string>& value);

// Something in the tables contradicts itself; becomes record.corrupt.
struct Contradiction {
  std::string what;
};

// What the record notes of itself.
struct Notes {
  Head head;
  Millis received = 0;  // of the newest entry, 0 without one
};
Notes read_notes(SQLite::Database& db);
Head read_head(SQLite::Database& db);
std::optional<std::int64_t> find_id(SQLite::Database& db, const std::string& id);

// Appends links. Keeps the head in memory, so that a batch reads it once; finish() writes it back.
class Appender {
 public:
  explicit Appender(SQLite::Database& db);
  // The chain's next link. `subject` null: a note of the record itself; without a control: a
  // picture or a witness. `joins`: as of the entry.
  std::int64_t add(const std::string& id, const std::string& payload, const Subject* subject,
                   const std::string& joins = {});
  // Links in the chain.
  std::int64_t count() const { return notes_.head.count; }
  // `received` of the newest entry, 0 without one.
  Millis last_received() const { return notes_.received; }
  void finish(Millis received);

 private:
  SQLite::Database& db_;
  Notes notes_;
  SQLite::Statement link_;
  SQLite::Statement text_;
};

// The entry in the columns seq, hash, payload, prev, digest, salt, in this order. Throws
// Contradiction where its content is not what its link holds.
HistoryEntry entry_of(SQLite::Statement& row);
// The first `limit` entries in the columns seq, hash, payload, prev, digest, salt, in this order.
// One whose content is not what its link holds must not be told as if it were whole: it throws
// Contradiction or, with `salvage`, is left out, and the next one takes its place.
std::vector<HistoryEntry> read_entries(SQLite::Statement& rows, bool salvage,
                                       std::int64_t limit = INT64_MAX);

// The table `state`, which can be made anew from the entries at any time. Rows that are gone or
// were changed throw Contradiction.
std::optional<Line> read_line(SQLite::Database& db, const Subject& subject);
// From the `skip`th on at most `limit` (-1: no bound); with `all` those too that the user dropped.
std::vector<Line> read_lines(SQLite::Database& db, bool all, std::int64_t skip, std::int64_t limit);
void write_line(SQLite::Database& db, const Line& line);
void remove_line(SQLite::Database& db, const Subject& subject);
// That every row of the state table is there once. Contradiction where one is gone or stands twice.
void check_lines(SQLite::Database& db);
void set_line_count(SQLite::Database& db);

// The reading of this line that was written last, of those made by `until`.
std::optional<HistoryEntry> reading_of(SQLite::Database& db, const Subject& subject, Millis until);

// The picture of the link `seq`, of the reading `of`, in the file `name`.
void put_picture(SQLite::Database& db, std::int64_t seq, std::int64_t of, const std::string& name);

void set_meta(SQLite::Database& db, const char* name, std::int64_t value);

}  // namespace optoutlog::record
