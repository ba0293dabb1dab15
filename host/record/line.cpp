#include "record/line.h"

#include <algorithm>

#include "record/points.h"

namespace optoutlog::record {
namespace {

bool is_answer(const std::string& step) {
  return step == words::step::kAnsweredYes || step == words::step::kAnsweredNo;
}

// A known training that decides the state from now on.
void decide(Line& line, const Event& e, Millis time) {
  if (e.training == Training::kDenied) {
    line.returned = kStayed;
    line.not_me = false;
  }
  if (line.training != e.training) line.since = time;
  line.training = e.training;
  line.basis = e.basis;
  line.sure = e.basis == Basis::kSeen ? e.sure : std::string();
  line.decided = time;
}

// Whether the reading differs from the one before only because the rule reads the page otherwise
// now.
bool is_corrected(const Line::Known& before, const Event& e) {
  return before.training != e.training && !e.raw.empty() && before.raw == e.raw && e.rev >= 0 &&
         before.rev >= 0 && (before.rev != e.rev || before.rule != e.rule);
}

// What a reading proves of what the server holds, before it decides.
void weigh(Line& line, const Event& e, bool corrected) {
  if (e.is_change()) {
    line.kept = Kept::kPending;
    return;
  }
  const Kept stands = e.how == How::kLoaded ? Kept::kConfirmed : Kept::kNone;
  const bool left_denied = e.training == Training::kAllowed && line.training == Training::kDenied &&
                           line.known.training == Training::kDenied;
  if (left_denied && !corrected) {
    line.not_me = false;
    if (line.known.changed) {
      line.kept = Kept::kNotKept;
    } else {
      line.kept = stands;
      // Where somebody was at it in between, nobody knows that it was not them.
      if (!line.known.touched) line.returned = line.subject.account ? kReturned : kPerhaps;
    }
    return;
  }
  const bool still = line.kept == Kept::kNotKept && e.training == Training::kAllowed && !corrected;
  if (!still) line.kept = stands;
}

void count_in(Line& line, const Event& e, Millis time, std::int64_t times, bool corrected) {
  if (!line.run || line.run->training != e.training) {
    line.before = corrected ? std::nullopt : line.run;
    if (line.before) line.before->times = std::max<std::int64_t>(line.before->times, 1);
    line.run = Run{e.training, time, time, 0};
  }
  line.run->last = time;
  line.run->times += times;
}

// The outcome of a reading at `time`, seen `times` times.
void read_page(Line& line, const Event& e, Millis time, std::int64_t times) {
  const bool known = e.training != Training::kUnknown;
  line.tried = time;
  line.stale = !known;
  line.why = e.why;
  if (!known) {
    line.known.touched = line.known.touched || e.is_change();
    return;
  }
  const bool corrected = is_corrected(line.known, e);
  weigh(line, e, corrected);
  count_in(line, e, time, times, corrected);
  decide(line, e, time);
  line.seen = time;
  if (e.training == Training::kDenied) line.denied = time;
  line.known = {e.training, e.is_change(), e.raw, e.rule, e.rev, false};
}

void take_step(Line& line, const Event& e, Millis time) {
  // Opening the form again does not undo that it was sent.
  if (e.raw == words::step::kReached && !line.step.empty() && line.step != words::step::kReached)
    return;
  const bool flow_is_over = is_answer(line.step);
  const bool is_sent = e.raw == words::step::kSubmitted ||
                       (e.raw == words::step::kConfirmed && (!line.asked || flow_is_over));
  if (is_sent) line.asked = time;
  line.step = e.raw;
  line.step_at = time;
}

void say(Line& line, const Event& e, Millis time) {
  if (e.training != Training::kUnknown) {
    decide(line, e, time);
    line.said = Said{e.training, time, e.date, e.note};
  } else if (line.returned != kStayed) {  // an answer
    line.not_me = e.raw == words::saying::kAnswerNotMe;
    if (e.raw == words::saying::kAnswerMe) line.returned = kStayed;
  }
}

// The user dropped the line: what was there does not count any more, and is not told.
void drop(Line& line) {
  Line fresh;
  fresh.subject = std::move(line.subject);
  fresh.reach = line.reach;
  fresh.clock = line.clock;
  fresh.straight = line.straight;
  line = std::move(fresh);
}

void show(Line& line, Millis time) {
  if (!line.shown) line.since = time;
  line.shown = true;
}

void take_at(Line& line, const Event& e, Millis time) {
  if (e.is_drop()) {
    drop(line);
  } else {
    const bool answers = e.basis == Basis::kDeclared && e.training == Training::kUnknown;
    // An answer about what was dropped is nothing new.
    if (!line.shown && answers) return;
    show(line, time);
    if (line.training == Training::kUnknown) line.basis = e.basis;
    if (e.basis == Basis::kSeen) read_page(line, e, time, e.same_visit ? 0 : 1);
    if (e.basis == Basis::kDeclared) say(line, e, time);
    if (e.basis == Basis::kForm) {
      take_step(line, e, time);
      line.form = {e.seq, utc_day(time), e.raw};
    }
  }
  if (e.basis == Basis::kSeen) {
    line.reading = {e.seq, utc_day(time), e.key()};
  } else if (e.parts()) {
    line.reading = {};
  }
}

void take_again(Line& line, const Event& e, Millis time) {
  if (line.reading.seq == e.seq) {
    read_page(line, e, time, e.again);
    return;
  }
  // Something came in between: of what confirmed it only the newest is known to have come after
  // that.
  show(line, time);
  read_page(line, e, time, 1);
  line.reading = {};
}

void take_point(Line& line, const Point& p) {
  if (p.again) {
    take_again(line, *p.event, p.time);
  } else {
    take_at(line, *p.event, p.time);
  }
}

void reach_to(Line& line, Millis time, Millis clock) {
  line.reach = std::max(line.reach, time);
  line.clock = std::max({line.clock, time, clock});
}

}  // namespace

std::string_view to_word(Kept kept) {
  switch (kept) {
    case Kept::kConfirmed:
      return words::kept::kConfirmed;
    case Kept::kPending:
      return words::kept::kPending;
    case Kept::kNotKept:
      return words::kept::kNotKept;
    case Kept::kNone:
      break;
  }
  return {};
}

Line line_of(const Subject& subject, const std::vector<Event>& events) {
  Line line;
  line.subject = subject;
  if (events.empty()) return line;
  const Placing placing = place(events);
  for (const Point& p : points_of(events, placing)) take_point(line, p);
  line.straight = placing.straight;
  line.reach = line.clock = INT64_MIN;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& e = events[i];
    reach_to(line, placing.times[i], std::max(e.when, e.received));
    if (e.again > 0) reach_to(line, e.last, e.last);
  }
  return line;
}

