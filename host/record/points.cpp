#include "record/points.h"

#include <algorithm>

namespace optoutlog::record {
namespace {

// For each event, and one past the end, the earliest reception of it and what was recorded later.
std::vector<Millis> earliest_from(const std::vector<Event>& events) {
  std::vector<Millis> earliest(events.size() + 1, INT64_MAX);
  for (std::size_t i = events.size(); i-- > 0;)
    earliest[i] = std::min(earliest[i + 1], events[i].received);
  return earliest;
}

// Without what the user took back, and the taking back: the newest said that still stood, of what
// was recorded before it. A clock that was set meanwhile, and what came late, change nothing of
// that.
void leave_out_taken_back(std::vector<Point>& points, const std::vector<Event>& events) {
  std::vector<const Event*> said;
  for (const Point& p : points)
    if (p.event->basis == Basis::kDeclared && p.event->training != Training::kUnknown)
      said.push_back(p.event);
  std::vector<const Event*> out;
  for (const Event& e : events) {
    if (!e.is_taking_back()) continue;
    out.push_back(&e);
    const auto newest = std::find_if(said.rbegin(), said.rend(),
                                     [&](const Event* each) { return each->seq < e.seq; });
    if (newest == said.rend()) continue;
    out.push_back(*newest);
    said.erase(std::next(newest).base());
  }
  if (out.empty()) return;
  std::erase_if(points, [&](const Point& p) {
    return std::find(out.begin(), out.end(), p.event) != out.end();
  });
}

}  // namespace

std::vector<Point> points_of(const std::vector<Event>& events, const Placing& placing) {
  const auto earliest = earliest_from(events);
  std::vector<Point> points;
  points.reserve(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& e = events[i];
    const Millis time = placing.times[i];
    points.push_back({time, &e, false});
    if (e.again == 0) continue;
    // The clock by which the newest confirmation came may have been ahead too: what was recorded
    // since tells.
    const auto since = std::partition_point(
        events.begin(), events.end(), [&](const Event& other) { return other.seq <= e.upto; });
    const Millis reached = earliest[static_cast<std::size_t>(since - events.begin())];
    const bool right = time == e.when && (reached == INT64_MAX || e.last <= reached + kTolerance);
    points.push_back({right ? std::max(time, e.last) : time, &e, true});
  }
  std::sort(points.begin(), points.end());
  leave_out_taken_back(points, events);
  return points;
}

}  // namespace optoutlog::record
