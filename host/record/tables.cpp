#include "record/tables.h"

#include <array>
#include <set>

#include "base/random.h"
#include "record/chain.h"

namespace optoutlog::record {
namespace {

template <std::size_t N>
std::array<std::uint8_t, N> blob(const SQLite::Column& column, const char* what) {
  const auto value = from_blob<N>(column.getBlob(), column.getBytes());
  if (!value) throw Contradiction{std::string("its ") + what + " is not there"};
  return *value;
}

std::optional<std::string> text_or_none(const std::string& value) {
  return value.empty() ? std::nullopt : std::optional(value);
}

std::int64_t meta_number(SQLite::Database& db, const char* name) {
  SQLite::Statement s(db, "SELECT value FROM meta WHERE name = ?");
  s.bind(1, name);
  if (!s.executeStep()) throw Contradiction{std::string("its note \"") + name + "\" is not there"};
  return s.getColumn(0).getInt64();
}

constexpr const char* kLineColumns = "platform, control, account, unit, shown, line, mark";

Hash mark_of(const Subject& subject, bool shown, const std::string& line) {
  const json row = {subject.platform,          subject.control, subject.account.value_or(""),
                    subject.unit.value_or(""), shown,           line};
  return state_mark(row.dump(-1, ' ', false, json::error_handler_t::replace));
}

Line line_of_row(SQLite::Statement& s) {
  const Subject subject{s.getColumn(0).getString(), s.getColumn(1).getString(),
                        text_or_none(s.getColumn(2).getString()),
                        text_or_none(s.getColumn(3).getString())};
  const bool shown = s.getColumn(4).getInt() != 0;
  const std::string text = s.getColumn(5).getString();
  if (blob<32>(s.getColumn(6), "state's mark") != mark_of(subject, shown, text))
    throw Contradiction{"its state table was changed"};
  auto line = line_from(subject, text);
  if (!line) throw Contradiction{"its state table holds no line"};
  return std::move(*line);
}

void bind_subject(SQLite::Statement& s, const Subject& subject) {
  s.bind(1, subject.platform);
  s.bind(2, subject.control);
  s.bind(3, subject.account.value_or(""));
  s.bind(4, subject.unit.value_or(""));
}

}  // namespace

void bind_text(SQLite::Statement& s, int index, const std::optional<std::string>& value) {
  if (value) {
    s.bind(index, *value);
  } else {
    s.bind(index);
  }
}

Notes read_notes(SQLite::Database& db) {
  Notes notes;
  std::set<std::string> missing{"record", "head", "count", "erased", "received"};
  SQLite::Statement s(db, "SELECT name, value FROM meta");
  while (s.executeStep()) {
    const std::string name = s.getColumn(0).getString();
    if (missing.erase(name) == 0) continue;
    const SQLite::Column value = s.getColumn(1);
    if (name == "record") notes.head.record = blob<16>(value, "id");
    if (name == "head") notes.head.hash = blob<32>(value, "head");
    if (name == "count") notes.head.count = value.getInt64();
    if (name == "erased") notes.head.erased = value.getInt64();
    if (name == "received") notes.received = value.getInt64();
  }
  if (!missing.empty()) throw Contradiction{"its note \"" + *missing.begin() + "\" is not there"};
  return notes;
}

Head read_head(SQLite::Database& db) {
  return read_notes(db).head;
}

std::optional<std::int64_t> find_id(SQLite::Database& db, const std::string& id) {
  SQLite::Statement s(db, "SELECT seq FROM link WHERE id = ?");
  s.bind(1, id);
  return s.executeStep() ? std::optional(s.getColumn(0).getInt64()) : std::nullopt;
}

Appender::Appender(SQLite::Database& db)
    : db_(db),
      notes_(read_notes(db)),
      link_(db, "INSERT INTO link (seq, id, prev, digest, hash) VALUES (?, ?, ?, ?, ?)"),
      text_(db,
            "INSERT INTO text (seq, salt, payload, platform, control, account, unit, joins) VALUES "
            "(?, ?, ?, "
            "?, ?, ?, ?, ?)") {
  // A record whose end was cut off or replaced must not be continued as if nothing were wrong.
  SQLite::Statement newest(db, "SELECT seq, hash FROM link ORDER BY seq DESC LIMIT 1");
  const bool any = newest.executeStep();
  const std::int64_t count = any ? newest.getColumn(0).getInt64() : 0;
  const Hash hash =
      any ? blob<32>(newest.getColumn(1), "newest hash") : genesis(notes_.head.record);
  if (count != notes_.head.count || hash != notes_.head.hash)
    throw Contradiction{"its newest link is not the noted head"};
}

std::int64_t Appender::add(const std::string& id, const std::string& payload,
                           const Subject* subject, const std::string& joins) {
  const std::int64_t seq = notes_.head.count + 1;
  const auto salt = random_array<16>();
  const Hash digest = entry_digest(salt, payload);
  const Hash hash = link_hash(seq, notes_.head.hash, digest);

  link_.reset();
  link_.bind(1, seq);
  link_.bind(2, id);
  bind_blob(link_, 3, notes_.head.hash);
  bind_blob(link_, 4, digest);
  bind_blob(link_, 5, hash);
  link_.exec();

  text_.reset();
  text_.clearBindings();
  text_.bind(1, seq);
  bind_blob(text_, 2, salt);
  text_.bind(3, payload);
  if (subject != nullptr) {
    text_.bind(4, subject->platform);
    bind_text(text_, 5, text_or_none(subject->control));
    bind_text(text_, 6, subject->account);
    bind_text(text_, 7, subject->unit);
    bind_text(text_, 8, text_or_none(joins));
  }
  text_.exec();

  notes_.head.count = seq;
  notes_.head.hash = hash;
  return seq;
}

void Appender::finish(Millis received) {
  set_meta(db_, "count", notes_.head.count);
  set_meta(db_, "received", received);
  SQLite::Statement s(db_, "UPDATE meta SET value = ? WHERE name = 'head'");
  bind_blob(s, 1, notes_.head.hash);
  s.exec();
}

HistoryEntry entry_of(SQLite::Statement& row) {
  StoredLink link;
  link.seq = row.getColumn(0).getInt64();
  link.hash = blob<32>(row.getColumn(1), "link's hash");
  link.payload = row.getColumn(2).getString();
  link.prev = blob<32>(row.getColumn(3), "link's prev");
  link.digest = blob<32>(row.getColumn(4), "link's digest");
  link.salt = blob<16>(row.getColumn(5), "entry's salt");
  if (!is_whole(link))
    throw Contradiction{"entry " + std::to_string(link.seq) + " is not what its link holds"};
  return {link.seq, link.hash, link.payload};
}

std::vector<HistoryEntry> read_entries(SQLite::Statement& rows, bool salvage, std::int64_t limit) {
  std::vector<HistoryEntry> entries;
  while (static_cast<std::int64_t>(entries.size()) < limit && rows.executeStep()) {
    try {
      entries.push_back(entry_of(rows));
    } catch (const Contradiction&) {
      if (!salvage) throw;
    }
  }
  return entries;
}

std::optional<Line> read_line(SQLite::Database& db, const Subject& subject) {
  SQLite::Statement s(
      db, std::string("SELECT ") + kLineColumns +
              " FROM state WHERE platform = ? AND control = ? AND account = ? AND unit = ?");
  bind_subject(s, subject);
  return s.executeStep() ? std::optional(line_of_row(s)) : std::nullopt;
}

std::vector<Line> read_lines(SQLite::Database& db, bool all, std::int64_t skip,
                             std::int64_t limit) {
  check_lines(db);
  SQLite::Statement s(db, std::string("SELECT ") + kLineColumns + " FROM state" +
                              (all ? "" : " WHERE shown") +
                              " ORDER BY platform, control, account, unit LIMIT ? OFFSET ?");
  s.bind(1, limit);
  s.bind(2, skip);
  std::vector<Line> lines;
  while (s.executeStep()) lines.push_back(line_of_row(s));
  return lines;
}

void write_line(SQLite::Database& db, const Line& line) {
  SQLite::Statement s(db, std::string("INSERT OR REPLACE INTO state (") + kLineColumns +
                              ") VALUES (?, ?, ?, ?, ?, ?, ?)");
  const std::string text = line_text(line);
  bind_subject(s, line.subject);
  s.bind(5, line.shown ? 1 : 0);
  s.bind(6, text);
  bind_blob(s, 7, mark_of(line.subject, line.shown, text));
  s.exec();
}

void remove_line(SQLite::Database& db, const Subject& subject) {
  SQLite::Statement s(
      db, "DELETE FROM state WHERE platform = ? AND control = ? AND account = ? AND unit = ?");
  bind_subject(s, subject);
  s.exec();
}

void check_lines(SQLite::Database& db) {
  // as the b-tree has them, in the order of the key: a cell that stands for another one shows
  SQLite::Statement s(db, "SELECT platform, control, account, unit FROM state");
  std::array<std::string, 4> last;
  std::int64_t count = 0;
  while (s.executeStep()) {
    std::array<std::string, 4> key;
    for (int column = 0; column < 4; ++column)
      key[static_cast<std::size_t>(column)] = s.getColumn(column).getString();
    if (count++ > 0 && last >= key) throw Contradiction{"its state table holds a row twice"};
    last = std::move(key);
  }
  if (count != meta_number(db, "lines")) throw Contradiction{"rows of its state table are gone"};
}

void set_line_count(SQLite::Database& db) {
  set_meta(db, "lines", db.execAndGet("SELECT count(*) FROM state").getInt64());
}

std::optional<HistoryEntry> reading_of(SQLite::Database& db, const Subject& subject, Millis until) {
  SQLite::Statement s(db,
                      "SELECT text.seq, hash, payload, prev, digest, salt FROM text JOIN link "
                      "USING (seq) WHERE platform = ? AND control = ? AND account IS ? AND unit IS "
                      "? ORDER BY text.seq DESC");
  s.bind(1, subject.platform);
  s.bind(2, subject.control);
  bind_text(s, 3, subject.account);
  bind_text(s, 4, subject.unit);
  while (s.executeStep()) {
    const HistoryEntry entry = entry_of(s);
    const auto payload = parse_json(entry.payload);
    if (!payload || payload->value("basis", json()) != words::basis::kSeen) continue;
    const json at = payload->value("at", json());
    const auto made = at.is_string() ? parse_time(at.get<std::string>()) : std::nullopt;
    if (made && *made <= until) return entry;
  }
  return std::nullopt;
}

void put_picture(SQLite::Database& db, std::int64_t seq, std::int64_t of, const std::string& name) {
  SQLite::Statement s(db, "INSERT INTO picture (seq, of, name) VALUES (?, ?, ?)");
  s.bind(1, seq);
  s.bind(2, of);
  s.bind(3, name);
  s.exec();
}

void set_meta(SQLite::Database& db, const char* name, std::int64_t value) {
  SQLite::Statement s(db, "UPDATE meta SET value = ? WHERE name = ?");
  s.bind(1, value);
  s.bind(2, name);
  s.exec();
}

}  // namespace optoutlog::record
