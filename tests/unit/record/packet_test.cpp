#include "record/packet.h"

#include <catch2/catch.hpp>

#include "record/chain.h"
#include "record/sample.h"
#include "service/service.h"

// Exports that were tampered with, checked without a database.
using namespace sample;

namespace {

std::string export_text(service::Service& service, json params = json::object()) {
  params["format"] = "json";
  std::string text;
  for (;;) {
    const auto page = service.call("export", params);
    if (!page) throw std::runtime_error(page.error().message);
    text += (*page)["text"].get<std::string>();
    if ((*page)["next"].is_null()) return text;
    params["cursor"] = (*page)["next"];
  }
}

// Four entries of two platforms, one of them erased: links 1 to 5.
json packet(const json& params = json::object()) {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  service::Service service(folder.path(), sample::clock);
  json entries = json::array();
  for (const char* platform : {"x", "gone", "y", "x"})
    entries.push_back(
        reading({{"platform", platform}, {"control", "c" + std::to_string(entries.size())}}));
  REQUIRE(service.call("record", {{"entries", entries}}).ok());
  REQUIRE(service.call("erase", {{"platform", "gone"}}).ok());
  return json::parse(export_text(service, params));
}

std::string finding(const json& file) {
  const auto read = record::read_packet(file.dump());
  if (!read) return std::string(read.error().kind->name);
  if (!read->broken) return "fine";
  return read->broken->reason + "@" + std::to_string(read->broken->seq);
}

json at(const json& file, const char* pointer, const json& value) {
  json changed = file;
  changed[json::json_pointer(pointer)] = value;
  return changed;
}

// Computes hashes anew from link `first` on, as a forger without a checkpoint would.
json rehashed(json file, std::size_t first) {
  auto& entries = file["entries"];
  for (std::size_t i = first; i < entries.size(); ++i) {
    const auto prev = i == 0 ? from_hex<32>(file["genesis"].get<std::string>())
                             : from_hex<32>(entries[i - 1]["hash"].get<std::string>());
    entries[i]["seq"] = i + 1;
    entries[i]["prev"] = to_hex(*prev);
    const auto digest = from_hex<32>(entries[i]["digest"].get<std::string>());
    entries[i]["hash"] =
        to_hex(record::link_hash(static_cast<std::int64_t>(i) + 1, *prev, *digest));
  }
  file["count"] = entries.size();
  file["head"] = entries.back()["hash"];
  file["checkpoint"] = "optoutlog-checkpoint-v1 " + file["record"].get<std::string>() + " " +
                       std::to_string(entries.size()) + " " + file["head"].get<std::string>();
  return file;
}

}  // namespace

TEST_CASE("a full export verifies and says what it holds") {
  const auto read = record::read_packet(packet().dump());
  REQUIRE(read);
  CHECK_FALSE(read->broken.has_value());
  CHECK(read->head.count == 5);
  CHECK(read->disclosed == 4);
  CHECK(read->erased == 1);
  CHECK(read->withheld == 0);
}

TEST_CASE("an export of one platform verifies and shows nothing else") {
  const json file = packet({{"platform", "x"}});
  const auto read = record::read_packet(file.dump());
  REQUIRE(read);
  CHECK_FALSE(read->broken.has_value());
  CHECK(read->disclosed == 3);  // two entries and the note of the erase
  CHECK(read->withheld == 1);
  CHECK(read->scope.platform == "x");
  CHECK(file.dump().find("\"platform\\\":\\\"y") == std::string::npos);
}

TEST_CASE("each change of an export is found at its link") {
  const json good = packet();
  CHECK(finding(good) == "fine");
  std::string payload = good["entries"][2]["payload"];
  payload.replace(payload.find("denied"), 6, "unsure");
  CHECK(finding(at(good, "/entries/2/payload", payload)) == "digest@3");
  CHECK(finding(at(good, "/entries/2/salt", std::string(32, '0'))) == "digest@3");
  CHECK(finding(at(good, "/entries/2/digest", std::string(64, '0'))) == "hash@3");
  CHECK(finding(at(good, "/entries/2/hash", std::string(64, '0'))) == "hash@3");
  CHECK(finding(at(good, "/entries/2/prev", std::string(64, '0'))) == "prev@3");
  CHECK(finding(at(good, "/entries/2/seq", 4)) == "order@3");
  CHECK(finding(at(good, "/genesis", std::string(64, '0'))) == "genesis@0");
  CHECK(finding(at(good, "/record", std::string(32, '0'))) == "genesis@0");
  CHECK(finding(at(good, "/head", std::string(64, '0'))) == "head@0");
  CHECK(finding(at(good, "/count", 6)) == "head@0");
  CHECK(finding(at(good, "/checkpoint", "optoutlog-checkpoint-v1")) == "checkpoint@0");
}

