#include "policy/text/unicode.h"

#include <catch2/catch.hpp>

#include "policy/text/normalise.h"

using namespace optoutlog::policy;

TEST_CASE("UTF-8: overlong, surrogate, cut and lone bytes are not valid") {
  CHECK(is_utf8("naïve – ✓ 😀"));
  CHECK(is_utf8("\xEF\xBF\xBD"));  // U+FFFD itself may stand in a text
  for (const char* bad : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                          "\xE2\x82", "\x80", "\xFF", "a\xC3"})
    CHECK_FALSE(is_utf8(bad));
}

TEST_CASE(
    "charsets: latin-1 is read as windows-1252, UTF-16 by its mark, an unknown one is refused") {
  CHECK(to_utf8("caf\xE9 \x93x\x94", "ISO-8859-1") == "café “x”");
  CHECK(to_utf8(std::string_view("a\0b\0", 4), "utf-16le") == "ab");
  CHECK(to_utf8(std::string_view("\xD8\x3D\xDE\x00", 4), "utf-16be") == "😀");
  CHECK_FALSE(to_utf8(std::string_view("\xD8\x3D", 2), "utf-16be"));
  CHECK_FALSE(to_utf8("caf\xE9", ""));
  CHECK_FALSE(to_utf8("abc", "klingon"));
}

TEST_CASE(
    "keys: quotes, accents, case, white space, list numbers and mail addresses do not count") {
  CHECK(sentence_key("3.1  The users’ “Data”") == "the users data");
  CHECK(sentence_key("(a) the users' data") == "the users data");
  CHECK(sentence_key("iv. Entraîner  l’IA") == "entrainer lia");
  CHECK(sentence_key("Entrai\xCC\x82ner l'IA") == "entrainer lia");  // a combining accent
  CHECK(sentence_key("pla\xE2\x80\x8B"
                     "ce") == "place");
  CHECK(sentence_key("Write to help@x.example now") ==
        sentence_key("Write to [email protected] now"));
  CHECK(sentence_key("Straße, œuvre, Łódź") == "strasse oeuvre lodz");
}

TEST_CASE("keys: what carries meaning stays") {
  CHECK(sentence_key("Effective November 3, 2025") != sentence_key("Effective November 4, 2025"));
  // "a" is no list mark without ")" or "."
  CHECK(sentence_key("a user may object") == "a user may object");
  CHECK(sentence_key("2024 was a year") == "2024 was a year");
  CHECK(sentence_key("We will not use it") != sentence_key("We will use it"));
}

TEST_CASE("tidy: control characters and direction marks never reach a terminal") {
  CHECK(tidy("a\x1b[31mb\xE2\x80\xAE c\n\t d") == "a[31mb c d");
}
