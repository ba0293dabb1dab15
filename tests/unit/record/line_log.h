#pragma once
#include <catch2/catch.hpp>

#include "record/line.h"
#include "record/sample.h"

using namespace sample;
using record::Kept;
using record::Training;

namespace {

// One line and a growing log, as the record keeps them: taken in as it stands where an entry comes
// last, made anew where it does not. Both have to come to the same.
class Log {
 public:
  explicit Log(std::optional<std::string> account = "ada-l") {
    line.subject.account = std::move(account);
  }
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
inline json allowed_by_user() {
  return reading({{"training", "allowed"}, {"raw", "on"}, {"actor", "user"}});
}

inline json loaded(const char* training, const json& change = json::object()) {
  json entry = reading({{"training", training}, {"raw", training}, {"how", "loaded"}});
  for (const auto& [name, value] : change.items()) entry[name] = value;
  return entry;
}
inline json changed(const char* training, const json& change = json::object()) {
  json entry = loaded(training, {{"how", "changed"}, {"actor", "user"}, {"sure", "likely"}});
  for (const auto& [name, value] : change.items()) entry[name] = value;
  return entry;
}
inline void later(Millis by = kMinute) {
  g_now += by;
}

}  // namespace
