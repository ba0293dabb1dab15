#include "base/json_text.h"

#include <catch2/catch.hpp>

using namespace optoutlog;

namespace {

std::string why(std::string_view text) {
  const auto value = parse_json(text);
  if (value) return "accepted";
  CHECK(value.error().is(errors::kJsonInvalid));
  CHECK(value.error().data.contains("at"));
  return value.error().data["why"];
}

}  // namespace

TEST_CASE("every kind of value at the top is read") {
  for (const char* text :
       {"null", "true", "1", "-1", "1.5", "\"x\"", "[]", "{}", " {} ", "{}\n", "\t[1]\r\n"})
    CHECK(parse_json(text).ok());
}

TEST_CASE("values come out as they went in") {
  const std::string text =
      R"({"a":[1,-2,3.5,"\u00e9\ud83d\ude00",null,true,{"b":{}}],"z":18446744073709551615})";
  const auto value = parse_json(text);
  REQUIRE(value);
  CHECK(*value == json::parse(text));
}

TEST_CASE("what is no JSON is refused with its reason") {
  CHECK(why("") == "empty");
  CHECK(why(" ") == "syntax");
  CHECK(why("\xEF\xBB\xBF{}") == "bom");
  CHECK(why(std::string_view("{}\0", 3)) == "nul");
  CHECK(why(std::string_view("{}\0{\"a\":1}", 10)) == "nul");
  for (const char* text : {"{", "}", "[1,]", "{\"a\":}", "{a:1}", "'x'", "nul", "1 2", "{} {}",
                           "// c\n1", "\"\t\"", "\"\\x\"", "01", "+1", "NaN", "Infinity",
                           "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"unterminated"})
    CHECK(why(text) == "syntax");
}

TEST_CASE("invalid UTF-8 is refused at its byte") {
  for (const std::string bad :
       {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xFF", "\xE2\x82"}) {
    const auto value = parse_json("{\"a\":\"" + bad + "\"}");
    REQUIRE_FALSE(value);
    CHECK(value.error().data["why"] == "utf-8");
    CHECK(value.error().data["at"] == 6);
  }
  CHECK(parse_json("\"\xF4\x8F\xBF\xBF \xED\x9F\xBF \xEE\x80\x80\"").ok());
}

TEST_CASE("nesting is bounded") {
  const auto nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(parse_json(nested(kMaxDepth)).ok());
  CHECK(why(nested(kMaxDepth + 1)) == "depth");
  CHECK(why(std::string(1000000, '[')) == "depth");
  std::string objects;
  for (int i = 0; i < 100; ++i) objects += "{\"a\":";
  CHECK(why(objects) == "depth");
}

TEST_CASE("a key that comes twice is refused at any level, also in disguise") {
  CHECK(why(R"({"a":1,"a":2})") == "duplicate-key");
  CHECK(why(R"([{"x":{"a":1,"b":2,"a":1}}])") == "duplicate-key");
  CHECK(why(R"({"a":1,"\u0061":2})") == "duplicate-key");
  CHECK(parse_json(R"({"a":{"a":1},"b":{"a":1}})").ok());
}

TEST_CASE("numbers that nothing can hold are refused, large ones are read") {
  CHECK(why("1e999") == "number");
  CHECK(why("[-1e400]") == "number");
  CHECK(parse_json("123456789012345678901234567890").ok());
  CHECK(parse_json(std::string(10000, '9')).ok() == false);
}

TEST_CASE("nothing of the text is repeated in the message") {
  const auto value = parse_json("{\"secret-key\":1,\"secret-key\":2}");
  REQUIRE_FALSE(value);
  CHECK(value.error().message.find("secret") == std::string::npos);
}
