#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Times are milliseconds since 1970 UTC; as text, RFC 3339 with milliseconds and Z:
// 2026-11-23T18:00:00.000Z.
namespace optoutlog {

using Millis = std::int64_t;
inline constexpr Millis kSecond = 1000;
inline constexpr Millis kMinute = 60 * kSecond;
inline constexpr Millis kDay = Millis{24} * 60 * kMinute;

Millis now();

std::string format_time(Millis time);
// Exactly the form above, a real date and time, years 2000 to 9999; no leap second. Otherwise
// nothing.
std::optional<Millis> parse_time(std::string_view text);
// YYYY-MM-DD, a real date, years 1900 to 9999.
bool is_date(std::string_view text);

// Number of the UTC day since 1970.
std::int64_t utc_day(Millis time);
// The same time of day one month later, on the last day where that month is shorter (31 January: 28
// or 29 February), as Art. 3(2) of Regulation 1182/71 counts the month of Art. 12(3) GDPR.
Millis one_month_after(Millis time);

}  // namespace optoutlog
