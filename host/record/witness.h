#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/clock.h"
#include "base/error.h"

// What a file in public said, beside a reading: a link of the chain that changes no line's state
// (host/RECORD.md, sections 4 and 13). It was fetched elsewhere: this host has no network.
namespace optoutlog::record {

inline constexpr std::int64_t kWitnessBytes = std::int64_t{64} * 1024;

struct Witness {
  std::int64_t seq = 0;  // of its link
  std::int64_t of = 0;   // of the reading's
  Hash of_hash{};
  Millis at = 0;
  std::string platform;
  std::optional<std::string> account;
};

// What a witness says: `at url status bytes sha256 says why away missing signal`, each as section 4
// has it. These members of `given` and no other; nothing where one is missing or does not fit the
// others.
std::optional<json> witness_said(const json& given);

// From the content of a link of the type "witness"; nothing where a member is missing or is not as
// section 4 has it.
std::optional<Witness> witness_of(const json& payload, std::int64_t seq);

}  // namespace optoutlog::record
