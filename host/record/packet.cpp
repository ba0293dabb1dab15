#include "record/packet.h"

#include "base/json_text.h"
#include "record/chain.h"

namespace optoutlog::record {
namespace {

struct Malformed {
  std::string why;
};

const json& member(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) throw Malformed{std::string("the member \"") + name + "\" is missing"};
  return *found;
}

std::string text(const json& object, const char* name) {
  const json& value = member(object, name);
  if (!value.is_string()) throw Malformed{std::string("\"") + name + "\" is no text"};
  return value.get<std::string>();
}

std::int64_t number(const json& object, const char* name) {
  const json& value = member(object, name);
  if (!value.is_number_unsigned() ||
      value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))
    throw Malformed{std::string("\"") + name + "\" is no whole number"};
  return value.get<std::int64_t>();
}

template <std::size_t N>
std::array<std::uint8_t, N> hex(const json& object, const char* name) {
  const auto value = from_hex<N>(text(object, name));
  if (!value)
    throw Malformed{std::string("\"") + name + "\" is not " + std::to_string(2 * N) +
                    " hexadecimal digits"};
  return *value;
}

Packet::Link link_of(const json& object) {
  if (!object.is_object()) throw Malformed{"an entry is no object"};
  Packet::Link link{{}, ChainCheck::Content::kDisclosed};
  StoredLink& stored = link.stored;
  stored.seq = number(object, "seq");
  stored.prev = hex<32>(object, "prev");
  stored.digest = hex<32>(object, "digest");
  stored.hash = hex<32>(object, "hash");
  const bool erased = object.value("erased", json()) == true;
  const bool withheld = object.value("withheld", json()) == true;
  const bool disclosed = object.contains("salt") || object.contains("payload");
  if (static_cast<int>(erased) + static_cast<int>(withheld) + static_cast<int>(disclosed) != 1)
    throw Malformed{"entry " + std::to_string(stored.seq) +
                    " is not exactly one of disclosed, erased, withheld"};
  if (disclosed) {
    stored.salt = hex<16>(object, "salt");
    stored.payload = text(object, "payload");
  } else {
    link.content = erased ? ChainCheck::Content::kErased : ChainCheck::Content::kWithheld;
  }
  return link;
}

std::optional<std::string> text_or_none(const json& object, const char* name) {
  return member(object, name).is_null() ? std::nullopt : std::optional(text(object, name));
}

Packet read(const json& file) {
  if (!file.is_object() || file.value("format", json()) != "optoutlog-export")
    throw Malformed{"it does not call itself an optoutlog-export"};
  if (number(file, "version") != 1) throw Malformed{"its format version is not 1"};
  Packet packet;
  packet.tool = text(file, "tool");
  packet.exported = text(file, "exported");
  const json& scope = member(file, "scope");
  if (!scope.is_object()) throw Malformed{"\"scope\" is no object"};
  packet.scope = {text_or_none(scope, "platform"), text_or_none(scope, "account")};
  packet.head.record = hex<16>(file, "record");
  packet.head.count = number(file, "count");
  packet.head.hash = hex<32>(file, "head");
  const Hash start = hex<32>(file, "genesis");
  const std::string line = text(file, "checkpoint");
  const json& entries = member(file, "entries");
  if (!entries.is_array()) throw Malformed{"\"entries\" is no list"};

  ChainCheck check(packet.head.record, packet.scope.is_all());
  if (start != genesis(packet.head.record)) check.fail(0, "genesis");
  for (const json& item : entries) {
    Packet::Link link = link_of(item);
    switch (link.content) {
      case ChainCheck::Content::kDisclosed:
        ++packet.disclosed;
        break;
      case ChainCheck::Content::kErased:
        ++packet.erased;
        break;
      case ChainCheck::Content::kWithheld:
        ++packet.withheld;
        break;
    }
    if (check.add(link.stored, link.content) && !check.payload().is_null()) {
      const json& said = check.payload();
      for (const char* name : {"platform", "account"})
        if (const json value = said.value(name, json()); !value.is_null() && !value.is_string())
          throw Malformed{"the content of entry " + std::to_string(link.stored.seq) + " has a \"" +
                          name + "\" that is no text"};
      const json type = said.value("type", json());
      link.stored.is_note = type == "erased" || type == "stamp";
      if (const json p = said.value("platform", json()); p.is_string())
        link.stored.platform = p.get<std::string>();
      if (const json a = said.value("account", json()); a.is_string())
        link.stored.account = a.get<std::string>();
    }
    packet.links.push_back(std::move(link));
  }
  if (!check.broken()) {
    if (check.count() != packet.head.count || check.head() != packet.head.hash)
      check.fail(0, "head");
    if (line != checkpoint(packet.head.record, packet.head.count, packet.head.hash))
      check.fail(0, "checkpoint");
    check.finish(packet.head.count, packet.head.hash);
  }
  packet.broken = check.broken();
  packet.stamps = check.stamps();
  packet.pictures = check.pictures();
  return packet;
}

}  // namespace

Result<Packet> read_packet(std::string_view text) {
  const auto invalid = [](const std::string& why) {
    return Error(errors::kPacketInvalid,
                 "This file is no complete Opt-Out Log export: " + why +
                     ". Export again, with the format json.",
                 {{"why", why}});
  };
  const auto file = parse_json(text);
  if (!file) return invalid("it is not valid JSON (" + file.error().data.value("why", "") + ")");
  try {
    return read(*file);
  } catch (const Malformed& malformed) {
    return invalid(malformed.why);
  }
}

}  // namespace optoutlog::record
