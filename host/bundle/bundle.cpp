#include "bundle/bundle.h"

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
constexpr const char* kStatement = "statement.html";
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

// Each picture in its place in the statement, so that it prints with it.
std::string illustrated(std::string statement, const Files& pictures) {
  for (const auto& [name, bytes] : pictures) {
    const std::string place = "<!--picture " + name + "-->";
    const std::string media = name.ends_with(".png") ? "image/png" : "image/jpeg";
    const std::string shown =
        "<img alt=\"\" src=\"data:" + media + ";base64," + to_base64(bytes) + "\">";
    // the same picture may have been kept with several readings
    for (auto at = statement.find(place); at != std::string::npos; at = statement.find(place, at))
      statement.replace(at, place.size(), shown);
  }
  return statement;
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

Files make(const std::string& text, const record::Packet& packet, std::string statement,
           const Files& pictures, std::string dpv) {
  Files files = copies_of(packet);
  files["dpv.jsonld"] = std::move(dpv);
  for (const auto& [name, bytes] : pictures) files[kPictures + name] = bytes;
  files[kExport] = text;
  files[kStatement] = illustrated(std::move(statement), pictures);
  files["verify.html"] = kPage;
  json list = json::array();
  for (const auto& [name, bytes] : files)
    list.push_back({{"name", name}, {"sha256", sha256_hex(bytes)}});
  files[kList] =
      json{{"format", "optoutlog-bundle"}, {"version", 1}, {"files", list}}.dump(1) + "\n";
  return files;
}

Result<void> check_list(const Files& files) {
  const auto held = files.find(kList);
  const auto list = held == files.end() ? Result<json>(json()) : parse_json(held->second);
  if (!list || !list->is_object() || list->value("format", json()) != "optoutlog-bundle" ||
      list->value("version", json()) != 1 || !list->value("files", json()).is_array())
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
  for (const char* needed : {kExport, kStatement})
    if (files.count(needed) == 0 || left.count(needed) != 0) return invalid(needed);
  if (!left.empty()) return invalid(left.begin()->first);
  return {};
}

Result<void> check_copies(const Files& files, const record::Packet& packet) {
  const Files expected = copies_of(packet);
  for (const auto& [name, bytes] : expected) {
    const auto there = files.find(name);
    if (there == files.end() || there->second != bytes) return invalid(name);
  }
  for (const auto& [name, bytes] : files)
    if (name.starts_with("stamps/") && expected.count(name) == 0) return invalid(name);
  std::set<std::string> shown;
  for (const record::Picture& picture : packet.pictures) {
    const std::string name = kPictures + picture.name();
    const auto there = files.find(name);
    if (there == files.end() || sha256_hex(there->second) != to_hex(picture.sha256))
      return invalid(name);
    shown.insert(name);
  }
  for (const auto& [name, bytes] : files)
    if (name.starts_with(kPictures) && shown.count(name) == 0) return invalid(name);
  const auto statement = files.find(kStatement);
  if (statement == files.end() ||
      statement->second.find(checkpoint_of(packet)) == std::string::npos)
    return invalid(kStatement);
  return {};
}

Files pictures_in(const Files& files) {
  Files pictures;
  for (const auto& [name, bytes] : files)
    if (name.starts_with(kPictures)) pictures[name.substr(kPictures.size())] = bytes;
  return pictures;
}

}  // namespace optoutlog::bundle
