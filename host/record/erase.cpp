#include <SQLiteCpp/SQLiteCpp.h>

#include "base/random.h"
#include "record/tables.h"

// Erasing (host/RECORD.md, section 3): content goes, links stay, a note says which numbers.
namespace optoutlog::record {
namespace {

constexpr std::size_t kMaxRanges = 2000;  // keeps one note well under the size of a frame

using Range = std::pair<std::int64_t, std::int64_t>;

void bind(SQLite::Statement& s, const Scope& scope) {
  int i = 0;
  if (scope.platform) s.bind(++i, *scope.platform);
  if (scope.account) s.bind(++i, *scope.account);
}

std::string where(const char* table, const Scope& scope) {
  std::string sql = std::string(" FROM ") + table + " WHERE true";
  if (scope.platform) sql += " AND platform = ?";
  if (scope.account) sql += " AND account = ?";
  return sql;
}

std::int64_t remove(SQLite::Database& db, const char* table, const Scope& scope) {
  SQLite::Statement s(db, "DELETE" + where(table, scope));
  bind(s, scope);
  return s.exec();
}

// An entry without account that counts for the account, because another of its visit joined it,
// goes with it.
constexpr const char* kCountsFor =
    "platform IS NOT NULL AND (?1 IS NULL OR platform = ?1) AND (?2 IS NULL OR account = ?2 OR "
    "(account IS NULL AND (SELECT by.account FROM text AS by, link WHERE link.seq = text.seq AND "
    "by.joins = link.id AND by.platform = text.platform AND by.control = text.control AND by.unit "
    "IS text.unit AND by.account IS NOT NULL ORDER BY by.seq LIMIT 1) = ?2))";

// What a witness says that its reading is; NULL for all else.
constexpr const char* kWitnessOf =
    "CASE WHEN platform IS NOT NULL AND control IS NULL AND json_valid(payload) AND "
    "json_extract(payload, '$.type') = 'witness' THEN json_extract(payload, '$.of.seq') END";

std::vector<Range> matching(SQLite::Database& db, const Scope& scope, bool pictures = true) {
  const std::string readings = std::string("SELECT seq FROM text WHERE ") + kCountsFor;
  // Pictures and witnesses go with their readings.
  std::string sql =
      readings + " UNION SELECT seq FROM text WHERE " + kWitnessOf + " IN (" + readings + ")";
  if (pictures) sql += " UNION SELECT picture.seq FROM picture WHERE of IN (" + readings + ")";
  SQLite::Statement s(db, sql + " ORDER BY 1");
  if (scope.platform) s.bind(1, *scope.platform);
  if (scope.account) s.bind(2, *scope.account);
  std::vector<Range> ranges;
  while (s.executeStep()) {
    const std::int64_t seq = s.getColumn(0).getInt64();
    if (!ranges.empty() && ranges.back().second == seq - 1) {
      ranges.back().second = seq;
    } else {
      ranges.emplace_back(seq, seq);
    }
  }
  return ranges;
}

std::int64_t length_of(const std::vector<Range>& ranges) {
  std::int64_t length = 0;
  for (const Range& r : ranges) length += r.second - r.first + 1;
  return length;
}

std::string note(const std::string& id, Millis received, const Scope& scope, const Range* first,
                 const Range* last) {
  json ranges = json::array();
  std::int64_t count = 0;
  for (const Range* r = first; r != last; ++r) {
    ranges.push_back({r->first, r->second});
    count += r->second - r->first + 1;
  }
  return json{{"type", "erased"},     {"id", id},       {"received", format_time(received)},
              {"what", scope.word()}, {"count", count}, {"ranges", std::move(ranges)}}
      .dump();
}

}  // namespace

Result<Erased> Record::would_erase(const Scope& scope) {
  return database_->read<Erased>([&](SQLite::Database& db) -> Result<Erased> {
    try {
      Erased result;
      result.count = length_of(matching(db, scope, !database_->is_outdated()));
      SQLite::Statement s(db, "SELECT count(*)" + where("source_text", scope));
      bind(s, scope);
      s.executeStep();
      result.imported = s.getColumn(0).getInt64();
      result.entries_left =
          db.execAndGet("SELECT count(*) FROM text WHERE platform IS NOT NULL").getInt64();
      result.links = read_head(db).count;
      return result;
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  });
}

Result<Erased> Record::erase(const Scope& scope) {
  std::string newest;
  bool free_space = false;
  const auto body = [&](SQLite::Database& db) -> Result<Erased> {
    try {
      const Millis received = now_();
      const auto ranges = matching(db, scope);
      Erased result;
      result.count = length_of(ranges);
      if (!ranges.empty()) {
        Appender appender(db);
        SQLite::Statement gone(db, "DELETE FROM text WHERE seq BETWEEN ? AND ?");
        for (const Range& r : ranges) {
          gone.reset();
          gone.bind(1, r.first);
          gone.bind(2, r.second);
          gone.exec();
        }
        for (std::size_t at = 0; at < ranges.size(); at += kMaxRanges) {
          const auto* first = ranges.data() + at;
          newest = random_uuid();
          result.note = appender.add(newest,
                                     note(newest, received, scope, first,
                                          first + std::min(kMaxRanges, ranges.size() - at)),
                                     nullptr);
        }
        appender.finish(received);
        set_meta(db, "erased", *result.note);
      }
      // Lines go with their entries: the key holds platform and account, so none is left half.
      remove(db, "state", scope);
      set_line_count(db);
      result.imported = remove(db, "source_text", scope);  // a stranger's may name no platform
      result.entries_left =
          db.execAndGet("SELECT count(*) FROM text WHERE platform IS NOT NULL").getInt64();
      result.links = read_head(db).count;
      free_space = db.execAndGet("PRAGMA freelist_count").getInt64() > 0;
      return result;
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  };
  auto erased = database_->write<Erased>(now_(), body, [&](SQLite::Database& db) {
    return !newest.empty() && find_id(db, newest).has_value();
  });
  if (!erased) return erased;
  const auto swept = sweep_pictures();
  // Removed content is overwritten by secure_delete where it stood; copies that SQLite left behind
  // while it moved rows between pages only go with the free space. Free space without an erase is
  // what an earlier one could not give back.
  const bool remains = free_space || erased->note || erased->imported > 0;
  erased->compacted = (!remains || database_->compact()) && swept && *swept;
  return erased;
}

}  // namespace optoutlog::record
