#include "record/event.h"

#include <algorithm>

namespace optoutlog::record {
namespace {

// 1 January 2026: no record is older than the program. A clock without its battery says less.
constexpr Millis kBegan = 1'767'225'600'000;

std::string text_of(const json& members, const char* name) {
  const auto found = members.find(name);
  return found != members.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_straight(const std::vector<Event>& events) {
  Millis reach = INT64_MIN;
  for (const Event& e : events) {
    if (reach > e.received + kTolerance) return false;
    reach = std::max({reach, e.received, e.when});
  }
  return true;
}

// Which events make the longest sequence of receptions that never goes back and ends with the last
// one; of two that are equally long the one with the lower times.
std::vector<bool> agreeing(const std::vector<Event>& events) {
  const std::size_t count = events.size();
  const Millis present = events.back().received;
  std::vector<std::size_t> tails;  // the last of the best sequence of each length
  std::vector<std::size_t> before(count, count);
  for (std::size_t i = 0; i < count; ++i) {
    if (events[i].received > present) continue;
    if (events[i].received < kBegan && i + 1 < count) continue;
    const auto place = std::upper_bound(
        tails.begin(), tails.end(), events[i].received,
        [&](Millis time, std::size_t tail) { return time < events[tail].received; });
    if (place != tails.begin()) before[i] = *(place - 1);
    if (place == tails.end()) {
      tails.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<bool> agree(count, false);
  for (std::size_t i = count - 1; i < count; i = before[i]) agree[i] = true;
  return agree;
}

}  // namespace

bool Event::confirm(Millis at, std::int64_t count) {
  if (at <= (again == 0 ? when : last)) return false;
  ++again;
  last = at;
  upto = count;
  return true;
}

std::string Event::key() const {
  return std::string(to_word(training)) + "/" + why + "/" + sure + "/" +
         std::to_string(static_cast<int>(how)) + (by_user ? "u" : "");
}

Timing timing_of(Millis at, Millis received) {
  if (at > received + kTolerance) return {received, true};
  return {at, false};
}

Event event_of(const json& members, std::int64_t seq, Millis received) {
  Event e;
  e.seq = seq;
  e.received = received;
  e.when = timing_of(parse_time(text_of(members, "at")).value_or(received), received).when;
  e.basis = basis_of(text_of(members, "basis")).value_or(Basis::kSeen);
  e.training = training_of(text_of(members, "training")).value_or(Training::kUnknown);
  e.why = text_of(members, "why");
  e.sure = text_of(members, "sure");
  e.raw = text_of(members, "raw");
  e.note = text_of(members, "note");
  e.date = text_of(members, "date");
  e.how = how_of(text_of(members, "how"));
  e.by_user = text_of(members, "actor") == words::actor::kUser;
  const auto evidence = members.find("evidence");
  if (evidence != members.end() && evidence->is_object()) {
    e.rule = text_of(*evidence, "rule");
    const auto rev = evidence->find("rev");
    if (rev != evidence->end() && rev->is_number_integer()) e.rev = rev->get<std::int64_t>();
  }
  return e;
}

Placing place(const std::vector<Event>& events) {
  Placing placing;
  placing.times.reserve(events.size());
  for (const Event& e : events) placing.times.push_back(e.when);
  if (is_straight(events)) return placing;
  placing.straight = false;

  const std::vector<bool> agree = agreeing(events);
  // For each event the reception of the next one that agrees: what it cannot have come after.
  std::vector<Millis> upper(events.size(), INT64_MAX);
  Millis earliest = INT64_MAX;
  for (std::size_t i = events.size(), next = events.size(); i-- > 0;) {
    if (next < events.size()) upper[i] = events[next].received;
    if (!agree[i]) continue;
    next = i;
    earliest = std::min({earliest, events[i].received, events[i].when});
  }
  Millis lower = earliest;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& e = events[i];
    Millis& time = placing.times[i];
    const bool reached = upper[i] == INT64_MAX || time <= upper[i] + kTolerance;
    const bool late = e.when < e.received - kTolerance;
    // What came late may be right though it was received by a wrong clock; what came at once is as
    // wrong as that.
    if (!reached || (!agree[i] && !late && time < lower)) time = lower;
    if (!agree[i]) time = std::min(time, upper[i]);
    if (agree[i]) lower = std::max({lower, e.received, time});
  }
  return placing;
}

}  // namespace optoutlog::record
