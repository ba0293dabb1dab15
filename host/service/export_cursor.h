#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace optoutlog::service {

// Where the next page begins: of which record with which head when the export began, after which
// link, of how many, the newest erase then; when that was, and, where what stands before
// the links is not through, how many bytes of it were given, and of which text.
struct Cursor {
  std::string chain;
  std::int64_t after = 0;
  std::int64_t count = 0;
  std::int64_t erased = 0;
  std::int64_t began = 0;
  std::int64_t given = 0;
  std::int64_t text = 0;
};

std::string to_text(const Cursor& c);
std::optional<Cursor> cursor_of(const std::string& text);

}  // namespace optoutlog::service
