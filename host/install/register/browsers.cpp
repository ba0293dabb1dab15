#include "install/register/browsers.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "base/json.h"
#include "install/register/embedded.h"
#include "install/register/receipt.h"

namespace optoutlog::install {
namespace {

using nlohmann::json;

template <typename T>
T choice(const json& row, const char* field, std::initializer_list<std::pair<const char*, T>> words,
         T absent) {
  if (!row.contains(field)) return absent;
  const std::string text = row.at(field).get<std::string>();
  for (const auto& [name, value] : words) {
    if (text == name) return value;
  }
  throw std::runtime_error(std::string("unknown ") + field + " '" + text + "'");
}

std::vector<PlaceRow> read_places(const json& rows) {
  std::vector<PlaceRow> result;
  for (const json& row : rows) {
    PlaceRow place;
    place.path = row.value("path", "");
    place.key = row.value("key", "");
    if (place.path.empty() == place.key.empty())
      throw std::runtime_error("a place has a path or a key");
    place.writes = row.value("writes", true);
    place.alone = row.value("alone", false);
    place.needs = row.value("needs", "");
    place.source = row.value("source", "");
    place.mark = choice<Mark>(row, "mark",
                              {{"one-trace", Mark::kOneTrace},
                               {"one-report", Mark::kOneReport},
                               {"unverified", Mark::kUnverified},
                               {"disputed", Mark::kDisputed}},
                              Mark::kNone);
    result.push_back(place);
  }
  return result;
}

std::optional<SystemRow> read_system(const json& browser, const char* os) {
  if (!browser.contains(os)) return std::nullopt;
  const json& row = browser.at(os);
  SystemRow system;
  system.user = read_places(row.at("user"));
  system.system = read_places(row.at("system"));
  system.detect = row.at("detect").get<std::vector<std::string>>();
  system.programs = row.value("programs", std::vector<std::string>{});
  system.policies = row.value("policies", std::vector<std::string>{});
  return system;
}

Browser read_browser(const json& row) {
  Browser browser;
  browser.id = row.at("id").get<std::string>();
  browser.name = row.at("name").get<std::string>();
  browser.family = choice<Family>(row, "family",
                                  {{"chromium", Family::kChromium}, {"firefox", Family::kFirefox}},
                                  Family::kChromium);
  browser.source = row.at("source").get<std::string>();
  browser.note = row.value("note", "");
  browser.only_named = row.value("only_named", "");
  browser.packaging = row.value("packaging", "");
  browser.works = choice<Works>(
      row, "works", {{"asks", Works::kAsks}, {"from-157", Works::kFrom157}, {"no", Works::kNo}},
      Works::kYes);
  browser.why = row.value("why", "");
  browser.remedy = row.value("remedy", "");
  browser.linux_ = read_system(row, "linux");
  browser.macos = read_system(row, "macos");
  browser.windows = read_system(row, "windows");
  return browser;
}

// Fills in the words in braces. Empty when the computer has no value for one of them.
std::optional<std::string> fill(std::string text, const Machine& machine, Family family) {
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) throw std::runtime_error("open brace in the table of browsers");
    std::string name = text.substr(open + 1, close - open - 1);
    if (name == "config" && family == Family::kChromium) name = "chrome-config";
    const auto word = machine.words.find(name);
    if (word == machine.words.end()) return std::nullopt;
    text.replace(open, close - open + 1, word->second);
    open += word->second.size();
  }
  return text;
}

// Absolute paths of the table are the system's and lie under the root; those from a word are the
// user's.
std::optional<fs::path> fill_path(const std::string& text, const Machine& machine, Family family) {
  const auto filled = fill(text, machine, family);
  if (!filled) return std::nullopt;
  const fs::path path = from_utf8(*filled);
  return text.front() == '{' ? path : under_root(machine.root, path);
}

bool holds_only_manifests(const fs::path& folder) {
  std::error_code error;
  bool any = false;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = utf8(entry.path().filename());
    if (name != "NativeMessagingHosts" && name != "native-messaging-hosts") return false;
    any = true;
  }
  return any;
}

// Whether register found this folder and only put the folder of manifests into it: then somebody
// else made it, a browser, however little it holds.
bool found_by_register(const fs::path& folder, const Machine& machine) {
  const std::vector<fs::path> made = read_receipt(machine, Scope::kUser).folders;
  const auto has = [&](const fs::path& path) {
    return std::find(made.begin(), made.end(), path) != made.end();
  };
  return !has(folder) &&
         (has(folder / "NativeMessagingHosts") || has(folder / "native-messaging-hosts"));
}

