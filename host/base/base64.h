#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// RFC 4648, with padding and no stray bits: one text for the same bytes. An empty text is none.
namespace optoutlog {

std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

}  // namespace optoutlog
