#pragma once
#include <array>
#include <string_view>
#include <utility>

// host/service/words, put into the program by embed.cmake: the words of the statement by language,
// as JSON, and its style.
namespace optoutlog::service::embedded {

inline constexpr std::size_t kLanguages = 10;
using Words = std::pair<std::string_view, std::string_view>;  // language, table
extern const std::array<Words, kLanguages> kWords;
extern const std::string_view kStyle;

}  // namespace optoutlog::service::embedded
