#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The little of Unicode that comparing policy texts needs: decoding, charsets, case and accent
// folding. Letters are folded for comparison only; what a person is shown is always the original
// text.
namespace optoutlog::policy {

// Reads the code point at `at` and moves `at` behind it. Malformed UTF-8 gives U+FFFD and moves one
// byte.
char32_t next_code_point(std::string_view utf8, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);

// True when every byte belongs to well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);

// Turns `bytes` in `charset` (any spelling of the WHATWG labels listed in unicode.cpp; empty means
// UTF-8) into UTF-8. Nothing where the charset is not known or the bytes are not valid in it: a
// text of question marks would compare as a changed text.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset);

enum class Class { kWord, kSpace, kIgnored, kOther };
// kIgnored: format characters, soft hyphen, byte-order mark, combining marks, apostrophes; they
// never part or change a word ("users'" and "users’" and "users" are one).
Class classify(char32_t code_point);
bool is_apostrophe(char32_t code_point);
// Han, Hiragana, Katakana: written without spaces, each character is read as a word of its own.
bool is_ideograph(char32_t code_point);

// Lower case without accents, as one or two ASCII letters where there is a Latin base letter.
void append_folded(std::string& out, char32_t code_point);

}  // namespace optoutlog::policy
