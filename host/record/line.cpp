#include "record/line.h"

#include <algorithm>

namespace optoutlog::record {
namespace {

constexpr Millis kTolerance = 5 * kMinute;

std::string reading_key(const Entry& e) {
  return std::string(to_word(e.training)) + "/" + e.why + "/" + e.sure;
}

bool is_answer(const std::string& step) {
  return step == "answered-yes" || step == "answered-no";
}

bool is_newest(const std::optional<Millis>& before, const Timing& timing) {
  return timing.timely || !before || timing.when >= *before;
}

// A known training that decides the state from now on.
void decide(Line& line, const Entry& e, Millis when) {
  const bool left_denied = line.training == Training::kDenied && e.training == Training::kAllowed;
  if (left_denied)
    line.returned = e.basis == Basis::kSeen && !e.by_user && line.last_known == Training::kDenied;
  if (e.training == Training::kDenied || left_denied) line.not_me = false;
  if (e.training == Training::kDenied) line.returned = false;
  if (line.training != e.training) line.since = when;
  line.training = e.training;
  line.basis = e.basis;
  line.sure = e.basis == Basis::kSeen ? e.sure : std::string();
  line.decided = when;
}

// Takes the outcome of a reading, recorded or not, into what is shown.
void read_page(Line& line, const Entry& e, const Timing& t) {
  const bool known = e.training != Training::kUnknown;
  const bool newest = is_newest(line.tried, t);
  if (newest) {
    line.tried = t.when;
    line.stale = !known;
    line.why = e.why;
  }
  if (!known) return;

  if (is_newest(line.decided, t)) {
    decide(line, e, t.when);
  } else if (line.returned && e.training == Training::kAllowed && e.by_user && t.when <= line.since &&
             (!line.denied || t.when >= *line.denied)) {
    // It comes late, and tells that somebody was seen to switch training on after all.
    line.returned = line.not_me = false;
  }
  if (is_newest(line.seen, t)) {
    line.seen = t.when;
    line.last_known = e.training;
  }
  if (e.training == Training::kDenied && is_newest(line.denied, t)) line.denied = t.when;
}

void take_step(Line& line, const Entry& e, const Timing& t) {
  if (!is_newest(line.step_at, t)) return;
  // Opening the form again does not undo that it was sent.
  if (e.raw == "reached" && !line.step.empty() && line.step != "reached") return;
  const bool flow_is_over = is_answer(line.step);
  if (e.raw == "submitted" || (e.raw == "confirmed" && (!line.asked || flow_is_over))) line.asked = t.when;
  line.step = e.raw;
  line.step_at = t.when;
}

void take_answer(Line& line, const Entry& e, const Timing& t) {
  if (!line.returned || (!t.timely && t.when < line.since)) return;
  if (e.raw == "answer-me") {
    line.returned = line.not_me = false;
  } else {
    line.not_me = true;
  }
}

}  // namespace

Timing timing_of(Millis at, Millis received) {
  if (at > received + kTolerance) return {received, true, true};
  return {at, at >= received - kTolerance, false};
}

std::int64_t confirms(const Line& line, const Entry& e, const Timing& t) {
  const std::int64_t day = utc_day(t.when);
  // A note is somebody's own words, which no entry that is there already holds.
  if (e.basis == Basis::kForm && e.fields.contains("note")) return 0;
  if (e.basis == Basis::kForm)
    return line.form.seq != 0 && line.form.day == day && line.form.what == e.raw ? line.form.seq : 0;
  if (e.basis != Basis::kSeen || line.reading.seq == 0) return 0;
  if (line.reading.day != day || line.reading.what != reading_key(e)) return 0;
  // The state has to be that reading's: since then the user may have said something else.
  const bool known = e.training != Training::kUnknown;
  if (known ? line.stale || line.basis != Basis::kSeen || line.training != e.training : !line.stale) return 0;
  // What comes late and shows the user's hand can explain a return: that belongs into the log.
  if (!t.timely && e.by_user) return 0;
  return line.reading.seq;
}

void confirm(Line& line, const Entry& e, const Timing& t) {
  if (e.basis == Basis::kSeen) read_page(line, e, t);
}

void apply(Line& line, const Entry& e, const Timing& t, std::int64_t seq, bool is_new) {
  if (is_new) line.since = t.when;
  if (line.training == Training::kUnknown) line.basis = e.basis;
  switch (e.basis) {
    case Basis::kSeen:
      read_page(line, e, t);
      line.reading = {seq, utc_day(t.when), reading_key(e)};
      break;
    case Basis::kDeclared:
      if (e.training == Training::kUnknown) {
        take_answer(line, e, t);
      } else if (is_newest(line.decided, t)) {
        decide(line, e, t.when);
      }
      break;
    case Basis::kForm:
      take_step(line, e, t);
      line.form = {seq, utc_day(t.when), e.raw};
      break;
  }
}

std::optional<Millis> due(const Line& line) {
  if (!line.asked || is_answer(line.step)) return std::nullopt;
  return one_month_after(*line.asked);
}

}  // namespace optoutlog::record
