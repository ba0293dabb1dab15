#pragma once
#include <string_view>

#include "base/error.h"

// JSON texts from outside, read strictly (RFC 8259, and RFC 7493 where it says "must not").
namespace optoutlog {

// Deepest nesting of arrays and objects; our own texts need six levels.
inline constexpr int kMaxDepth = 32;

// The value of a JSON text in UTF-8. Error: json.invalid {why, at}, where `why` is one of `empty`,
// `bom`, `nul`, `utf-8`, `syntax`, `depth`, `duplicate-key`, `number` and `at` is the byte offset
// near which reading stopped (0 where none is known). Nothing of the text is repeated in the
// message.
Result<json> parse_json(std::string_view text);

}  // namespace optoutlog
