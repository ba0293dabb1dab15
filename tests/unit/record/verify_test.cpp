#include <catch2/catch.hpp>

#include "record/computer.h"
#include "record/damage.h"
#include "record/packet.h"

// Each way of tampering with the tables is found, at the first bad number, for its own reason.
using namespace sample;

namespace {

struct Finding {
  std::int64_t seq;
  std::string reason;
};

// Five entries, one of them erased, then `sql` with the triggers out of the way.
Finding after(const std::string& sql) {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  {
    auto record = open(folder);
    for (int i = 1; i <= 5; ++i)
      add(*record,
          reading({{"platform", i == 2 ? "gone" : "x"}, {"control", "c" + std::to_string(i)}}));
    REQUIRE(record->erase({"gone", {}}).ok());
  }
  tamper(folder, sql);
  auto opened = record::Record::open(folder.path(), false, sample::clock);
  REQUIRE(opened);
  const auto verdict = (*opened)->verify();
  REQUIRE(verdict);
  if (!verdict->broken) return {-1, "fine"};
  CHECK(verdict->broken->says.size() > 20);
  return {verdict->broken->seq, verdict->broken->reason};
}

#define CHECK_FINDING(sql, number, why) \
  do {                                  \
    const Finding found = after(sql);   \
    INFO(sql);                          \
    CHECK(found.seq == (number));       \
    CHECK(found.reason == (why));       \
  } while (false)

}  // namespace

TEST_CASE("an untouched record verifies") {
  CHECK_FINDING("SELECT 1", -1, "fine");
}

TEST_CASE("a changed byte of content is found") {
  CHECK_FINDING("UPDATE text SET payload = replace(payload, 'denied', 'allowed') WHERE seq = 4", 4,
                "digest");
  CHECK_FINDING("UPDATE text SET payload = payload || ' ' WHERE seq = 1", 1, "digest");
}

TEST_CASE("a changed salt is found") {
  CHECK_FINDING("UPDATE text SET salt = zeroblob(16) WHERE seq = 3", 3, "digest");
}

TEST_CASE("a changed link is found") {
  CHECK_FINDING("UPDATE link SET digest = zeroblob(32) WHERE seq = 2", 2, "hash");
  CHECK_FINDING("UPDATE link SET hash = zeroblob(32) WHERE seq = 3", 3, "hash");
  CHECK_FINDING("UPDATE link SET prev = zeroblob(32) WHERE seq = 3", 3, "prev");
}

TEST_CASE("a link that was removed from the middle is found") {
  CHECK_FINDING("DELETE FROM text WHERE seq = 3; DELETE FROM link WHERE seq = 3", 3, "missing");
  CHECK_FINDING("DELETE FROM text WHERE seq = 1; DELETE FROM link WHERE seq = 1", 1, "missing");
}

TEST_CASE("swapped entries are found") {
  CHECK_FINDING(
      "UPDATE link SET seq = 100 WHERE seq = 3; UPDATE link SET seq = 3 WHERE seq = 4; UPDATE link "
      "SET seq = 4 WHERE seq = 100;"
      "UPDATE text SET seq = 100 WHERE seq = 3; UPDATE text SET seq = 3 WHERE seq = 4; UPDATE text "
      "SET seq = 4 WHERE seq = 100",
      3, "prev");
  CHECK_FINDING(
      "UPDATE text SET seq = 100 WHERE seq = 3; UPDATE text SET seq = 3 WHERE seq = 4; UPDATE text "
      "SET seq = 4 WHERE seq = 100",
      3, "digest");
}

TEST_CASE("a cut-off end and a changed head are found") {
  CHECK_FINDING("DELETE FROM text WHERE seq = 6; DELETE FROM link WHERE seq = 6", 0, "head");
  CHECK_FINDING("UPDATE meta SET value = zeroblob(32) WHERE name = 'head'", 0, "head");
  CHECK_FINDING("UPDATE meta SET value = 7 WHERE name = 'count'", 0, "head");
}

TEST_CASE("another record id is found") {
  CHECK_FINDING("UPDATE meta SET value = zeroblob(16) WHERE name = 'record'", 1, "prev");
}

TEST_CASE("content that vanished without a note is found") {
  CHECK_FINDING("DELETE FROM text WHERE seq = 4", 4, "erased-without-note");
  CHECK_FINDING("DELETE FROM text WHERE seq = 6", 2, "erased-without-note");  // the note itself
}

TEST_CASE("content without its link is found") {
  CHECK_FINDING(
      "INSERT INTO text SELECT 50, salt, payload, platform, control, account, unit, joins FROM "
      "text WHERE seq = 1",
      50, "missing");
}

