#pragma once
#include <array>
#include <string_view>
#include <utility>

// host/service/words, put into the program by embed.cmake: the words of the statement by language,
// as JSON, and its style.
namespace optoutlog::service::embedded {

inline constexpr std::size_t kLanguages = 10;
extern const std::array<std::pair<std::string_view, std::string_view>, kLanguages> kWords;
extern const std::string_view kStyle;

}  // namespace optoutlog::service::embedded
