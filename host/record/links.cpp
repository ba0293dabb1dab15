#include "record/links.h"

#include "record/chain.h"

namespace optoutlog::record {

std::optional<std::string> text_or_none(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional(column.getString());
}

std::string links_where(bool outdated, const std::string& rest) {
  return std::string(
             "SELECT link.seq, link.prev, link.digest, link.hash, text.salt, text.payload, "
             "text.platform, text.account, text.control, text.unit, link.id, ") +
         (outdated ? "NULL" : "text.joins") + " FROM link LEFT JOIN text ON text.seq = link.seq " +
         rest;
}

StoredLink stored_link_of(SQLite::Statement& s) {
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

bool is_whole(const StoredLink& link) {
  return (!link.salt || entry_digest(*link.salt, link.payload) == link.digest) &&
         link_hash(link.seq, link.prev, link.digest) == link.hash;
}

Result<void> Record::refuse_if_misshapen() {
  const auto fine = database_->read<bool>([&](SQLite::Database&) -> Result<bool> {
    if (auto whole = database_->refuse_if_misshapen(); !whole) return whole.error();
    return true;
  });
  if (!fine) return fine.error();
  return {};
}

namespace {

// How often, and until when, readings only confirmed the entries of the slice. What is damaged of
// it keeps nobody from the links.
void add_again(SQLite::Database& db, Record::Slice& slice) {
  if (slice.links.empty()) return;
  try {
    SQLite::Statement s(
        db, "SELECT seq, times, last FROM again WHERE seq BETWEEN ? AND ? ORDER BY seq");
    s.bind(1, slice.links.front().seq);
    s.bind(2, slice.links.back().seq);
    auto link = slice.links.begin();
    while (s.executeStep()) {
      const auto seq = s.getColumn(0).getInt64();
      while (link != slice.links.end() && link->seq < seq) ++link;
      if (link == slice.links.end()) break;
      if (link->seq == seq) link->again = {s.getColumn(1).getInt64(), s.getColumn(2).getInt64()};
    }
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode();
    if (code != SQLITE_ERROR && code != SQLITE_CORRUPT) throw;
    slice.again_lost = true;
  }
}

}  // namespace

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
      while (s.executeStep()) slice.links.push_back(stored_link_of(s));
      if (!database_->is_outdated()) add_again(db, slice);
      return slice;
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  });
}

}  // namespace optoutlog::record
