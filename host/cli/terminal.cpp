#include "cli/terminal.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

#include "cli/command_name.h"

namespace optoutlog::cli {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode's East_Asian_Width W and F and emoji, in blocks.
constexpr Range kWide[] = {{0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23F3},   {0x2614, 0x2615},
                           {0x26A1, 0x26A1},   {0x2705, 0x2705},   {0x274C, 0x274E},   {0x2753, 0x2757},
                           {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},
                           {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
                           {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
                           {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD}};
// Combining marks, joiners and selectors, which take no cell of their own.
constexpr Range kNone[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
                           {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x0900, 0x0902},
                           {0x093C, 0x093C}, {0x0941, 0x0948}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},
                           {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x200B, 0x200D}, {0x20D0, 0x20FF},
                           {0x2060, 0x2064}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}};
// Characters that change the direction of what follows: a name must not turn a line around.
constexpr Range kDirection[] = {{0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}};

template <std::size_t N>
bool in(const Range (&ranges)[N], char32_t c) {
  return std::any_of(ranges, ranges + N, [c](const Range& r) { return c >= r.first && c <= r.last; });
}

// The character at `at`, and `at` moved behind it; U+FFFD and one byte on for what is not UTF-8.
char32_t next(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  const std::size_t length = first < 0x80         ? 1
                             : (first >> 5) == 6  ? 2
                             : (first >> 4) == 14 ? 3
                             : (first >> 3) == 30 ? 4
                                                  : 0;
  if (length == 0 || at + length > text.size()) {
    ++at;
    return 0xFFFD;
  }
  char32_t c = length == 1 ? first : first & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) {
      ++at;
      return 0xFFFD;
    }
    c = (c << 6) | (byte(at + i) & 0x3Fu);
  }
  at += length;
  return c;
}

int cells_of(char32_t c) {
  if (in(kNone, c) || in(kDirection, c)) return 0;
  return in(kWide, c) ? 2 : 1;
}

// "2026-11-23T18:00:00" and anything behind it.
bool utc_shape(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00";
  if (text.size() < kShape.size()) return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == '0' ? !digit : text[i] != kShape[i]) return false;
  }
  return true;
}

// The number that these digits make.
int number(std::string_view text, std::size_t at, std::size_t digits) {
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) value = value * 10 + (text[i] - '0');
  return value;
}

}  // namespace

bool takes_colour(std::FILE* stream) {
  const char* none = std::getenv("NO_COLOR");
  if (none && *none) return false;
  const char* term = std::getenv("TERM");
  if (term && std::strcmp(term, "dumb") == 0) return false;
#ifdef _WIN32
  return _isatty(_fileno(stream)) != 0;
#else
  return isatty(fileno(stream)) != 0;
#endif
}

int columns() {
  int width = 0;
#ifdef _WIN32
  CONSOLE_SCREEN_BUFFER_INFO info;
  if (GetConsoleScreenBufferInfo(GetStdHandle(STD_OUTPUT_HANDLE), &info)) {
    width = info.srWindow.Right - info.srWindow.Left + 1;
  }
#else
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
#endif
  if (width == 0) {
    if (const char* value = std::getenv("COLUMNS")) width = static_cast<int>(std::strtol(value, nullptr, 10));
  }
  return width == 0 ? 80 : std::max(width, 40);
}

int cells(std::string_view text) {
  int sum = 0;
  for (std::size_t at = 0; at < text.size();) sum += cells_of(next(text, at));
  return sum;
}

std::string harmless(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next(text, at);
    if (c == '\n' || c == '\r' || c == '\t') {
      result += ' ';
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFD || in(kDirection, c)) {
      result += "\uFFFD";
    } else {
      result += text.substr(from, at - from);
    }
  }
  return result;
}

std::string fit(std::string_view text, int width) {
  if (cells(text) <= width) return std::string(text);
  int sum = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t after = at;
    sum += cells_of(next(text, after));
    if (sum > width - 1) break;
    at = after;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string column(std::string_view text, int width) {
  std::string result = fit(text, width);
  result.append(static_cast<std::size_t>(std::max(0, width - cells(result))), ' ');
  return result;
}

std::string wrap(std::string_view text, int width, int indent) {
  std::string result;
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, space - at);
    const int size = cells(word);
    if (used > 0 && used + 1 + size > width) {
      result += "\n" + std::string(static_cast<std::size_t>(indent), ' ');
      used = indent;
    } else if (at > 0) {
      result += ' ';
      ++used;
    }
    result += word;
    used += size;
    at = space + 1;
  }
  return result;
}

std::string paint(Paint colour, std::string_view text) {
  static const bool wanted = takes_colour(stdout);
  if (!wanted || colour == Paint::kNone) return std::string(text);
  const char* code = "0";
  switch (colour) {
    case Paint::kBold:
      code = "1";
      break;
    case Paint::kDim:
      code = "2";
      break;
    case Paint::kGreen:
      code = "32";
      break;
    case Paint::kYellow:
      code = "33";
      break;
    case Paint::kRed:
      code = "1;31";
      break;
    case Paint::kNone:
      break;
  }
  return std::string("\x1b[") + code + "m" + std::string(text) + "\x1b[0m";
}

std::string local_time(std::string_view utc) {
  if (!utc_shape(utc)) return harmless(utc);
  std::tm parts{};
  parts.tm_year = number(utc, 0, 4) - 1900;
  parts.tm_mon = number(utc, 5, 2) - 1;
  parts.tm_mday = number(utc, 8, 2);
  parts.tm_hour = number(utc, 11, 2);
  parts.tm_min = number(utc, 14, 2);
  parts.tm_sec = number(utc, 17, 2);
#ifdef _WIN32
  const std::time_t seconds = _mkgmtime(&parts);
  std::tm local{};
  localtime_s(&local, &seconds);
#else
  const std::time_t seconds = timegm(&parts);
  std::tm local{};
  localtime_r(&seconds, &local);
#endif
  char buffer[32];
  std::strftime(buffer, sizeof buffer, "%Y-%m-%d %H:%M", &local);
  return buffer;
}

void complain(std::string_view what, std::string_view remedy) {
  std::fprintf(stderr, "optoutlog: %s\n", harmless(pasteable(what)).c_str());
  if (!remedy.empty()) std::fprintf(stderr, "%s\n", harmless(pasteable(remedy)).c_str());
}

}  // namespace optoutlog::cli
