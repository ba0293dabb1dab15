#include <algorithm>

#include "record/line_log.h"

TEST_CASE("of two browsers the newer reading decides, however soon it is delivered") {
  set_clock("2026-11-23T18:04:00.000Z");
  Log log;
  log.take(loaded("allowed", {{"at", "2026-11-23T18:03:00.000Z"}}));
  log.take(loaded("denied", {{"at", "2026-11-23T18:02:00.000Z"}}));
  CHECK(log.line.training == Training::kAllowed);
  CHECK(log.line.returned == record::kReturned);  // it was denied a minute before that
  log.take(changed("allowed", {{"at", "2026-11-23T18:02:30.000Z"}}));
  CHECK(log.line.training == Training::kAllowed);
  CHECK(log.line.returned == record::kStayed);
}

TEST_CASE("two entries of one millisecond keep the order in which they came") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(loaded("denied"));
  log.take(loaded("allowed"));
  CHECK(log.line.training == Training::kAllowed);
  CHECK(log.line.returned == record::kReturned);
  Log other;
  later(kDay);
  log.take(unknown("locked"));  // comes last, and leaves the order of the others alone
  CHECK(log.line.training == Training::kAllowed);
}

TEST_CASE("a late reading that breaks the run ends it") {
  set_clock("2026-11-20T10:00:00.000Z");
  Log log;
  log.take(loaded("allowed", {{"at", "2026-11-10T10:00:00.000Z"}}));
  log.take(loaded("allowed"));
  CHECK(log.line.since == at("2026-11-10T10:00:00.000Z"));
  later();
  log.take(loaded("denied", {{"at", "2026-11-15T10:00:00.000Z"}}));
  CHECK(log.line.training == Training::kAllowed);
  CHECK(log.line.since == at("2026-11-20T10:00:00.000Z"));
  CHECK(log.line.run->first == at("2026-11-20T10:00:00.000Z"));
  CHECK(log.line.before->training == Training::kDenied);
  CHECK(log.line.returned == record::kReturned);
}

TEST_CASE("a late reading between a reading and what confirmed it stands between them") {
  set_clock("2026-11-20T18:00:00.000Z");
  Log log;
  log.take(loaded("denied", {{"at", "2026-11-20T10:00:00.000Z"}}));
  CHECK_FALSE(log.take(loaded("denied", {{"at", "2026-11-20T12:00:00.000Z"}})));
  CHECK_FALSE(log.take(loaded("denied", {{"at", "2026-11-20T14:00:00.000Z"}})));
  CHECK(log.line.run->times == 3);
  log.take(changed("allowed", {{"at", "2026-11-20T11:00:00.000Z"}}));
  CHECK(log.line.training == Training::kDenied);
  CHECK(log.line.run->first == at("2026-11-20T14:00:00.000Z"));
  CHECK(log.line.run->times == 1);  // as many as are certain
  CHECK(log.line.before->training == Training::kAllowed);
  CHECK(log.take(loaded("denied")));  // a stretch that was cut takes in no more
}

TEST_CASE("a clock that was once half a year ahead freezes nothing") {
  set_clock("2027-05-23T18:00:00.000Z");
  Log log;
  log.take(loaded("denied"));
  set_clock("2026-11-23T18:00:00.000Z");
  log.take(loaded("allowed", {{"at", "2026-11-22T18:00:00.000Z"}}));  // late, out of a queue
  CHECK(log.line.training == Training::kAllowed);
  CHECK(log.line.seen == at("2026-11-22T18:00:00.000Z"));
  CHECK(log.line.since == at("2026-11-22T18:00:00.000Z"));
  later();
  log.take(loaded("denied", {{"at", "2026-11-22T19:00:00.000Z"}}));
  CHECK(log.line.training == Training::kDenied);
  CHECK(log.line.before->last <= g_now);
}

TEST_CASE("when the clock reaches what it once said too early, the order stays") {
  set_clock("2026-11-01T10:00:00.000Z");
  Log log;
  log.take(loaded("allowed"));
  set_clock("2027-05-23T18:00:00.000Z");
  log.take(loaded("denied"));
  set_clock("2026-11-23T18:00:00.000Z");
  log.take(loaded("allowed"));
  later(kDay);
  log.take(changed("denied"));
  later();
  log.take(loaded("denied"));
  set_clock("2027-06-23T18:00:00.000Z");
  log.take(unknown("locked"));
  CHECK(log.line.training == Training::kDenied);
  CHECK(log.line.run->first == at("2026-11-24T18:00:00.000Z"));
  CHECK(log.line.run->times == 2);
}

