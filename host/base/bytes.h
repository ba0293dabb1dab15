#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace optoutlog {

using Hash = std::array<std::uint8_t, 32>;
using Salt = std::array<std::uint8_t, 16>;
using RecordId = std::array<std::uint8_t, 16>;

// Lower-case hexadecimal.
template <std::size_t N>
std::string to_hex(const std::array<std::uint8_t, N>& bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(2 * N);
  for (const std::uint8_t b : bytes) {
    out.push_back(kDigits[b >> 4]);
    out.push_back(kDigits[b & 15]);
  }
  return out;
}

// Exactly 2N lower-case digits, or nothing.
template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> from_hex(std::string_view text) {
  if (text.size() != 2 * N) return std::nullopt;
  std::array<std::uint8_t, N> out{};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    int digit = 0;
    if (c >= '0' && c <= '9') {
      digit = c - '0';
    } else if (c >= 'a' && c <= 'f') {
      digit = c - 'a' + 10;
    } else {
      return std::nullopt;
    }
    out[i / 2] = static_cast<std::uint8_t>(out[i / 2] << 4 | digit);
  }
  return out;
}

// A blob of exactly N bytes, or nothing.
template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> from_blob(const void* data, int size) {
  if (data == nullptr || size != static_cast<int>(N)) return std::nullopt;
  std::array<std::uint8_t, N> out{};
  const auto* bytes = static_cast<const std::uint8_t*>(data);
  for (std::size_t i = 0; i < N; ++i) out[i] = bytes[i];
  return out;
}

}  // namespace optoutlog
