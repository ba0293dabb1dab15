#include <algorithm>

#include "base/base64.h"
#include "base/data_folder.h"
#include "base/sha256.h"
#include "record/record.h"
#include "service/page.h"
#include "service/params.h"
#include "service/service.h"

// The methods of pictures: `picture` takes one in parts and keeps it, `pictures` tells which there
// are, `picture-part` gives one back.
namespace optoutlog::service {
namespace {

// Of one part, as bytes: in base64 it is well below what one frame holds.
constexpr std::size_t kPartBytes = std::size_t{256} * 1024;

Error invalid_picture(const std::string& why, const std::string& what) {
  return Error(errors::kPictureInvalid, what + " Nothing was kept; take the picture again.",
               {{"why", why}});
}

json picture_json(const record::KeptPicture& kept) {
  json told = kept.payload;
  told["seq"] = kept.picture.seq;
  told["control"] = kept.control;
  told["unit"] = kept.unit ? json(*kept.unit) : json(nullptr);
  told["file"] = kept.file == record::PictureFile::kWhole     ? "whole"
                 : kept.file == record::PictureFile::kMissing ? "missing"
                                                              : "altered";
  return told;
}

}  // namespace

Result<json> Service::picture(const json& params) {
  const auto id = optional_text(params, "id", 36);
  if (!id || !*id || !record::is_uuid(**id)) return invalid_param("id", "a UUID of 36 characters");
  const auto size = optional_number(params, "size", 1, INT64_MAX);
  if (!size || !*size) return invalid_param("size", "the picture's number of bytes");
  if (**size > static_cast<std::int64_t>(record::kPictureBytes))
    return Error(errors::kPictureTooLarge,
                 "A picture may have " + std::to_string(record::kPictureBytes) +
                     " bytes at most. Nothing was kept; make it smaller.",
                 {{"length", **size}, {"limit", record::kPictureBytes}});
  const auto from = optional_number(params, "from", 0, **size - 1);
  const json data = params.value("data", json());
  const auto part = data.is_string() ? from_base64(data.get_ref<const std::string&>())
                                     : std::optional<std::string>();
  if (!part || part->size() > kPartBytes)
    return invalid_param("data", "1 to " + std::to_string(kPartBytes) + " bytes in base64");
  if (from && *from && **from == 0) arriving_ = {**id, {}};
  if (!from || !*from || arriving_.id != **id ||
      **from != static_cast<std::int64_t>(arriving_.bytes.size()) ||
      **from + static_cast<std::int64_t>(part->size()) > **size)
    return invalid_param("from", "the number of bytes that came before, 0 for the first part");
  arriving_.bytes += *part;
  const auto arrived = static_cast<std::int64_t>(arriving_.bytes.size());
  if (arrived < **size) return json{{"arrived", arrived}, {"seq", nullptr}, {"effect", nullptr}};
  const std::string bytes = std::move(arriving_.bytes);
  arriving_ = {};
  return keep(params, **id, bytes);
}

// All of it is there.
Result<json> Service::keep(const json& params, const std::string& id, const std::string& bytes) {
  const auto of = subject_of(params);
  if (!of) return of.error();
  const json at = params.value("at", json());
  const auto time = at.is_string() ? parse_time(at.get_ref<const std::string&>()) : std::nullopt;
  if (!time) return invalid_param("at", "the time when the picture was taken");
  const auto covered = optional_number(params, "covered", 0, record::kPictureCovered);
  if (!covered) return covered.error();
  if (params.value("sha256", json()) != sha256_hex(bytes))
    return invalid_picture("hash", "The picture did not arrive as it was sent.");
  const auto image = record::image_of(bytes);
  if (!image)
    return invalid_picture("image",
                           "The picture is neither JPEG nor PNG, or is too large to show.");
  const auto opened = open(false);
  if (!opened) return opened.error();
  if (*opened == nullptr) return no_reading();
  const auto kept = (*opened)->keep_picture({id, *of, *time, covered->value_or(0), bytes, *image});
  if (!kept) return kept.error();
  if (kept->seq == 0) return no_reading();
  return json{{"arrived", bytes.size()},
              {"seq", kept->seq},
              {"effect", record::to_word(kept->added ? record::Effect::kRecorded
                                                     : record::Effect::kDuplicate)}};
}

Result<json> Service::pictures(const json&) {
  const auto opened = open(false);
  if (!opened) return opened.error();
  json list = json::array();
  if (*opened != nullptr) {
    const auto kept = (*opened)->pictures();
    if (!kept) return kept.error();
    for (const auto& one : *kept) list.push_back(picture_json(one));
  }
  return json{{"pictures", std::move(list)}, {"limit", record::kPictureCount}};
}

Result<json> Service::picture_part(const json& params) {
  const auto seq = optional_number(params, "seq", 1, INT64_MAX);
  if (!seq) return seq.error();
  const auto from = optional_number(params, "from", 0, record::kPictureBytes);
  if (!from) return from.error();
  const auto opened = open(false);
  if (!opened) return opened.error();
  const auto none = [] { return invalid_param("seq", "the number of an entry with a picture"); };
  if (!*seq || *opened == nullptr) return none();
  const auto found = (*opened)->pictures(**seq);
  if (!found) return found.error();
  if (found->empty()) return none();
  const record::KeptPicture& kept = found->front();
  if (kept.file != record::PictureFile::kWhole)
    return Error(errors::kPictureInvalid,
                 "The picture of entry " + std::to_string(**seq) +
                     " is not what was kept. Run: optoutlog verify",
                 {{"why", kept.file == record::PictureFile::kMissing ? "missing" : "altered"}});
  const auto bytes =
      read_text(folder_ / record::kPictureFolder / kept.picture.name(), record::kPictureBytes);
  const auto begin = static_cast<std::size_t>(from->value_or(0));
  if (!bytes || begin >= bytes->size()) return invalid_param("from", "below the number of bytes");
  const std::size_t end = std::min(bytes->size(), begin + kPartBytes);
  json result = picture_json(kept);
  result["data"] = to_base64(std::string_view(*bytes).substr(begin, end - begin));
  result["next"] = end < bytes->size() ? json(end) : json(nullptr);
  return result;
}

}  // namespace optoutlog::service
