#include <set>

#include "base/json_text.h"
#include "base/progress.h"
#include "record/resume.h"
#include "record/tables.h"

// Exports of other computers. Each keeps its own chain, apart from ours, under its record's id
// (host/RECORD.md, section 9).
namespace optoutlog::record {
namespace {

std::int64_t count_of(SQLite::Database& db, const RecordId& record) {
  SQLite::Statement s(db, "SELECT count FROM source WHERE record = ?");
  bind_blob(s, 1, record);
  return s.executeStep() ? s.getColumn(0).getInt64() : 0;
}

// Where both know the same links and differ; 0 when one continues the other.
std::int64_t difference(SQLite::Database& db, const Packet& packet, std::int64_t known) {
  SQLite::Statement s(db, "SELECT hash FROM source_link WHERE record = ? AND seq = ?");
  return first_difference(std::min(known, packet.head.count), [&](std::int64_t seq) {
    s.reset();
    bind_blob(s, 1, packet.head.record);
    s.bind(2, seq);
    return s.executeStep() && from_blob<32>(s.getColumn(0).getBlob(), s.getColumn(0).getBytes()) ==
                                  packet.links[static_cast<std::size_t>(seq) - 1].stored.hash;
  });
}

void put_source(SQLite::Database& db, const Packet& packet, Millis imported) {
  SQLite::Statement s(db,
                      "INSERT INTO source (record, count, head, imported, tool) VALUES (?, ?, ?, "
                      "?, ?) ON CONFLICT (record) DO UPDATE SET count = excluded.count, head = "
                      "excluded.head, imported = excluded.imported, tool = excluded.tool");
  bind_blob(s, 1, packet.head.record);
  s.bind(2, packet.head.count);
  bind_blob(s, 3, packet.head.hash);
  s.bind(4, imported);
  s.bind(5, packet.tool);
  s.exec();
}

// Which numbers the owner of an imported record is known to have erased, in meta: an older export
// of it must not bring them back.
std::string erased_name(const RecordId& record) {
  return "erased " + to_hex(record);
}
std::set<std::int64_t> read_erased(SQLite::Database& db, const RecordId& record) {
  SQLite::Statement s(db, "SELECT value FROM meta WHERE name = ?");
  s.bind(1, erased_name(record));
  std::set<std::int64_t> erased;
  if (!s.executeStep()) return erased;
  const auto list = parse_json(s.getColumn(0).getString());
  if (!list || !list->is_array()) throw Contradiction{"its note of erased imports is no list"};
  for (const json& seq : *list)
    if (seq.is_number_integer()) erased.insert(seq.get<std::int64_t>());
  return erased;
}
void write_erased(SQLite::Database& db, const RecordId& record,
                  const std::set<std::int64_t>& erased) {
  SQLite::Statement s(db, "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)");
  s.bind(1, erased_name(record));
  s.bind(2, json(erased).dump());
  s.exec();
}

// Returns how many contents are new, or were damaged here and are whole again.
std::int64_t put_links(SQLite::Database& db, const Packet& packet, std::int64_t known) {
  std::set<std::int64_t> erased = read_erased(db, packet.head.record);
  const std::size_t before = erased.size();
  SQLite::Statement link(
      db, "INSERT INTO source_link (record, seq, prev, digest, hash) VALUES (?, ?, ?, ?, ?)");
  SQLite::Statement text(
      db,
      "INSERT INTO source_text (record, seq, salt, payload, platform, account) VALUES (?, ?, ?, ?, "
      "?, ?) ON CONFLICT (record, seq) DO UPDATE SET salt = excluded.salt, payload = "
      "excluded.payload, platform = excluded.platform, account = excluded.account WHERE salt IS "
      "NOT excluded.salt OR payload IS NOT excluded.payload OR platform IS NOT excluded.platform "
      "OR account IS NOT excluded.account");
  SQLite::Statement gone(db, "DELETE FROM source_text WHERE record = ? AND seq = ?");
  std::int64_t added = 0;
  for (const Packet::Link& item : packet.links) {
    progress.taken.fetch_add(1, std::memory_order_relaxed);
    const StoredLink& stored = item.stored;
    if (stored.seq > known) {
      link.reset();
      bind_blob(link, 1, packet.head.record);
      link.bind(2, stored.seq);
      bind_blob(link, 3, stored.prev);
      bind_blob(link, 4, stored.digest);
      bind_blob(link, 5, stored.hash);
      link.exec();
    }
    if (item.content == ChainCheck::Content::kErased) {  // its owner wanted it gone
      gone.reset();
      bind_blob(gone, 1, packet.head.record);
      gone.bind(2, stored.seq);
      gone.exec();
      erased.insert(stored.seq);
    } else if (item.content == ChainCheck::Content::kDisclosed && !stored.is_note &&
               erased.count(stored.seq) == 0) {
      text.reset();
      text.clearBindings();
      bind_blob(text, 1, packet.head.record);
      text.bind(2, stored.seq);
      bind_blob(text, 3, *stored.salt);
      text.bind(4, stored.payload);
      if (stored.platform) text.bind(5, *stored.platform);
      if (stored.account) text.bind(6, *stored.account);
      added += text.exec();
    }
  }
  if (erased.size() > before) write_erased(db, packet.head.record, erased);
  return added;
}

}  // namespace

Result<Imported> Record::import_packet(const Packet& packet, bool may_erase,
                                       const Files& pictures) {
  if (packet.broken)
    return Error(errors::kPacketBroken,
                 "The export does not verify, so nothing was taken from it. " + packet.broken->says,
                 {{"seq", packet.broken->seq}, {"reason", packet.broken->reason}});
  const auto before = head();
  if (!before) return before.error();
  // Of this very record, and new here.
  std::vector<Picture> fresh;
  for (const Picture& picture : packet.pictures)
    if (before->record == packet.head.record && picture.seq > before->count)
      fresh.push_back(picture);
  if (!fresh.empty())
    if (auto announced = announce(fresh); !announced) return announced.error();
  const auto imported = database_->write<Imported>(
      now_(),
      [&](SQLite::Database& db) -> Result<Imported> {
        try {
          Imported result;
          const Head ours = read_head(db);
          result.own = ours.record == packet.head.record;
          if (result.own) {
            if (auto placed = place(db, fresh, pictures); !placed) return placed.error();
            const auto resumed = resume(db, packet, ours, may_erase);
            if (!resumed) return resumed.error();
            result.added = *resumed;
            result.links = ours.count + *resumed;
            result.entries =
                db.execAndGet("SELECT count(*) FROM text WHERE platform IS NOT NULL").getInt64();
            return result;
          }
          const std::int64_t known = count_of(db, packet.head.record);
          if (const auto seq = difference(db, packet, known); seq != 0)
            return Error(errors::kPacketConflict,
                         "The export tells another story than the one that was imported before "
                         "under the same id, from link " +
                             std::to_string(seq) +
                             " on. Nothing was taken from it; one of the two was changed.",
                         {{"record", to_hex(packet.head.record)}, {"seq", seq}});
          result.added = put_links(db, packet, known);
          if (packet.head.count >= known) put_source(db, packet, now_());
          result.links = std::max(known, packet.head.count);
          SQLite::Statement held(db, "SELECT count(*) FROM source_text WHERE record = ?");
          bind_blob(held, 1, packet.head.record);
          held.executeStep();
          result.entries = held.getColumn(0).getInt64();
          return result;
        } catch (const Contradiction& found) {
          return database_->corrupt(found.what);
        }
      },
      [](SQLite::Database&) { return false; });  // importing again is harmless, so the error stands
  // what could not be taken, and what its owner erased in the other copy
  (void)sweep_pictures();
  return imported;
}

Result<std::vector<Source>> Record::sources() {
  using Sources = std::vector<Source>;
  return database_->read<Sources>([&](SQLite::Database& db) -> Result<Sources> {
    SQLite::Statement s(db,
                        "SELECT record, count, imported, tool, (SELECT count(*) FROM source_text "
                        "AS t WHERE t.record = source.record) FROM source ORDER BY imported");
    Sources found;
    while (s.executeStep()) {
      const auto id = from_blob<16>(s.getColumn(0).getBlob(), s.getColumn(0).getBytes());
      if (!id) return database_->corrupt("an imported record without an id");
      found.push_back({*id, s.getColumn(1).getInt64(), s.getColumn(4).getInt64(),
                       s.getColumn(2).getInt64(), s.getColumn(3).getString()});
    }
    return found;
  });
}

Result<bool> Record::remove_source(const RecordId& source) {
  const auto removed = database_->write<bool>(
      now_(),
      [&](SQLite::Database& db) -> Result<bool> {
        int rows = 0;
        for (const char* table : {"source_text", "source_link", "source"}) {
          SQLite::Statement s(db, std::string("DELETE FROM ") + table + " WHERE record = ?");
          bind_blob(s, 1, source);
          rows += s.exec();
        }
        SQLite::Statement note(db, "DELETE FROM meta WHERE name = ?");
        note.bind(1, erased_name(source));
        note.exec();
        return rows > 0;
      },
      [](SQLite::Database&) { return false; });  // removing again is harmless
  if (removed && *removed) (void)database_->compact();
  return removed;
}

Result<std::vector<HistoryEntry>> Record::source_history(const RecordId& source,
                                                         const HistoryFilter& filter) {
  using Entries = std::vector<HistoryEntry>;
  std::string where = "record = ? AND seq < ?";
  if (filter.platform) where += " AND platform = ?";
  if (filter.account) where += " AND account = ?";
  return database_->read<Entries>([&](SQLite::Database& db) -> Result<Entries> {
    const auto salvage = salvages();
    if (!salvage) return salvage.error();
    SQLite::Statement s(db,
                        "SELECT seq, hash, payload, prev, digest, salt FROM source_text JOIN "
                        "source_link USING (record, seq) WHERE " +
                            where + " ORDER BY seq DESC");
    int i = 0;
    bind_blob(s, ++i, source);
    s.bind(++i, filter.before.value_or(INT64_MAX));
    for (const auto* value : {&filter.platform, &filter.account})
      if (*value) s.bind(++i, **value);
    try {
      return read_entries(s, *salvage, filter.limit);
    } catch (const Contradiction& found) {
      return Error(errors::kPacketBroken,
                   "In the imported record " + to_hex(source) + ", " + found.what +
                       ". Import its file again: what is wrong is then replaced. Your own log is "
                       "not touched by this.",
                   {{"record", to_hex(source)}});
    }
  });
}

}  // namespace optoutlog::record
