#include "base/bytes.h"

#include <catch2/catch.hpp>

using namespace optoutlog;

TEST_CASE("hexadecimal goes both ways and takes nothing else") {
  const std::array<std::uint8_t, 4> bytes{0x00, 0x7F, 0x80, 0xFF};
  CHECK(to_hex(bytes) == "007f80ff");
  CHECK(from_hex<4>("007f80ff") == bytes);
  for (const char* bad : {"", "007f80f", "007f80fff", "007F80FF", "007f80fg", "0x7f80ff"})
    CHECK_FALSE(from_hex<4>(bad).has_value());
}

TEST_CASE("a blob of another size is none") {
  CHECK(from_blob<2>("ab", 2).has_value());
  CHECK_FALSE(from_blob<2>("abc", 3).has_value());
  CHECK_FALSE(from_blob<2>(nullptr, 2).has_value());
}
