// What the steps of an objection form make of a line.
#include "record/line_log.h"

const json kTakenBack = {{"raw", "taken-back"}};

TEST_CASE("16 (12): a declaration is taken back alone") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(loaded("allowed"));
  const auto before = log.line;
  set_clock("2026-11-23T18:01:00.000Z");
  log.take(declared("denied"));
  CHECK(log.line.training == Training::kDenied);
  SECTION("what was seen counts again") {
    set_clock("2026-11-23T18:02:00.000Z");
    log.take(declared("unknown", kTakenBack));
    CHECK(log.line.training == Training::kAllowed);
    CHECK(log.line.basis == record::Basis::kSeen);
    CHECK_FALSE(log.line.said.has_value());
    CHECK(log.line.since == before.since);
    set_clock("2026-11-23T18:03:00.000Z");
    log.take(declared("unknown", kTakenBack));  // nothing is left to take back
    CHECK(log.line.training == Training::kAllowed);
    log.take(declared("denied"));
    CHECK(log.line.said->training == Training::kDenied);
  }
  SECTION("what was said before counts again") {
    set_clock("2026-11-23T18:02:00.000Z");
    log.take(declared("allowed"));
    set_clock("2026-11-23T18:03:00.000Z");
    log.take(declared("unknown", kTakenBack));
    CHECK(log.line.said->training == Training::kDenied);
    log.take(loaded("denied"));
    CHECK(log.line.training == Training::kDenied);
    CHECK(log.line.basis == record::Basis::kSeen);
  }
}

TEST_CASE("16 (12): a line that rested on a declaration alone goes with it") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(declared("denied"));
  set_clock("2026-11-23T18:01:00.000Z");
  log.take(declared("unknown", kTakenBack));
  CHECK_FALSE(log.line.shown);
  log.take(loaded("allowed"));
  CHECK(log.line.shown);
  CHECK(log.line.training == Training::kAllowed);
}

TEST_CASE("16 (12): what is taken back is what was recorded before it, whatever the clock does") {
  Log log;
  SECTION("the clock was set back by less than is told of a clock") {
    set_clock("2026-11-23T18:04:00.000Z");
    log.take(declared("denied"));
    set_clock("2026-11-23T18:01:00.000Z");
    log.take(declared("unknown", kTakenBack));
    CHECK_FALSE(log.line.shown);
    CHECK_FALSE(log.line.said.has_value());
  }
  SECTION("what was said elsewhere in between arrives late") {
    set_clock("2026-11-23T18:00:00.000Z");
    log.take(declared("denied"));
    set_clock("2026-11-23T19:00:00.000Z");
    log.take(declared("unknown", kTakenBack));
    set_clock("2026-11-23T20:00:00.000Z");
    log.take(declared("allowed", {{"at", "2026-11-23T18:30:00.000Z"}}));
    REQUIRE(log.line.said.has_value());
    CHECK(log.line.said->training == Training::kAllowed);
  }
}

TEST_CASE("form steps never touch training or stale") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  log.take(unknown("locked"));
  const auto before = log.line;
  for (const char* step : {"reached", "submitted", "confirmed", "answered-yes"})
    log.take(form(step));
  CHECK(log.line.training == before.training);
  CHECK(log.line.stale == before.stale);
  CHECK(log.line.why == before.why);
  CHECK(log.line.since == before.since);
  CHECK(log.line.step == "answered-yes");
}

TEST_CASE("a line of form steps alone knows no state") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(form("reached"));
  CHECK(log.line.training == Training::kUnknown);
  CHECK(log.line.basis == record::Basis::kForm);
  CHECK_FALSE(log.line.stale);
  CHECK_FALSE(log.line.seen.has_value());
  CHECK_FALSE(record::due(log.line).has_value());
}

TEST_CASE("an answer is due one month after the form was sent until it comes") {
  set_clock("2027-01-31T18:00:00.000Z");
  Log log;
  log.take(form("reached"));
  log.take(form("submitted"));
  set_clock("2027-02-01T18:00:00.000Z");
  log.take(form("confirmed"));
  CHECK(record::due(log.line) == at("2027-02-28T18:00:00.000Z"));
  log.take(form("reached"));  // opened again: nothing is undone
  CHECK(log.line.step == "confirmed");
  log.take(form("answered-no"));
  CHECK_FALSE(record::due(log.line).has_value());
  set_clock("2027-03-01T18:00:00.000Z");
  log.take(form("submitted"));  // a new round
  CHECK(log.line.step == "submitted");
  CHECK(record::due(log.line) == at("2027-04-01T18:00:00.000Z"));
}

TEST_CASE("a confirmation without a submission seen starts the month") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(form("confirmed"));
  CHECK(log.line.asked == g_now);
}

TEST_CASE("the same step of the same day is confirmed") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  CHECK(log.take(form("reached")));
  CHECK_FALSE(log.take(form("reached")));
  CHECK(log.take(form("confirmed")));
  CHECK(log.take(form("reached")));
  set_clock("2026-11-24T18:00:00.000Z");
  CHECK(log.take(form("reached")));
}
