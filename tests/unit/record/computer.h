#pragma once
#include "record/chain.h"
#include "record/sample.h"
#include "service/service.h"

// A computer with a log of its own, and exports that no host has written.
namespace sample {

struct Computer {
  Folder folder;
  service::Service service{folder.path(), sample::clock};

  json ok(const std::string& method, const json& params = json::object()) {
    auto result = service.call(method, params);
    if (!result)
      throw std::runtime_error(std::string(result.error().kind->name) + ": " +
                               result.error().message);
    return *result;
  }
  void record(const char* platform) {
    ok("record",
       {{"entries",
         {reading({{"platform", platform}, {"control", "c" + std::to_string(++recorded)}})}}});
  }
  std::string packet(json params = json::object()) {
    params["format"] = "json";
    return ok("export", params)["text"];
  }
  json take(const std::string& packet_text) { return ok("import", {{"packet", packet_text}}); }
  int recorded = 0;
};

// The export with these contents as further links.
inline std::string continued(const std::string& text, const std::vector<json>& payloads) {
  json file = json::parse(text);
  const auto id = from_hex<16>(file["record"].get<std::string>()).value();
  auto head = from_hex<32>(file["head"].get<std::string>()).value();
  std::int64_t seq = file["count"];
  for (const json& payload : payloads) {
    const auto salt = random_array<16>();
    const auto digest = record::entry_digest(salt, payload.dump());
    const auto hash = record::link_hash(++seq, head, digest);
    file["entries"].push_back({{"seq", seq},
                               {"prev", to_hex(head)},
                               {"digest", to_hex(digest)},
                               {"hash", to_hex(hash)},
                               {"salt", to_hex(salt)},
                               {"payload", payload.dump()}});
    head = hash;
  }
  file["count"] = seq;
  file["head"] = to_hex(head);
  file["checkpoint"] = record::checkpoint(id, seq, head);
  return file.dump();
}

// The export of a record of a stranger's with these contents.
inline std::string stranger(const std::vector<json>& payloads) {
  const auto id = random_array<16>();
  const auto first = to_hex(record::genesis(id));
  return continued(json{{"format", "optoutlog-export"},
                        {"version", 1},
                        {"tool", "another"},
                        {"exported", "2026-11-23T18:00:00.000Z"},
                        {"record", to_hex(id)},
                        {"genesis", first},
                        {"scope", {{"platform", nullptr}, {"account", nullptr}}},
                        {"count", 0},
                        {"head", first},
                        {"checkpoint", record::checkpoint(id, 0, record::genesis(id))},
                        {"entries", json::array()}}
                       .dump(),
                   payloads);
}

}  // namespace sample
