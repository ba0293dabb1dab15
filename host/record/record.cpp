#include "record/record.h"

#include "base/json_text.h"
#include "record/book.h"
#include "record/damage.h"
#include "record/derive.h"
#include "record/tables.h"

namespace optoutlog::record {

std::string_view to_word(Effect effect) {
  switch (effect) {
    case Effect::kConfirmed:
      return words::effect::kConfirmed;
    case Effect::kDuplicate:
      return words::effect::kDuplicate;
    case Effect::kRecorded:
      break;
  }
  return words::effect::kRecorded;
}

std::string_view Scope::word() const {
  if (is_all()) return words::erased::kAll;
  if (platform && account) return words::erased::kPlatformAccount;
  return platform ? words::erased::kPlatform : words::erased::kAccount;
}

Result<std::unique_ptr<Record>> Record::open(const std::filesystem::path& folder, bool make,
                                             Now now) {
  auto database = Database::open(folder, make);
  if (!database) return database.error();
  if (!*database) return std::unique_ptr<Record>();
  return std::unique_ptr<Record>(new Record(std::move(*database), now));
}

Result<std::vector<Outcome>> Record::append(const std::vector<Entry>& entries) {
  using Outcomes = std::vector<Outcome>;
  std::string newest;  // id of the last entry that was recorded
  const auto body = [&](SQLite::Database& db) -> Result<Outcomes> {
    try {
      // The clock is read with the lock held: two hosts that wait for each other must not look like
      // a clock that goes backwards.
      const Millis received = now_();
      Appender appender(db);
      Book book(db);
      const bool back = received < appender.last_received() - kSecond;
      Outcomes outcomes;
      for (const Entry& entry : entries) {
        if (const auto there = find_id(db, entry.id)) {
          outcomes.push_back({entry.id, *there, Effect::kDuplicate});
          continue;
        }
        if (const std::int64_t same = book.confirm(entry, received, appender.count())) {
          outcomes.push_back({entry.id, same, Effect::kConfirmed});
          continue;
        }
        const bool ahead = timing_of(entry.at, received).ahead;
        const auto seq = appender.add(entry.id, payload_of(entry, received, ahead, back),
                                      &entry.subject, entry.joins);
        book.take_in(entry, received, seq);
        newest = entry.id;
        outcomes.push_back({entry.id, seq, Effect::kRecorded});
      }
      book.close();
      if (!newest.empty()) appender.finish(received);
      return outcomes;
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  };
  const auto landed = [&](SQLite::Database& db) {
    return !newest.empty() && find_id(db, newest).has_value();
  };
  return database_->write<Outcomes>(now_(), body, landed, true);
}

Result<std::vector<Line>> Record::lines(std::int64_t skip, std::int64_t limit) {
  return database_->read<std::vector<Line>>(
      [&, skip](SQLite::Database& db) mutable -> Result<std::vector<Line>> {
        try {
          if (!database_->is_outdated()) return read_lines(db, false, skip, limit);
          // A record of an older version that cannot be brought up to date is still told.
          std::vector<Line> lines;
          for (Line& line : derive_lines(db)) {
            if (!line.shown || skip-- > 0) continue;
            if (static_cast<std::int64_t>(lines.size()) < limit) lines.push_back(std::move(line));
          }
          return lines;
        } catch (const Contradiction& found) {
          return database_->corrupt(found.what);
        }
      });
}

Result<std::vector<Subject>> Record::subjects() {
  using Subjects = std::vector<Subject>;
  return database_->read<Subjects>(
      [](SQLite::Database& db) -> Result<Subjects> { return subjects_of(db); });
}

Result<bool> Record::salvages() {
  const auto noted = read_damage(path().parent_path());
  if (noted && noted->fits) return true;
  if (auto fine = database_->refuse_if_misshapen(); !fine) return fine.error();
  return false;
}

Result<std::vector<HistoryEntry>> Record::history(const HistoryFilter& filter) {
  using Entries = std::vector<HistoryEntry>;
  std::string where = "text.seq < ?";
  if (filter.platform) where += " AND platform = ?";
  if (filter.control) where += " AND control = ?";
  if (filter.account) where += " AND account = ?";
  return database_->read<Entries>([&](SQLite::Database& db) -> Result<Entries> {
    const auto salvage = salvages();
    if (!salvage) return salvage.error();
    SQLite::Statement s(db,
                        "SELECT text.seq, hash, payload, prev, digest, salt FROM text JOIN link "
                        "USING (seq) WHERE " +
                            where + " ORDER BY text.seq DESC");
    int i = 0;
    s.bind(++i, filter.before.value_or(INT64_MAX));
    for (const auto* value : {&filter.platform, &filter.control, &filter.account})
      if (*value) s.bind(++i, **value);
    try {
      return read_entries(s, *salvage, filter.limit);
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  });
}

Result<Head> Record::head() {
  return database_->read<Head>([&](SQLite::Database& db) -> Result<Head> {
    try {
      return read_head(db);
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  });
}

Result<std::optional<LastErase>> Record::last_erase() {
  using Last = std::optional<LastErase>;
  return database_->read<Last>([&](SQLite::Database& db) -> Result<Last> {
    try {
      const std::int64_t seq = read_head(db).erased;
      if (seq == 0) return Last();
      SQLite::Statement s(db,
                          "SELECT text.seq, hash, payload, prev, digest, salt FROM text JOIN link "
                          "USING (seq) WHERE text.seq = ?");
      s.bind(1, seq);
      const auto notes = read_entries(s, true);
      const auto note = notes.empty() ? Result<json>(json()) : parse_json(notes[0].payload);
      // A note that is damaged still tells that there was an erase.
      if (!note || !note->is_object()) return Last(LastErase{seq, {}, {}});
      return Last(LastErase{seq, note->value("received", ""), note->value("what", "")});
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  });
}

}  // namespace optoutlog::record
