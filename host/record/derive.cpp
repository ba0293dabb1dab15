#include "record/derive.h"

#include <algorithm>

#include "base/json_text.h"
#include "record/tables.h"

namespace optoutlog::record {
namespace {

// Whether the tables are those of schema 1, which are only read: there is nothing beside the chain
// then.
bool is_first_schema(SQLite::Database& db) {
  return db.execAndGet("PRAGMA user_version").getInt() == 1;
}

std::string entries_where(bool first_schema, const std::string& where) {
  return std::string(
             "SELECT text.seq, hash, payload, prev, digest, salt, id, platform, control, account, "
             "unit") +
         (first_schema ? ", NULL, NULL, NULL, NULL FROM text JOIN link USING (seq)"
                       : ", joins, times, last, upto FROM text JOIN link USING (seq) LEFT JOIN "
                         "again USING (seq)") +
         " WHERE " + where;
}

std::optional<std::string> text_at(const SQLite::Statement& s, int column) {
  const SQLite::Column value = const_cast<SQLite::Statement&>(s).getColumn(column);
  return value.isNull() ? std::nullopt : std::optional(value.getString());
}

struct Row {
  Event event;
  std::string id;
  std::string joins;
};

Row row_of(SQLite::Statement& s) {
  const HistoryEntry entry = entry_of(s);
  const auto members = parse_json(entry.payload);
  const json received =
      members && members->is_object() ? members->value("received", json()) : json();
  const auto time =
      received.is_string() ? parse_time(received.get_ref<const std::string&>()) : std::nullopt;
  if (!time) throw Contradiction{"entry " + std::to_string(entry.seq) + " says no time"};
  Row row{event_of(*members, entry.seq, *time), s.getColumn(6).getString(),
          text_at(s, 11).value_or("")};
  if (!s.getColumn(12).isNull()) {
    row.event.again = s.getColumn(12).getInt64();
    row.event.last = s.getColumn(13).getInt64();
    row.event.upto = s.getColumn(14).getInt64();
  }
  return row;
}

// The first entry that joins `id` to an account.
struct Claim {
  std::int64_t seq;
  std::string account;
};
std::optional<Claim> claim_of(SQLite::Database& db, const std::string& id, const Subject& subject) {
  SQLite::Statement s(db,
                      "SELECT seq, account FROM text WHERE joins = ? AND platform = ? AND control "
                      "= ? AND unit IS ? AND account IS NOT NULL ORDER BY seq LIMIT 1");
  s.bind(1, id);
  s.bind(2, subject.platform);
  s.bind(3, subject.control);
  bind_text(s, 4, subject.unit);
  if (!s.executeStep()) return std::nullopt;
  return Claim{s.getColumn(0).getInt64(), s.getColumn(1).getString()};
}

// The entry that `by` joins, as it counts for the account. What the page gave before it named the
// account and then gave otherwise is no reading of that account: the page had not found itself yet.
std::optional<Event> joined(SQLite::Database& db, const Subject& subject, const Row& by) {
  SQLite::Statement s(
      db,
      entries_where(
          false, "link.id = ? AND platform = ? AND control = ? AND unit IS ? AND account IS NULL"));
  s.bind(1, by.joins);
  s.bind(2, subject.platform);
  s.bind(3, subject.control);
  bind_text(s, 4, subject.unit);
  if (!s.executeStep()) return std::nullopt;
  Event event = row_of(s).event;
  if (event.basis != Basis::kSeen) return std::nullopt;
  const auto claim = claim_of(db, by.joins, subject);
  if (!claim || claim->seq != by.event.seq) return std::nullopt;
  event.same_visit =
      event.training == by.event.training && event.is_change() == by.event.is_change();
  const bool both_loaded = !event.is_change() && !by.event.is_change();
  if (!event.same_visit && both_loaded) return std::nullopt;
  return event;
}

}  // namespace

Subject counted_for(SQLite::Database& db, const std::string& id, const Subject& subject) {
  Subject found = subject;
  if (subject.account) return found;
  if (const auto claim = claim_of(db, id, subject)) found.account = claim->account;
  return found;
}

std::vector<Event> load_events(SQLite::Database& db, const Subject& subject) {
  const bool first_schema = is_first_schema(db);
  SQLite::Statement s(
      db, entries_where(
              first_schema,
              "platform = ? AND control = ? AND account IS ? AND unit IS ? ORDER BY text.seq"));
  s.bind(1, subject.platform);
  s.bind(2, subject.control);
  bind_text(s, 3, subject.account);
  bind_text(s, 4, subject.unit);
  std::vector<Event> events;
  while (s.executeStep()) {
    Row row = row_of(s);
    if (first_schema) {
      events.push_back(std::move(row.event));
      continue;
    }
    if (!row.joins.empty())
      if (auto event = joined(db, subject, row)) events.push_back(std::move(*event));
    const bool elsewhere = !subject.account && row.event.basis == Basis::kSeen &&
                           claim_of(db, row.id, subject).has_value();
    if (!elsewhere) events.push_back(std::move(row.event));
  }
  std::sort(events.begin(), events.end(),
            [](const Event& a, const Event& b) { return a.seq < b.seq; });
  return events;
}

std::vector<Subject> subjects_of(SQLite::Database& db) {
  SQLite::Statement s(db,
                      "SELECT DISTINCT platform, control, account, unit FROM text WHERE control IS "
                      "NOT NULL ORDER BY "
                      " platform, control, coalesce(account, ''), coalesce(unit, '')");
  std::vector<Subject> subjects;
  while (s.executeStep())
    subjects.push_back(
        {s.getColumn(0).getString(), s.getColumn(1).getString(), text_at(s, 2), text_at(s, 3)});
  return subjects;
}

std::optional<Line> derive_line(SQLite::Database& db, const Subject& subject) {
  const auto events = load_events(db, subject);
  return events.empty() ? std::nullopt : std::optional(line_of(subject, events));
}

std::vector<Line> derive_lines(SQLite::Database& db) {
  std::vector<Line> lines;
  for (const Subject& subject : subjects_of(db))
    if (auto line = derive_line(db, subject)) lines.push_back(std::move(*line));
  return lines;
}

void rewrite_lines(SQLite::Database& db) {
  const auto lines = derive_lines(db);
  db.exec("DELETE FROM state");
  for (const Line& line : lines) write_line(db, line);
  set_line_count(db);
}

}  // namespace optoutlog::record
