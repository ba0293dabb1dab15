// What proves that a state stands at the server.
#include "record/line_log.h"

TEST_CASE("a change waits until it is loaded, and is confirmed then") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(loaded("allowed"));
  CHECK(log.line.kept_shown() == Kept::kConfirmed);
  later();
  CHECK(log.take(changed("denied")));
  CHECK(log.line.kept_shown() == Kept::kPending);
  CHECK(log.line.training == Training::kDenied);
  later();
  CHECK(log.take(loaded("denied")));
  CHECK(log.line.kept_shown() == Kept::kConfirmed);
  CHECK(log.line.returned == record::kStayed);
}

TEST_CASE("a change that is loaded the other way was not kept, which is no return") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(loaded("denied"));  // long confirmed
  later();
  log.take(changed("allowed"));
  later();
  log.take(changed("denied"));
  later();
  log.take(loaded("allowed"));
  CHECK(log.line.kept_shown() == Kept::kNotKept);
  CHECK(log.line.returned == record::kStayed);
  later(kDay);
  log.take(loaded("allowed"));
  CHECK(log.line.kept_shown() == Kept::kNotKept);
  later();
  log.take(changed("denied"));
  CHECK(log.line.kept_shown() == Kept::kPending);
  later();
  log.take(loaded("denied"));
  CHECK(log.line.kept_shown() == Kept::kConfirmed);
}

TEST_CASE("what an older extension sends is pending and not kept, and never confirmed") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  CHECK(log.line.kept_shown() == Kept::kNone);
  log.take(reading(kUser));
  CHECK(log.line.kept_shown() == Kept::kPending);
  log.take(reading(kAllowed));
  CHECK(log.line.kept_shown() == Kept::kNotKept);
}

TEST_CASE("a change in doubt between a denial and a permission is no return") {
  set_clock("2026-11-23T18:00:00.000Z");
  const json doubt = {{"how", "changed"}, {"actor", "user"}};
  Log log;
  log.take(loaded("denied"));
  later();
  CHECK(log.take(unknown("unsaved", doubt)));
  CHECK(log.line.training == Training::kDenied);
  CHECK(log.line.stale);
  later();
  log.take(loaded("allowed"));
  CHECK(log.line.returned == record::kStayed);
  CHECK(log.line.kept_shown() == Kept::kConfirmed);
  Log refused;  // the server refuses a change after it was seen
  refused.take(loaded("allowed"));
  refused.take(changed("denied"));
  refused.take(unknown("unsettled", doubt));
  refused.take(loaded("allowed"));
  CHECK(refused.line.kept_shown() == Kept::kNotKept);
  Log two;  // it counts until the next known reading
  two.take(unknown("unsaved", doubt));
  two.take(loaded("denied"));
  two.take(loaded("allowed"));
  CHECK(two.line.returned == record::kReturned);
}

TEST_CASE("nothing was kept or not where a person only said it") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(loaded("denied"));
  later();
  log.take(declared("denied", {{"note", "by e-mail"}, {"date", "2026-11-20"}}));
  CHECK(log.line.kept_shown() == Kept::kNone);
  REQUIRE(log.line.said);
  CHECK(log.line.said->note == "by e-mail");
  CHECK(log.line.said->date == "2026-11-20");
  CHECK(log.line.run->training == Training::kDenied);  // what was seen stands beside it
  later();
  log.take(loaded("denied"));
  CHECK(log.line.said->at == g_now - kMinute);
}

TEST_CASE("a return needs two loaded readings, and a known account to be certain") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log known;
  known.take(loaded("denied"));
  later();
  known.take(loaded("allowed"));
  CHECK(known.line.returned == record::kReturned);
  Log unknown_account(std::nullopt);
  unknown_account.take(loaded("denied", {{"account", nullptr}}));
  later();
  unknown_account.take(loaded("allowed", {{"account", nullptr}}));
  CHECK(unknown_account.line.returned == record::kPerhaps);
}

TEST_CASE("a rule that reads the same page otherwise raises nothing") {
  set_clock("2026-11-23T18:00:00.000Z");
  const auto evidence = [](int rev) {
    json e = reading()["evidence"];
    e["rev"] = rev;
    return e;
  };
  Log log;
  log.take(loaded("denied", {{"raw", "on"}, {"evidence", evidence(3)}}));
  later();
  log.take(loaded("allowed", {{"raw", "on"}, {"evidence", evidence(4)}}));
  CHECK(log.line.training == Training::kAllowed);
  CHECK(log.line.returned == record::kStayed);
  CHECK_FALSE(log.line.before);  // it never was otherwise
  Log other;
  other.take(loaded("denied", {{"raw", "off"}, {"evidence", evidence(3)}}));
  later();
  other.take(loaded("allowed", {{"raw", "on"}, {"evidence", evidence(4)}}));
  CHECK(other.line.returned == record::kReturned);
  Log change;
  change.take(changed("denied", {{"raw", "on"}, {"evidence", evidence(3)}}));
  later();
  change.take(loaded("allowed", {{"raw", "on"}, {"evidence", evidence(4)}}));
  CHECK(change.line.kept_shown() == Kept::kConfirmed);
}

TEST_CASE("a run has the times at which somebody looked") {
  set_clock("2026-05-12T10:00:00.000Z");
  Log log;
  log.take(loaded("denied"));
  const auto first = g_now;
  later();
  CHECK_FALSE(log.take(loaded("denied")));
  later(140 * kDay);
  log.take(loaded("denied"));
  const auto last = g_now;
  later(kDay);
  log.take(unknown("signed-out"));
  later(47 * kDay);
  log.take(loaded("allowed"));
  REQUIRE(log.line.run);
  CHECK(log.line.run->training == Training::kAllowed);
  CHECK(log.line.run->times == 1);
  REQUIRE(log.line.before);
  CHECK(log.line.before->training == Training::kDenied);
  CHECK(log.line.before->first == first);
  CHECK(log.line.before->last == last);
  CHECK(log.line.before->times == 3);
}

TEST_CASE("a person's own click is stored, also where the same was read before") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(loaded("denied", {{"sure", "likely"}}));
  later();
  CHECK(log.take(changed("denied")));
  CHECK(log.take(changed("denied")));
  Log old;
  old.take(reading());
  CHECK(old.take(reading(kUser)));
}
