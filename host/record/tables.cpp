#include "record/tables.h"

#include "record/chain.h"
#include "record/random.h"

namespace optoutlog::record {
namespace {

template <std::size_t N>
std::array<std::uint8_t, N> blob(const SQLite::Column& column, const char* what) {
  const auto value = from_blob<N>(column.getBlob(), column.getBytes());
  if (!value) throw Contradiction{std::string("its ") + what + " is not there"};
  return *value;
}

void bind_time(SQLite::Statement& s, int index, const std::optional<Millis>& value) {
  if (value) {
    s.bind(index, *value);
  } else {
    s.bind(index);
  }
}

void bind_text(SQLite::Statement& s, int index, const std::optional<std::string>& value) {
  if (value) {
    s.bind(index, *value);
  } else {
    s.bind(index);
  }
}

std::optional<Millis> time(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional<Millis>(column.getInt64());
}

std::optional<std::string> text_or_none(const std::string& value) {
  return value.empty() ? std::nullopt : std::optional(value);
}

SQLite::Statement meta(SQLite::Database& db, const char* name) {
  SQLite::Statement s(db, "SELECT value FROM meta WHERE name = ?");
  s.bind(1, name);
  if (!s.executeStep()) throw Contradiction{std::string("its note \"") + name + "\" is not there"};
  return s;
}

std::int64_t meta_number(SQLite::Database& db, const char* name) {
  auto s = meta(db, name);
  return s.getColumn(0).getInt64();
}

constexpr const char* kLineColumns =
    "platform, control, account, unit, training, basis, why, sure, since, seen, tried, stale, returned, "
    "not_me, "
    "step, step_at, asked, decided, last_known, denied, reading_seq, reading_day, reading_what, form_seq, "
    "form_day, "
    "form_what, mark";

json or_null(const std::optional<Millis>& value) {
  return value ? json(*value) : json(nullptr);
}

Hash mark_of(const Line& line) {
  const json row = {line.subject.platform,
                    line.subject.control,
                    line.subject.account.value_or(""),
                    line.subject.unit.value_or(""),
                    to_word(line.training),
                    to_word(line.basis),
                    line.why,
                    line.sure,
                    line.since,
                    or_null(line.seen),
                    or_null(line.tried),
                    line.stale,
                    line.returned,
                    line.not_me,
                    line.step,
                    or_null(line.step_at),
                    or_null(line.asked),
                    or_null(line.decided),
                    to_word(line.last_known),
                    or_null(line.denied),
                    line.reading.seq,
                    line.reading.day,
                    line.reading.what,
                    line.form.seq,
                    line.form.day,
                    line.form.what};
  return state_mark(row.dump(-1, ' ', false, json::error_handler_t::replace));
}

Line line_of(SQLite::Statement& s) {
  int i = 0;
  const auto next = [&] { return s.getColumn(i++); };
  const auto word = [&](auto parse) {
    const auto value = parse(next().getString());
    if (!value) throw Contradiction{"its state table holds an unknown word"};
    return *value;
  };
  Line line;
  line.subject.platform = next().getString();
  line.subject.control = next().getString();
  line.subject.account = text_or_none(next().getString());
  line.subject.unit = text_or_none(next().getString());
  line.training = word(training_of);
  line.basis = word(basis_of);
  line.why = next().getString();
  line.sure = next().getString();
  line.since = next().getInt64();
  line.seen = time(next());
  line.tried = time(next());
  line.stale = next().getInt() != 0;
  line.returned = next().getInt() != 0;
  line.not_me = next().getInt() != 0;
  line.step = next().getString();
  line.step_at = time(next());
  line.asked = time(next());
  line.decided = time(next());
  line.last_known = word(training_of);
  line.denied = time(next());
  for (Line::Recorded* r : {&line.reading, &line.form}) {
    r->seq = next().getInt64();
    r->day = next().getInt64();
    r->what = next().getString();
  }
  if (blob<32>(next(), "state's mark") != mark_of(line)) throw Contradiction{"its state table was changed"};
  return line;
}

}  // namespace

Head read_head(SQLite::Database& db) {
  Head head;
  head.record = blob<16>(meta(db, "record").getColumn(0), "id");
  head.hash = blob<32>(meta(db, "head").getColumn(0), "head");
  head.count = meta_number(db, "count");
  head.erased = meta_number(db, "erased");
  return head;
}

std::optional<std::int64_t> find_id(SQLite::Database& db, const std::string& id) {
  SQLite::Statement s(db, "SELECT seq FROM link WHERE id = ?");
  s.bind(1, id);
  return s.executeStep() ? std::optional(s.getColumn(0).getInt64()) : std::nullopt;
}

Appender::Appender(SQLite::Database& db)
    : db_(db),
      head_(read_head(db)),
      received_(meta_number(db, "received")),
      link_(db, "INSERT INTO link (seq, id, prev, digest, hash) VALUES (?, ?, ?, ?, ?)"),
      text_(db,
            "INSERT INTO text (seq, salt, payload, platform, control, account, unit) VALUES (?, ?, ?, ?, ?, "
            "?, ?)") {
  // A record whose end was cut off or replaced must not be continued as if nothing were wrong.
  SQLite::Statement newest(db, "SELECT seq, hash FROM link ORDER BY seq DESC LIMIT 1");
  const bool any = newest.executeStep();
  const std::int64_t count = any ? newest.getColumn(0).getInt64() : 0;
  const Hash hash = any ? blob<32>(newest.getColumn(1), "newest hash") : genesis(head_.record);
  if (count != head_.count || hash != head_.hash)
    throw Contradiction{"its newest link is not the noted head"};
}

std::int64_t Appender::add(const std::string& id, const std::string& payload, const Subject* subject) {
  const std::int64_t seq = head_.count + 1;
  const auto salt = random_array<16>();
  const Hash digest = entry_digest(salt, payload);
  const Hash hash = link_hash(seq, head_.hash, digest);

  link_.reset();
  link_.bind(1, seq);
  link_.bind(2, id);
  bind_blob(link_, 3, head_.hash);
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
    text_.bind(5, subject->control);
    bind_text(text_, 6, subject->account);
    bind_text(text_, 7, subject->unit);
  }
  text_.exec();

