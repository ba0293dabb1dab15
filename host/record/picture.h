#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/clock.h"
#include "base/error.h"

// A picture of the page that a reading was read from: a link of the chain that names a file beside
// the record by its SHA-256 (host/RECORD.md, sections 4 and 12).
namespace optoutlog::record {

inline constexpr std::size_t kPictureBytes = std::size_t{600} * 1024;
inline constexpr std::int64_t kPictureCount = 200;
inline constexpr std::int64_t kPictureSide = 16384;       // pixels
inline constexpr std::int64_t kPictureArea = 50'000'000;  // likewise
inline constexpr std::int64_t kPictureCovered = 1000;
inline constexpr const char* kPictureFolder = "pictures";

struct Picture {
  std::int64_t seq = 0;  // of its link
  std::int64_t of = 0;   // of the reading's
  Hash of_hash{};
  Millis at = 0;
  std::string platform;
  std::optional<std::string> account;
  Hash sha256{};
  std::string media;  // image/jpeg, image/png
  std::int64_t bytes = 0;
  std::int64_t width = 0;
  std::int64_t height = 0;
  std::int64_t covered = 0;  // parts that the person made black before it was kept
  // Of its file in kPictureFolder, and in a bundle.
  std::string name() const;
};

// From the content of a link of the type "picture"; nothing where a member is missing or is not as
// section 4 has it.
std::optional<Picture> picture_of(const json& payload, std::int64_t seq);

// What the first bytes say of a picture; nothing is decoded.
struct Image {
  std::string media;
  std::int64_t width = 0;
  std::int64_t height = 0;
};
// Nothing where the bytes are neither JPEG nor PNG, or name no size within the bounds.
std::optional<Image> image_of(std::string_view bytes);

// Whether the file is there and is that picture; kUnseen: it was not looked at.
enum class PictureFile : std::uint8_t { kUnseen, kWhole, kMissing, kAltered };
PictureFile look_at_picture(const std::filesystem::path& folder, const Picture& picture);

}  // namespace optoutlog::record
