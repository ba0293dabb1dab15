#include "install/register/receipt.h"

#include <algorithm>

#include "base/json.h"

namespace optoutlog::install {
namespace {

using nlohmann::json;

constexpr std::size_t kMostReceiptBytes = 64 << 20;

// Bytes as JSON: a string where they are UTF-8, else {"hex": "…"}. Null for nothing.
json to_json(const std::optional<std::string>& bytes) {
  if (!bytes) return nullptr;
  try {
    (void)json(*bytes).dump();
    return *bytes;
  } catch (const json::exception&) {
    std::string hex;
    for (const char one : *bytes) {
      const auto byte = static_cast<unsigned char>(one);
      hex += "0123456789abcdef"[byte >> 4];
      hex += "0123456789abcdef"[byte & 15];
    }
    return {{"hex", hex}};
  }
}

std::optional<std::string> to_bytes(const json& value) {
  if (value.is_null()) return std::nullopt;
  if (value.is_string()) return value.get<std::string>();
  const std::string hex = value.at("hex").get<std::string>();
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
    bytes += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
  }
  return bytes;
}

fs::path to_path(const json& value) {
  return from_utf8(to_bytes(value).value_or(""));
}

// Receipts of before mode and links were kept have the text alone.
std::optional<Standing> to_standing(const json& file) {
  const auto bytes = to_bytes(file.at("replaced"));
  if (!bytes) return std::nullopt;
  Standing standing;
  standing.bytes = *bytes;
  if (file.contains("replaced_mode")) standing.mode = file.at("replaced_mode").get<unsigned>();
  if (file.contains("replaced_link")) standing.link = to_bytes(file.at("replaced_link"));
  return standing;
}

json to_json(const ReceiptFile& file) {
  json document = {{"path", to_json(utf8(file.path))},
                   {"host", file.host},
                   {"family", word(file.family)},
                   {"content", file.content},
                   {"replaced", nullptr}};
  if (!file.replaced) return document;
  document["replaced"] = to_json(file.replaced->bytes);
  if (file.replaced->mode) document["replaced_mode"] = *file.replaced->mode;
  if (file.replaced->link) document["replaced_link"] = to_json(file.replaced->link);
  return document;
}

}  // namespace

const ReceiptFile* Receipt::file(const fs::path& path) const {
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const ReceiptFile& f) { return f.path == path; });
  return found == files.end() ? nullptr : &*found;
}

const ReceiptKey* Receipt::key(const std::string& name) const {
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const ReceiptKey& k) { return k.key == name; });
  return found == keys.end() ? nullptr : &*found;
}

void Receipt::add_folders(const std::vector<fs::path>& more) {
  for (const fs::path& folder : more) {
    if (std::find(folders.begin(), folders.end(), folder) == folders.end())
      folders.push_back(folder);
  }
}

Problem problem_of_foreign_home() {
  return {"user.other-home",
          "You run this as root, but the home folder (HOME) belongs to another user: what root "
          "makes there would be closed to that user.",
          "Run it as that user, without su, sudo or doas; for all users of this computer, add "
          "--system."};
}

Problem problem_of_damaged(const Machine& machine, Scope scope) {
  return {"receipt.damaged",
          utf8(receipt_file(machine, scope)) +
              ", which notes what register wrote, is damaged or may not be read. It may hold files "
              "that --force replaced, so it was left as it is.",
          "Look into it and give it another name; then run this again."};
}

std::shared_ptr<void> lock_registration(const Machine& machine, Scope scope) {
  constexpr std::chrono::seconds kPatience{30};
  const auto home = machine.words.find("home");
  if (scope == Scope::kSystem)
    return lock_folder(machine.root.empty() ? fs::path("/") : machine.root, kPatience);
  return lock_folder(home == machine.words.end() ? fs::path() : from_utf8(home->second), kPatience);
}

Problem problem_of_busy() {
  return {"register.busy",
          "Another 'optoutlog register' or 'unregister' is at work and did not end within 30 "
          "seconds.",
          "Wait until it has ended, then try again."};
}

fs::path receipt_file(const Machine& machine, Scope scope) {
  return (scope == Scope::kUser ? machine.user_data
                                : under_root(machine.root, machine.system_data)) /
         "registered.json";
}

Receipt read_receipt(const Machine& machine, Scope scope) {
  Receipt receipt;
  const auto bytes = read_file(receipt_file(machine, scope), kMostReceiptBytes);
  if (!bytes) {
    receipt.damaged = exists_at_all(receipt_file(machine, scope));
    return receipt;
  }
  try {
    const json document = json_of(*bytes);
    for (const auto& each : document.at("files")) {
      receipt.files.push_back(
          {to_path(each.at("path")), each.at("host").get<std::string>(),
           each.at("family") == "firefox" ? Family::kFirefox : Family::kChromium,
           each.at("content").get<std::string>(), to_standing(each)});
    }
    for (const auto& each : document.at("keys")) {
      receipt.keys.push_back({each.at("key").get<std::string>(),
                              each.at("value").get<std::string>(), to_bytes(each.at("replaced"))});
    }
    for (const auto& each : document.at("folders")) receipt.folders.push_back(to_path(each));
    receipt.made_keys = document.at("made_keys").get<std::vector<std::string>>();
    if (document.contains("program"))
      receipt.program = to_bytes(document.at("program")).value_or("");
  } catch (const std::exception&) {  // not JSON, not these members, no hex
    receipt = {};
    receipt.damaged = true;
  }
  return receipt;
}

std::optional<Problem> write_receipt(const Machine& machine, Scope scope, Receipt& receipt) {
  const fs::path path = receipt_file(machine, scope);
  if (receipt.empty()) return remove_file(path);
  std::vector<fs::path> made;
  const Access access = scope == Scope::kUser ? Access::kOwner : Access::kEverybody;
  const auto problem = make_folders(path.parent_path(), access, made);
  receipt.add_folders(made);
  if (problem) return problem;
  json document = {{"format", 1},
                   {"files", json::array()},
                   {"keys", json::array()},
                   {"folders", json::array()},
                   {"made_keys", receipt.made_keys}};
  if (!receipt.program.empty()) document["program"] = to_json(receipt.program);
  for (const ReceiptFile& each : receipt.files) document["files"].push_back(to_json(each));
  for (const ReceiptKey& each : receipt.keys) {
    document["keys"].push_back(
        {{"key", each.key}, {"value", each.value}, {"replaced", to_json(each.replaced)}});
  }
  for (const fs::path& folder : receipt.folders)
    document["folders"].push_back(to_json(utf8(folder)));
  // A file that was closed to others is not to be read in its copy either.
  const bool secret =
      std::any_of(receipt.files.begin(), receipt.files.end(), [](const ReceiptFile& each) {
        return each.replaced && each.replaced->mode && (*each.replaced->mode & 0004) == 0;
      });
  return write_atomically(path, document.dump(1, ' ', false, json::error_handler_t::replace) + "\n",
                          secret ? 0600 : 0644);
}

}  // namespace optoutlog::install
