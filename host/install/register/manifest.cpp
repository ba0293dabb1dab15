#include "install/register/manifest.h"

#include <algorithm>
#include <cctype>

#include "base/json.h"
#include "ids.h"
#include "install/register/embedded.h"

namespace optoutlog::install {
namespace {

using nlohmann::json;

constexpr std::string_view kScheme = "chrome-extension://";

bool lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool word_character(char c) {
  return lower_or_digit(c) || (c >= 'A' && c <= 'Z') || c == '_';
}

// Chromium: lower-case letters, digits, '_' and '.'; no dot at an end, none after another.
bool chromium_name(std::string_view name) {
  if (name.empty() || name.front() == '.' || name.back() == '.') return false;
  if (name.find("..") != std::string_view::npos) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return lower_or_digit(c) || c == '_' || c == '.'; });
}

// Firefox: ^\w+(\.\w+)*$
bool firefox_name(std::string_view name) {
  if (name.empty() || name.front() == '.' || name.back() == '.') return false;
  if (name.find("..") != std::string_view::npos) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return word_character(c) || c == '.'; });
}

// The id in what Chromium takes for an origin, as measured: chrome-extension://, letters and digits
// in either case, a slash. What follows the slash does not count, and an id that no extension can
// have harms nobody; a wildcard or a port voids the manifest. Empty: it is no origin.
std::string chromium_id(std::string_view origin) {
  if (origin.substr(0, kScheme.size()) != kScheme) return "";
  const std::string_view rest = origin.substr(kScheme.size());
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return "";
  std::string id(rest.substr(0, slash));
  for (char& c : id) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return std::all_of(id.begin(), id.end(), lower_or_digit) ? id : "";
}

// Firefox's add-on ids: something@something, or a GUID in braces.
bool firefox_id(std::string_view id) {
  const auto part = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '.' || c == '_';
  };
  if (id.size() == 38 && id.front() == '{' && id.back() == '}') {
    return std::all_of(id.begin() + 1, id.end() - 1, [](char c) {
      return std::isxdigit(static_cast<unsigned char>(c)) || c == '-';
    });
  }
  const std::size_t at = id.find('@');
  if (at == std::string_view::npos || at + 1 == id.size()) return false;
  return std::all_of(id.begin(), id.begin() + static_cast<std::ptrdiff_t>(at), part) &&
         std::all_of(id.begin() + static_cast<std::ptrdiff_t>(at) + 1, id.end(), part);
}

// Why the text is no JSON, as closely as can be told from where the parser stopped.
Issue json_issue(std::string_view bytes, const json::parse_error& error) {
  const std::size_t at = error.byte == 0 ? 0 : error.byte - 1;
  const std::string place = "at byte " + std::to_string(error.byte);
  if (std::string_view(error.what()).find("UTF-8") != std::string_view::npos)
    return {"manifest.not-utf8", place};
  if (at < bytes.size() && (bytes[at] == '}' || bytes[at] == ']')) {
    const std::size_t before = bytes.substr(0, at).find_last_not_of(" \t\r\n");
    if (before != std::string_view::npos && bytes[before] == ',')
      return {"manifest.trailing-comma", place};
  }
  if (at < bytes.size() && bytes[at] == '/') return {"manifest.comment", place};
  // The lexer may stop one byte behind the slash that begins a comment.
  if (at > 0 && at <= bytes.size() && bytes[at - 1] == '/') return {"manifest.comment", place};
  return {"manifest.json", place};
}

// Reads the text as the family does: Chromium skips comments, Firefox does not.
std::optional<json> parse(Family family, std::string_view bytes, std::vector<Issue>& issues) {
  try {
    return json_of(bytes);
  } catch (const json::parse_error& error) {
    Issue issue = json_issue(bytes, error);
    if (issue.name == "manifest.comment" && family == Family::kChromium) {
      json value = json_or_discarded(bytes, Comments::kSkipped);
      if (!value.is_discarded()) {
        issues.push_back({"manifest.comment-skipped", issue.detail});
        return value;
      }
    }
    issues.push_back(issue);
    return std::nullopt;
  } catch (const json::out_of_range& error) {
    // "… number overflow parsing '1e999'"
    const std::string said = error.what();
    issues.push_back({"manifest.number", said.substr(std::min(said.find('\''), said.size()), 40)});
    return std::nullopt;
  }
}

