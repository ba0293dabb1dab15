#include "service/export_cursor.h"

#include <charconv>

#include "base/bytes.h"

namespace optoutlog::service {

std::string to_text(const Cursor& c) {
  return c.chain + "." + std::to_string(c.after) + "." + std::to_string(c.count) + "." +
         std::to_string(c.erased) + "." + std::to_string(c.began) + "." + std::to_string(c.given) +
         "." + std::to_string(c.text);
}

std::optional<Cursor> cursor_of(const std::string& text) {
  constexpr std::size_t kChain = 32;
  if (text.size() <= kChain || text[kChain] != '.' || !from_hex<16>(text.substr(0, kChain)))
    return std::nullopt;
  Cursor c;
  c.chain = text.substr(0, kChain);
  const char* at = text.data() + kChain + 1;
  const char* end = text.data() + text.size();
  for (std::int64_t* field : {&c.after, &c.count, &c.erased, &c.began, &c.given, &c.text}) {
    const auto read = std::from_chars(at, end, *field);
    if (read.ec != std::errc() || *field < 0) return std::nullopt;
    at = read.ptr;
    if (field != &c.text) {
      if (at == end || *at != '.') return std::nullopt;
      ++at;
    }
  }
  if (at != end || c.after > c.count || c.erased > c.count) return std::nullopt;
  return c;
}

}  // namespace optoutlog::service