bool comes_last(const Line& line, const Event& e) {
  return !e.is_taking_back() && line.straight && e.when >= line.reach &&
         line.clock <= e.received + kTolerance;
}

void take(Line& line, const Event& e) {
  take_at(line, e, e.when);
  reach_to(line, e.when, e.received);
}

void confirm(Line& line, const Event& e) {
  Event again = e;
  // the entry's own words stand, not those of what confirms it
  if (e.training != Training::kUnknown) {
    again.raw = line.known.raw;
    again.rule = line.known.rule;
    again.rev = line.known.rev;
  }
  read_page(line, again, e.when, 1);
  reach_to(line, e.when, e.when);
}

bool can_confirm(const Event& e, const Entry& entry) {
  // A person's own click is an event; a note is somebody's own words; a joining changes another
  // line.
  return e.basis == Basis::kForm ? e.note.empty()
                                 : e.basis == Basis::kSeen && !e.is_change() && entry.joins.empty();
}

std::int64_t confirmed_by(const Line& line, const Event& e) {
  const Line::Latest& latest = e.basis == Basis::kForm ? line.form : line.reading;
  const std::string what = e.basis == Basis::kForm ? e.raw : e.key();
  return latest.seq != 0 && latest.day == utc_day(e.when) && latest.what == what ? latest.seq : 0;
}

std::int64_t confirmed_by(const std::vector<Event>& events, const Event& e) {
  std::vector<Event> all = events;
  all.push_back(e);
  all.back().seq = INT64_MAX;  // after whatever is of the same millisecond
  const Placing placing = place(all);
  Event placed = e;
  placed.when = placing.times.back();
  const auto points = points_of(all, placing);
  const auto own = std::find_if(points.begin(), points.end(),
                                [&](const Point& p) { return p.event == &all.back(); });
  Line before;
  for (auto p = points.begin(); p != own; ++p) take_point(before, *p);
  if (const std::int64_t seq = confirmed_by(before, placed)) return seq;
  // It may also come late, and be of the same day as the next one.
  const auto next =
      std::find_if(own + 1, points.end(), [](const Point& p) { return p.event->parts(); });
  const bool same = next != points.end() && !next->again && next->event->basis == e.basis &&
                    next->event->key() == e.key() && utc_day(next->time) == utc_day(placed.when);
  return same ? next->event->seq : 0;
}

std::optional<Millis> due(const Line& line) {
  if (!line.asked || is_answer(line.step)) return std::nullopt;
  return one_month_after(*line.asked);
}

}  // namespace optoutlog::record
