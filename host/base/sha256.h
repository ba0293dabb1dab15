#pragma once
#include <sha256.h>  // libmd

#include <string>
#include <string_view>

#include "base/bytes.h"

// SHA-256 (FIPS 180-4).
namespace optoutlog {

// Of what is added, in order.
class Sha256 {
 public:
  Sha256();
  Sha256& add(std::string_view bytes);
  template <std::size_t N>
  Sha256& add(const std::array<std::uint8_t, N>& bytes) {
    return add(std::string_view(reinterpret_cast<const char*>(bytes.data()), N));
  }
  Hash finish();

 private:
  SHA256_CTX context_{};
};

std::string sha256_hex(std::string_view bytes);  // 64 lower-case hexadecimal digits

}  // namespace optoutlog