// The text of a field; records `manifest.<field>` when it is absent or no text.
std::string text(const json& value, const char* field, std::vector<Issue>& issues) {
  const auto found = value.find(field);
  if (found != value.end() && found->is_string()) return found->get<std::string>();
  issues.push_back(
      {std::string("manifest.") + field, found == value.end() ? "is missing" : "is not a text"});
  return "";
}

void check_name(Family family, std::string_view host_name, const json& value, Verdict& verdict) {
  const std::string name = text(value, "name", verdict.issues);
  verdict.manifest.name = name;
  if (name.empty()) return;
  if (family == Family::kChromium ? !chromium_name(name) : !firefox_name(name)) {
    verdict.issues.push_back({"manifest.name-invalid", name});
  } else if (name != host_name) {
    verdict.issues.push_back({"manifest.name", name});
  }
}

void check_path(Os os, const json& value, Verdict& verdict) {
  const std::string path = text(value, "path", verdict.issues);
  verdict.manifest.path = path;
  if (!value.contains("path") || !value["path"].is_string()) return;
  // Windows alone allows a path relative to the manifest; register never writes one.
  if (path.empty()) {
    verdict.issues.push_back({"manifest.path", "is empty"});
  } else if (!absolute_path(os, path)) {
    verdict.issues.push_back({"manifest.path-relative", path});
  }
}

void check_callers(Family family, const json& value, Verdict& verdict) {
  const bool chromium = family == Family::kChromium;
  const char* field = chromium ? "allowed_origins" : "allowed_extensions";
  const auto list = value.find(field);
  if (list == value.end() || !list->is_array()) {
    verdict.issues.push_back({"manifest.callers", field});
    return;
  }
  for (const json& entry : *list) {
    const std::string caller = entry.is_string() ? entry.get<std::string>() : entry.dump();
    if (!entry.is_string() || !(chromium ? !chromium_id(caller).empty() : firefox_id(caller))) {
      verdict.issues.push_back(
          {chromium ? "manifest.origin-invalid" : "manifest.extension-invalid", caller});
    }
    verdict.manifest.callers.push_back(caller);
  }
  // A malformed entry voids the whole list: what else it lacks does not matter yet.
  const std::string invalid = chromium ? "manifest.origin-invalid" : "manifest.extension-invalid";
  if (std::any_of(verdict.issues.begin(), verdict.issues.end(),
                  [&](const Issue& i) { return i.name == invalid; })) {
    return;
  }
  const auto& callers = verdict.manifest.callers;
  const auto listed = [&](std::string_view id) {
    return std::any_of(callers.begin(), callers.end(), [&](const std::string& caller) {
      return (chromium ? chromium_id(caller) : caller) == id;
    });
  };
  if (chromium) {
    for (const std::string_view id : ids::kChromium) {
      const std::string origin = std::string(kScheme) + std::string(id) + "/";
      if (!listed(id)) verdict.issues.push_back({"manifest.origin-missing", origin});
    }
  } else {
    for (const std::string_view id : ids::kFirefox) {
      if (!listed(id)) verdict.issues.push_back({"manifest.extension-missing", std::string(id)});
    }
  }
}

// Firefox reads by a closed schema: one member more, and the manifest is as good as not there.
// Chromium does not mind.
void check_members(const json& value, Verdict& verdict) {
  for (const auto& member : value.items()) {
    const std::string& key = member.key();
    if (key != "name" && key != "description" && key != "path" && key != "type" &&
        key != "allowed_extensions") {
      verdict.issues.push_back({"manifest.member", key});
    }
  }
}

}  // namespace

bool fatal(const Issue& issue) {
  return issue.name != "manifest.comment-skipped" && issue.name != "manifest.bom";
}

