#include <algorithm>
#include <initializer_list>
#include <tuple>

#include "record/chain.h"
#include "record/check.h"
#include "record/derive.h"
#include "record/schema.h"
#include "record/tables.h"

namespace optoutlog::record {
namespace {

// `outdated`: the table has no column `joins` yet.
std::string links_where(bool outdated, const std::string& rest) {
  return std::string(
             "SELECT link.seq, link.prev, link.digest, link.hash, text.salt, text.payload, "
             "text.platform, text.account, text.control, text.unit, link.id, ") +
         (outdated ? "NULL" : "text.joins") + " FROM link LEFT JOIN text ON text.seq = link.seq " +
         rest;
}

template <std::size_t N>
std::array<std::uint8_t, N> bytes_or_zero(const SQLite::Column& column) {
  return from_blob<N>(column.getBlob(), column.getBytes()).value_or(std::array<std::uint8_t, N>{});
}

std::optional<std::string> text_or_none(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional(column.getString());
}

StoredLink link_of(SQLite::Statement& s) {
  StoredLink link;
  link.seq = s.getColumn(0).getInt64();
  link.prev = bytes_or_zero<32>(s.getColumn(1));
  link.digest = bytes_or_zero<32>(s.getColumn(2));
  link.hash = bytes_or_zero<32>(s.getColumn(3));
  if (!s.getColumn(5).isNull()) {
    link.salt = bytes_or_zero<16>(s.getColumn(4));
    link.payload = s.getColumn(5).getString();
    link.platform = text_or_none(s.getColumn(6));
    link.account = text_or_none(s.getColumn(7));
    link.is_note = !link.platform;
  }
  return link;
}

// That what is searched and what `status` is keyed by is what the chain protects: the columns from
// `first` on, by the payload's members of these names.
bool columns_fit(SQLite::Statement& s, int first, std::initializer_list<const char*> members,
                 const json& payload) {
  for (const char* member : members) {
    const auto value = text_or_none(s.getColumn(first++));
    const json said = payload.value(member, json());
    if (value ? said != *value : !said.is_null()) return false;
  }
  return true;
}

// The lines are worked out again from the entries. A row that is gone, one too many, and one that
// says something else are found alike.
void check_state(SQLite::Database& db, ChainCheck& check) {
  const auto row = [](const Line& line) {
    return std::tuple(line.subject.platform, line.subject.control, line.subject.account,
                      line.subject.unit, line_text(line));
  };
  try {
    const auto held = read_lines(db, true, 0, -1);  // each row's mark is compared as it is read
    const auto derived = derive_lines(db);
    if (!std::equal(held.begin(), held.end(), derived.begin(), derived.end(),
                    [&](const Line& a, const Line& b) { return row(a) == row(b); }))
      check.fail(0, "state");
  } catch (const Contradiction&) {
    check.fail(0, "state");
  }
}

std::optional<Broken> broken_schema(SQLite::Database& db) {
  const auto changed = changed_schema(db);
  if (!changed) return std::nullopt;
  return Broken{0, "integrity",
                "The file's own rules are not those of a record: " + *changed +
                    " was changed, is missing or is one too many. The entries themselves are "
                    "intact.",
                std::nullopt};
}

// The imported chains, each for itself. Content that is not there was withheld, or erased; notes
// are never kept.
std::optional<Broken> broken_source(SQLite::Database& db) {
  SQLite::Statement sources(db, "SELECT record, count, head FROM source ORDER BY imported, record");
  while (sources.executeStep()) {
    const auto record = bytes_or_zero<16>(sources.getColumn(0));
    ChainCheck check(record, false);
    SQLite::Statement s(
        db,
        "SELECT link.seq, link.prev, link.digest, link.hash, text.salt, text.payload, "
        "text.platform, text.account FROM source_link AS link LEFT JOIN source_text AS text USING "
        "(record, seq) WHERE link.record = ? ORDER BY link.seq");
    bind_blob(s, 1, record);
    while (s.executeStep()) {
      const StoredLink link = link_of(s);
      if (!check.add(link,
                     link.salt ? ChainCheck::Content::kDisclosed : ChainCheck::Content::kWithheld))
        break;
      if (link.salt && !columns_fit(s, 6, {"platform", "account"}, check.payload())) {
        check.fail(link.seq, "columns");
        break;
      }
    }
    check.finish(sources.getColumn(1).getInt64(), bytes_or_zero<32>(sources.getColumn(2)));
    if (auto broken = check.broken()) {
      broken->source = record;
      broken->says = "In the imported record " + to_hex(record) + ": " + broken->says;
      return broken;
    }
  }
  SQLite::Statement lost(db,
                         "SELECT record, min(seq) FROM source_text WHERE (record, seq) NOT IN "
                         "(SELECT record, seq FROM source_link) GROUP BY record");
  if (lost.executeStep())
    return Broken{lost.getColumn(1).getInt64(), "missing",
                  "Imported content stands without its link.",
                  bytes_or_zero<16>(lost.getColumn(0))};
  return std::nullopt;
}

}  // namespace

bool is_whole(const StoredLink& link) {
  return (!link.salt || entry_digest(*link.salt, link.payload) == link.digest) &&
         link_hash(link.seq, link.prev, link.digest) == link.hash;
}

Result<Verdict> Record::verify() {
  return database_->read<Verdict>([&](SQLite::Database& db) -> Result<Verdict> {
    try {
      Verdict verdict{read_head(db), std::nullopt, {}};
      ChainCheck check(verdict.head.record, true);
      const std::string finding = db.execAndGet("PRAGMA integrity_check(1)").getString();
      if (finding != "ok") {
        verdict.broken =
            Broken{0, "integrity", "SQLite's own check of the file says: " + finding, std::nullopt};
        return verdict;
      }
      const bool outdated = database_->is_outdated();
      SQLite::Statement s(db, links_where(outdated, "ORDER BY link.seq"));
      while (s.executeStep()) {
        const StoredLink link = link_of(s);
        const std::int64_t next = check.count() + 1;
        if (link.seq != next) {
          check.fail(next, "missing");
          break;
        }
        if (!check.add(link,
                       link.salt ? ChainCheck::Content::kDisclosed : ChainCheck::Content::kErased))
          break;
        if (link.salt && !(columns_fit(s, 6, {"platform", "account", "control", "unit", "id"},
                                       check.payload()) &&
                           (outdated || columns_fit(s, 11, {"joins"}, check.payload())))) {
          check.fail(link.seq, "columns");
          break;
        }
      }
      SQLite::Statement orphan(db,
                               "SELECT min(seq) FROM text WHERE seq NOT IN (SELECT seq FROM link)");
      if (orphan.executeStep() && !orphan.getColumn(0).isNull())
        check.fail(orphan.getColumn(0).getInt64(), "missing");
      check.finish(verdict.head.count, verdict.head.hash);
      if (!check.broken() && !outdated) check_state(db, check);
      verdict.broken = check.broken();
      verdict.stamps = check.stamps();
      if (!verdict.broken && !outdated) verdict.broken = broken_schema(db);
      if (!verdict.broken) verdict.broken = broken_source(db);
      return verdict;
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  });
}

Result<void> Record::refuse_if_misshapen() {
  const auto fine = database_->read<bool>([&](SQLite::Database&) -> Result<bool> {
    if (auto whole = database_->refuse_if_misshapen(); !whole) return whole.error();
    return true;
  });
  if (!fine) return fine.error();
  return {};
}

Result<Record::Slice> Record::slice(std::int64_t after, std::optional<std::int64_t> count,
                                    std::int64_t limit) {
  return database_->read<Slice>([&](SQLite::Database& db) -> Result<Slice> {
    try {
      Slice slice{read_head(db), {}};
      if (count && *count != slice.head.count) {
        SQLite::Statement then(db, "SELECT hash FROM link WHERE seq = ?");
        then.bind(1, *count);
        if (!then.executeStep())
          return database_->corrupt("link " + std::to_string(*count) + " is missing");
        slice.head.hash = bytes_or_zero<32>(then.getColumn(0));
        slice.head.count = *count;
      }
      SQLite::Statement s(
          db, links_where(database_->is_outdated(),
                          "WHERE link.seq > ? AND link.seq <= ? ORDER BY link.seq LIMIT ?"));
      s.bind(1, after);
      s.bind(2, slice.head.count);
      s.bind(3, limit);
      while (s.executeStep()) slice.links.push_back(link_of(s));
      return slice;
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  });
}

}  // namespace optoutlog::record
