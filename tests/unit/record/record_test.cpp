#include "record/record.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cctype>
#include <set>

#include "record/chain.h"
#include "record/sample.h"

using namespace sample;
using record::Effect;

TEST_CASE("no record is made by looking") {
  Folder folder;
  const auto opened = record::Record::open(folder.path(), false, sample::clock);
  REQUIRE(opened);
  CHECK(*opened == nullptr);
  CHECK_FALSE(std::filesystem::exists(folder.file()));
  const auto nowhere = record::Record::open(folder.path() / "not" / "there", false, sample::clock);
  REQUIRE(nowhere);
  CHECK(*nowhere == nullptr);
}

TEST_CASE("a new record has its marks, its mode and an empty chain") {
  Folder folder;
  auto record = open(folder);
  const auto head = record->head().value();
  CHECK(head.count == 0);
  CHECK(head.hash == record::genesis(head.record));
  SQLite::Database db(folder.file().string());
  CHECK(db.execAndGet("PRAGMA application_id").getInt() == 0x4F4F4C31);
  CHECK(db.execAndGet("PRAGMA user_version").getInt() == 3);
  CHECK(db.execAndGet("PRAGMA journal_mode").getString() == "delete");
  struct stat info {};
  REQUIRE(::stat(folder.file().c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("two records never share an id") {
  Folder a;
  Folder b;
  CHECK(open(a)->head()->record != open(b)->head()->record);
}

TEST_CASE("an entry is stored byte for byte and chained") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  const json value = reading();
  const auto outcome = add(*record, value);
  CHECK(outcome.effect == Effect::kRecorded);
  CHECK(outcome.seq == 1);
  const auto slice = record->slice(0, std::nullopt, 10).value();
  REQUIRE(slice.links.size() == 1);
  const auto& link = slice.links[0];
  CHECK(link.payload == record::payload_of(parsed(value), g_now, false, false));
  CHECK(link.prev == record::genesis(slice.head.record));
  CHECK(link.digest == record::entry_digest(*link.salt, link.payload));
  CHECK(link.hash == record::link_hash(1, link.prev, link.digest));
  CHECK(slice.head.hash == link.hash);
}

TEST_CASE("salts are never the same") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  for (int i = 0; i < 20; ++i) add(*record, reading({{"control", "c" + std::to_string(i)}}));
  std::set<Salt> salts;
  for (const auto& link : record->slice(0, std::nullopt, 100).value().links)
    salts.insert(*link.salt);
  CHECK(salts.size() == 20);
}

TEST_CASE("the same id again is a duplicate whatever it says") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  json value = reading();
  add(*record, value);
  value["training"] = "allowed";
  value["platform"] = "x";
  auto again = add(*record, value);
  CHECK(again.effect == Effect::kDuplicate);
  CHECK(again.seq == 1);
  value["id"] = [](std::string id) {
    for (char& c : id) c = static_cast<char>(std::toupper(c));
    return id;
  }(value["id"]);
  CHECK(add(*record, value).effect == Effect::kDuplicate);
  CHECK(record->head()->count == 1);
  CHECK(record->lines(0, 10)->size() == 1);
}

TEST_CASE("a batch answers in order and holds duplicates of its own") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  const json one = reading();
  const auto outcomes = record
                            ->append({parsed(one), parsed(one), parsed(reading()),
                                      parsed(reading({{"platform", "x"}}))})
                            .value();
  REQUIRE(outcomes.size() == 4);
  CHECK(outcomes[0].effect == Effect::kRecorded);
  CHECK(outcomes[1].effect == Effect::kDuplicate);
  CHECK(outcomes[2].effect == Effect::kConfirmed);
  CHECK(outcomes[2].seq == 1);
  CHECK(outcomes[3].effect == Effect::kRecorded);
  CHECK(outcomes[3].seq == 2);
  CHECK(record->head()->count == 2);
}

TEST_CASE("the state survives closing the record") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  add(*open(folder), reading());
  add(*open(folder), reading({{"training", "allowed"}}));
  add(*open(folder), declared("unknown", {{"raw", "answer-not-me"}}));
  add(*open(folder), form("submitted"));
  add(*open(folder), unknown("locked", {{"account", nullptr}, {"unit", "blog"}}));
  auto record = open(folder);
  const auto lines = record->lines(0, 10).value();
  REQUIRE(lines.size() == 2);
  CHECK_FALSE(lines[0].subject.account.has_value());
  CHECK(lines[0].subject.unit == "blog");
  CHECK(lines[0].why == "locked");
  CHECK(lines[0].stale);
  const auto& line = lines[1];
  CHECK(line.training == record::Training::kAllowed);
  CHECK(line.returned);
  CHECK(line.not_me);
  CHECK(line.step == "submitted");
  CHECK(line.asked == g_now);
  CHECK(line.seen == g_now);
  CHECK(line.sure == "sure");
}

