#include "bundle/bundle.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/base64.h"
#include "base/json_text.h"
#include "base/sha256.h"
#include "policy/stamp/token.h"
#include "record/chain.h"

namespace optoutlog::bundle {
namespace {

constexpr const char* kList = "bundle.json";
constexpr const char* kExport = "export.json";
constexpr std::array kNeeded = {"dpv.jsonld", kExport, "statement.html"};
constexpr const char* kChecker = "verify.html";
const std::string kPictures = "pictures/";

Error invalid(const std::string& file) {
  return Error(
      errors::kPacketInvalid,
      "This bundle is not as it was made: " + file +
          " is changed, is missing, or is one too many. Ask for the bundle again, or check "
          "its export.json alone.",
      {{"why", file + " is not what the bundle's list says"}, {"file", file}});
}

std::string checkpoint_of(const record::Packet& packet) {
  return record::checkpoint(packet.head.record, packet.head.count, packet.head.hash);
}

// The line `at` of a document without its tags, as far as it goes.
std::string line_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kShown = 160;
  at = std::min(at, text.size());
  const auto begin = text.substr(0, at).rfind('\n') + 1;  // 0 where there is none
  const auto end = std::min(text.find('\n', at), text.size());
  std::string shown;
  bool tag = false;
  for (const char c : text.substr(begin, end - begin)) {
    if (c == '<') tag = true;
    if (!tag) shown += c;
    if (c == '>') tag = false;
  }
  if (shown.size() <= kShown) return shown;
  std::size_t cut = kShown;
  while (cut > 0 && (static_cast<unsigned char>(shown[cut]) & 0xC0) == 0x80) --cut;
  return shown.substr(0, cut) + "…";
}

// What other programs take: the line, and for each time-stamp its token and certificates.
Files copies_of(const record::Packet& packet) {
  Files files{{"checkpoint.txt", checkpoint_of(packet)}};
  for (const record::Stamp& stamp : packet.stamps) {
    const std::string folder = "stamps/" + std::to_string(stamp.seq) + "/";
    const auto put = [&](const std::string& name, const json& text) {
      files[folder + name] = from_base64(text.get<std::string>()).value_or("");
    };
    files[folder + "checkpoint.txt"] =
        record::checkpoint(packet.head.record, stamp.count, stamp.head);
    put("token.tst", stamp.payload.at("token"));
    int number = 0;
    for (const json& one : stamp.payload.at("certificates"))
      put("certificate-" + std::to_string(++number) + ".der", one);
    number = 0;
    for (const json& one : stamp.payload.value("crls", json::array()))
      put("revoked-" + std::to_string(++number) + ".der", one);
  }
  return files;
}

}  // namespace

bool is_archive(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

Files make(const std::string& text, const record::Packet& packet, const Files& documents,
           const Files& pictures, const Made& made) {
  Files files = copies_of(packet);
  for (const auto& [name, bytes] : documents) files[name] = bytes;
  for (const auto& [name, bytes] : pictures) files[kPictures + name] = bytes;
  files[kExport] = text;
  files[kChecker] = kPage;
  json list = json::array();
  for (const auto& [name, bytes] : files)
    list.push_back({{"name", name}, {"sha256", sha256_hex(bytes)}});
  files[kList] = json{{"format", "optoutlog-bundle"},
                      {"version", 1},
                      {"made", {{"version", made.version}, {"language", made.language}}},
                      {"files", list}}
                     .dump(1) +
                 "\n";
  return files;
}

Result<Made> check_list(const Files& files) {
  const auto held = files.find(kList);
  const auto list = held == files.end() ? Result<json>(json()) : parse_json(held->second);
  if (!list || !list->is_object() || list->value("format", json()) != "optoutlog-bundle" ||
      list->value("version", json()) != 1 || !list->value("files", json()).is_array())
    return invalid(kList);
  const json made = list->value("made", json());
  if (!made.is_object() || !made.value("version", json()).is_number_unsigned() ||
      !made.value("language", json()).is_string())
    return invalid(kList);
  Files left = files;
  left.erase(kList);
  for (const json& one : list->at("files")) {
    const json name = one.is_object() ? one.value("name", json()) : json();
    if (!name.is_string()) return invalid(kList);
    const auto there = left.find(name.get<std::string>());
    if (there == left.end() || one.value("sha256", json()) != sha256_hex(there->second))
      return invalid(name.get<std::string>());
    left.erase(there);
  }
  for (const char* needed : kNeeded)
    if (files.count(needed) == 0 || left.count(needed) != 0) return invalid(needed);
  if (!left.empty()) return invalid(left.begin()->first);
  return Made{made.at("version").get<std::int64_t>(), made.at("language").get<std::string>()};
}

Result<void> check_copies(const Files& files, const record::Packet& packet) {
  const Files expected = copies_of(packet);
  for (const auto& [name, bytes] : expected) {
    const auto there = files.find(name);
    if (there == files.end() || there->second != bytes) return invalid(name);
  }
  std::set<std::string> known{kList, kChecker};
  known.insert(kNeeded.begin(), kNeeded.end());
  for (const record::Picture& picture : packet.pictures) {
    const std::string name = kPictures + picture.name();
    const auto there = files.find(name);
    if (there == files.end() || sha256_hex(there->second) != to_hex(picture.sha256))
      return invalid(name);
    known.insert(name);
  }
  for (const auto& [name, bytes] : files)
    if (known.count(name) == 0 && expected.count(name) == 0) return invalid(name);
  return {};
}

Result<void> check_document(const Files& files, const std::string& name,
                            const std::string& expected) {
  const std::string& there = files.at(name);
  if (there == expected) return {};
  const auto parted = std::mismatch(there.begin(), there.end(), expected.begin(), expected.end());
  const auto at = static_cast<std::size_t>(parted.first - there.begin());
  const auto line = 1 + std::count(there.begin(), parted.first, '\n');
  const std::string why = "line " + std::to_string(line) + " of " + name + " says “" +
                          line_at(there, at) + "”, and the export “" + line_at(expected, at) + "”";
  return Error(errors::kPacketInvalid,
               "This bundle is not as it was made: " + why +
                   ". Ask for the bundle again, or check its export.json alone.",
               {{"why", why}, {"file", name}});
}

Files pictures_in(const Files& files) {
  Files pictures;
  for (const auto& [name, bytes] : files)
    if (name.starts_with(kPictures)) pictures[name.substr(kPictures.size())] = bytes;
  return pictures;
}

}  // namespace optoutlog::bundle
