#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>
#include <map>

#include "record/sample.h"

using namespace sample;

namespace {

record::Erased erase(record::Record& record, const record::Scope& scope) {
  auto erased = record.erase(scope);
  if (!erased) throw std::runtime_error(erased.error().message);
  return *erased;
}

}  // namespace

TEST_CASE("erasing a platform removes its content and lines and keeps the links") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  for (int i = 0; i < 6; ++i)
    add(*record, reading({{"platform", i % 3 == 0 ? "x" : "linkedin"},
                          {"control", "c" + std::to_string(i)}}));
  const auto erased = erase(*record, {"linkedin", {}});
  CHECK(erased.count == 4);
  CHECK(erased.note == 7);
  CHECK(erased.entries_left == 2);
  CHECK(erased.links == 7);
  CHECK(erased.compacted);
  const auto slice = record->slice(0, std::nullopt, 100).value();
  REQUIRE(slice.links.size() == 7);
  for (const std::size_t gone : {1, 2, 4, 5}) CHECK_FALSE(slice.links[gone].salt.has_value());
  const json note = json::parse(slice.links[6].payload);
  CHECK(note["type"] == "erased");
  CHECK(note["what"] == "platform");
  CHECK(note["count"] == 4);
  CHECK(note["ranges"] == json({{2, 3}, {5, 6}}));
  CHECK(slice.head.erased == 7);
  for (const auto& line : record->lines(0, 100).value()) CHECK(line.subject.platform == "x");
  CHECK_FALSE(record->verify()->broken.has_value());
}

TEST_CASE("erasing what is not there writes no note") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  add(*record, reading());
  const auto erased = erase(*record, {"x", {}});
  CHECK(erased.count == 0);
  CHECK_FALSE(erased.note.has_value());
  CHECK(record->head()->count == 1);
}

TEST_CASE("platform and account together mean both") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  for (const char* platform : {"x", "y"})
    for (const json& account : {json("a"), json("b"), json(nullptr)})
      add(*record, reading({{"platform", platform}, {"account", account}}));
  CHECK(erase(*record, {"x", "a"}).count == 1);
  CHECK(erase(*record, {{}, "b"}).count == 2);
  CHECK(record->lines(0, 100)->size() == 3);
  CHECK(erase(*record, {}).count == 3);
  CHECK(record->lines(0, 100)->empty());
  const auto verdict = record->verify().value();
  CHECK_FALSE(verdict.broken.has_value());
  CHECK(verdict.head.count == 9);
}

TEST_CASE("notes are never erased") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  add(*record, reading());
  erase(*record, {});
  const auto again = erase(*record, {});
  CHECK(again.count == 0);
  CHECK(record->slice(1, std::nullopt, 1)->links[0].salt.has_value());
}

TEST_CASE("an erased entry does not come back when it is sent again") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  const json value = reading();
  add(*record, value);
  erase(*record, {});
  const auto again = add(*record, value);
  CHECK(again.effect == record::Effect::kDuplicate);
  CHECK(again.seq == 1);
  CHECK(record->lines(0, 10)->empty());
}

TEST_CASE("recording goes on after an erase") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  add(*record, reading());
  erase(*record, {});
  CHECK(add(*record, reading()).effect == record::Effect::kRecorded);
  CHECK_FALSE(record->verify()->broken.has_value());
  CHECK(record->lines(0, 10)->size() == 1);
}

TEST_CASE("free space that an earlier erase could not give back goes with the next one") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  add(*record, reading());
  const auto free_pages = [&] {
    return SQLite::Database(folder.file().string()).execAndGet("PRAGMA freelist_count").getInt();
  };
  {  // as after an erase whose file could not be written anew
    SQLite::Database raw(folder.file().string(), SQLite::OPEN_READWRITE);
    raw.exec("CREATE TABLE junk (x); INSERT INTO junk VALUES (zeroblob(100000)); DROP TABLE junk");
  }
  REQUIRE(free_pages() > 0);
  const auto erased = erase(*record, {"nowhere", {}});
  CHECK(erased.count == 0);
  CHECK(erased.compacted);
  CHECK(free_pages() == 0);
  CHECK_FALSE(record->verify()->broken.has_value());
}

TEST_CASE("after an erase no byte of it is left in the file", "[large]") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  // Many lines and many sizes in mixed order, so that SQLite splits and moves pages.
  for (int round = 0; round < 40; ++round) {
    std::vector<record::Entry> batch;
    for (int i = 0; i < 25; ++i) {
      const int n = round * 25 + i;
      const bool doomed = n * 7919 % 5 < 2;
      const std::string mark = doomed ? "DOOMEDMARK" : "KEPTMARK";
      batch.push_back(parsed(
          reading({{"platform", doomed ? "doomedplatform" : "kept"},
                   {"control", "c" + std::to_string(n * 7919 % 1000)},
                   {"account", mark + std::to_string(n)},
                   {"evidence",
                    {{"label", mark + std::string(static_cast<std::size_t>(n % 250), 'x')}}}})));
    }
    REQUIRE(record->append(batch).ok());
  }
  REQUIRE(bytes_of(folder.file()).find("DOOMEDMARK") != std::string::npos);
  const auto erased = erase(*record, {"doomedplatform", {}});
  CHECK(erased.count == 400);
  CHECK(erased.compacted);
  const auto bytes = bytes_of(folder.file());
  CHECK(bytes.find("DOOMEDMARK") == std::string::npos);
  CHECK(bytes.find("doomedplatform") == std::string::npos);
  CHECK(bytes.find("KEPTMARK") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "record.db-journal"));
  CHECK_FALSE(record->verify()->broken.has_value());
}

TEST_CASE("a large scattered erase is noted in several notes", "[large]") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  std::vector<record::Entry> batch;
  for (int i = 0; i < 4400; ++i)
    batch.push_back(parsed(
        reading({{"platform", i % 2 == 0 ? "x" : "y"}, {"control", "c" + std::to_string(i)}})));
  REQUIRE(record->append(batch).ok());
  const auto erased = erase(*record, {"x", {}});
  CHECK(erased.count == 2200);
  CHECK(erased.links == 4402);
  CHECK_FALSE(record->verify()->broken.has_value());
}
