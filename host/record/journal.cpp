#include "record/journal.h"

#include <cstdint>
#include <fstream>
#include <optional>
#include <string_view>

namespace optoutlog::record {
namespace {

constexpr std::string_view kMagic = "\xD9\xD5\x05\xF9\x20\xA1\x63\xD7";
constexpr std::uint32_t kUnknownCount = 0xFFFFFFFF;
constexpr int kTries = 20;

// In the head of a database.
constexpr std::size_t kCounter = 24;
constexpr std::size_t kSize = 28;

// A big-endian number, as both files have them.
std::uint32_t number(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

std::optional<std::string> bytes_at(std::ifstream& in, std::uint64_t at, std::size_t count) {
  std::string bytes(count, '\0');
  in.clear();
  in.seekg(static_cast<std::streamoff>(at));
  in.read(bytes.data(), static_cast<std::streamsize>(count));
  if (in.gcount() != static_cast<std::streamsize>(count)) return std::nullopt;
  return bytes;
}

// One part of a journal: its pages follow each other behind a header that fills a sector.
struct Part {
  std::uint32_t pages;  // in this part
  std::uint32_t nonce;  // another one in each write
  std::uint32_t size;   // of the file before, in pages
  std::uint32_t sector;
  std::uint32_t page;
  bool operator==(const Part&) const = default;
};

std::optional<Part> part_at(std::ifstream& journal, std::uint64_t at) {
  const auto head = bytes_at(journal, at, 28);
  if (!head || head->compare(0, kMagic.size(), kMagic) != 0) return std::nullopt;
  const Part part{number(*head, 8), number(*head, 12), number(*head, 16), number(*head, 20),
                  number(*head, 24)};
  if (part.sector < 32 || part.sector > 65536 || part.page < 512 || part.page > 65536)
    return std::nullopt;
  return part;
}

// The change counter of the file before the write; none where its first page was not written yet.
std::optional<std::uint32_t> counter_before(std::ifstream& journal, const Part& first) {
  constexpr std::uint64_t kAround = 8;  // page number before, checksum after each page
  std::uint64_t at = 0;
  for (auto part = std::optional(first); part;) {
    std::uint64_t page = at + first.sector;
    const bool counted = part->pages != kUnknownCount;
    for (std::uint32_t n = 0; !counted || n < part->pages; ++n) {
      const auto start = bytes_at(journal, page, 4 + kCounter + 4);
      if (!start) return std::nullopt;
      if (number(*start, 0) == 1) return number(*start, 4 + kCounter);
      page += first.page + kAround;
    }
    if (part->pages == 0) return std::nullopt;
    at = (page + first.sector - 1) / first.sector * first.sector;
    part = part_at(journal, at);
  }
  return std::nullopt;
}

}  // namespace

bool has_foreign_journal(const std::filesystem::path& record,
                         const std::function<std::string()>& head) {
  std::filesystem::path beside = record;
  beside += "-journal";
  std::error_code error;
  for (int round = 0; round < kTries; ++round) {
    if (!std::filesystem::exists(std::filesystem::symlink_status(beside, error))) return false;
    std::ifstream journal(beside, std::ios::binary);
    const auto first = part_at(journal, 0);
    if (!first) return false;  // SQLite does not play it either
    const auto before = counter_before(journal, *first);
    const std::string file = head();
    // A write that is under way changes both: only what is the same before and after counts.
    std::ifstream again(beside, std::ios::binary);
    if (part_at(again, 0) != first) continue;
    if (file.size() < kFileHead) return !file.empty();
    const std::uint32_t counter = number(file, kCounter);
    if (first->size == 0) return counter > 1;  // of the very first write: there was no page before
    if (before && counter == *before + 1) return false;
    return (before && counter != *before) || number(file, kSize) != first->size;
  }
  return false;
}

}  // namespace optoutlog::record
