// What the methods do with a record that is damaged, or not where it was.
#include "tests/unit/service/service_fixture.h"

TEST_CASE_METHOD(ServiceFixture, "verify gives head and checkpoint, and what is broken") {
  record(reading());
  const json fine = ok("verify");
  CHECK(fine["ok"] == true);
  CHECK(fine["entries"] == 1);
  CHECK(fine["broken"].is_null());
  CHECK(fine["checkpoint"] == "optoutlog-checkpoint-v1 " + fine["record"].get<std::string>() +
                                  " 1 " + fine["head"].get<std::string>());
  tamper(folder, "UPDATE text SET payload = '{}' WHERE seq = 1");
  const json broken = ok("verify");
  CHECK(broken["ok"] == false);
  CHECK(broken["broken"]["seq"] == 1);
  CHECK(broken["broken"]["reason"] == "digest");
}

TEST_CASE_METHOD(ServiceFixture,
                 "a record found damaged is not written to by anybody until it is whole again") {
  record(reading());
  record(reading({{"control", "other"}}));
  const std::string whole = bytes_of(folder.file());
  service::Service other(folder.path(), sample::clock);  // of another process, and already at work
  REQUIRE(other.call("record", {{"entries", {reading({{"control", "third"}})}}}).ok());
  const std::string before = bytes_of(folder.file());
  tamper(folder, "UPDATE text SET payload = replace(payload, 'denied', 'allowed') WHERE seq = 2");
  const std::string damaged = bytes_of(folder.file());
  CHECK(ok("verify")["broken"]["reason"] == "digest");

  const auto refused = other.call("record", {{"entries", {reading({{"control", "fourth"}})}}});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().is(errors::kRecordCorrupt));
  CHECK(refused.error().message.find("optoutlog set-aside") != std::string::npos);
  CHECK(error("erase", {{"all", true}}).is(errors::kRecordCorrupt));
  CHECK(service::Service(folder.path(), sample::clock)
            .call("record", {{"entries", {reading()}}})
            .ok() == false);
  CHECK(ok("hello")["problem"]["name"] == "record.corrupt");
  CHECK(ok("hello")["entries"] == 3);
  CHECK(ok("status")["controls"].size() == 3);  // what is whole can still be read
  CHECK(bytes_of(folder.file()) == damaged);

  write_bytes(folder.file(), before);
  CHECK(other.call("record", {{"entries", {reading({{"control", "fifth"}})}}}).ok());
  CHECK(ok("verify")["ok"] == true);
  CHECK(ok("hello")["problem"].is_null());
}

TEST_CASE_METHOD(ServiceFixture, "a note of damage that is about nothing stops nobody") {
  record(reading());
  for (const char* note :
       {"", "rubbish", "{\"file\": 7}", "{\"file\": \"1.2.3\", \"why\": \"x\"}"}) {
    write_bytes(folder.path() / "record.damaged", note);
    record(reading({{"control", "c"}, {"training", "allowed"}}));
    record(reading({{"control", "c"}}));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "record.damaged"));
  }
}

TEST_CASE_METHOD(ServiceFixture, "a record that was moved away is not written to where it went") {
  record(reading());
  const auto moved = folder.path() / "moved.db";
  std::filesystem::rename(folder.file(), moved);
  const std::string bytes = bytes_of(moved);
  CHECK(ok("status")["controls"].empty());
  CHECK(record(reading({{"control", "new"}}))["seq"] == 1);
  CHECK(bytes_of(moved) == bytes);
}