TEST_CASE("accounts and units have lines of their own") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  for (const json& account : {json("a"), json("b"), json(nullptr)})
    for (const json& unit : {json("u"), json(nullptr)})
      add(*record, reading({{"account", account}, {"unit", unit}}));
  CHECK(record->lines(0, 100)->size() == 6);
  CHECK(record->lines(4, 100)->size() == 2);
  CHECK(record->lines(0, 3)->size() == 3);
}

TEST_CASE("history is newest first, filtered and paged") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  for (int i = 0; i < 10; ++i)
    add(*record, reading({{"platform", i % 2 == 0 ? "x" : "y"},
                          {"control", "c" + std::to_string(i)},
                          {"account", i < 5 ? "a" : "b"}}));
  const auto seqs = [&](const record::HistoryFilter& filter) {
    std::vector<std::int64_t> found;
    for (const auto& e : record->history(filter).value()) found.push_back(e.seq);
    return found;
  };
  using Seqs = std::vector<std::int64_t>;
  CHECK(seqs({{}, {}, {}, {}, 3}) == Seqs{10, 9, 8});
  CHECK(seqs({{}, {}, {}, 8, 3}) == Seqs{7, 6, 5});
  CHECK(seqs({"x", {}, {}, {}, 50}) == Seqs{9, 7, 5, 3, 1});
  CHECK(seqs({"x", "c2", {}, {}, 50}) == Seqs{3});
  CHECK(seqs({{}, {}, "a", {}, 50}) == Seqs{5, 4, 3, 2, 1});
  CHECK(seqs({"y", {}, "b", 10, 50}) == Seqs{8, 6});
  CHECK(seqs({"z", {}, {}, {}, 50}).empty());
}

TEST_CASE("a clock that goes backwards is flagged once and refuses nothing") {
  Folder folder;
  auto record = open(folder);
  const auto flag = [&](std::int64_t seq) {
    return json::parse(record->slice(seq - 1, std::nullopt, 1)->links.at(0).payload)
        .value("clock", "");
  };
  set_clock("2026-11-23T18:00:00.000Z");
  add(*record, reading());
  set_clock("2025-11-23T18:00:00.000Z");
  CHECK(add(*record, reading({{"training", "allowed"}})).effect == Effect::kRecorded);
  g_now += 1000;
  add(*record, reading());
  g_now -= 1000;  // within the tolerance
  add(*record, reading({{"training", "allowed"}}));
  CHECK(flag(1) == "");
  CHECK(flag(2) == "back");
  CHECK(flag(3) == "");
  CHECK(flag(4) == "");
}

TEST_CASE("a time in the future is flagged") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  add(*record, reading({{"at", "2027-11-23T18:00:00.000Z"}}));
  CHECK(json::parse(record->slice(0, std::nullopt, 1)->links[0].payload)["ahead"] == true);
  CHECK(record->lines(0, 1)->at(0).since == g_now);
}

TEST_CASE("links and content refuse to be changed, removed or replaced") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  for (int i = 0; i < 3; ++i) add(*record, reading({{"control", "c" + std::to_string(i)}}));
  SQLite::Database db(folder.file().string(), SQLite::OPEN_READWRITE);
  for (const char* sql :
       {"UPDATE link SET hash = zeroblob(32) WHERE seq = 2", "DELETE FROM link WHERE seq = 3",
        "DELETE FROM link",
        "INSERT OR REPLACE INTO link SELECT seq, id, prev, digest, zeroblob(32) FROM link WHERE "
        "seq = 2",
        "INSERT INTO link SELECT 5, 'x', hash, digest, hash FROM link WHERE seq = 3",
        "INSERT INTO link VALUES (4, 'x', zeroblob(32), zeroblob(32), zeroblob(32))",
        "INSERT OR REPLACE INTO link SELECT 4, id, (SELECT hash FROM link WHERE seq = 3), digest, "
        "hash FROM link WHERE seq = 1",
        "UPDATE text SET payload = '{}'",
        "INSERT OR REPLACE INTO text SELECT * FROM text WHERE seq = 1",
        "INSERT OR REPLACE INTO text SELECT * FROM text WHERE seq = 3"}) {
    CAPTURE(sql);
    CHECK_THROWS_AS(db.exec(sql), SQLite::Exception);
  }
  CHECK_FALSE(record->verify()->broken.has_value());
}

TEST_CASE("a thousand entries are one transaction") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  std::vector<record::Entry> entries;
  for (int i = 0; i < 1000; ++i)
    entries.push_back(parsed(reading({{"control", "c" + std::to_string(i)}})));
  SQLite::Database db(folder.file().string());
  const int before = db.execAndGet("PRAGMA data_version").getInt();
  CHECK(record->append(entries)->size() == 1000);
  CHECK(db.execAndGet("PRAGMA data_version").getInt() == before + 1);
  CHECK_FALSE(record->verify()->broken.has_value());
}
