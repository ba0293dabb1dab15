#include "base/json_text.h"
#include "record/record.h"
#include "service/page.h"
#include "service/params.h"
#include "service/service.h"

// The methods of time-stamps: `stamp` keeps one that was fetched elsewhere, `stamps` gives them for
// whoever can check a token. This program opens no connection and knows no signatures.
namespace optoutlog::service {
namespace {

constexpr std::int64_t kNotesAtOnce = 100;

}  // namespace

json stamps_json(const std::vector<record::Stamp>& stamps) {
  json list = json::array();
  const auto or_null = [](std::int64_t seq) { return seq == 0 ? json(nullptr) : json(seq); };
  for (const auto& stamp : stamps)
    list.push_back({{"seq", stamp.seq},
                    {"count", stamp.count},
                    {"time", format_time(stamp.time)},
                    {"authority", stamp.payload.at("authority")},
                    {"ahead", or_null(stamp.ahead)},
                    {"behind", or_null(stamp.behind)}});
  return list;
}

Result<json> Service::stamp(const json& params) {
  const auto id = optional_text(params, "id", 36);
  if (!id) return id.error();
  if (!*id || !record::is_uuid(**id)) return invalid_param("id", "a UUID of 36 characters");
  if (!record::stamp_of(params, 0))
    return invalid_param("token",
                         "with covers, time, authority, certificates and crls, what the policy "
                         "host answers to policy.stamp");
  const auto opened = open(false);
  if (!opened) return opened.error();
  const auto other_head = [] {
    return invalid_param("covers",
                         "a number of links that this log has, with the hash of the last of them; "
                         "nothing was kept. Take the checkpoint anew, and a new time-stamp");
  };
  if (*opened == nullptr) return other_head();
  const auto done = (*opened)->stamp(params, **id);
  if (!done) return done.error();
  if (done->seq == 0) return other_head();
  return json{{"seq", done->seq},
              {"effect", record::to_word(done->added ? record::Effect::kRecorded
                                                     : record::Effect::kDuplicate)}};
}

Result<json> Service::stamps(const json& params) {
  const auto cursor = optional_number(params, "cursor", 0, INT64_MAX);
  if (!cursor) return cursor.error();
  const auto opened = open(false);
  if (!opened) return opened.error();
  json list = json::array();
  std::int64_t after = cursor->value_or(0);
  for (std::size_t bytes = 0; *opened != nullptr && bytes < kPageBytes;) {
    const auto notes = (*opened)->notes(after, kNotesAtOnce);
    if (!notes) return notes.error();
    if (notes->empty()) return json{{"stamps", std::move(list)}, {"next", nullptr}};
    for (const auto& note : *notes) {
      const auto payload = parse_json(note.payload);
      const bool is_stamp = payload && record::stamp_of(*payload, note.seq);
      if (is_stamp) bytes += note.payload.size();
      // Two of the largest do not fit into one frame.
      if (bytes > kPageBytes && list.size() > 0) break;
      after = note.seq;
      if (!is_stamp) continue;
      list.push_back(*payload);
      list.back()["seq"] = note.seq;
    }
  }
  return json{{"stamps", std::move(list)},
              {"next", *opened == nullptr ? json(nullptr) : json(after)}};
}

}  // namespace optoutlog::service
