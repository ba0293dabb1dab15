#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/clock.h"
#include "base/json_text.h"
#include "frame/frame.h"
#include "frame/rpc.h"
#include "install/register/manifest.h"
#include "record/entry.h"
#include "record/packet.h"
#include "record/record.h"
#include "targets.h"

namespace optoutlog::fuzz {
namespace {

// What was accepted is stored as JSON that reads back the same.
Result<json> take_entry(const std::string&, const json& params) {
  const json entries = params.value("entries", json());
  if (entries.is_array() && !entries.empty()) {
    const auto entry = record::parse_entry(entries[0], "entries[0]");
    if (!entry) return entry.error();
    const std::string payload = record::payload_of(*entry, 0, false, false);
    const auto again = parse_json(payload);
    require(again && again->dump() == payload);
  }
  return params;
}

std::string bodies(std::string_view input, std::size_t piece) {
  frame::Reader reader(4096);
  std::string all;
  std::string body;
  for (std::size_t at = 0; at < input.size(); at += piece) {
    reader.feed(input.substr(at, piece));
    for (auto event = reader.next(body); event != frame::Reader::Event::kNeedMore;
         event = reader.next(body)) {
      if (event == frame::Reader::Event::kTooLarge) return all + "too large";
      all += std::to_string(body.size()) + ":" + body;
      const auto answer = frame::answer(body, take_entry);
      if (answer) require(parse_json(*answer).ok() && answer->size() <= frame::kMaxOutbound);
    }
  }
  return all;
}

// A stream of frames, cut into pieces whose size comes from the input too: however it is cut, the
// same bodies come out, and every answer is one JSON object that is read back.
void frames(std::string_view input) {
  if (input.empty()) return;
  const std::size_t piece = static_cast<unsigned char>(input[0]) % 17 + 1;
  input.remove_prefix(1);
  require(bodies(input, piece) == bodies(input, input.size() + 1));
}

// What is read is what the library reads; writing and reading it again changes nothing.
void texts(std::string_view input) {
  const auto value = parse_json(input);
  if (!value) return;
  require(*value == json_of(input));
  const std::string text = value->dump();
  const auto again = parse_json(text);
  require(again && again->dump() == text);
}

void packets(std::string_view input) {
  const auto packet = record::read_packet(input);
  if (packet && !packet->broken)
    require(packet->links.size() == static_cast<std::size_t>(packet->head.count));
}

// A record that takes a stranger's export verifies after it, and lists and forgets it.
void imports(std::string_view input) {
  const auto packet = record::read_packet(input);
  if (!packet || packet->broken) return;
  std::string folder = (std::filesystem::temp_directory_path() / "optoutlog-fuzz-XXXXXX").string();
  require(mkdtemp(folder.data()) != nullptr);
  {
    auto opened = record::Record::open(folder, true, now);
    require(opened.ok() && *opened);
    record::Record& record = **opened;
    const auto taken = record.import_packet(*packet, true, {});
    const auto verdict = record.verify();
    require(verdict.ok() && !verdict->broken);
    if (taken) {
      const auto erased = record.erase({});
      require(erased.ok());
    }
  }
  std::filesystem::remove_all(folder);
}

// A manifest that we call ours is one that the browser takes.
void manifests(std::string_view input) {
  using namespace install;
  for (const Family family : {Family::kChromium, Family::kFirefox}) {
    const Verdict verdict = validate_manifest(family, Os::kLinux, "org.optoutlog.host", input);
    for (const Issue& issue : verdict.issues) require(!issue.name.empty());
    if (looks_like_ours(family, "org.optoutlog.host", input))
      require(input == build_manifest(family, "org.optoutlog.host", verdict.manifest.path));
  }
}

}  // namespace

std::vector<Target> log_targets() {
  return {{"frames", frames},
          {"texts", texts},
          {"packets", packets},
          {"imports", imports},
          {"manifests", manifests}};
}

}  // namespace optoutlog::fuzz
