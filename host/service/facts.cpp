#include "service/facts.h"

#include <algorithm>

namespace optoutlog::service::facts {
namespace {

constexpr std::int64_t kMost = 1'000'000'000'000'000;
constexpr std::size_t kTime = 24;
constexpr const char* kPressed = "assisted";

std::string word(const json& words, const std::string& name) {
  return words.value(name, "");
}
// Of an entry's word, by the table; the word itself where the table does not have it.
std::string said(const json& words, const char* kind, const std::string& raw) {
  const auto found = words.find(std::string(kind) + "_" + raw);
  return found != words.end() ? found->get<std::string>() : isolated(raw);
}
bool is(const json& entry, const char* name, const char* value) {
  return text(entry, name) == value;
}

std::vector<std::string> reading(const json& entry, const json* setting, const json& words) {
  std::vector<std::string> parts;
  if (!is_about_training(setting)) {
    parts.push_back(word(words, "notTraining"));
  } else if (tells(entry)) {
    parts.push_back("<strong>" + state(entry, setting, words) + "</strong>. " +
                    doubt(entry, words, "changedRow"));
  } else {
    parts.push_back(fill(words, "couldNot", {reason_of(entry, words)}));
  }
  if (const std::string raw = text(entry, "raw"); !raw.empty())
    parts.push_back(fill(words, "controlSaid", {isolated(raw)}));
  if (!is(entry, "how", "changed") && is(entry, "actor", "user"))
    parts.push_back(word(words, "clicked"));
  return parts;
}

std::vector<std::string> saying(const json& entry, const json* setting, const json& words) {
  std::vector<std::string> parts;
  if (tells(entry))
    parts.push_back(
        fill(words, "ownerSays", {"<strong>" + state(entry, setting, words) + "</strong>"}) + ".");
  if (const std::string raw = text(entry, "raw"); !raw.empty())
    parts.push_back(said(words, "step", raw));
  return parts;
}

void add_evidence(std::vector<std::string>& parts, const json& evidence, const json& words) {
  if (const std::string label = text(evidence, "label"); !label.empty())
    parts.push_back(fill(words, "label", {isolated(label, text(evidence, "lang"))}));
  if (const std::string route = text(evidence, "route"); !route.empty())
    parts.push_back(fill(words, "page", {code(route)}));
  if (const std::string rule = text(evidence, "rule"); !rule.empty()) {
    const auto revision = count(evidence, "rev");
    parts.push_back(fill(words, revision > 0 ? "ruleRevision" : "rule",
                         {code(rule), std::to_string(revision)}));
  }
  std::vector<std::string> signs = list(evidence, "by");
  const auto pressed = std::remove(signs.begin(), signs.end(), kPressed);
  const bool is_pressed = pressed != signs.end();
  signs.erase(pressed, signs.end());
  if (!signs.empty()) parts.push_back(fill(words, "signs", {code(joined(signs, ", "))}));
  if (is_pressed) parts.push_back(word(words, "pressed"));
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string isolated(std::string_view text, std::string_view lang) {
  const std::string in = lang.empty() ? "" : " lang=\"" + escape(lang) + "\"";
  return "<bdi" + in + ">" + escape(text) + "</bdi>";
}
std::string code(std::string_view text) {
  return "<code dir=\"ltr\">" + escape(text) + "</code>";
}

const json& child(const json& from, const char* name) {
  static const json kNull;
  if (!from.is_object()) return kNull;
  const auto found = from.find(name);
  return found != from.end() ? *found : kNull;
}
std::string text(const json& from, const char* name) {
  const json& found = child(from, name);
  return found.is_string() ? found.get<std::string>() : std::string();
}
std::int64_t count(const json& from, const char* name) {
  const json& found = child(from, name);
  if (!found.is_number_integer()) return 0;
  if (found.is_number_unsigned())
    return found.get<std::uint64_t>() <= kMost ? found.get<std::int64_t>() : 0;
  return std::max<std::int64_t>(found.get<std::int64_t>(), 0);
}
std::string time(const json& from, const char* name) {
  std::string found = text(from, name);
  constexpr std::string_view kIn = "0123456789TZ:.-";
  const bool fine = found.size() == kTime && found.find_first_not_of(kIn) == std::string::npos;
  return fine ? found : std::string();
}
std::vector<std::string> list(const json& from, const char* name) {
  std::vector<std::string> out;
  if (const json& all = child(from, name); all.is_array())
    for (const json& one : all)
      if (one.is_string()) out.push_back(one.get<std::string>());
  return out;
}

std::string readable(const std::string& time) {
  if (time.empty()) return "?";
  return "<bdi dir=\"ltr\">" + time.substr(0, 10) + " " + time.substr(11, 8) + " UTC</bdi>";
}

std::string fill(const json& words, const char* sentence, const std::vector<std::string>& values) {
  const std::string before = word(words, sentence);
  std::string out;
  for (std::size_t at = 0; at < before.size(); ++at) {
    const bool marked = before[at] == '$' && at + 1 < before.size() && before[at + 1] >= '0' &&
                        before[at + 1] <= '9';
    if (!marked) {
      out += before[at];
      continue;
    }
    const auto which = static_cast<std::size_t>(before[++at] - '0');
    if (which >= 1 && which <= values.size()) out += values[which - 1];
  }
  return out;
}

bool tells(const json& entry) {
  return is(entry, "training", "allowed") || is(entry, "training", "denied");
}
// Before there was `how`, a reading after a person's click was a change.
bool is_change(const json& entry) {
  const std::string how = text(entry, "how");
  return how == "changed" || (how.empty() && is(entry, "actor", "user"));
}
bool is_sure(const json& entry) {
  return is(entry, "sure", "sure") && is(entry, "how", "loaded");
}
bool is_about_training(const json* setting) {
  return setting == nullptr || !setting->contains("trainers") || !setting->at("trainers").is_null();
}
std::string state(const json& entry, const json* setting, const json& words) {
  const bool others = setting != nullptr && text(*setting, "trainers") == "others";
  return word(words, text(entry, "training") + (others ? "Others" : ""));
}
std::string reason_of(const json& entry, const json& words) {
  const std::string why = text(entry, "why");
  return said(words, "why", why.empty() || why == "ok" ? "none" : why);
}
std::string doubt(const json& entry, const json& words, const char* changed) {
  return word(words, is_change(entry) ? changed : is_sure(entry) ? "sure" : "likely");
}

std::string what(const json& entry, const json* setting, const json& words) {
  auto parts =
      is(entry, "basis", "seen") ? reading(entry, setting, words) : saying(entry, setting, words);
  if (is(entry, "clock", "back")) parts.push_back(word(words, "clockBack"));
  if (child(entry, "ahead") == true) parts.push_back(word(words, "ahead"));
  return joined(parts, "<br>");
}

// A day that was said is a day.
std::string when(const json& entry, const json& words) {
  const std::string date = text(entry, "date");
  const std::string at = time(entry, "at");
  const std::string received = time(entry, "received");
  const std::string shown = date.empty() ? readable(at) : isolated(date);
  if (date.empty() && received.substr(0, 16) == at.substr(0, 16)) return shown;
  return shown + "<br>" + fill(words, "written", {readable(received)});
}

std::string how(const json& entry, const json& words) {
  const json& evidence = child(entry, "evidence");
  const bool at_form = is(entry, "basis", "form") && evidence.is_object();
  std::vector<std::string> parts{word(words, is(entry, "basis", "seen") ? "fromPage"
                                             : at_form                  ? "fromForm"
                                                                        : "byOwner")};
  if (evidence.is_object()) add_evidence(parts, evidence, words);
  for (const char* name : {"note", "browser"})
    if (const std::string value = text(entry, name); !value.empty())
      parts.push_back(fill(words, name, {isolated(value)}));
  return joined(parts, " · ");
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) out += between;
    out += part;
  }
  return out;
}

}  // namespace optoutlog::service::facts
