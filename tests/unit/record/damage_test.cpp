#include "record/damage.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "base/data_folder.h"
#include "record/sample.h"
#include "record/set_aside.h"

// Files that are not what they should be: each has its own error, and none is ever written to.
using namespace sample;

namespace {

// Opens for writing and appends; gives the error's name, or "fine".
std::string attempt(const Folder& folder) {
  auto opened = record::Record::open(folder.path(), true, sample::clock);
  if (!opened) {
    CHECK(opened.error().message.size() > 40);
    return std::string(opened.error().kind->name);
  }
  const auto added = (*opened)->append({parsed(reading())});
  return added ? "fine" : std::string(added.error().kind->name);
}

void make_sqlite(const Folder& folder, const std::string& sql) {
  (void)make_file(folder.file());
  SQLite::Database db(folder.file().string(), SQLite::OPEN_READWRITE);
  db.exec(sql);
}

}  // namespace

TEST_CASE("16 (16): a note that is a pipe or a link is not waited for and not followed") {
  const Folder folder;
  set_clock("2026-11-23T18:00:00.000Z");
  REQUIRE(attempt(folder) == "fine");
  const auto note = folder.path() / record::kDamageFile;
  ::alarm(60);  // what waits for a pipe waits for ever
  SECTION("a pipe") {
    REQUIRE(::mkfifo(note.c_str(), 0600) == 0);
  }
  SECTION("a link to a note about this very file") {
    REQUIRE(record::note_damage(folder.path(), "a page", sample::clock()));
    std::filesystem::rename(note, folder.path() / "elsewhere");
    std::filesystem::create_symlink("elsewhere", note);
  }
  SECTION("a link to a pipe") {
    REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    std::filesystem::create_symlink("pipe", note);
  }
  const auto noted = record::read_damage(folder.path());
  REQUIRE(noted);
  CHECK_FALSE(noted->fits);
  (void)record::note_damage(folder.path(), "a page", sample::clock());
  const auto found = record::examine_damage(folder.path(), sample::clock());
  REQUIRE(found);
  CHECK_FALSE(*found);
  CHECK_FALSE(record::is_noted_damaged(folder.path()));
  CHECK(attempt(folder) == "fine");
  ::alarm(0);
}

TEST_CASE("16 (16): a journal that is a pipe or a link is named, and nothing waits for it") {
  const Folder folder;
  set_clock("2026-11-23T18:00:00.000Z");
  REQUIRE(attempt(folder) == "fine");
  const auto journal = folder.path() / "record.db-journal";
  ::alarm(60);
  SECTION("a pipe") {
    REQUIRE(::mkfifo(journal.c_str(), 0600) == 0);
  }
  SECTION("a link") {
    std::filesystem::create_symlink("elsewhere", journal);
  }
  CHECK(attempt(folder) == "record.permissions");
  const auto aside = record::set_aside(folder.path(), sample::clock());
  REQUIRE_FALSE(aside);
  CHECK(aside.error().is(errors::kRecordPermissions));
  std::filesystem::remove(journal);
  CHECK(attempt(folder) == "fine");
  ::alarm(0);
}

TEST_CASE("an empty file becomes a record") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  write_bytes(folder.file(), "");
  const auto looked = record::Record::open(folder.path(), false, sample::clock);
  REQUIRE(looked);
  CHECK(*looked == nullptr);
  CHECK(attempt(folder) == "fine");
}

TEST_CASE("a file that is no database is foreign and stays as it was") {
  Folder folder;
  for (const std::string& content :
       {std::string("hello"), std::string(5000, 'x'), std::string(100, '\0')}) {
    write_bytes(folder.file(), content);
    CHECK(attempt(folder) == "record.foreign");
    CHECK(bytes_of(folder.file()) == content);
  }
}

TEST_CASE("another program's database is foreign and stays as it was") {
  Folder folder;
  make_sqlite(folder, "CREATE TABLE theirs (x)");
  const auto before = bytes_of(folder.file());
  CHECK(attempt(folder) == "record.foreign");
  CHECK(bytes_of(folder.file()) == before);
  make_sqlite(folder, "PRAGMA application_id = 7; DROP TABLE theirs");
  CHECK(attempt(folder) == "record.foreign");
}

TEST_CASE("a newer record is refused with both versions and stays as it was") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  add(*open(folder), reading());
  make_sqlite(folder, "PRAGMA user_version = 4");
  const auto before = bytes_of(folder.file());
  for (const bool make : {true, false}) {
    const auto opened = record::Record::open(folder.path(), make, sample::clock);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().is(errors::kRecordNewer));
    CHECK(opened.error().data["found"] == 4);
    CHECK(opened.error().data["supported"] == 3);
  }
  CHECK(bytes_of(folder.file()) == before);
}

TEST_CASE("a broken first page of ours is corrupt, not foreign") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  add(*open(folder), reading());
  auto bytes = bytes_of(folder.file());
  bytes[3] = 'X';
  write_bytes(folder.file(), bytes);
  CHECK(attempt(folder) == "record.corrupt");
  CHECK(bytes_of(folder.file()) == bytes);
}

