#include <catch2/catch.hpp>

#include "record/computer.h"

// Another computer's export taken in: again, longer, with more shown, contradicting, our own.
using namespace sample;

TEST_CASE("an import keeps the other chain apart and says where entries come from") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer here;
  Computer there;
  here.record("x");
  there.record("linkedin");
  there.record("x");
  const json before = here.ok("status");
  const json taken = here.take(there.packet());
  CHECK(taken["record"] == there.ok("verify")["record"]);
  CHECK(taken["own"] == false);
  CHECK(taken["links"] == 2);
  CHECK(taken["entries"] == 2);
  CHECK(taken["added"] == 2);
  CHECK(here.ok("status") == before);
  CHECK(here.ok("history")["entries"].size() == 1);
  CHECK(here.ok("hello")["entries"] == 1);
  const json theirs = here.ok("history", {{"source", taken["record"]}})["entries"];
  REQUIRE(theirs.size() == 2);
  CHECK(theirs[0]["platform"] == "x");
  CHECK(theirs[0]["source"] == taken["record"]);
  CHECK(here.ok("history", {{"source", taken["record"]}, {"platform", "linkedin"}})["entries"]
            .size() == 1);
  const json sources = here.ok("sources")["sources"];
  REQUIRE(sources.size() == 1);
  CHECK(sources[0]["entries"] == 2);
  CHECK(here.ok("verify")["ok"] == true);
}

TEST_CASE("importing again adds nothing, a longer export adds the rest") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer here;
  Computer there;
  there.record("x");
  const std::string first = there.packet();
  CHECK(here.take(first)["added"] == 1);
  CHECK(here.take(first)["added"] == 0);
  there.record("y");
  CHECK(here.take(there.packet())["added"] == 1);
  const json again = here.take(first);  // the older file does not take anything back
  CHECK(again["added"] == 0);
  CHECK(again["links"] == 2);
  CHECK(here.ok("sources")["sources"].size() == 1);
}

TEST_CASE("an export that shows more fills in, one that tells of an erase removes") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer here;
  Computer there;
  there.record("x");
  there.record("y");
  const auto verifies = [&] { return here.ok("verify")["ok"] == true; };
  CHECK(here.take(there.packet({{"platform", "x"}}))["entries"] == 1);
  CHECK(verifies());
  CHECK(here.take(there.packet())["entries"] == 2);
  CHECK(verifies());
  there.ok("erase", {{"platform", "y"}});
  CHECK(here.take(there.packet())["entries"] == 1);
  CHECK(verifies());
}

TEST_CASE("our own export is recognised and not taken in") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer here;
  here.record("x");
  CHECK(here.take(here.packet())["own"] == true);
  CHECK(here.ok("sources")["sources"].empty());
}

TEST_CASE("a broken export and one that contradicts are refused and change nothing") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer here;
  Computer there;
  there.record("x");
  const auto copy = bytes_of(there.folder.file());
  there.record("y");
  here.take(there.packet());
  // the same record taken up again from an older copy of its file, and continued otherwise
  Computer twin;
  write_bytes(twin.folder.file(), copy);
  twin.record("z");
  twin.record("z");
  const auto conflict = here.service.call("import", {{"packet", twin.packet()}});
  REQUIRE_FALSE(conflict);
  CHECK(conflict.error().is(errors::kPacketConflict));
  CHECK(conflict.error().data["seq"] == 2);

  std::string broken = there.packet();
  broken.replace(broken.find("denied"), 6, "permit");
  const auto refused = here.service.call("import", {{"packet", broken}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().is(errors::kPacketBroken));
  CHECK(here.service.call("import", {{"packet", "{}"}}).error().is(errors::kPacketInvalid));
  CHECK(here.service.call("import", {{"packet", 5}}).error().is(errors::kParamsInvalid));
  CHECK(here.ok("sources")["sources"][0]["links"] == 2);
}

TEST_CASE("an erase reaches what was imported") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer here;
  Computer there;
  here.record("x");
  there.record("doomedplatform");
  there.record("kept");
  here.take(there.packet());
  const json erased = here.ok("erase", {{"platform", "doomedplatform"}});
  CHECK(erased["erased"] == 0);
  CHECK(erased["imported"] == 1);
  CHECK(bytes_of(here.folder.file()).find("doomedplatform") == std::string::npos);
  CHECK(here.ok("sources")["sources"][0]["entries"] == 1);
  CHECK(here.ok("verify")["ok"] == true);
}

TEST_CASE("16 (11): an older export does not bring back what its owner erased") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer here;
  Computer there;
  there.record("x");
  there.record("doomedplatform");
  const std::string older = there.packet();
  there.ok("erase", {{"platform", "doomedplatform"}});
  CHECK(here.take(there.packet())["entries"] == 1);
  CHECK(here.take(older)["entries"] == 1);
  CHECK(bytes_of(here.folder.file()).find("doomedplatform") == std::string::npos);
  CHECK(here.ok("verify")["ok"] == true);
}

TEST_CASE("16 (11): content that could not be found again is refused at the door") {
  set_clock("2026-11-23T18:00:00.000Z");
  for (const char* name : {"platform", "account"}) {
    Computer here;
    const auto refused =
        here.service.call("import", {{"packet", stranger({json{{"id", "1"}, {name, 5}}})}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().is(errors::kPacketInvalid));
    CHECK(here.ok("sources")["sources"].empty());
  }
}

TEST_CASE("16 (11): erasing all reaches a stranger's content without a platform") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer here;
  here.take(stranger({json{{"id", "1"}, {"secret", "doomedsecret"}}}));
  CHECK(here.ok("erase", {{"all", true}})["imported"] == 1);
  CHECK(bytes_of(here.folder.file()).find("doomedsecret") == std::string::npos);
  CHECK(here.ok("verify")["ok"] == true);
}

TEST_CASE("16 (11): an imported record is removed whole") {
  set_clock("2026-11-23T18:00:00.000Z");
  Computer here;
  Computer there;
  here.record("x");
  there.record("doomedplatform");
  const json id = here.take(there.packet())["record"];
  CHECK(here.ok("forget", {{"source", id}})["record"] == id);
  CHECK(here.ok("sources")["sources"].empty());
  CHECK(bytes_of(here.folder.file()).find("doomedplatform") == std::string::npos);
  for (const json& wrong : {id, json(), json("x"), json(7)}) {
    const auto again = here.service.call("forget", {{"source", wrong}});
    REQUIRE_FALSE(again);
    CHECK(again.error().data["field"] == "source");
  }
  CHECK(here.ok("verify")["ok"] == true);
  CHECK(here.take(there.packet())["added"] == 1);
}
