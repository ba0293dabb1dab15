#include "record/chain.h"

#include <catch2/catch.hpp>

using namespace optoutlog;

using namespace optoutlog::record;

// Expected values from Python's hashlib over the bytes that RECORD.md, section 2, describes.
TEST_CASE("genesis, digest and hash are those that RECORD.md describes") {
  RecordId id{};
  for (std::size_t i = 0; i < id.size(); ++i) id[i] = static_cast<std::uint8_t>(i);
  Salt salt{};
  salt.fill(0xAA);
  const Hash first = genesis(id);
  CHECK(to_hex(first) == "04ea89dc73b8118ea04515e7270c5bc38db5022dced14ed94b5b45ab15be5c84");
  const Hash digest = entry_digest(salt, "{\"a\":\"\u00e9\"}");
  CHECK(to_hex(digest) == "380a1de266c3888e7a951e4c37a15d91ae0121a724a22ab95af41a8a22eaf8b4");
  CHECK(to_hex(link_hash(1, first, digest)) ==
        "2cd411d5886d4ecf4c5855322a0748aa40484db4b13ef6fdf2af37f21cf3a028");
  CHECK(to_hex(link_hash(0x0102030405060708, first, digest)) ==
        "26c50fe4721916c28acb4e3a0269db828c2d6677da282a04b6417940500a5600");
}

TEST_CASE("every part of a link's hash counts") {
  const Hash a = genesis(RecordId{});
  const Hash b = entry_digest(Salt{}, "x");
  CHECK(link_hash(1, a, b) != link_hash(2, a, b));
  CHECK(link_hash(1, a, b) != link_hash(1, b, b));
  CHECK(link_hash(1, a, b) != link_hash(1, a, a));
  Salt other{};
  other[15] = 1;
  CHECK(entry_digest(Salt{}, "x") != entry_digest(other, "x"));
  CHECK(entry_digest(Salt{}, "x") != entry_digest(Salt{}, "y"));
}

TEST_CASE("the checkpoint is one line of four words") {
  CHECK(checkpoint(RecordId{}, 12, Hash{}) ==
        "optoutlog-checkpoint-v1 " + std::string(32, '0') + " 12 " + std::string(64, '0'));
}