TEST_CASE("swapped, dropped and doubled entries are found") {
  const json good = packet();
  json swapped = good;
  std::swap(swapped["entries"][2], swapped["entries"][3]);
  CHECK(finding(swapped) == "order@3");
  json renumbered = swapped;
  renumbered["entries"][2]["seq"] = 3;
  renumbered["entries"][3]["seq"] = 4;
  CHECK(finding(renumbered) == "prev@3");
  json dropped = good;
  dropped["entries"].erase(2);
  CHECK(finding(dropped) == "order@3");
  json cut = good;
  cut["entries"].erase(4);
  CHECK(finding(cut) == "head@0");
  json doubled = good;
  doubled["entries"].insert(doubled["entries"].begin() + 2, good["entries"][2]);
  CHECK(finding(doubled) == "order@4");
  json empty = good;
  empty["entries"] = json::array();
  CHECK(finding(empty) == "head@0");
}

TEST_CASE("a forged erase is found") {
  const json good = packet();
  // content taken away, and the gap called an erase
  json forged = good;
  forged["entries"][2].erase("salt");
  forged["entries"][2].erase("payload");
  json withheld = forged;
  forged["entries"][2]["erased"] = true;
  CHECK(finding(forged) == "erased-without-note@3");
  // or called withheld in an export that says it is full
  withheld["entries"][2]["withheld"] = true;
  CHECK(finding(withheld) == "withheld@3");
  // the note itself taken away
  json no_note = good;
  no_note["entries"][4].erase("salt");
  no_note["entries"][4].erase("payload");
  no_note["entries"][4]["erased"] = true;
  CHECK(finding(no_note) == "erased-without-note@2");
}

TEST_CASE("notes that name what they cannot are found even when the chain is rebuilt") {
  const auto with_note = [&](const json& ranges) {
    json file = packet();
    json& entry = file["entries"][4];
    json note = json::parse(entry["payload"].get<std::string>());
    note["ranges"] = ranges;
    entry["payload"] = note.dump();
    entry["digest"] = to_hex(record::entry_digest(*from_hex<16>(entry["salt"].get<std::string>()),
                                                  entry["payload"].get<std::string>()));
    return finding(rehashed(file, 4));
  };
  CHECK(with_note({{2, 2}}) == "fine");
  CHECK(with_note({{2, 3}}) == "note-without-erase@3");
  CHECK(with_note({{1, 2}}) == "note-without-erase@1");
  CHECK(with_note(json::array()) == "erased-without-note@2");
  for (const json& bad : {json({{0, 2}}), json({{2, 5}}), json({{3, 2}}), json({{2, 2}, {2, 2}}),
                          json({{2, 2}, {3, 3}}), json({{2}}), json({{2, 2, 2}}), json({{-1, 2}}),
                          json({{2, 18446744073709551615u}}), json("all"), json(nullptr)})
    CHECK(with_note(bad) == "note@5");
}

TEST_CASE("content that is no JSON object is found") {
  json file = packet();
  json& entry = file["entries"][0];
  entry["payload"] = "[]";
  entry["digest"] =
      to_hex(record::entry_digest(*from_hex<16>(entry["salt"].get<std::string>()), "[]"));
  CHECK(finding(rehashed(file, 0)) == "payload@1");
}

TEST_CASE("what is no export is refused with the reason") {
  const json good = packet();
  for (const char* text : {"", "x", "[]", "{}", "null", R"({"format":"optoutlog-export"})",
                           R"({"format":"other","version":1})"}) {
    const auto read = record::read_packet(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().is(errors::kPacketInvalid));
  }
  for (const char* member : {"format", "version", "tool", "exported", "record", "genesis", "scope",
                             "count", "head", "checkpoint", "entries"}) {
    json without = good;
    without.erase(member);
    CHECK(finding(without) == "packet.invalid");
    CHECK(finding(at(good, (std::string("/") + member).c_str(), json{{"x", 1}})) ==
          "packet.invalid");
  }
  for (const char* member : {"seq", "prev", "digest", "hash", "salt", "payload"}) {
    json without = good;
    without["entries"][0].erase(member);
    CHECK(finding(without) == "packet.invalid");
  }
  CHECK(finding(at(good, "/version", 2)) == "packet.invalid");
  CHECK(finding(at(good, "/entries/0/erased", true)) == "packet.invalid");
  CHECK(finding(at(good, "/entries/0/hash", std::string(64, 'A'))) == "packet.invalid");
  CHECK(finding(at(good, "/entries/0/seq", -1)) == "packet.invalid");
  CHECK(finding(at(good, "/entries/0/seq", 1.5)) == "packet.invalid");
  std::string doubled = good.dump();
  doubled.insert(1, "\"count\":5,");
  CHECK_FALSE(record::read_packet(doubled).ok());
}
