#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/clock.h"
#include "base/error.h"

// A time-stamp of the chain's head as a link of the chain (host/RECORD.md, sections 4 and 10). What
// the token is worth is not judged here: this room has no library for signatures.
namespace optoutlog::record {

struct Stamp {
  std::int64_t seq = 0;    // of its link
  std::int64_t count = 0;  // how many links it covers, from the first on
  Hash head{};             // of the last of them
  Millis time = 0;         // that the token is said to give
  json payload;            // all of it: authority, token, certificates, crls
  // The first covered entry that by its own clock was written after the time-stamp, and the first
  // later one that was written before it; 0 where there is none.
  std::int64_t ahead = 0;
  std::int64_t behind = 0;
};

// The most bytes that a token, and one certificate or list of revoked ones, take in base64; and how
// many of these there may be.
inline constexpr std::size_t kTokenBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kListBytes = std::size_t{256} * 1024;
inline constexpr std::size_t kListCount = 16;

// From the content of a link of the type "stamp", or the params of the method `stamp`, which has
// the same members; nothing where one is missing or is not as section 4 has it.
std::optional<Stamp> stamp_of(const json& payload, std::int64_t seq);

// What is stored: the members of `given` that a time-stamp has, and no other.
std::string stamp_payload(const json& given, const std::string& id, Millis received);

}  // namespace optoutlog::record
