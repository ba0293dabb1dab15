#include "record/chain.h"

#include "base/sha256.h"

namespace optoutlog::record {
namespace {

// With the zero byte at the end, which the literal brings.
template <std::size_t N>
constexpr std::string_view tag(const char (&text)[N]) {
  return {text, N};
}

}  // namespace

Hash genesis(const RecordId& record) {
  return Sha256().add(tag("optoutlog-genesis-v1")).add(record).finish();
}

Hash entry_digest(const Salt& salt, std::string_view payload) {
  return Sha256().add(tag("optoutlog-entry-v1")).add(salt).add(payload).finish();
}

Hash link_hash(std::int64_t seq, const Hash& prev, const Hash& digest) {
  std::array<std::uint8_t, 8> number{};
  for (std::size_t i = 0; i < number.size(); ++i)
    number[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(seq) >> (8 * (7 - i)));
  return Sha256().add(tag("optoutlog-link-v1")).add(number).add(prev).add(digest).finish();
}

Hash state_mark(std::string_view row) {
  return Sha256().add(tag("optoutlog-state-v1")).add(row).finish();
}

std::string checkpoint(const RecordId& record, std::int64_t count, const Hash& head) {
  return "optoutlog-checkpoint-v1 " + to_hex(record) + " " + std::to_string(count) + " " +
         to_hex(head);
}

}  // namespace optoutlog::record