TEST_CASE("search columns that tell another story are found") {
  CHECK_FINDING("UPDATE text SET platform = 'y' WHERE seq = 3", 3, "columns");
  CHECK_FINDING("UPDATE text SET account = NULL WHERE seq = 3", 3, "columns");
  CHECK_FINDING("UPDATE text SET control = 'other' WHERE seq = 5", 5, "columns");
  CHECK_FINDING("UPDATE text SET unit = 'u' WHERE seq = 5", 5, "columns");
  CHECK_FINDING("UPDATE text SET platform = 'x' WHERE seq = 6", 6, "columns");
  CHECK_FINDING("UPDATE link SET id = 'other' WHERE seq = 1", 1, "columns");
}

TEST_CASE("a state that was changed is found, and no status is told from it") {
  CHECK_FINDING("UPDATE state SET line = replace(line, 'denied', 'allowed') WHERE control = 'c3'",
                0, "state");
  CHECK_FINDING("UPDATE state SET shown = 0", 0, "state");
  CHECK_FINDING("UPDATE state SET platform = 'other' WHERE control = 'c4'", 0, "state");
  // What a mark does not show: rows that are gone, or that another entry made.
  CHECK_FINDING("DELETE FROM state", 0, "state");
  CHECK_FINDING("DELETE FROM state WHERE control = 'c3'", 0, "state");
  CHECK_FINDING("DELETE FROM state; UPDATE meta SET value = 0 WHERE name = 'lines'", 0, "state");
  CHECK_FINDING("UPDATE text SET joins = 'x' WHERE seq = 3", 3, "columns");
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  add(*open(folder), reading());
  tamper(folder, "UPDATE state SET line = replace(line, 'denied', 'allowed')");
  auto record = open(folder);
  const auto lines = record->lines(0, 10);
  REQUIRE_FALSE(lines);
  CHECK(lines.error().is(errors::kRecordCorrupt));
  CHECK(record->append({parsed(reading())}).error().is(errors::kRecordCorrupt));
}

TEST_CASE("tables that are not ours any more are damage") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  add(*open(folder), reading());
  tamper(folder, "ALTER TABLE state RENAME COLUMN line TO line2");
  CHECK(open(folder)->lines(0, 10).error().is(errors::kRecordCorrupt));
}

TEST_CASE("lines that are gone are missed by status, and not begun again as if nothing had been") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  add(*open(folder), reading());
  tamper(folder, "DELETE FROM state");
  auto record = open(folder);
  CHECK(record->lines(0, 10).error().is(errors::kRecordCorrupt));
  CHECK(record->append({parsed(reading({{"training", "allowed"}}))})
            .error()
            .is(errors::kRecordCorrupt));
}

TEST_CASE("a count of confirmations that was changed is found") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  add(*open(folder), reading());
  g_now += kMinute;
  add(*open(folder), reading());
  tamper(folder, "UPDATE again SET times = 7");
  CHECK(open(folder)->verify()->broken->reason == "state");
}

TEST_CASE("the first of several is named") {
  CHECK_FINDING("UPDATE text SET salt = zeroblob(16)", 1, "digest");
}

// Every way out of a damaged file begins with somebody saying that it is damaged.
TEST_CASE("16 (6): a byte of the file's own rules that was changed is told as damage") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder whole;
  add(*open(whole), reading());
  const std::string file = bytes_of(whole.file());
  std::vector<std::string> objects;
  {
    SQLite::Database db(whole.file().string(), SQLite::OPEN_READONLY);
    SQLite::Statement s(db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL");
    while (s.executeStep()) objects.push_back(s.getColumn(0).getString());
  }
  REQUIRE(objects.size() > 10);
  const std::size_t step = sample::full_run() ? 11 : 43;
  std::size_t first = 0;
  for (const auto& sql : objects) {
    const std::size_t start = file.find(sql);
    REQUIRE(start != std::string::npos);
    for (std::size_t at = first++ % 11; at < sql.size(); at += step) {
      if (sql[at] == ' ' || sql[at] == '\n') continue;
      std::string changed = file;
      changed[start + at] ^= 2;
      Folder folder;
      write_bytes(folder.file(), changed);
      INFO(sql << "\nat " << at);
      auto opened = record::Record::open(folder.path(), true, sample::clock);
      const bool writes = opened && (*opened)->append({parsed(reading({{"platform", "x"}}))});
      opened = Error(errors::kRecordNone, "closed");
      const auto damage = record::examine_damage(folder.path(), g_now);
      // a comment is no rule; whatever refuses a write is told as damage, or by its own name
      const bool told = damage ? damage->has_value() : true;
      CHECK((writes || told));
      if (sql.compare(0, 14, "CREATE TRIGGER") == 0) CHECK(told);
    }
  }
}

TEST_CASE("16 (5): content that is no UTF-8 is exported with the rest, and does not verify") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer log;
  for (int n = 0; n < 3; ++n) log.record("x");
  tamper(log.folder, "UPDATE text SET payload = CAST(X'7BFF7D' AS TEXT) WHERE seq = 2");
  const auto packet = record::read_packet(log.packet());
  REQUIRE(packet);
  REQUIRE(packet->broken);
  CHECK(packet->broken->seq == 2);
  CHECK(packet->broken->reason == "digest");
  CHECK(packet->disclosed == 3);
}
