#include <catch2/catch.hpp>

#include "base/data_folder.h"
#include "record/computer.h"

// A journal beside a record: played in where it is the record's own, never where it is not.
using namespace sample;

namespace {

struct Crash {
  std::string file;
  std::string journal;
};

// The two files as a power cut in the middle of a write leaves them. `first`: the write had reached
// the file's first page.
Crash crashed(const Folder& folder, bool first) {
  SQLite::Database db(folder.file().string(), SQLite::OPEN_READWRITE);
  db.exec("PRAGMA cache_size = 2; PRAGMA cache_spill = 1; BEGIN IMMEDIATE");
  if (first) db.exec("PRAGMA user_version = 2");
  db.exec("CREATE TABLE growth (x); INSERT INTO growth VALUES (zeroblob(200000))");
  Crash crash{bytes_of(folder.file()), bytes_of(folder.file().string() + "-journal")};
  db.exec("ROLLBACK");
  return crash;
}

void put(const Folder& folder, const std::string& file, const std::string& journal) {
  write_bytes(folder.file(), file);
  write_bytes(folder.file().string() + "-journal", journal);
}

std::string name_of(const Result<json>& answer) {
  return answer ? "fine" : std::string(answer.error().kind->name);
}

}  // namespace

TEST_CASE("a record's own journal is played in") {
  set_clock("2026-11-23T18:00:00.000Z");
  for (const bool first : {true, false}) {
    Computer before;
    for (int n = 0; n < 3; ++n) before.record("x");
    const auto crash = crashed(before.folder, first);
    REQUIRE(crash.journal.size() > 5000);
    REQUIRE(crash.file != bytes_of(before.folder.file()));
    Computer after;
    put(after.folder, crash.file, crash.journal);
    CHECK(after.ok("history") == before.ok("history"));
    CHECK(after.ok("verify") == before.ok("verify"));
    CHECK_FALSE(std::filesystem::exists(after.folder.file().string() + "-journal"));
  }
}

TEST_CASE("16 (9): a journal of another state of the file is never played in") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer log;
  log.record("x");
  const std::string backup = bytes_of(log.folder.file());
  for (int n = 0; n < 60; ++n) log.record("x");
  for (const bool first : {true, false}) {
    const auto crash = crashed(log.folder, first);
    Computer restored;
    put(restored.folder, backup, crash.journal);
    for (const char* method : {"status", "history", "verify"})
      CHECK(name_of(restored.service.call(method, json::object())) == "record.foreign");
    const json entry = reading({{"platform", "y"}});
    CHECK(name_of(restored.service.call("record", {{"entries", {entry}}})) == "record.foreign");
    CHECK(bytes_of(restored.folder.file()) == backup);
    CHECK(bytes_of(restored.folder.file().string() + "-journal") == crash.journal);
    // as the message says
    std::filesystem::remove(restored.folder.file().string() + "-journal");
    CHECK(restored.ok("verify")["entries"] == 1);
    restored.record("y");
  }
}

TEST_CASE("16 (9): a backup that is put back under a running host is seen before its next look") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer log;
  log.record("x");
  const std::string backup = bytes_of(log.folder.file());
  for (int n = 0; n < 60; ++n) log.record("x");
  const auto crash = crashed(log.folder, true);
  put(log.folder, backup, crash.journal);
  CHECK(name_of(log.service.call("history", json::object())) == "record.foreign");
  CHECK(bytes_of(log.folder.file()) == backup);
}

TEST_CASE("the journal of a record's very first write is its own, and no other's") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  write_bytes(folder.file(), "");
  std::string file;
  std::string journal;
  {
    SQLite::Database db(folder.file().string(), SQLite::OPEN_READWRITE);
    db.exec("PRAGMA cache_size = 2; PRAGMA cache_spill = 1; BEGIN IMMEDIATE");
    db.exec("CREATE TABLE growth (x); INSERT INTO growth VALUES (zeroblob(200000))");
    file = bytes_of(folder.file());
    journal = bytes_of(folder.file().string() + "-journal");
    db.exec("ROLLBACK");
  }
  REQUIRE(file.size() > 5000);
  Computer begun;
  put(begun.folder, file, journal);
  begun.record("x");
  CHECK(begun.ok("verify")["entries"] == 1);
  Computer restored;
  restored.record("x");
  const std::string backup = bytes_of(restored.folder.file());
  put(restored.folder, backup, journal);
  CHECK(name_of(restored.service.call("status", json::object())) == "record.foreign");
  CHECK(bytes_of(restored.folder.file()) == backup);
}

TEST_CASE("16 (9): the journal of another record is never played in") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer one;
  Computer other;
  one.record("x");
  for (int n = 0; n < 50; ++n) other.record("y");
  const auto crash = crashed(other.folder, true);
  const std::string before = bytes_of(one.folder.file());
  Computer mixed;
  put(mixed.folder, before, crash.journal);
  CHECK(name_of(mixed.service.call("status", json::object())) == "record.foreign");
  CHECK(bytes_of(mixed.folder.file()) == before);
}
