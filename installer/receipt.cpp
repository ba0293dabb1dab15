#include "installer/receipt.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace optoutlog::installer {
namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::optional<std::string>& text) {
  return text ? ordered_json(*text) : ordered_json(nullptr);
}

std::optional<std::string> text_or_nothing(const ordered_json& value) {
  return value.is_string() ? std::optional<std::string>(value.get<std::string>()) : std::nullopt;
}

}  // namespace

const ReceiptFile* Receipt::file(const fs::path& path) const {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const ReceiptFile& f) { return f.path == path; });
  return found == files.end() ? nullptr : &*found;
}

const ReceiptKey* Receipt::key(const std::string& name) const {
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const ReceiptKey& k) { return k.key == name; });
  return found == keys.end() ? nullptr : &*found;
}

fs::path receipt_file(const Machine& machine, Scope scope) {
  return (scope == Scope::kUser ? machine.user_data : under_root(machine.root, machine.system_data)) /
         "registered.json";
}

Receipt read_receipt(const Machine& machine, Scope scope) {
  Receipt receipt;
  const auto bytes = read_file(receipt_file(machine, scope));
  if (!bytes) return receipt;
  try {
    const ordered_json json = ordered_json::parse(*bytes);
    for (const auto& each : json.at("files")) {
      receipt.files.push_back({from_utf8(each.at("path").get<std::string>()),
                               each.at("host").get<std::string>(),
                               each.at("family") == "firefox" ? Family::kFirefox : Family::kChromium,
                               each.at("content").get<std::string>(), text_or_nothing(each.at("replaced"))});
    }
    for (const auto& each : json.at("keys")) {
      receipt.keys.push_back({each.at("key").get<std::string>(), each.at("value").get<std::string>(),
                              text_or_nothing(each.at("replaced"))});
    }
    for (const auto& each : json.at("folders")) receipt.folders.push_back(from_utf8(each.get<std::string>()));
    receipt.made_keys = json.at("made_keys").get<std::vector<std::string>>();
  } catch (const ordered_json::exception&) {
    return {};
  }
  return receipt;
}

std::optional<Problem> write_receipt(const Machine& machine, Scope scope, Receipt& receipt) {
  const fs::path path = receipt_file(machine, scope);
  if (receipt.empty()) return remove_file(path);
  std::vector<fs::path> made;
  const Access access = scope == Scope::kUser ? Access::kOwner : Access::kEverybody;
  if (auto problem = make_folders(path.parent_path(), access, made)) return problem;
  receipt.folders.insert(receipt.folders.end(), made.begin(), made.end());
  ordered_json json = {{"format", 1},
                       {"files", ordered_json::array()},
                       {"keys", ordered_json::array()},
                       {"folders", ordered_json::array()},
                       {"made_keys", receipt.made_keys}};
  for (const ReceiptFile& each : receipt.files) {
    json["files"].push_back({{"path", utf8(each.path)},
                             {"host", each.host},
                             {"family", word(each.family)},
                             {"content", each.content},
                             {"replaced", text_or_null(each.replaced)}});
  }
  for (const ReceiptKey& each : receipt.keys) {
    json["keys"].push_back(
        {{"key", each.key}, {"value", each.value}, {"replaced", text_or_null(each.replaced)}});
  }
  for (const fs::path& folder : receipt.folders) json["folders"].push_back(utf8(folder));
  return write_atomically(path, json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n");
}

}  // namespace optoutlog::installer
