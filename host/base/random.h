#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace optoutlog {

// Fills `size` (at most 256) bytes from the operating system's generator. Throws std::runtime_error
// where it refuses: a guessable salt would be worse than a failed write.
void random_bytes(std::uint8_t* out, std::size_t size);

template <std::size_t N>
std::array<std::uint8_t, N> random_array() {
  std::array<std::uint8_t, N> out{};
  random_bytes(out.data(), N);
  return out;
}

// A random UUID (RFC 9562, version 4) in lower case.
std::string random_uuid();

}  // namespace optoutlog
