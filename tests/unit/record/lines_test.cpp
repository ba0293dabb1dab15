#include <catch2/catch.hpp>

#include "record/sample.h"

// How entries become lines in the record: joining, dropping, and that the table can be made anew at
// any time.
using namespace sample;
using record::Effect;
using record::Training;

namespace {

const json kNoAccount = {{"account", nullptr}, {"how", "loaded"}};
json named(const std::string& account, const json& joins, const json& change = json::object()) {
  json entry = reading({{"account", account}, {"how", "loaded"}, {"joins", joins}});
  for (const auto& [name, value] : change.items()) entry[name] = value;
  return entry;
}

std::vector<record::Line> lines(record::Record& record) {
  CHECK_FALSE(record.verify()->broken.has_value());
  return record.lines(0, 100).value();
}

}  // namespace

TEST_CASE("a reading from before the page named the account counts as one of the account") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  const json before = reading(kNoAccount);
  add(*record, before);
  CHECK(lines(*record).size() == 1);
  g_now += 1000;
  CHECK(add(*record, named("ada-l", before["id"])).effect == Effect::kRecorded);
  const auto found = lines(*record);
  REQUIRE(found.size() == 1);
  CHECK(found[0].subject.account == "ada-l");
  CHECK(found[0].run->times == 1);  // one visit
  CHECK(found[0].run->first == g_now - 1000);
}

TEST_CASE("a line without account stays when something else is in it") {
  set_clock("2026-11-22T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  add(*record, reading(kNoAccount));
  set_clock("2026-11-23T18:00:00.000Z");
  const json before = reading(kNoAccount);
  add(*record, before);
  add(*record, named("ada-l", before["id"]));
  const auto found = lines(*record);
  REQUIRE(found.size() == 2);
  CHECK_FALSE(found[0].subject.account);
  CHECK(found[0].seen == at("2026-11-22T18:00:00.000Z"));
  CHECK(found[0].run->times == 1);
}

TEST_CASE("what names the account is recorded, though the same was read of it that day") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  add(*record, reading({{"how", "loaded"}}));
  const json before = reading(kNoAccount);
  add(*record, before);
  CHECK(add(*record, named("ada-l", before["id"])).effect == Effect::kRecorded);
  CHECK(lines(*record).size() == 1);
}

TEST_CASE("what the page drew before it named the account raises no alarm about it") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  const json before = reading(kNoAccount);
  add(*record, before);
  g_now += 1000;
  add(*record, named("ada-l", before["id"], {{"training", "allowed"}, {"raw", "on"}}));
  const auto found = lines(*record);
  REQUIRE(found.size() == 1);
  CHECK(found[0].training == Training::kAllowed);
  CHECK(found[0].returned == record::kStayed);
  CHECK_FALSE(found[0].before);
}

TEST_CASE(
    "what was loaded before a person's change named the account is a reading of the account") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  json before = reading(kNoAccount);
  before["training"] = before["raw"] = "allowed";
  add(*record, before);
  g_now += 1000;
  add(*record,
      named("ada-l", before["id"], {{"how", "changed"}, {"actor", "user"}, {"sure", "likely"}}));
  const auto found = lines(*record);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kept == record::Kept::kPending);
  REQUIRE(found[0].before);
  CHECK(found[0].before->training == Training::kAllowed);
}

TEST_CASE("joining works in either order of arrival, and for the same setting alone") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  const json before = reading(kNoAccount);
  const json unrelated = reading({{"account", nullptr}, {"how", "loaded"}, {"control", "other"}});
  add(*record, named("ada-l", before["id"]));
  add(*record, before);
  add(*record, unrelated);
  add(*record, named("ada-l", unrelated["id"]));
  add(*record, named("ada-l", random_uuid()));  // of an entry that never came
  const auto found = lines(*record);
  REQUIRE(found.size() == 2);
  CHECK(found[0].subject.account == "ada-l");
  CHECK(found[1].subject.control == "other");
  CHECK_FALSE(found[1].subject.account);
}

TEST_CASE("an entry belongs to the account that joined it first") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  const json before = reading(kNoAccount);
  add(*record, before);
  g_now += 1000;
  add(*record, named("ada-l", before["id"]));
  add(*record, named("grace-h", before["id"]));
  const auto found = lines(*record);
  REQUIRE(found.size() == 2);
  CHECK(found[0].run->first == g_now - 1000);
  CHECK(found[1].run->first == g_now);
}

TEST_CASE("what was joined to an account is erased with it") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  const json before = reading(kNoAccount);
  add(*record, before);
  add(*record, named("ada-l", before["id"]));
  add(*record, reading({{"account", "grace-h"}}));
  CHECK(record->erase({{}, "ada-l"})->count == 2);
  CHECK(lines(*record).size() == 1);
  const auto last = record->last_erase().value();
  REQUIRE(last);
  CHECK(last->at == format_time(g_now));
  CHECK(last->what == "account");
}

TEST_CASE("a dropped line leaves status and comes back with something new") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  for (const char* control : {"a", "b", "c"}) add(*record, reading({{"control", control}}));
  add(*record, declared("unknown", {{"control", "b"}, {"raw", "dropped"}}));
  auto found = lines(*record);
  REQUIRE(found.size() == 2);
  CHECK(found[1].subject.control == "c");
  CHECK(record->lines(1, 1)->at(0).subject.control == "c");  // pages count what is shown
  g_now += kMinute;
  CHECK(add(*record, reading({{"control", "b"}})).effect == Effect::kRecorded);
  CHECK(lines(*record).size() == 3);
  CHECK(record->erase({"linkedin", {}})->count == 5);
  CHECK(lines(*record).empty());
}

TEST_CASE("any entries in any order: the lines are what the entries amount to") {
  std::uint32_t seed = 7;
  const auto dice = [&](std::uint32_t sides) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % sides;
  };
  set_clock("2026-06-01T10:00:00.000Z");
  Folder folder;
  auto record = open(folder);
  std::vector<json> unnamed;
  for (int call = 0; call < 60; ++call) {
    std::vector<record::Entry> batch;
    for (std::uint32_t i = 0; i <= dice(6); ++i) {
      g_now += static_cast<Millis>(dice(20)) * kMinute * 30;
      const auto when = g_now - static_cast<Millis>(dice(3) == 0 ? dice(100) : 0) * 30 * kMinute;
      json entry = reading({{"training", dice(2) != 0 ? "denied" : "allowed"},
                            {"control", dice(2) != 0 ? "a" : "b"},
                            {"how", "loaded"},
                            {"at", format_time(when)}});
      if (dice(4) == 0)
        entry.update(json{{"how", "changed"}, {"actor", "user"}, {"sure", "likely"}});
      if (dice(3) == 0) {
        entry["account"] = nullptr;
        unnamed.push_back(entry["id"]);
      } else if (dice(3) == 0 && !unnamed.empty()) {
        entry["joins"] = unnamed[dice(static_cast<std::uint32_t>(unnamed.size()))];
      }
      if (dice(12) == 0) entry = declared("unknown", {{"raw", "dropped"}, {"control", "a"}});
      if (dice(9) == 0) entry = form("submitted", {{"control", "b"}});
      batch.push_back(parsed(entry));
    }
    if (dice(15) == 0) g_now -= static_cast<Millis>(dice(20)) * kDay;
    REQUIRE(record->append(batch).ok());
    CHECK_FALSE(record->verify()->broken.has_value());
    if (dice(20) == 0) REQUIRE(record->erase({{}, "ada-l"}).ok());
  }
}
