#include "record/stamp.h"

#include "base/base64.h"
#include "record/record.h"
#include "record/tables.h"

namespace optoutlog::record {
namespace {

constexpr std::size_t kUrlBytes = 2000;

bool is_base64(const json& value, std::size_t most) {
  if (!value.is_string()) return false;
  const auto& text = value.get_ref<const std::string&>();
  return text.size() <= most && from_base64(text).has_value();
}

// A list of base64 texts that together take at most kListBytes.
bool is_list(const json& value, std::size_t least) {
  if (!value.is_array() || value.size() < least || value.size() > kListCount) return false;
  std::size_t bytes = 0;
  for (const json& one : value) {
    if (!is_base64(one, kListBytes)) return false;
    bytes += one.get_ref<const std::string&>().size();
  }
  return bytes <= kListBytes;
}

bool is_authority(const json& value) {
  if (!value.is_object()) return false;
  const json name = value.value("name", json());
  const json url = value.value("url", json());
  return (name.is_null() || (name.is_string() && is_slug(name.get_ref<const std::string&>()))) &&
         url.is_string() && is_text(url.get_ref<const std::string&>(), kUrlBytes);
}

}  // namespace

std::optional<Stamp> stamp_of(const json& payload, std::int64_t seq) {
  if (!payload.is_object()) return std::nullopt;
  const json covers = payload.value("covers", json());
  if (!covers.is_object()) return std::nullopt;
  const json count = covers.value("count", json());
  const json head = covers.value("head", json());
  const json time = payload.value("time", json());
  const bool whole = count.is_number_integer() && head.is_string() && time.is_string() &&
                     is_authority(payload.value("authority", json())) &&
                     is_base64(payload.value("token", json()), kTokenBytes) &&
                     is_list(payload.value("certificates", json()), 1) &&
                     is_list(payload.value("crls", json::array()), 0);
  if (!whole) return std::nullopt;
  const auto hash = from_hex<32>(head.get_ref<const std::string&>());
  const auto at = parse_time(time.get_ref<const std::string&>());
  if (!hash || !at) return std::nullopt;
  if (count.is_number_unsigned() && count.get<std::uint64_t>() > INT64_MAX) return std::nullopt;
  if (count.get<std::int64_t>() < 1) return std::nullopt;
  Stamp stamp;
  stamp.seq = seq;
  stamp.count = count.get<std::int64_t>();
  stamp.head = *hash;
  stamp.time = *at;
  stamp.payload = payload;
  return stamp;
}

std::string stamp_payload(const json& given, const std::string& id, Millis received) {
  json stored = {{"type", "stamp"}, {"id", id}, {"received", format_time(received)}};
  const json& authority = given.at("authority");
  stored["authority"] = {{"name", authority.value("name", json())}, {"url", authority.at("url")}};
  const json& covers = given.at("covers");
  stored["covers"] = {{"count", covers.at("count")}, {"head", covers.at("head")}};
  for (const char* name : {"time", "token", "certificates"}) stored[name] = given.at(name);
  stored["crls"] = given.value("crls", json::array());
  return stored.dump();
}

Result<Stamped> Record::stamp(const json& given, const std::string& id) {
  const auto body = [&](SQLite::Database& db) -> Result<Stamped> {
    try {
      if (const auto there = find_id(db, id)) return Stamped{*there, false};
      const auto wanted = stamp_of(given, 0);
      SQLite::Statement covered(db, "SELECT hash FROM link WHERE seq = ?");
      covered.bind(1, wanted->count);
      if (!covered.executeStep() || from_blob<32>(covered.getColumn(0).getBlob(),
                                                  covered.getColumn(0).getBytes()) != wanted->head)
        return Stamped{0, false};
      covered.reset();
      const Millis received = now_();
      Appender appender(db);
      const std::int64_t seq = appender.add(id, stamp_payload(given, id, received), nullptr);
      appender.finish(received);
      return Stamped{seq, true};
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  };
  return database_->write<Stamped>(
      now_(), body, [&](SQLite::Database& db) { return find_id(db, id).has_value(); });
}

Result<std::vector<HistoryEntry>> Record::notes(std::int64_t after, std::int64_t limit) {
  using Entries = std::vector<HistoryEntry>;
  return database_->read<Entries>([&](SQLite::Database& db) -> Result<Entries> {
    SQLite::Statement s(db,
                        "SELECT text.seq, hash, payload, prev, digest, salt FROM text JOIN link "
                        "USING (seq) WHERE platform IS NULL AND text.seq > ? ORDER BY text.seq "
                        "LIMIT ?");
    s.bind(1, after);
    s.bind(2, limit);
    try {
      return read_entries(s, false);
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  });
}

}  // namespace optoutlog::record