  head_.count = seq;
  head_.hash = hash;
  return seq;
}

void Appender::finish(Millis received) {
  set_meta(db_, "count", head_.count);
  set_meta(db_, "received", received);
  SQLite::Statement s(db_, "UPDATE meta SET value = ? WHERE name = 'head'");
  bind_blob(s, 1, head_.hash);
  s.exec();
}

std::vector<HistoryEntry> read_entries(SQLite::Statement& rows, bool salvage) {
  std::vector<HistoryEntry> entries;
  while (rows.executeStep()) {
    try {
      StoredLink link;
      link.seq = rows.getColumn(0).getInt64();
      link.hash = blob<32>(rows.getColumn(1), "link's hash");
      link.payload = rows.getColumn(2).getString();
      link.prev = blob<32>(rows.getColumn(3), "link's prev");
      link.digest = blob<32>(rows.getColumn(4), "link's digest");
      link.salt = blob<16>(rows.getColumn(5), "entry's salt");
      if (!is_whole(link))
        throw Contradiction{"entry " + std::to_string(link.seq) + " is not what its link holds"};
      entries.push_back({link.seq, link.hash, link.payload});
    } catch (const Contradiction&) {
      if (!salvage) throw;
    }
  }
  return entries;
}

std::optional<Line> read_line(SQLite::Database& db, const Subject& subject) {
  SQLite::Statement s(db, std::string("SELECT ") + kLineColumns +
                              " FROM state WHERE platform = ? AND control = ? AND account = ? AND unit = ?");
  s.bind(1, subject.platform);
  s.bind(2, subject.control);
  s.bind(3, subject.account.value_or(""));
  s.bind(4, subject.unit.value_or(""));
  return s.executeStep() ? std::optional(line_of(s)) : std::nullopt;
}

std::vector<Line> read_lines(SQLite::Database& db, std::int64_t skip, std::int64_t limit) {
  SQLite::Statement s(db, std::string("SELECT ") + kLineColumns +
                              " FROM state ORDER BY platform, control, account, unit LIMIT ? OFFSET ?");
  s.bind(1, limit);
  s.bind(2, skip);
  std::vector<Line> lines;
  while (s.executeStep()) lines.push_back(line_of(s));
  return lines;
}

void write_line(SQLite::Database& db, const Line& line) {
  SQLite::Statement s(db, std::string("INSERT OR REPLACE INTO state (") + kLineColumns +
                              ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  int i = 0;
  s.bind(++i, line.subject.platform);
  s.bind(++i, line.subject.control);
  s.bind(++i, line.subject.account.value_or(""));
  s.bind(++i, line.subject.unit.value_or(""));
  s.bind(++i, std::string(to_word(line.training)));
  s.bind(++i, std::string(to_word(line.basis)));
  s.bind(++i, line.why);
  s.bind(++i, line.sure);
  s.bind(++i, line.since);
  bind_time(s, ++i, line.seen);
  bind_time(s, ++i, line.tried);
  s.bind(++i, line.stale ? 1 : 0);
  s.bind(++i, line.returned ? 1 : 0);
  s.bind(++i, line.not_me ? 1 : 0);
  s.bind(++i, line.step);
  bind_time(s, ++i, line.step_at);
  bind_time(s, ++i, line.asked);
  bind_time(s, ++i, line.decided);
  s.bind(++i, std::string(to_word(line.last_known)));
  bind_time(s, ++i, line.denied);
  for (const Line::Recorded* r : {&line.reading, &line.form}) {
    s.bind(++i, r->seq);
    s.bind(++i, r->day);
    s.bind(++i, r->what);
  }
  bind_blob(s, ++i, mark_of(line));
  s.exec();
}

void set_meta(SQLite::Database& db, const char* name, std::int64_t value) {
  SQLite::Statement s(db, "UPDATE meta SET value = ? WHERE name = ?");
  s.bind(1, value);
  s.bind(2, name);
  s.exec();
}

}  // namespace optoutlog::record