TEST_CASE("a clock without its battery does not put what was seen before behind what comes late") {
  set_clock("2026-11-20T10:00:00.000Z");
  Log log;
  log.take(loaded("denied"));
  set_clock("2020-01-01T00:00:10.000Z");
  log.take(loaded("denied"));
  CHECK(log.line.training == Training::kDenied);
  set_clock("2026-11-25T10:00:00.000Z");
  log.take(loaded("allowed", {{"at", "2026-11-10T10:00:00.000Z"}}));  // older than both
  CHECK(log.line.training == Training::kDenied);
  CHECK(log.line.returned == record::kStayed);
}

TEST_CASE("a confirmation by a clock that was ahead freezes nothing") {
  set_clock("2026-11-23T10:00:00.000Z");
  Log log;
  log.take(loaded("denied"));
  set_clock("2026-11-23T20:00:00.000Z");  // it is two in the afternoon
  CHECK_FALSE(log.take(loaded("denied")));
  set_clock("2026-11-23T15:00:00.000Z");
  log.take(loaded("allowed"));
  CHECK(log.line.training == Training::kAllowed);
  CHECK(log.line.returned == record::kReturned);
  log.take(declared("unknown", {{"raw", "answer-me"}}));
  set_clock("2026-11-23T21:00:00.000Z");
  log.take(loaded("allowed"));
  CHECK(log.line.returned == record::kStayed);  // no second alarm
  CHECK(log.line.run->first == at("2026-11-23T15:00:00.000Z"));
}

TEST_CASE("a dropped line is not told until something new about it is there") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log(std::nullopt);
  log.take(loaded("denied", {{"account", nullptr}}));
  CHECK(log.line.shown);
  later();
  CHECK(log.take(declared("unknown", {{"raw", "dropped"}, {"account", nullptr}})));
  CHECK_FALSE(log.line.shown);
  log.take(
      // older: dropped too
      loaded("allowed", {{"account", nullptr}, {"at", "2026-11-23T17:00:00.000Z"}}));
  CHECK_FALSE(log.line.shown);
  later();
  CHECK(log.take(loaded("denied", {{"account", nullptr}})));  // the same again is new
  CHECK(log.line.shown);
  CHECK(log.line.since == g_now);
  CHECK(log.line.run->times == 1);
  CHECK_FALSE(log.line.before);
}

TEST_CASE("what comes in any order, by clocks that go anywhere, comes to one line", "[large]") {
  std::uint32_t seed = 20261123;
  const auto dice = [&](std::uint32_t sides) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % sides;
  };
  const auto pick = [&](std::initializer_list<const char*> list) {
    return *(list.begin() + dice(static_cast<std::uint32_t>(list.size())));
  };
  for (int round = 0; round < 400; ++round) {
    set_clock("2026-06-01T10:00:00.000Z");
    Log log(dice(2) != 0 ? std::optional<std::string>("ada-l") : std::nullopt);
    const bool clocks = dice(3) == 0;
    for (int i = 0; i < 30; ++i) {
      g_now += static_cast<Millis>(dice(4) == 0 ? dice(40) * kMinute * 60 : dice(3));
      if (clocks && dice(8) == 0)
        g_now += (dice(2) != 0 ? 1 : -1) * static_cast<Millis>(dice(90)) * kDay / 3;
      const auto when = g_now - (dice(3) == 0 ? static_cast<Millis>(dice(60)) * kMinute * 30 : 0);
      const json made = {{"at", format_time(when)}};
      switch (dice(9)) {
        case 0:
          log.take(unknown(pick({"locked", "unsaved"}), made));
          break;
        case 1:
          log.take(declared(pick({"denied", "allowed"}), made));
          break;
        case 2:
          log.take(declared("unknown", {{"raw", pick({"answer-me", "answer-not-me", "dropped"})},
                                        {"at", made["at"]}}));
          break;
        case 3:
          log.take(form(pick({"reached", "submitted", "confirmed", "answered-no"}), made));
          break;
        case 4:
          log.take(changed(pick({"denied", "allowed"}), made));
          break;
        case 5:
          log.take(reading({{"actor", pick({"user", "none"})}, {"at", made["at"]}}));
          break;
        default:
          log.take(loaded(pick({"denied", "denied", "allowed"}), made));
      }
      if (log.line.run) CHECK(log.line.run->first <= log.line.run->last);
      if (log.line.run && log.line.shown) CHECK(log.line.run->times >= 1);
      CHECK(record::line_text(log.line) ==
            record::line_text(
                record::line_from(log.line.subject, record::line_text(log.line)).value()));
    }
  }
}
