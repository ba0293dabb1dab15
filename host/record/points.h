#pragma once
#include <vector>

#include "record/event.h"

// The points in time of which a line is made, in their order; without those of what was taken back.
namespace optoutlog::record {

// An entry, or the newest of the readings that confirmed it.
struct Point {
  Millis time;
  const Event* event;
  bool again;
  bool operator<(const Point& other) const {
    if (time != other.time) return time < other.time;
    if (event->seq != other.event->seq) return event->seq < other.event->seq;
    return !again && other.again;
  }
};

// `placing` is that of `events`, to which the points point.
std::vector<Point> points_of(const std::vector<Event>& events, const Placing& placing);

}  // namespace optoutlog::record
