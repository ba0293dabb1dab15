#include "policy/digest.h"

#include <sha2.h>

#include <cstdint>

namespace optoutlog::policy {

std::string sha256_hex(std::string_view bytes) {
  SHA2_CTX context;
  std::uint8_t digest[SHA256_DIGEST_LENGTH];
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  SHA256Final(digest, &context);
  std::string out;
  for (const std::uint8_t byte : digest) {
    out.push_back("0123456789abcdef"[byte >> 4]);
    out.push_back("0123456789abcdef"[byte & 15]);
  }
  return out;
}

}  // namespace optoutlog::policy
