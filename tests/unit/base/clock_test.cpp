#include "base/clock.h"

#include <catch2/catch.hpp>

using namespace optoutlog;

TEST_CASE("times go both ways to the millisecond") {
  for (const char* text : {"2000-01-01T00:00:00.000Z", "2026-11-23T18:00:00.001Z",
                           "2028-02-29T23:59:59.999Z", "9999-12-31T23:59:59.999Z"})
    CHECK(format_time(parse_time(text).value()) == text);
  CHECK(parse_time("2026-11-23T18:00:00.000Z") == 1795456800000);
}

TEST_CASE("what only looks like a time is none") {
  for (const char* text : {"",
                           "2026-11-23",
                           "2026-11-23T18:00:00Z",
                           "2026-11-23T18:00:00.00Z",
                           "2026-11-23T18:00:00.000",
                           "2026-11-23T18:00:00.000+00:00",
                           "2026-11-23 18:00:00.000Z",
                           "2026-11-23t18:00:00.000z",
                           "2026-02-29T00:00:00.000Z",
                           "2026-13-01T00:00:00.000Z",
                           "2026-00-10T00:00:00.000Z",
                           "2026-04-31T00:00:00.000Z",
                           "2026-11-23T24:00:00.000Z",
                           "2026-11-23T23:60:00.000Z",
                           "2026-11-23T23:59:60.000Z",
                           "1999-12-31T23:59:59.999Z",
                           "+026-11-23T18:00:00.000Z",
                           "2026-11-23T18:00:00.000ZZ",
                           "2026-11-2aT18:00:00.000Z",
                           "2026/11/23T18:00:00.000Z"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_time(text).has_value());
  }
}

TEST_CASE("days are UTC days") {
  CHECK(utc_day(parse_time("2026-11-23T00:00:00.000Z").value()) ==
        utc_day(parse_time("2026-11-23T23:59:59.999Z").value()));
  CHECK(utc_day(parse_time("2026-11-24T00:00:00.000Z").value()) ==
        utc_day(parse_time("2026-11-23T00:00:00.000Z").value()) + 1);
}

TEST_CASE("one month later is the same day, or the last of a shorter month") {
  const auto later = [](const char* text) {
    return format_time(one_month_after(parse_time(text).value()));
  };
  CHECK(later("2026-11-23T18:00:00.000Z") == "2026-12-23T18:00:00.000Z");
  CHECK(later("2026-12-31T01:02:03.004Z") == "2027-01-31T01:02:03.004Z");
  CHECK(later("2027-01-31T00:00:00.000Z") == "2027-02-28T00:00:00.000Z");
  CHECK(later("2028-01-31T00:00:00.000Z") == "2028-02-29T00:00:00.000Z");
  CHECK(later("2026-03-31T00:00:00.000Z") == "2026-04-30T00:00:00.000Z");
}

TEST_CASE("dates have to exist") {
  CHECK(is_date("2026-11-23"));
  CHECK(is_date("2028-02-29"));
  for (const char* text : {"", "2026-02-29", "2026-1-1", "23.11.2026", "2026-11-23T", "1899-01-01"})
    CHECK_FALSE(is_date(text));
}
