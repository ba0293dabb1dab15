#include <array>

#include "base/json_text.h"
#include "service/export.h"
#include "service/known.h"
#include "service/says.h"

// One line an entry, for a spreadsheet (RFC 4180). Not verifiable by itself: the hash of each link
// is there to find it in the JSON export.
namespace optoutlog::service {
namespace {

// Behind `hash` stands what older versions did not write; `says` to `governs_not` are of the rules,
// not of the entry.
constexpr std::array kColumns = {"seq",  "at",    "received", "platform", "control", "account",
                                 "unit", "basis", "training", "why",      "sure",    "actor",
                                 "raw",  "date",  "note",     "label",    "lang",    "route",
                                 "rule", "rev",   "browser",  "hash",     "how",     "joins",
                                 "says", "name",  "site",     "trainers", "governs", "governs_not"};

// Whether a spreadsheet takes the text for a formula: by its first character, which may also be the
// wide form that East Asian keyboards write.
bool begins_formula(const std::string& text) {
  for (const char* sign :
       {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
    if (text.rfind(sign, 0) == 0) return true;
  return false;
}

std::string csv_cell(std::string text) {
  // a page's label is somebody else's text
  if (begins_formula(text)) text.insert(text.begin(), '\'');
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string plain(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? std::string() : value.dump();
}

// The sentences speak of their owner, in UTC.
says::Voice voice(Millis now) {
  return {true, format_time(now),
          [](std::string_view time) { return std::string(time.substr(0, 10)); },
          [](std::string_view time) {
            return time.size() < 19 ? std::string(time)
                                    : std::string(time.substr(0, 10)) + " " +
                                          std::string(time.substr(11, 8)) + " UTC";
          }};
}

// A column that tells of the entry's setting, or says the entry in a sentence.
std::string explained(std::string_view name, const json& entry, const ExportInfo& info) {
  if (name == "says") return says::event(entry, voice(info.exported));
  if (name == "trainers") return says::trainers(entry);
  const std::string platform = plain(entry.value("platform", json()));
  const auto joined = [](std::string_view texts) {
    std::string all;
    for (const std::string& one : known::list(texts)) all += (all.empty() ? "" : " ") + one;
    return all;
  };
  if (name == "site") {
    const auto* found = known::platform(platform);
    return found == nullptr ? known::own_site(platform) : std::string(found->site);
  }
  const auto* control = known::control(platform, plain(entry.value("control", json())));
  if (control == nullptr) return {};
  if (name == "name") return std::string(control->name);
  return joined(name == "governs" ? control->covers : control->leaves);
}
bool is_explained(std::string_view name) {
  return name == "says" || name == "name" || name == "site" || name == "trainers" ||
         name == "governs" || name == "governs_not";
}

class CsvWriter : public ExportWriter {
 public:
  std::string head(const ExportInfo&) const override {
    // without the mark Excel takes UTF-8 for the local code page
    std::string line = "\xEF\xBB\xBF";
    for (const char* name : kColumns) {
      if (name != kColumns.front()) line += ',';
      line += name;
    }
    return line + "\r\n";
  }

  std::string link(const ExportInfo& info, const record::StoredLink& link,
                   bool disclosed) const override {
    if (!disclosed || link.is_note) return {};
    const auto payload = parse_json(link.payload);
    if (!payload || !payload->is_object() || payload->contains("type")) return {};
    const json evidence = payload->value("evidence", json());
    std::string line;
    for (const std::string_view name : kColumns) {
      std::string value;
      if (name == "seq") {
        value = std::to_string(link.seq);
      } else if (name == "hash") {
        value = to_hex(link.hash);
      } else if (is_explained(name)) {
        value = explained(name, *payload, info);
      } else if (const auto found = payload->find(name); found != payload->end()) {
        value = plain(*found);
      } else if (evidence.is_object()) {
        value = plain(evidence.value(std::string(name), json()));
      }
      if (!line.empty()) line += ',';
      line += csv_cell(std::move(value));
    }
    return line + "\r\n";
  }

  std::string tail(const ExportInfo&) const override { return {}; }
};

}  // namespace

const ExportWriter& csv_writer() {
  static const CsvWriter writer;
  return writer;
}

}  // namespace optoutlog::service
