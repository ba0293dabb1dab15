#include "record/resume.h"

#include "base/json_text.h"
#include "base/progress.h"
#include "record/derive.h"
#include "record/tables.h"

namespace optoutlog::record {
namespace {

using Content = ChainCheck::Content;

std::optional<std::string> member_of(const json& payload, const char* name) {
  const json value = payload.value(name, json());
  return value.is_string() ? std::optional(value.get<std::string>()) : std::nullopt;
}

Error incomplete(std::int64_t seq, const std::string& why) {
  return Error(errors::kPacketInvalid,
               "This export of your own log goes on where the log ends, but entry " +
                   std::to_string(seq) + " " + why +
                   ". Nothing was taken from it. Export the other copy whole, with the format "
                   "json.",
               {{"why", "entry " + std::to_string(seq) + " " + why}});
}

// The links after ours, one by one. Their content has to be an entry or a note as this host writes
// them: what comes in here is the person's own log from then on.
class Resumer {
 public:
  explicit Resumer(SQLite::Database& db)
      : db_(db),
        link_(db, "INSERT INTO link (seq, id, prev, digest, hash) VALUES (?, ?, ?, ?, ?)"),
        text_(db,
              "INSERT INTO text (seq, salt, payload, platform, control, account, unit, joins) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)") {}

  Result<void> add(const Packet::Link& item) {
    const StoredLink& stored = item.stored;
    if (item.content == Content::kWithheld) return incomplete(stored.seq, "is withheld in it");
    // the id of an erased entry is in no export
    std::string id = "erased-" + to_hex(stored.hash);
    json payload;
    if (item.content == Content::kDisclosed) {
      const auto parsed = parse_json(stored.payload);
      if (!parsed || !is_ours(*parsed, stored.seq))
        return incomplete(stored.seq, "is no entry of a log");
      payload = *parsed;
      id = payload.value("id", "");
      const json received = payload.value("received", json());
      received_ =
          std::max(received_, parse_time(received.get_ref<const std::string&>()).value_or(0));
      if (payload.value("type", json()) == "erased") note_ = stored.seq;
    }
    put_link(stored, id);
    if (item.content == Content::kDisclosed) put_text(stored, payload);
    return {};
  }

  Millis received() const { return received_; }
  std::optional<std::int64_t> note() const { return note_; }

 private:
  static bool is_ours(const json& payload, std::int64_t seq) {
    const json received = payload.value("received", json());
    if (!received.is_string() || !parse_time(received.get_ref<const std::string&>())) return false;
    const json type = payload.value("type", json());
    if (type == "picture" || type == "witness") return is_beside(payload);
    if (type.is_null()) return parse_entry(payload, "entry " + std::to_string(seq)).ok();
    // a time-stamp was looked at with the chain
    return (type == "erased" || type == "stamp") && payload.value("id", json()).is_string() &&
           payload.value("platform", json()).is_null() &&
           payload.value("account", json()).is_null();
  }

  // Looked at with the chain; nothing in it may make it a reading.
  static bool is_beside(const json& payload) {
    for (const char* name : {"control", "unit", "joins", "basis"})
      if (!payload.value(name, json()).is_null()) return false;
    return payload.value("id", json()).is_string();
  }

  void put_link(const StoredLink& stored, const std::string& id) {
    link_.reset();
    link_.bind(1, stored.seq);
    link_.bind(2, id);
    bind_blob(link_, 3, stored.prev);
    bind_blob(link_, 4, stored.digest);
    bind_blob(link_, 5, stored.hash);
    link_.exec();
  }

  void put_text(const StoredLink& stored, const json& payload) {
    text_.reset();
    text_.clearBindings();
    text_.bind(1, stored.seq);
    bind_blob(text_, 2, *stored.salt);
    text_.bind(3, stored.payload);
    int column = 3;
    for (const char* name : {"platform", "control", "account", "unit", "joins"})
      bind_text(text_, ++column, member_of(payload, name));
    text_.exec();
    if (payload.value("type", json()) == "picture") take_picture(payload, stored.seq);
  }

  // Its file was put there before.
  void take_picture(const json& payload, std::int64_t seq) {
    const auto picture = picture_of(payload, seq);
    put_picture(db_, seq, picture->of, picture->name());
  }

  SQLite::Database& db_;
  SQLite::Statement link_;
  SQLite::Statement text_;
  Millis received_ = 0;
  std::optional<std::int64_t> note_;
};

// What its owner erased in the other copy goes here as well. Returns how many contents went.
std::int64_t remove_erased(SQLite::Database& db, const Packet& packet, std::int64_t count) {
  SQLite::Statement gone(db, "DELETE FROM text WHERE seq = ?");
  std::int64_t removed = 0;
  for (std::int64_t seq = 1; seq <= count; ++seq) {
    if (packet.links[static_cast<std::size_t>(seq) - 1].content != Content::kErased) continue;
    gone.reset();
    gone.bind(1, seq);
    removed += gone.exec();
  }
  return removed;
}

}  // namespace

Result<std::int64_t> resume(SQLite::Database& db, const Packet& packet, const Head& ours,
                            bool may_erase) {
  SQLite::Statement hash(db, "SELECT hash FROM link WHERE seq = ?");
  const auto same = [&](std::int64_t seq) {
    hash.reset();
    hash.bind(1, seq);
    return hash.executeStep() &&
           from_blob<32>(hash.getColumn(0).getBlob(), hash.getColumn(0).getBytes()) ==
               packet.links[static_cast<std::size_t>(seq) - 1].stored.hash;
  };
  if (const auto seq = first_difference(std::min(ours.count, packet.head.count), same); seq != 0)
    return Error(errors::kPacketConflict,
                 "The export is of this very log, and tells another story from link " +
                     std::to_string(seq) +
                     " on: two copies of the log were each written to. Nothing was taken from it, "
                     "and nothing is lost; keep the file.",
                 {{"record", to_hex(packet.head.record)}, {"seq", seq}});
  if (packet.head.count <= ours.count) return std::int64_t{0};
  hash.reset();

  const Appender whole(db);  // Contradiction where our own end is not what it should be
  Resumer resumer(db);
  for (std::int64_t seq = ours.count + 1; seq <= packet.head.count; ++seq) {
    progress.taken.fetch_add(1, std::memory_order_relaxed);
    if (auto added = resumer.add(packet.links[static_cast<std::size_t>(seq) - 1]); !added)
      return added.error();
  }
  if (const auto erased = remove_erased(db, packet, ours.count); erased > 0 && !may_erase)
    return Error(errors::kPacketConflict,
                 "The export says that " + std::to_string(erased) +
                     " entries which this log still has were erased. Nothing was taken from it. To "
                     "erase them here too, run: optoutlog import FILE --erase-too",
                 {{"record", to_hex(packet.head.record)}, {"erased", erased}});
  set_meta(db, "count", packet.head.count);
  set_meta(db, "received", std::max(resumer.received(), whole.last_received()));
  if (resumer.note()) set_meta(db, "erased", *resumer.note());
  SQLite::Statement head(db, "UPDATE meta SET value = ? WHERE name = 'head'");
  bind_blob(head, 1, packet.head.hash);
  head.exec();
  rewrite_lines(db);
  return packet.head.count - ours.count;
}

}  // namespace optoutlog::record
