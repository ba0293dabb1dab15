#include "base/clock.h"

#include <chrono>
#include <cstdio>

namespace optoutlog {
namespace {

namespace c = std::chrono;

// `size` decimal digits at `at`, or -1.
int digits(std::string_view text, std::size_t at, std::size_t size) {
  int value = 0;
  for (std::size_t i = at; i < at + size; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::optional<c::year_month_day> date(std::string_view text, int first_year) {
  const int y = digits(text, 0, 4);
  const int m = digits(text, 5, 2);
  const int d = digits(text, 8, 2);
  if (y < first_year || m < 0 || d < 0 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const c::year_month_day ymd{c::year(y), c::month(static_cast<unsigned>(m)),
                              c::day(static_cast<unsigned>(d))};
  return ymd.ok() ? std::optional(ymd) : std::nullopt;
}

c::sys_days day_of(Millis time) {
  return c::floor<c::days>(c::sys_time<c::milliseconds>(c::milliseconds(time)));
}

}  // namespace

Millis now() {
  return c::duration_cast<c::milliseconds>(c::system_clock::now().time_since_epoch()).count();
}

std::string format_time(Millis time) {
  const c::sys_days day = day_of(time);
  const c::year_month_day ymd(day);
  const Millis rest = time - c::duration_cast<c::milliseconds>(day.time_since_epoch()).count();
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                static_cast<unsigned>(ymd.day()), static_cast<int>(rest / 3600000),
                static_cast<int>(rest / 60000 % 60), static_cast<int>(rest / 1000 % 60),
                static_cast<int>(rest % 1000));
  return text;
}

std::optional<Millis> parse_time(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text[19] != '.' || text[23] != 'Z')
    return std::nullopt;
  const auto ymd = date(text, 2000);
  const int h = digits(text, 11, 2);
  const int m = digits(text, 14, 2);
  const int s = digits(text, 17, 2);
  const int ms = digits(text, 20, 3);
  if (!ymd || h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59 || ms < 0) return std::nullopt;
  return c::duration_cast<c::milliseconds>(c::sys_days(*ymd).time_since_epoch()).count() +
         ((h * 60 + m) * 60 + s) * kSecond + ms;
}

bool is_date(std::string_view text) {
  return text.size() == 10 && date(text, 1900).has_value();
}

std::int64_t utc_day(Millis time) {
  return day_of(time).time_since_epoch().count();
}

Millis one_month_after(Millis time) {
  const c::sys_days day = day_of(time);
  c::year_month_day ymd = c::year_month_day(day) + c::months(1);
  if (!ymd.ok()) ymd = ymd.year() / ymd.month() / c::last;
  return time + c::duration_cast<c::milliseconds>(c::sys_days(ymd) - day).count();
}

}  // namespace optoutlog
