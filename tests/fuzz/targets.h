#pragma once
#include <cstdint>
#include <string_view>

#include "base/json_text.h"
#include "frame/frame.h"
#include "frame/rpc.h"
#include "record/entry.h"
#include "record/packet.h"

// What has to hold for every input; a broken property traps, so that a fuzzer sees it.
namespace optoutlog::fuzz {

inline void require(bool holds) {
  if (!holds) __builtin_trap();
}

// A stream of frames, fed in pieces whose sizes come from the input too. However it is cut, the
// same bodies come out, and every answer is one JSON object that is read back.
inline void frames(std::string_view input) {
  if (input.empty()) return;
  const std::size_t piece = static_cast<unsigned char>(input[0]) % 17 + 1;
  input.remove_prefix(1);
  const auto bodies = [&](std::size_t size) {
    frame::Reader reader(4096);
    std::string all;
    std::string body;
    for (std::size_t at = 0; at < input.size(); at += size) {
      reader.feed(input.substr(at, size));
      for (auto event = reader.next(body); event != frame::Reader::Event::kNeedMore;
           event = reader.next(body)) {
        if (event == frame::Reader::Event::kTooLarge) return all + "too large";
        all += std::to_string(body.size()) + ":" + body;
        const auto answer =
            frame::answer(body, [](const std::string&, const json& params) -> Result<json> {
              const json entries = params.value("entries", json());
              if (entries.is_array() && !entries.empty()) {
                const auto entry = record::parse_entry(entries[0], "entries[0]");
                if (!entry) return entry.error();
                // what was accepted is stored as JSON that reads back the same
                const std::string payload = record::payload_of(*entry, 0, false, false);
                const auto again = parse_json(payload);
                require(again && again->dump() == payload);
              }
              return params;
            });
        if (answer) require(parse_json(*answer).ok() && answer->size() <= frame::kMaxOutbound);
      }
    }
    return all;
  };
  require(bodies(piece) == bodies(input.size() + 1));
}

// A JSON text and an export file: never a crash; what is read is what the library reads, and
// writing and reading it again changes nothing.
inline void packets(std::string_view input) {
  const auto value = parse_json(input);
  if (value) {
    require(*value == json::parse(input));
    const std::string text = value->dump();
    const auto again = parse_json(text);
    require(again && again->dump() == text);
  }
  const auto packet = record::read_packet(input);
  if (packet && !packet->broken)
    require(packet->links.size() == static_cast<std::size_t>(packet->head.count));
}

}  // namespace optoutlog::fuzz
