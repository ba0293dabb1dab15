// What readings and what the user says make of a line.
#include "record/line_log.h"

TEST_CASE("a first reading makes the state") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  CHECK(log.take(reading()));
  CHECK(log.line.training == Training::kDenied);
  CHECK(log.line.since == g_now);
  CHECK(log.line.seen == g_now);
  CHECK_FALSE(log.line.stale);
  CHECK_FALSE(log.line.returned);
}

TEST_CASE("the same state of the same day is confirmed and seen stays exact") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  const auto first = g_now;
  set_clock("2026-11-23T23:59:59.999Z");
  CHECK_FALSE(log.take(reading()));
  CHECK(log.line.seen == g_now);
  CHECK(log.line.since == first);
  set_clock("2026-11-24T00:00:00.000Z");
  CHECK(log.take(reading()));
  CHECK(log.line.since == first);
}

TEST_CASE("a confirmation that was sent again counts once") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  g_now += kMinute;
  const json again = reading();
  CHECK_FALSE(log.take(again));
  CHECK_FALSE(log.take(again));
  CHECK(log.line.run->times == 2);
}

TEST_CASE("likely and sure are different evidence") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  CHECK(log.take(reading({{"sure", "likely"}})));
  CHECK(log.take(reading()));
  CHECK(log.line.sure == "sure");
}

TEST_CASE("denied then allowed with nobody seen is a return") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  set_clock("2026-11-25T09:00:00.000Z");
  CHECK(log.take(reading(kAllowed)));
  CHECK(log.line.returned);
  CHECK(log.line.training == Training::kAllowed);
  CHECK(log.line.since == g_now);
}

TEST_CASE("denied then allowed by the user is none") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  log.take(allowed_by_user());
  CHECK(log.line.training == Training::kAllowed);
  CHECK_FALSE(log.line.returned);
}

TEST_CASE("a first allowed reading is no return, nor is one after unknown alone") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log first;
  first.take(reading(kAllowed));
  CHECK_FALSE(first.line.returned);
  Log after_unknown;
  after_unknown.take(unknown("not-found"));
  after_unknown.take(reading(kAllowed));
  CHECK_FALSE(after_unknown.line.returned);
}

TEST_CASE("unknown in between does not hide a return") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  log.take(unknown("layout-changed"));
  log.take(reading(kAllowed));
  CHECK(log.line.returned);
}

TEST_CASE("what the user only said does not make a return") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log said;
  said.take(declared("denied"));
  said.take(reading(kAllowed));
  CHECK_FALSE(said.line.returned);
  Log said_allowed;
  said_allowed.take(reading());
  said_allowed.take(declared("allowed"));
  said_allowed.take(reading(kAllowed));
  CHECK_FALSE(said_allowed.line.returned);
}

TEST_CASE("a return lasts over further readings until it is answered") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  log.take(reading(kAllowed));
  log.take(unknown("signed-out"));
  CHECK(log.line.returned);
  set_clock("2026-11-24T18:00:00.000Z");
  log.take(reading(kAllowed));
  CHECK(log.line.returned);
  CHECK(log.take(declared("unknown", {{"raw", "answer-me"}})));
  CHECK_FALSE(log.line.returned);
  CHECK(log.line.training == Training::kAllowed);
}

TEST_CASE("it was not me keeps the return until denied is seen") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  log.take(reading(kAllowed));
  log.take(declared("unknown", {{"raw", "answer-not-me"}}));
  CHECK(log.line.returned);
  CHECK(log.line.not_me);
  log.take(reading(kAllowed));
  CHECK(log.line.returned);
  log.take(reading(kUser));
  CHECK_FALSE(log.line.returned);
  CHECK_FALSE(log.line.not_me);
  log.take(reading());          // loaded anew: it was kept
  log.take(reading(kAllowed));  // and again
  CHECK(log.line.returned);
  CHECK_FALSE(log.line.not_me);
}

