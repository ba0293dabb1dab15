#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "base/data_folder.h"
#include "record/sample.h"

// A record of an older version is brought up to date where it lies (tests/record/old/make.py wrote
// it).
using namespace sample;
using record::Kept;
using record::Training;

namespace {

constexpr const char* kOld = OPTOUTLOG_TESTS "/record/old/schema1.sql";

void make_old(const Folder& folder) {
  write_bytes(folder.file(), "");
  SQLite::Database db(folder.file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  db.exec(bytes_of(kOld));
}

int schema_of(const Folder& folder) {
  SQLite::Database db(folder.file().string());
  return db.execAndGet("PRAGMA user_version").getInt();
}

}  // namespace

TEST_CASE("an older record is brought up to date, with its chain as it was") {
  set_clock("2026-12-01T10:00:00.000Z");
  Folder folder;
  make_old(folder);
  std::string head;
  {
    SQLite::Database db(folder.file().string());
    const auto blob = db.execAndGet("SELECT hex(value) FROM meta WHERE name = 'head'").getString();
    head = blob;
  }
  auto record = open(folder);
  CHECK(schema_of(folder) == 3);
  CHECK_FALSE(record->verify()->broken.has_value());
  std::string now = to_hex(record->head()->hash);
  for (char& c : now) c = static_cast<char>(std::toupper(c));
  CHECK(now == head);

  const auto lines = record->lines(0, 100).value();
  REQUIRE(lines.size() == 5);
  const auto& objection = lines[0];
  CHECK(objection.step == "submitted");
  const auto& ada = lines[1];
  CHECK(ada.training == Training::kAllowed);
  CHECK(ada.returned == record::kReturned);
  CHECK(ada.seen == at("2026-11-16T12:00:00.000Z"));  // only confirmed
  CHECK(ada.run->times == 2);
  CHECK(ada.before->first == at("2026-05-12T10:00:00.000Z"));
  CHECK(ada.before->last == at("2026-09-29T10:00:00.000Z"));
  CHECK(ada.kept_shown() == Kept::kNone);
  const auto& grace = lines[2];  // since reached over the late reading
  CHECK(grace.since == at("2026-11-20T10:00:00.000Z"));
  CHECK(lines[3].kept_shown() == Kept::kPending);
  CHECK(lines[3].stale);
  CHECK(lines[4].said->note == "by e-mail");
}

TEST_CASE("an older record that was brought up to date is the same as one made anew") {
  set_clock("2026-12-01T10:00:00.000Z");
  Folder old;
  make_old(old);
  open(old);
  Folder fresh;
  open(fresh);
  const auto columns = [](const Folder& folder) {
    SQLite::Database db(folder.file().string());
    SQLite::Statement s(
        db,
        "SELECT m.type, m.name, m.tbl_name, coalesce(c.name, ''), coalesce(c.type, '') FROM "
        "sqlite_master AS m LEFT JOIN pragma_table_info(m.name) AS c ORDER BY 1, 2, 3, 4");
    std::string text;
    while (s.executeStep())
      for (int i = 0; i < 5; ++i) text += s.getColumn(i).getString() + (i == 4 ? "\n" : " ");
    SQLite::Statement notes(db, "SELECT name FROM meta ORDER BY name");
    while (notes.executeStep()) text += notes.getColumn(0).getString() + "\n";
    return text;
  };
  CHECK(columns(old) == columns(fresh));
}

TEST_CASE("an older record goes on where it stood") {
  set_clock("2026-12-01T10:00:00.000Z");
  Folder folder;
  make_old(folder);
  auto record = open(folder);
  add(*record, reading({{"how", "loaded"}}));
  CHECK(record->lines(0, 100)->at(1).training == Training::kDenied);
  CHECK(record->lines(0, 100)->at(1).before->training == Training::kAllowed);
  CHECK_FALSE(record->verify()->broken.has_value());
}

TEST_CASE("an older record that may not be written is still told") {
  if (::geteuid() == 0) return;  // root may write everything
  set_clock("2026-12-01T10:00:00.000Z");
  Folder folder;
  make_old(folder);
  std::filesystem::permissions(folder.file(), std::filesystem::perms::owner_read);
  std::filesystem::permissions(
      folder.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  auto opened = record::Record::open(folder.path(), false, sample::clock);
  REQUIRE(opened);
  CHECK((*opened)->lines(0, 100)->size() == 5);
  CHECK((*opened)->lines(1, 1)->at(0).subject.account == "ada-l");
  CHECK_FALSE((*opened)->verify()->broken.has_value());
  CHECK((*opened)->append({parsed(reading())}).error().is(errors::kRecordReadonly));
}

TEST_CASE("an older record that is damaged is not written to, and what is whole is told") {
  set_clock("2026-12-01T10:00:00.000Z");
  Folder folder;
  make_old(folder);
  tamper(folder, "UPDATE text SET payload = '{}' WHERE seq = 1");
  const std::string before = bytes_of(folder.file());
  auto opened = record::Record::open(folder.path(), false, sample::clock);
  REQUIRE(opened);
  CHECK((*opened)->verify()->broken->reason == "digest");
  CHECK((*opened)->append({parsed(reading())}).error().is(errors::kRecordCorrupt));
  CHECK(schema_of(folder) == 1);
  CHECK(bytes_of(folder.file()) == before);
}

TEST_CASE("a host that is running while another brings the record further writes no more") {
  set_clock("2026-12-01T10:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  add(*record, reading());
  tamper(folder, "PRAGMA user_version = 4");
  CHECK(record->append({parsed(reading({{"control", "c"}}))}).error().is(errors::kRecordNewer));
  CHECK(record->lines(0, 10).error().is(errors::kRecordNewer));
}
