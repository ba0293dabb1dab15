#include "record/record.h"

#include "record/damage.h"
#include "record/random.h"
#include "record/tables.h"

namespace optoutlog::record {

std::string_view to_word(Effect effect) {
  switch (effect) {
    case Effect::kConfirmed:
      return "confirmed";
    case Effect::kDuplicate:
      return "duplicate";
    case Effect::kRecorded:
      break;
  }
  return "recorded";
}

std::string_view Scope::word() const {
  if (is_all()) return "all";
  if (platform && account) return "platform-account";
  return platform ? "platform" : "account";
}

Result<std::unique_ptr<Record>> Record::open(const std::filesystem::path& folder, bool make, Now now) {
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
      // The clock is read with the lock held: two hosts that wait for each other must not look like a clock
      // that goes backwards.
      const Millis received = now_();
      Appender appender(db);
      const bool back = received < appender.last_received() - kSecond;
      Outcomes outcomes;
      for (const Entry& entry : entries) {
        if (const auto there = find_id(db, entry.id)) {
          outcomes.push_back({entry.id, *there, Effect::kDuplicate});
          continue;
        }
        const Timing timing = timing_of(entry.at, received);
        auto line = read_line(db, entry.subject);
        if (const std::int64_t same = line ? confirms(*line, entry, timing) : 0) {
          confirm(*line, entry, timing);
          write_line(db, *line);
          outcomes.push_back({entry.id, same, Effect::kConfirmed});
          continue;
        }
        const bool is_new = !line;
        if (is_new) {
          line.emplace();
          line->subject = entry.subject;
        }
        const auto seq =
            appender.add(entry.id, payload_of(entry, received, timing.ahead, back), &entry.subject);
        apply(*line, entry, timing, seq, is_new);
        write_line(db, *line);
        newest = entry.id;
        outcomes.push_back({entry.id, seq, Effect::kRecorded});
      }
      if (!newest.empty()) appender.finish(received);
      return outcomes;
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  };
  return database_->write<Outcomes>(
      now_(), body, [&](SQLite::Database& db) { return !newest.empty() && find_id(db, newest).has_value(); });
}

Result<std::vector<Line>> Record::lines(std::int64_t skip, std::int64_t limit) {
  return database_->read<std::vector<Line>>([&](SQLite::Database& db) -> Result<std::vector<Line>> {
    try {
      return read_lines(db, skip, limit);
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  });
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
    SQLite::Statement s(
        db, "SELECT text.seq, hash, payload, prev, digest, salt FROM text JOIN link USING (seq) WHERE " +
                where + " ORDER BY text.seq DESC LIMIT ?");
    int i = 0;
    s.bind(++i, filter.before.value_or(INT64_MAX));
    for (const auto* value : {&filter.platform, &filter.control, &filter.account})
      if (*value) s.bind(++i, **value);
    s.bind(++i, filter.limit);
    try {
      return read_entries(s, *salvage);
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

}  // namespace optoutlog::record
