#include "base/sha256.h"

namespace optoutlog {

Sha256::Sha256() {
  SHA256_Init(&context_);
}

Sha256& Sha256::add(std::string_view bytes) {
  SHA256_Update(&context_, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  return *this;
}

Hash Sha256::finish() {
  Hash out{};
  SHA256_Final(out.data(), &context_);
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  return to_hex(Sha256().add(bytes).finish());
}

}  // namespace optoutlog
