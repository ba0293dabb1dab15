#include "cli/kept.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <utility>

#include "base/bytes.h"
#include "cli/answer.h"
#include "install/system/machine.h"

namespace optoutlog::cli {
namespace {

struct Checkpoint {
  std::string record;
  std::int64_t count = 0;
  std::string head;
};

// The newest checkpoint in the text; one of `record` goes before those of others.
std::optional<Checkpoint> checkpoint_in(const std::string& text, const std::string& record) {
  constexpr std::string_view kMark = "optoutlog-checkpoint-v1 ";
  constexpr std::size_t kLongest = 24 + 32 + 1 + 15 + 1 + 64;
  const auto rank = [&](const Checkpoint& one) {
    return std::pair(one.record == record, one.count);
  };
  std::optional<Checkpoint> newest;
  for (auto at = text.find(kMark); at != std::string::npos; at = text.find(kMark, at + 1)) {
    std::istringstream line(text.substr(at, kLongest));
    Checkpoint kept;
    std::string mark;
    line >> mark >> kept.record >> kept.count >> kept.head;
    kept.head = kept.head.substr(0, 64);  // what follows it may be a quote or a tag
    if (!line || kept.count < 0 || !from_hex<16>(kept.record) || !from_hex<32>(kept.head)) continue;
    if (!newest || rank(kept) > rank(*newest)) newest = kept;
  }
  return newest;
}

// What is wrong, in one sentence; empty where the chain goes on from what was kept.
std::string difference(const record::Packet& packet, const Checkpoint& kept) {
  if (kept.record != to_hex(packet.head.record))
    return "What was kept is of another record: this is not the same log, or it was begun anew.";
  const std::string at = std::to_string(kept.count);
  if (kept.count > packet.head.count)
    return "The chain ends at link " + std::to_string(packet.head.count) +
           ", and what was kept goes to link " + at +
           ": its end was cut off, or an older copy was put back.";
  if (kept.count > 0 &&
      to_hex(packet.links[static_cast<std::size_t>(kept.count) - 1].stored.hash) != kept.head)
    return "Link " + at + " is another one than was kept: the record was written anew since.";
  return {};
}

}  // namespace

std::optional<std::string> contents(const std::string& name) {
  std::ifstream file(install::from_utf8(name), std::ios::binary);
  if (!file) return std::nullopt;
  return std::string((std::istreambuf_iterator<char>(file)), {});
}

std::optional<int> compare_kept(json& answer, const record::Packet& packet, const std::string& file,
                                bool as_json) {
  const auto text = contents(file);
  if (!text) return unreadable(file, "Check the name of the file that was kept.", as_json);
  std::optional<Checkpoint> kept;
  if (const auto earlier = record::read_packet(*text)) {
    if (earlier->broken)
      return fail(Error(errors::kPacketBroken,
                        "The export that was kept does not verify itself, so nothing can be "
                        "compared with it. " +
                            earlier->broken->says,
                        {{"seq", earlier->broken->seq}, {"reason", earlier->broken->reason}}),
                  as_json);
    kept =
        Checkpoint{to_hex(earlier->head.record), earlier->head.count, to_hex(earlier->head.hash)};
  } else {
    kept = checkpoint_in(*text, to_hex(packet.head.record));
  }
  if (!kept)
    return misused(file + " is no export and holds no checkpoint.",
                   "Name an earlier export, or a file with the line that verify printed then.",
                   as_json);
  // Of a chain that does not hold, not even its length is known.
  if (!answer["broken"].is_null()) return std::nullopt;
  const std::string says = difference(packet, *kept);
  if (says.empty()) {
    answer["goes_on_from"] = kept->count;
    return std::nullopt;
  }
  answer["ok"] = false;
  answer["broken"] = {{"seq", kept->count},
                      {"reason", words::broken::kOtherHistory},
                      {"says", says},
                      {"source", nullptr}};
  return std::nullopt;
}

}  // namespace optoutlog::cli