bool Verdict::valid() const {
  return std::none_of(issues.begin(), issues.end(), fatal);
}

bool absolute_path(Os os, std::string_view path) {
  if (os != Os::kWindows) return !path.empty() && path.front() == '/';
  const auto slash = [](char c) { return c == '\\' || c == '/'; };
  if (path.size() >= 3 && std::isalpha(static_cast<unsigned char>(path[0])) && path[1] == ':')
    return slash(path[2]);
  return path.size() >= 2 && slash(path[0]) && slash(path[1]);
}

namespace {
// As people write manifests, and as earlier versions wrote them: looks_like_ours() compares bytes.
std::string in_order(const json& object, std::initializer_list<const char*> names) {
  std::string text;
  for (const char* name : names) {
    const std::string one = json{{name, object.at(name)}}.dump(2);  // "{\n", the member, "\n}"
    text += (text.empty() ? "{\n" : ",\n") + one.substr(2, one.size() - 4);
  }
  return text + "\n}\n";
}
}  // namespace

std::string build_manifest(Family family, std::string_view host_name, std::string_view program) {
  const bool chromium = family == Family::kChromium;
  json manifest = json_of(chromium ? embedded::chromium_template() : embedded::firefox_template());
  manifest["name"] = host_name;
  manifest["description"] = host_name == ids::kPolicyName
                                ? "Opt-Out Log: watches the policies of platforms"
                                : "Opt-Out Log: keeps the record on this computer";
  manifest["path"] = program;
  json callers = json::array();
  if (chromium) {
    for (const std::string_view id : ids::kChromium)
      callers.push_back(std::string(kScheme) + std::string(id) + "/");
    manifest["allowed_origins"] = callers;
  } else {
    for (const std::string_view id : ids::kFirefox) callers.push_back(id);
    manifest["allowed_extensions"] = callers;
  }
  return in_order(manifest, {"name", "description", "path", "type",
                             chromium ? "allowed_origins" : "allowed_extensions"});
}

Verdict validate_manifest(Family family, Os os, std::string_view host_name,
                          std::string_view bytes) {
  Verdict verdict;
  if (bytes.empty()) {
    verdict.issues.push_back({"manifest.empty", "0 bytes"});
    return verdict;
  }
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
    verdict.issues.push_back({"manifest.bom", "bytes EF BB BF"});
    bytes.remove_prefix(3);
  } else if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") {
    verdict.issues.push_back({"manifest.not-utf8", "UTF-16"});
    return verdict;
  }
  // The parser takes a NUL for the end of the text; the browsers take it for a fault.
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    verdict.issues.push_back({"manifest.json", "a NUL at byte " + std::to_string(nul + 1)});
    return verdict;
  }
  const auto value = parse(family, bytes, verdict.issues);
  if (!value) return verdict;
  if (!value->is_object()) {
    verdict.issues.push_back({"manifest.json", "is not an object"});
    return verdict;
  }
  check_name(family, host_name, *value, verdict);
  const bool described = value->contains("description");
  const std::string description = text(*value, "description", verdict.issues);
  if (family == Family::kChromium && described && (*value)["description"].is_string() &&
      description.empty()) {
    verdict.issues.push_back({"manifest.description", "is empty"});
  }
  const std::string type = text(*value, "type", verdict.issues);
  if (!type.empty() && type != "stdio") verdict.issues.push_back({"manifest.type", type});
  check_path(os, *value, verdict);
  check_callers(family, *value, verdict);
  // A list for the other family is told by what is missing; without that, by what is too much.
  if (family == Family::kFirefox && verdict.valid()) check_members(*value, verdict);
  return verdict;
}

bool looks_like_ours(Family family, std::string_view host_name, std::string_view bytes) {
  const json value = json_or_discarded(bytes);
  if (!value.is_object() || !value.contains("path") || !value["path"].is_string()) return false;
  return build_manifest(family, host_name, value["path"].get<std::string>()) == bytes;
}

}  // namespace optoutlog::install