TEST_CASE("a bad page that no append would read is found before a write, or right behind it") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  {
    auto record = open(folder);
    std::vector<record::Entry> entries;
    for (int i = 0; i < 500; ++i)
      entries.push_back(parsed(reading({{"control", "c" + std::to_string(i)}})));
    REQUIRE(record->append(entries).ok());
  }
  auto bytes = bytes_of(folder.file());
  REQUIRE(bytes.size() > 40 * 4096);
  // every page but the first dozen, so that the newest leaves, which an append reads, are not the
  // only ones
  for (std::size_t page = 20; page < 30; ++page)
    for (std::size_t i = 0; i < 100; ++i) bytes[page * 4096 + i] = '\x55';
  write_bytes(folder.file(), bytes);
  set_clock("2026-11-25T18:00:00.000Z");
  CHECK(attempt(folder) == "record.corrupt");
  CHECK(bytes_of(folder.file()) == bytes);
  set_clock("2026-11-24T18:00:00.000Z");  // looked at yesterday: the look may follow
  auto record = open(folder);
  REQUIRE(record->append({parsed(reading())}).ok());
  CHECK(record->is_check_due());
  CHECK_FALSE(record->check_when_due().ok());
  CHECK_FALSE(record->append({parsed(reading())}).ok());
}

TEST_CASE("a file cut in half is corrupt and stays as it was") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  {
    auto record = open(folder);
    for (int i = 0; i < 100; ++i) add(*record, reading({{"control", "c" + std::to_string(i)}}));
  }
  auto bytes = bytes_of(folder.file());
  bytes.resize(bytes.size() / 2 / 4096 * 4096);
  write_bytes(folder.file(), bytes);
  set_clock("2026-11-24T18:00:00.000Z");
  CHECK(attempt(folder) == "record.corrupt");
  CHECK(bytes_of(folder.file()) == bytes);
}

TEST_CASE("a record whose end was cut off is not continued") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  {
    auto record = open(folder);
    for (int i = 0; i < 3; ++i) add(*record, reading({{"control", "c" + std::to_string(i)}}));
  }
  tamper(folder, "DELETE FROM text WHERE seq = 3; DELETE FROM link WHERE seq = 3");
  CHECK(attempt(folder) == "record.corrupt");
}

TEST_CASE("other users' access is refused with the remedy") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  add(*open(folder), reading());
  ::chmod(folder.file().c_str(), 0644);
  CHECK(attempt(folder) == "record.permissions");
  ::chmod(folder.file().c_str(), 0600);
  ::chmod(folder.path().c_str(), 0777);
  CHECK(attempt(folder) == "record.permissions");
  ::chmod(folder.path().c_str(), 0700);
  CHECK(attempt(folder) == "fine");
}

TEST_CASE("every single flipped byte is told or harmless, and never crashes") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  {
    auto record = open(folder);
    for (int i = 0; i < 4; ++i) add(*record, reading({{"control", "c" + std::to_string(i)}}));
  }
  const auto good = bytes_of(folder.file());
  int told = 0;
  int unheard = 0;
  const std::size_t step = sample::full_run() ? 37 : 151;
  for (std::size_t at = 0; at < good.size(); at += step) {
    auto bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    write_bytes(folder.file(), bytes);
    const auto opened = record::Record::open(folder.path(), false, sample::clock);
    if (!opened || *opened == nullptr) {
      ++told;
      continue;
    }
    const auto verdict = (*opened)->verify();
    if (!verdict || verdict->broken) {
      ++told;
      continue;
    }
    // Not noticed: then the chain itself has to be untouched.
    ++unheard;
    for (const auto& link : (*opened)->slice(0, std::nullopt, 100).value().links)
      CHECK(link.salt.has_value());
  }
  CHECK(told > 0);
  INFO("told " << told << ", harmless " << unheard);
  CHECK(told + unheard == static_cast<int>((good.size() + step - 1) / step));
}

TEST_CASE("a record is put aside under a name of its own, unchanged, and nothing is replaced") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  CHECK(record::set_aside(folder.path(), g_now).value().empty());  // there is none
  for (int round = 1; round <= 3; ++round) {
    add(*open(folder), reading({{"control", "c" + std::to_string(round)}}));
    const auto bytes = bytes_of(folder.file());
    REQUIRE(record::note_damage(folder.path(), "for the test", g_now).ok());
    CHECK(attempt(folder) == "record.corrupt");
    const auto target = record::set_aside(folder.path(), g_now);
    REQUIRE(target.ok());
    const std::string number = round == 1 ? "" : "-" + std::to_string(round);
    CHECK(target->filename() == "record-aside-2026-11-23" + number + ".db");
    CHECK(bytes_of(*target) == bytes);
    CHECK_FALSE(std::filesystem::exists(folder.file()));
    CHECK_FALSE(record::is_noted_damaged(folder.path()));
  }
}

TEST_CASE("a record at which another program is at work is not put aside") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  add(*open(folder), reading());
  SQLite::Database other(folder.file().string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  const auto refused = record::set_aside(folder.path(), g_now);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().is(errors::kRecordBusy));
  CHECK(std::filesystem::exists(folder.file()));
}

TEST_CASE("a note of damage knows the file that it is about") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  add(*open(folder), reading());
  CHECK_FALSE(record::read_damage(folder.path()).has_value());
  REQUIRE(record::note_damage(folder.path(), "page 7 is bad", g_now).ok());
  const auto noted = record::read_damage(folder.path());
  REQUIRE(noted.has_value());
  CHECK(noted->why == "page 7 is bad");
  CHECK(noted->found == g_now);
  CHECK(noted->fits);
  const auto bytes = bytes_of(folder.file());
  std::filesystem::remove(folder.file());
  write_bytes(folder.file(), bytes + "x");
  CHECK_FALSE(record::read_damage(folder.path())->fits);
  // A look at the whole file takes a note away that is about nothing, and makes one that is true.
  write_bytes(folder.file(), bytes);
  CHECK_FALSE(record::examine_damage(folder.path(), g_now).value().has_value());
  CHECK_FALSE(record::is_noted_damaged(folder.path()));
  tamper(folder, "UPDATE text SET payload = replace(payload, 'denied', 'allowed')");
  CHECK(record::examine_damage(folder.path(), g_now).value().has_value());
  CHECK(record::read_damage(folder.path())->fits);
}
