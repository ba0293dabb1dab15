// Widths, folding and cleaning of text; utf8proc knows the characters.
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

#include "cli/command_name.h"
#include "cli/terminal.h"

namespace optoutlog::cli {
namespace {

// The character at `at`, and `at` moved behind it; U+FFFD and one byte on for what is not UTF-8.
utf8proc_int32_t next(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  utf8proc_int32_t c = 0;
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
  at += size > 0 ? static_cast<std::size_t>(size) : 1;
  return size > 0 ? c : 0xFFFD;
}

// Whether it changes the direction of what follows: a name must not turn a line around.
bool turns(utf8proc_int32_t c) {
  switch (utf8proc_get_property(c)->bidi_class) {
    case UTF8PROC_BIDI_CLASS_LRE:
    case UTF8PROC_BIDI_CLASS_LRO:
    case UTF8PROC_BIDI_CLASS_RLE:
    case UTF8PROC_BIDI_CLASS_RLO:
    case UTF8PROC_BIDI_CLASS_PDF:
    case UTF8PROC_BIDI_CLASS_LRI:
    case UTF8PROC_BIDI_CLASS_RLI:
    case UTF8PROC_BIDI_CLASS_FSI:
    case UTF8PROC_BIDI_CLASS_PDI:
      return true;
    default:
      return c == 0x200E || c == 0x200F;  // the two marks
  }
}

// Whether a terminal would obey it: control characters, and what turns the direction.
bool obeyed(utf8proc_int32_t c) {
  return utf8proc_category(c) == UTF8PROC_CATEGORY_CC || turns(c);
}

// The place behind the escape sequence at `at`, as `paint` writes them.
std::size_t behind_escape(std::string_view text, std::size_t at) {
  return std::min(text.find('m', at), text.size() - 1) + 1;
}

// The length of what must not be broken at the beginning of the text: a word, or a command of ours
// with what stands around it.
std::size_t unbreakable(std::string_view text) {
  std::size_t end = command_length(text);  // first: the path in it may be quoted itself
  const std::size_t open = std::min(text.find_first_not_of("('"), text.size());
  if (const std::size_t inner = command_length(text.substr(open)); end == 0 && inner > 0)
    end = open + inner;
  return std::min(text.find(' ', end), text.size());
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

int cells(std::string_view text) {
  int sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\x1b')
      at = behind_escape(text, at);
    else
      sum += utf8proc_charwidth(next(text, at));
  }
  return sum;
}

std::string harmless(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const auto c = next(text, at);
    if (c == '\n' || c == '\r' || c == '\t') {
      result += ' ';
    } else if (c == 0xFFFD || obeyed(c)) {
      result += "\uFFFD";
    } else {
      result += text.substr(from, at - from);
    }
  }
  return result;
}

std::string harmless_json(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const auto c = next(text, at);
    if (obeyed(c)) {
      std::array<char, 7> escape{};  // none of them is beyond four digits
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
      result += escape.data();
    } else {
      result += text.substr(from, at - from);
    }
  }
  return result;
}

std::string fit(std::string_view text, int width) {
  if (!is_bounded() || cells(text) <= width) return std::string(text);
  int sum = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t after = at;
    sum += utf8proc_charwidth(next(text, after));
    if (sum > width - 1) break;
    at = after;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string filled(std::string_view text, int width) {
  std::string result(text);
  result.append(static_cast<std::size_t>(std::max(0, width - cells(text))), ' ');
  return result;
}

std::string column(std::string_view text, int width) {
  return filled(fit(harmless(text), width), width);
}

std::string wrap(std::string_view text, int width, int indent) {
  std::string result;
  int used = 0;
  bool empty = true;  // nothing but spaces stands in this line
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view word = text.substr(at, unbreakable(text.substr(at)));
    const int size = cells(word);
    if (!empty && used + 1 + size > width) {
      result.erase(result.find_last_not_of(' ') + 1);
      result += "\n" + std::string(static_cast<std::size_t>(indent), ' ');
      used = 0;
      empty = true;
    } else if (at > 0 && (!empty || result.find('\n') == std::string::npos)) {
      result += ' ';
      ++used;
    }
    result += word;
    used += size;
    empty = empty && size == 0;
    at += word.size() + 1;
  }
  return result;
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
  std::strftime(buffer, sizeof buffer, "%Y-%m-%d %H:%M %z", &local);
  std::string told = buffer;  // "… +0100"
  if (told.ends_with("+0000")) return told.substr(0, told.size() - 5) + "UTC";
  return told.insert(told.size() - 2, ":");
}

}  // namespace optoutlog::cli
