#include "frame/frame.h"

#include <catch2/catch.hpp>

using namespace optoutlog;
using frame::Reader;
using Event = frame::Reader::Event;

namespace {

std::string framed(std::string_view body) {
  const auto header = frame::encode_header(static_cast<std::uint32_t>(body.size()));
  return std::string(header.data(), header.size()) + std::string(body);
}

std::string header_only(std::uint32_t length) {
  const auto header = frame::encode_header(length);
  return {header.data(), header.size()};
}

}  // namespace

TEST_CASE("the header is the length in bytes, low byte first") {
  CHECK(header_only(0x01020304) == std::string("\x04\x03\x02\x01"));
  CHECK(frame::decode_header(header_only(0xFFFFFFFF)) == 0xFFFFFFFFu);
  CHECK(frame::decode_header(header_only(0x80000000)) == 0x80000000u);
}

TEST_CASE("multi-byte characters count as bytes") {
  const auto frame = frame::encode("{\"t\":\"h\u00e9llo \u2713\"}");
  REQUIRE(frame);
  CHECK(frame::decode_header(*frame) == frame->size() - 4);
}

TEST_CASE("exactly 1 MiB goes out and one byte more is refused") {
  CHECK(frame::encode(std::string(1048576, 'x')).ok());
  const auto refused = frame::encode(std::string(1048577, 'x'));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().is(errors::kAnswerTooLarge));
  CHECK(refused.error().data["length"] == 1048577);
  CHECK(refused.error().data["limit"] == 1048576);
}

TEST_CASE("a frame split at every byte comes out whole") {
  const std::string bytes = framed("{\"a\": \"\u00e9\"}") + framed("[]");
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    Reader reader;
    std::vector<std::string> got;
    std::string body;
    for (const auto part :
         {std::string_view(bytes).substr(0, cut), std::string_view(bytes).substr(cut)}) {
      reader.feed(part);
      while (reader.next(body) == Event::kBody) got.push_back(body);
    }
    CAPTURE(cut);
    CHECK(got == std::vector<std::string>{"{\"a\": \"\u00e9\"}", "[]"});
    CHECK(reader.at_boundary());
  }
}

TEST_CASE("bytes that come one at a time make frames") {
  Reader reader;
  std::string body;
  int bodies = 0;
  for (const char c : framed("one") + framed("") + framed("three")) {
    reader.feed(std::string_view(&c, 1));
    while (reader.next(body) == Event::kBody) ++bodies;
  }
  CHECK(bodies == 3);
  CHECK(body == "three");
}

TEST_CASE("several frames in one read come out in order") {
  Reader reader;
  std::string body;
  reader.feed(framed("1") + framed("22") + framed("333"));
  for (const char* expected : {"1", "22", "333"}) {
    REQUIRE(reader.next(body) == Event::kBody);
    CHECK(body == expected);
  }
  CHECK(reader.next(body) == Event::kNeedMore);
}

TEST_CASE("a zero-length frame is an empty body and the next frame is still read") {
  Reader reader;
  std::string body = "old";
  reader.feed(header_only(0) + framed("next"));
  REQUIRE(reader.next(body) == Event::kBody);
  CHECK(body.empty());
  REQUIRE(reader.next(body) == Event::kBody);
  CHECK(body == "next");
}

TEST_CASE("a header cut after 1, 2, 3 bytes is unfinished") {
  for (std::size_t size = 1; size <= 3; ++size) {
    Reader reader;
    std::string body;
    reader.feed(std::string(size, '\1'));
    CHECK(reader.next(body) == Event::kNeedMore);
    CHECK_FALSE(reader.at_boundary());
    CHECK(reader.pending() == size);
  }
}

TEST_CASE("the body short by one is unfinished") {
  Reader reader;
  std::string body;
  const std::string bytes = framed("12345");
  reader.feed(std::string_view(bytes).substr(0, bytes.size() - 1));
  CHECK(reader.next(body) == Event::kNeedMore);
  CHECK(reader.announced() == 5);
  CHECK(reader.pending() == 8);
}

TEST_CASE("exactly the limit passes and one more is too large") {
  for (const std::uint32_t limit : {1u, 100u, frame::kMaxInbound}) {
    std::string body;
    Reader at_limit(limit);
    at_limit.feed(framed(std::string(limit, 'x')));
    CHECK(at_limit.next(body) == Event::kBody);
    CHECK(body.size() == limit);
    Reader over(limit);
    over.feed(header_only(limit + 1));
    CHECK(over.next(body) == Event::kTooLarge);
    CHECK(over.announced() == limit + 1);
  }
}

TEST_CASE("a huge length is refused at once, from the header alone, and for good") {
  for (const std::uint32_t length : {0xFFFFFFFFu, 0x80000000u, 0x7FFFFFFFu}) {
    Reader reader;
    std::string body;
    reader.feed(header_only(length));
    CHECK(reader.next(body) == Event::kTooLarge);
    CHECK(reader.announced() == length);
    reader.feed(framed("{}"));  // what follows cannot be told apart from the lost body
    CHECK(reader.next(body) == Event::kTooLarge);
  }
}

TEST_CASE("the limit's setting only lowers it") {
  CHECK(frame::inbound_limit(nullptr) == frame::kMaxInbound);
  CHECK(frame::inbound_limit("1") == 1);
  CHECK(frame::inbound_limit("4096") == 4096);
  CHECK(frame::inbound_limit("1048576") == frame::kMaxInbound);
  for (const char* ignored :
       {"", "0", "1048577", "9999999", "99999999999999999999", "-1", "1k", " 5", "0x10"})
    CHECK(frame::inbound_limit(ignored) == frame::kMaxInbound);
}
