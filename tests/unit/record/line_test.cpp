#include "record/line.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "record/sample.h"

using namespace sample;
using record::Kept;
using record::Training;

namespace {

// One line and a growing log, as the record keeps them: taken in as it stands where an entry comes last, made
// anew where it does not. Both have to come to the same.
class Log {
 public:
  explicit Log(std::optional<std::string> account = "ada-l") { line.subject.account = std::move(account); }
  // True when the entry was recorded, false when it confirmed an older one.
  bool take(const json& value) {
    const auto entry = parsed(value);
    auto event = record::event_of(entry.fields, 0, g_now);
    const bool last = record::comes_last(line, event);
    std::int64_t same = 0;
    if (record::can_confirm(event, entry))
      same = last ? record::confirmed_by(line, event) : record::confirmed_by(events_, event);
    if (same != 0 && event.basis == record::Basis::kForm) return false;
    if (same != 0) {
      auto& e = events_.at(static_cast<std::size_t>(same) - 1);
      const bool counts = e.confirm(event.when, static_cast<std::int64_t>(events_.size()));
      if (last) CHECK(counts == (event.when > line.tried));
      if (last && counts) record::confirm(line, event);
    } else {
      event.seq = static_cast<std::int64_t>(events_.size()) + 1;
      events_.push_back(event);
      if (last) record::take(line, event);
    }
    const record::Line anew = record::line_of(line.subject, events_);
    if (last) CHECK(record::line_text(line) == record::line_text(anew));
    line = anew;
    return same == 0;
  }
  record::Line line;

 private:
  std::vector<record::Event> events_;
};

const json kUser = {{"actor", "user"}};
const json kAllowed = {{"training", "allowed"}, {"raw", "on"}};
json allowed_by_user() {
  return reading({{"training", "allowed"}, {"raw", "on"}, {"actor", "user"}});
}

}  // namespace

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
  for (const char* answer : {"answer-me", "answer-not-me"}) log.take(declared("unknown", {{"raw", answer}}));
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

TEST_CASE("form steps never touch training or stale") {
  set_clock("2026-11-23T18:00:00.000Z");
  Log log;
  log.take(reading());
  log.take(unknown("locked"));
  const auto before = log.line;
  for (const char* step : {"reached", "submitted", "confirmed", "answered-yes"}) log.take(form(step));
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

// What proves that a state stands at the server.

namespace {

json loaded(const char* training, const json& change = json::object()) {
  json entry = reading({{"training", training}, {"raw", training}, {"how", "loaded"}});
  for (const auto& [name, value] : change.items()) entry[name] = value;
  return entry;
}
json changed(const char* training, const json& change = json::object()) {
  json entry = loaded(training, {{"how", "changed"}, {"actor", "user"}, {"sure", "likely"}});
  for (const auto& [name, value] : change.items()) entry[name] = value;
  return entry;
}
void later(Millis by = kMinute) {
  g_now += by;
}

}  // namespace

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
      loaded("allowed", {{"account", nullptr}, {"at", "2026-11-23T17:00:00.000Z"}}));  // older: dropped too
  CHECK_FALSE(log.line.shown);
  later();
  CHECK(log.take(loaded("denied", {{"account", nullptr}})));  // the same again is new
  CHECK(log.line.shown);
  CHECK(log.line.since == g_now);
  CHECK(log.line.run->times == 1);
  CHECK_FALSE(log.line.before);
}

TEST_CASE("what comes in any order, by clocks that go anywhere, comes to one line") {
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
      if (clocks && dice(8) == 0) g_now += (dice(2) != 0 ? 1 : -1) * static_cast<Millis>(dice(90)) * kDay / 3;
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
          log.take(declared("unknown",
                            {{"raw", pick({"answer-me", "answer-not-me", "dropped"})}, {"at", made["at"]}}));
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
            record::line_text(record::line_from(log.line.subject, record::line_text(log.line)).value()));
    }
  }
}
