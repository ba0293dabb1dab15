#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// Words and sentences as numbers, which compare faster.
namespace optoutlog::policy {

using Ids = std::vector<std::uint32_t>;

// Gives every distinct key a number.
class Numbers {
 public:
  std::uint32_t of(std::string_view key) {
    return seen_.try_emplace(std::string(key), static_cast<std::uint32_t>(seen_.size()))
        .first->second;
  }
  std::size_t size() const { return seen_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> seen_;
};

// The pieces of `text` between the separators, empty ones left out.
inline std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto at = std::min(text.find(by), text.size());
    if (at > 0) out.push_back(text.substr(0, at));
    text.remove_prefix(std::min(at + 1, text.size()));
  }
  return out;
}

}  // namespace optoutlog::policy
