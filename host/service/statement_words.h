#pragma once
#include <array>
#include <string_view>

// host/service/words, put into the program by embed.cmake: the words of the statement by language,
// what the rules say in it by its keys (known.h), both as JSON, and the style.
namespace optoutlog::service::embedded {

inline constexpr std::size_t kLanguages = 10;
struct Words {
  std::string_view language;
  std::string_view table;
  std::string_view facts;
};
extern const std::array<Words, kLanguages> kWords;
extern const std::string_view kStyle;

}  // namespace optoutlog::service::embedded