TEST_CASE("an answer without a return changes nothing") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  for (const char* answer : {"answer-me", "answer-not-me"})
    log.take(declared("unknown", {{"raw", answer}}));
  CHECK(log.line.training == Training::kDenied);
  CHECK_FALSE(log.line.returned);
  CHECK_FALSE(log.line.not_me);
}

TEST_CASE("unknown keeps the state, makes it stale and says why") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  const auto seen = log.line.seen;
  set_clock("2026-11-23T19:00:00.000Z");
  CHECK(log.take(unknown("layout-changed")));
  CHECK(log.line.training == Training::kDenied);
  CHECK(log.line.stale);
  CHECK(log.line.why == "layout-changed");
  CHECK(log.line.seen == seen);
  CHECK(log.line.tried == g_now);
  CHECK_FALSE(log.take(unknown("layout-changed")));
  CHECK(log.take(unknown("not-found")));
  CHECK(log.take(reading()));
  CHECK_FALSE(log.line.stale);
  CHECK(log.line.why == "ok");
}

TEST_CASE("a reading after the user's word is recorded though the same was read that day") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  log.take(declared("allowed"));
  CHECK(log.line.training == Training::kAllowed);
  CHECK(log.line.basis == record::Basis::kDeclared);
  CHECK(log.take(reading()));
  CHECK(log.line.training == Training::kDenied);
  CHECK(log.line.basis == record::Basis::kSeen);
}

TEST_CASE("an entry out of the queue that is older than the state is history only") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  CHECK(log.take(reading({{"training", "allowed"}, {"at", "2026-11-23T12:00:00.000Z"}})));
  CHECK(log.line.training == Training::kDenied);
  CHECK_FALSE(log.line.returned);
  CHECK(log.line.seen == g_now);
}

TEST_CASE("queued entries that arrive in order are told as they happened") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading({{"at", "2026-11-20T10:00:00.000Z"}}));
  log.take(reading({{"training", "allowed"}, {"at", "2026-11-21T10:00:00.000Z"}}));
  CHECK(log.line.returned);
  CHECK(log.line.since == at("2026-11-21T10:00:00.000Z"));
}

TEST_CASE("the user's late click explains a return that another browser saw first") {
  set_clock("2026-11-20T10:00:00.000Z");
  Log log;
  log.take(reading());
  set_clock("2026-11-22T10:00:00.000Z");
  log.take(reading(kAllowed));
  CHECK(log.line.returned);
  set_clock("2026-11-22T11:00:00.000Z");
  json click = allowed_by_user();
  click["at"] = "2026-11-21T10:00:00.000Z";
  CHECK(log.take(click));
  CHECK_FALSE(log.line.returned);

  Log before;
  set_clock("2026-11-20T10:00:00.000Z");
  before.take(reading());
  set_clock("2026-11-22T10:00:00.000Z");
  before.take(reading(kAllowed));
  click["at"] = "2026-11-19T10:00:00.000Z";  // before the denied reading: explains nothing
  before.take(click);
  CHECK(before.line.returned);
}

TEST_CASE("a clock that was set back a year does not freeze the state") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  set_clock("2025-11-23T18:00:00.000Z");
  CHECK(log.take(reading(kAllowed)));
  CHECK(log.line.training == Training::kAllowed);
  CHECK(log.line.returned);
  CHECK(log.line.seen == g_now);
  set_clock("2025-11-23T19:00:00.000Z");
  log.take(unknown("locked"));
  CHECK(log.line.stale);
}

TEST_CASE("a time in the future counts as now") {
  set_clock("2026-11-23T18:00:00.000Z");
  const auto inside = record::timing_of(g_now + 5 * kMinute, g_now);
  CHECK_FALSE(inside.ahead);
  CHECK(inside.when == g_now + 5 * kMinute);
  const auto ahead = record::timing_of(g_now + 5 * kMinute + 1, g_now);
  CHECK(ahead.ahead);
  CHECK(ahead.when == g_now);
}
