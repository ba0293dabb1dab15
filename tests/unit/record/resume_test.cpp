#include <catch2/catch.hpp>

#include "record/chain.h"
#include "record/computer.h"

// An export of this very record: a log that was put back from a backup takes what it lacks.
using namespace sample;

namespace {

// A record and its twin from the moment of the backup.
struct Backup {
  Computer now;
  Computer restored;
  explicit Backup(int entries) {
    set_clock("2026-11-23T18:00:00.000Z");
    for (int n = 0; n < entries; ++n) now.record("x");
    write_bytes(restored.folder.file(), bytes_of(now.folder.file()));
    restored.recorded = now.recorded;
  }
  json said(Computer& computer) {
    return {computer.ok("verify"), computer.ok("status"), computer.ok("history")};
  }
};

}  // namespace

TEST_CASE("16 (10): a log that was put back takes what came after, as its own") {
  Backup backup(2);
  set_clock("2026-11-24T18:00:00.000Z");
  for (int n = 0; n < 9; ++n) backup.now.record(n % 2 ? "x" : "linkedin");
  const json taken = backup.restored.take(backup.now.packet());
  CHECK(taken["own"] == true);
  CHECK(taken["added"] == 9);
  CHECK(taken["links"] == 11);
  CHECK(taken["entries"] == 11);
  CHECK(backup.said(backup.restored) == backup.said(backup.now));
  CHECK(backup.restored.ok("verify")["ok"] == true);
  CHECK(backup.restored.take(backup.now.packet())["added"] == 0);
  // and both go on alike
  backup.restored.record("y");
  CHECK(backup.restored.ok("verify")["ok"] == true);
  CHECK(backup.now.take(backup.restored.packet())["added"] == 1);
  CHECK(backup.said(backup.restored) == backup.said(backup.now));
}

TEST_CASE("what was erased after the backup goes only where that was said") {
  Backup backup(2);
  backup.now.record("doomedplatform");
  write_bytes(backup.restored.folder.file(), bytes_of(backup.now.folder.file()));
  backup.now.ok("erase", {{"platform", "doomedplatform"}});
  backup.now.record("y");
  const json before = backup.said(backup.restored);
  const auto refused = backup.restored.service.call("import", {{"packet", backup.now.packet()}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().is(errors::kPacketConflict));
  CHECK(refused.error().data["erased"] == 1);
  CHECK(backup.said(backup.restored) == before);
  CHECK(backup.restored.ok("import",
                           {{"packet", backup.now.packet()}, {"erase_too", true}})["added"] == 2);
  CHECK(backup.said(backup.restored) == backup.said(backup.now));
  CHECK(bytes_of(backup.restored.folder.file()).find("doomedplatform") == std::string::npos);
}

TEST_CASE("entries that were recorded and erased after the backup are links without content") {
  Backup backup(1);
  backup.now.record("y");
  backup.now.record("y");
  backup.now.ok("erase", {{"platform", "y"}});
  CHECK(backup.restored.take(backup.now.packet())["added"] == 3);
  CHECK(backup.restored.ok("verify")["ok"] == true);
  CHECK(backup.said(backup.restored) == backup.said(backup.now));
}

TEST_CASE("an older export of this log changes nothing") {
  Backup backup(2);
  const std::string older = backup.now.packet();
  backup.now.record("y");
  const json before = backup.said(backup.now);
  const json taken = backup.now.take(older);
  CHECK(taken["own"] == true);
  CHECK(taken["added"] == 0);
  CHECK(backup.said(backup.now) == before);
}

TEST_CASE("16 (10): two copies that were each written to are named as a fork") {
  Backup backup(2);
  backup.now.record("y");
  backup.restored.record("z");
  for (const auto& [here, there] :
       {std::pair(&backup.now, &backup.restored), std::pair(&backup.restored, &backup.now)}) {
    const json before = backup.said(*here);
    const auto refused = here->service.call("import", {{"packet", there->packet()}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().is(errors::kPacketConflict));
    CHECK(refused.error().data["seq"] == 3);
    CHECK(backup.said(*here) == before);
  }
}

TEST_CASE("a part of the other copy is not enough") {
  Backup backup(1);
  backup.now.record("y");
  backup.now.record("z");
  const json before = backup.said(backup.restored);
  const auto refused =
      backup.restored.service.call("import", {{"packet", backup.now.packet({{"platform", "z"}})}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().is(errors::kPacketInvalid));
  CHECK(backup.said(backup.restored) == before);
}

TEST_CASE("what is no entry of a log does not become one") {
  const std::string when = "2026-11-23T18:00:00.000Z";
  json good = reading({{"platform", "y"}});
  good["received"] = when;
  auto without = [&](const char* name) {
    json entry = good;
    entry.erase(name);
    return entry;
  };
  json odd = good;
  odd["platform"] = "not a slug";
  for (const json& payload : {without("received"), without("at"), without("platform"), odd,
                              json{{"type", "else"}, {"received", when}, {"id", "1"}}}) {
    Backup backup(1);
    const json before = backup.said(backup.restored);
    const auto refused = backup.restored.service.call(
        "import", {{"packet", continued(backup.restored.packet(), {payload})}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().is(errors::kPacketInvalid));
    CHECK(backup.said(backup.restored) == before);
  }
  Backup backup(1);
  CHECK(backup.restored.take(continued(backup.restored.packet(), {good}))["added"] == 1);
}
