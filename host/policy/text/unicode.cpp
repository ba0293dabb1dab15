#include "policy/text/unicode.h"

#include <algorithm>
#include <array>

namespace optoutlog::policy {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Bytes 0x80 to 0x9F of windows-1252. Everything that calls itself ISO-8859-1 is read this way, as
// browsers do (https://encoding.spec.whatwg.org/#windows-1252).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// Base letters of U+00C0 to U+017F in order; '.' where there is none. Digraphs are handled before.
constexpr std::string_view kLatin =
    "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"  // U+00C0
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"  // U+0100
    "lllnnnnnnnnnoooooo..rrrrrrsssssssstttttt"                          // U+0140
    "uuuuuuuuuuuuwwyyyzzzzzzs";                                         // U+0168
static_assert(kLatin.size() == 0x180 - 0xC0);

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]),
               second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xDC00 && c <= 0xDFFF) return std::nullopt;
    if (c >= 0xD800 && c <= 0xDBFF) {
      if (at + 2 >= bytes.size()) return std::nullopt;
      const char32_t low = unit(at += 2);
      if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    }
    if (c != 0xFEFF) append_utf8(out, c);
  }
  return out;
}

}  // namespace

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const unsigned char first = byte(at++);
  if (first < 0x80) return first;
  const int more = first >= 0xF0 && first <= 0xF4  ? 3
                   : first >= 0xE0 && first < 0xF0 ? 2
                   : first >= 0xC2 && first < 0xE0 ? 1
                                                   : 0;
  if (more == 0 || at + static_cast<std::size_t>(more) > utf8.size()) return kReplacement;
  char32_t c = first & (0x3F >> more);
  for (int i = 0; i < more; ++i) {
    const unsigned char next = byte(at + static_cast<std::size_t>(i));
    if ((next & 0xC0) != 0x80) return kReplacement;
    c = c << 6 | (next & 0x3F);
  }
  if ((more == 2 && c < 0x800) || (more == 3 && (c < 0x10000 || c > 0x10FFFF)) ||
      (c >= 0xD800 && c <= 0xDFFF))
    return kReplacement;
  at += static_cast<std::size_t>(more);
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t value) { out.push_back(static_cast<char>(value)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)),
        put(0x80 | (c & 0x3F));
  }
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    if (next_code_point(bytes, at) == kReplacement && bytes.substr(start, 3) != "\xEF\xBF\xBD")
      return false;
  }
  return true;
}

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset) {
  std::string name = lower(charset);
  name.erase(std::remove_if(name.begin(), name.end(),
                            [](char c) { return c == '"' || c == '\'' || c == ' '; }),
             name.end());
  if (name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii") {
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    if (!is_utf8(bytes)) return std::nullopt;
    return std::string(bytes);
  }
  if (name == "utf-16le" || name == "utf-16") return from_utf16(bytes, false);
  if (name == "utf-16be") return from_utf16(bytes, true);
  if (name == "iso-8859-1" || name == "latin1" || name == "windows-1252" || name == "cp1252" ||
      name == "iso-8859-15") {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char raw : bytes) {
      const auto byte = static_cast<unsigned char>(raw);
      if (byte == 0xA4 && name == "iso-8859-15")
        append_utf8(out, 0x20AC);
      else
        append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : char32_t{byte});
    }
    return out;
  }
  return std::nullopt;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x201B ||
         c == 0x2BC || c == 0x2032;
}

Class classify(char32_t c) {
  if (c < 0x80) {
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      return Class::kWord;
    if (c == ' ' || (c >= 9 && c <= 13)) return Class::kSpace;
    return is_apostrophe(c) || c < 0x20 || c == 0x7F ? Class::kIgnored : Class::kOther;
  }
  if (c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
      c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x85)
    return Class::kSpace;
  if (c == 0xAD || (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) ||
      (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
      (c >= 0xFE00 && c <= 0xFE0F) || is_apostrophe(c) || c < 0xA0)
    return Class::kIgnored;
  if (c == 0xAA || c == 0xB5 || c == 0xBA) return Class::kWord;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c <= 0x2BFF) ||
      (c >= 0x3001 && c <= 0x303F) || (c >= 0xE000 && c <= 0xF8FF) ||
      (c >= 0xFF00 && c <= 0xFF0F) || c == kReplacement || c >= 0x1F000)
    return Class::kOther;
  return Class::kWord;
}

bool is_ideograph(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x2FA1F);
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  } else if (c == 0xC6 || c == 0xE6) {
    out += "ae";
  } else if (c == 0x152 || c == 0x153) {
    out += "oe";
  } else if (c == 0xDF || c == 0x1E9E) {
    out += "ss";
  } else if (c == 0xDE || c == 0xFE) {
    out += "th";
  } else if (c >= 0xC0 && c < 0x180 && kLatin[c - 0xC0] != '.') {
    out.push_back(kLatin[c - 0xC0]);
  } else if ((c >= 0x391 && c <= 0x3A9) ||
             (c >= 0x410 && c <= 0x42F)) {  // Greek and Cyrillic capitals
    append_utf8(out, c + 0x20);
  } else {
    append_utf8(out, c);
  }
}

}  // namespace optoutlog::policy
