#include "record/picture.h"

#include "base/data_folder.h"
#include "base/sha256.h"
#include "record/entry.h"

namespace optoutlog::record {
namespace {

constexpr std::string_view kPng("\x89PNG\r\n\x1a\n", 8);

std::int64_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::int64_t value = 0;
  for (std::size_t n = 0; n < count; ++n)
    value = value << 8 | static_cast<unsigned char>(bytes[at + n]);
  return value;
}

bool is_bounded(const Image& image) {
  return image.width >= 1 && image.width <= kPictureSide && image.height >= 1 &&
         image.height <= kPictureSide && image.width * image.height <= kPictureArea;
}

// PNG (ISO/IEC 15948): the signature, and a header of 13 bytes in the first chunk.
std::optional<Image> png_of(std::string_view bytes) {
  if (bytes.size() < 33 || big_endian(bytes, 8, 4) != 13 || bytes.substr(12, 4) != "IHDR")
    return std::nullopt;
  return Image{"image/png", big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
}

// JPEG (ITU-T T.81): segments up to the one that begins a frame (SOF0 to SOF15 without DHT, JPG
// and DAC).
std::optional<Image> jpeg_of(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 <= bytes.size() && bytes[at] == '\xFF') {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    const bool frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame)
      return Image{"image/jpeg", big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
    if (marker < 0xC0 || marker == 0xD9 || marker == 0xDA) return std::nullopt;
    at += 2 + static_cast<std::size_t>(big_endian(bytes, at + 2, 2));
  }
  return std::nullopt;
}

}  // namespace

std::string Picture::name() const {
  return to_hex(sha256) + (media == "image/png" ? ".png" : ".jpg");
}

std::optional<Picture> picture_of(const json& payload, std::int64_t seq) {
  if (!payload.is_object()) return std::nullopt;
  const auto text = [](const json& object, const char* name) {
    const json value = object.value(name, json());
    return value.is_string() ? value.get<std::string>() : std::string();
  };
  const json of = payload.value("of", json());
  if (!of.is_object()) return std::nullopt;
  Picture picture;
  picture.seq = seq;
  picture.of = number_in(of, "seq", 1, INT64_MAX);
  const auto of_hash = from_hex<32>(text(of, "hash"));
  const auto at = parse_time(text(payload, "at"));
  const auto sha256 = from_hex<32>(text(payload, "sha256"));
  picture.platform = text(payload, "platform");
  if (const json account = payload.value("account", json()); !account.is_null()) {
    if (!account.is_string() ||
        !is_text(account.get_ref<const std::string&>(), words::bounds::kAccount))
      return std::nullopt;
    picture.account = account.get<std::string>();
  }
  picture.media = text(payload, "media");
  picture.bytes = number_in(payload, "bytes", 1, kPictureBytes);
  picture.width = number_in(payload, "width", 1, kPictureSide);
  picture.height = number_in(payload, "height", 1, kPictureSide);
  picture.covered = number_in(payload, "covered", 0, kPictureCovered);
  const bool media = picture.media == "image/jpeg" || picture.media == "image/png";
  if (!of_hash || !at || !sha256 || !media || !is_slug(picture.platform) || picture.of < 1 ||
      picture.bytes < 1 || picture.width < 1 || picture.height < 1 || picture.covered < 0 ||
      picture.width * picture.height > kPictureArea)
    return std::nullopt;
  picture.of_hash = *of_hash;
  picture.at = *at;
  picture.sha256 = *sha256;
  return picture;
}

std::optional<Image> image_of(std::string_view bytes) {
  std::optional<Image> image;
  if (bytes.starts_with(kPng)) image = png_of(bytes);
  if (bytes.starts_with("\xFF\xD8\xFF")) image = jpeg_of(bytes);
  return image && is_bounded(*image) ? image : std::nullopt;
}

PictureFile look_at_picture(const std::filesystem::path& folder, const Picture& picture) {
  const auto file = folder / kPictureFolder / picture.name();
  const auto bytes = read_text(file, kPictureBytes);
  if (!bytes) {
    std::error_code error;
    const bool there = std::filesystem::exists(std::filesystem::symlink_status(file, error));
    return there ? PictureFile::kAltered : PictureFile::kMissing;
  }
  return Sha256().add(*bytes).finish() == picture.sha256 ? PictureFile::kWhole
                                                         : PictureFile::kAltered;
}

}  // namespace optoutlog::record