// Ubuntu's /usr/bin/firefox and the like only start the snap, which has a row of its own.
bool starts_snap(const fs::path& program) {
  std::error_code error;
  const fs::path real = fs::canonical(program, error);
  if (error) return false;
  if (real.native().find(fs::path("/snap/").native()) == 0 || real.filename() == "snap")
    return true;
  if (fs::file_size(real, error) > 4096 || error) return false;
  std::ifstream file(real, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  return text.rfind("#!", 0) == 0 && text.find("/snap/bin/") != std::string::npos;
}

}  // namespace

const std::optional<SystemRow>& Browser::on(Os os) const {
  switch (os) {
    case Os::kMacos:
      return macos;
    case Os::kWindows:
      return windows;
    case Os::kLinux:
      break;
  }
  return linux_;
}

fs::path Place::manifest(std::string_view host_name) const {
  return folder / (std::string(host_name) + ".json");
}

std::vector<Browser> parse_browsers(std::string_view text) {
  const json table = json_of(text);
  std::vector<Browser> result;
  for (const json& row : table.at("browsers")) {
    try {
      result.push_back(read_browser(row));
    } catch (const std::exception& error) {
      throw std::runtime_error("browser " + row.value("id", "without id") + ": " + error.what());
    }
  }
  return result;
}

const std::vector<Browser>& browsers() {
  static const std::vector<Browser> table = parse_browsers(embedded::browsers_json());
  return table;
}

const Browser* find_browser(std::string_view id) {
  const auto& table = browsers();
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Browser& b) { return b.id == id; });
  return found == table.end() ? nullptr : &*found;
}

std::vector<Place> places(const Browser& browser, const Machine& machine, Scope scope) {
  std::vector<Place> result;
  const auto& system = browser.on(machine.os);
  if (!system) return result;
  for (const PlaceRow& row : scope == Scope::kUser ? system->user : system->system) {
    Place place;
    place.scope = scope;
    place.writes = row.writes;
    place.mark = row.mark;
    place.alone = row.alone;
    std::error_code error;
    if (!row.needs.empty()) {
      const auto needed = fill_path(row.needs, machine, browser.family);
      if (!needed || !fs::exists(*needed, error)) continue;
    }
    if (!row.key.empty()) {
      place.key = row.key;
      place.folder = (scope == Scope::kUser ? machine.user_data : machine.system_data) /
                     "native-messaging" / word(browser.family);
    } else {
      const auto folder = fill_path(row.path, machine, browser.family);
      if (!folder) continue;
      place.folder = *folder;
    }
    result.push_back(place);
  }
  return result;
}

bool present(const Browser& browser, const Machine& machine) {
  const auto& system = browser.on(machine.os);
  if (!system) return false;
  std::error_code error;
  for (const std::string& text : system->detect) {
    const auto path = fill_path(text, machine, browser.family);
    if (!path || !fs::exists(*path, error)) continue;
    if (!fs::is_directory(*path, error) || !holds_only_manifests(*path)) return true;
    if (found_by_register(*path, machine)) return true;
  }
  for (const std::string& program : system->programs) {
    for (const fs::path& folder : machine.program_folders) {
      const fs::path file = under_root(machine.root, folder) / program;
      if (fs::exists(file, error) && !starts_snap(file)) return true;
    }
  }
  return false;
}

std::vector<std::string> policy_places(const Browser& browser, const Machine& machine) {
  std::vector<std::string> result;
  const auto& system = browser.on(machine.os);
  if (!system) return result;
  for (const std::string& text : system->policies) {
    result.push_back(machine.os == Os::kWindows ? text
                                                : utf8(under_root(machine.root, from_utf8(text))));
  }
  return result;
}

const char* word(Family family) {
  return family == Family::kChromium ? "chromium" : "firefox";
}

const char* word(Mark mark) {
  switch (mark) {
    case Mark::kOneTrace:
      return "one-trace";
    case Mark::kOneReport:
      return "one-report";
    case Mark::kUnverified:
      return "unverified";
    case Mark::kDisputed:
      return "disputed";
    case Mark::kNone:
      break;
  }
  return "";
}

}  // namespace optoutlog::install
