#include "service/statement.h"

#include <algorithm>

#include "base/json_text.h"
#include "service/facts.h"
#include "service/known.h"
#include "service/statement_words.h"

namespace optoutlog::service::statement {
namespace {

using namespace facts;

std::string pair(const json& words, const char* name, const std::string& value) {
  return "<dt>" + words.value(name, "") + "</dt><dd>" + value + "</dd>\n";
}
std::string cell(const std::string& inner) {
  return "<td>" + inner + "</td>";
}

std::string table_head(const json& words) {
  return "<table><thead><tr><th scope=\"col\" class=\"n\">" + words.value("number", "") +
         "</th><th scope=\"col\" class=\"t\">" + words.value("when", "") +
         "</th><th scope=\"col\" class=\"c\">" + words.value("setting", "") +
         "</th><th scope=\"col\">" + words.value("what", "") + "</th></tr></thead>\n";
}

std::string subject(const Source& source, const json& entry, const json* setting) {
  const json& words = source.words;
  const std::string platform = text(entry, "platform");
  std::vector<std::string> parts{"<strong>" + isolated(source.platform_name(platform)) +
                                 "</strong>"};
  if (setting != nullptr) parts.push_back(quoted(*setting));
  parts.push_back(code(platform + "/" + text(entry, "control")));
  for (const auto& [label, name] : {std::pair{"account", "account"}, std::pair{"part", "unit"}})
    if (const std::string value = text(entry, name); !value.empty())
      parts.push_back(words.value(label, "") + ": " + isolated(value));
  return joined(parts, "<br>");
}

// What a file in public said, and whether that fits the reading beside it; neither is preferred.
std::string witness_words(const Source& source, const json& entry) {
  const json& words = source.words;
  const std::int64_t of = count(child(entry, "of"), "seq");
  const std::string says = text(entry, "says");
  const std::string found = text(entry, "why");
  const auto away = child(entry, "away").size();
  const auto missing = child(entry, "missing").size();
  std::string said = fill(words, "witnessKept", {code(text(entry, "url")), std::to_string(of)});
  if (found == "no-file")
    said += " " + words.value("witnessNone", "");
  else if (says == "denied")
    said += " " + fill(words, "witnessDenied", {std::to_string(away)});
  else if (says == "allowed")
    said += " " + fill(words, "witnessAllowed", {std::to_string(missing)});
  else if (away > 0 && missing > 0)
    said +=
        " " + fill(words, "witnessPartial", {std::to_string(away), std::to_string(away + missing)});
  else
    said += " " + fill(words, "witnessUnknown", {code(found)});
  const auto read = std::find_if(source.rows.begin(), source.rows.end(),
                                 [&](const Row& row) { return row.seq == of; });
  const std::string training = read == source.rows.end() ? "" : text(read->entry, "training");
  if ((says == "denied" && training == "allowed") || (says == "allowed" && training == "denied"))
    said += " " + words.value("witnessAgainst", "");
  said += " " + words.value("witnessOnly", "");
  if (const std::string hash = text(entry, "sha256"); !hash.empty())
    said += " SHA-256: " + code(hash);
  return said;
}

// The cells after the number of what is no reading and no word of the owner.
std::string note_cells(const Source& source, const json& entry) {
  const json& words = source.words;
  const auto wide = [&](const char* name, const std::string& said) {
    return cell(readable(time(entry, name))) + "<td colspan=\"2\">" + said + "</td>";
  };
  if (child(entry, "type") == "stamp")
    return wide("received", fill(words, "stampTaken",
                                 {isolated(text(child(entry, "authority"), "url")),
                                  std::to_string(count(child(entry, "covers"), "count")),
                                  readable(time(entry, "time"))}));
  if (child(entry, "type") == "erased")
    return wide("received", fill(words, "erased", {std::to_string(count(entry, "count"))}));
  if (child(entry, "type") == "witness") return wide("at", witness_words(source, entry));
  std::string said =
      fill(words, "pictureKept",
           {std::to_string(count(child(entry, "of"), "seq")), code(text(entry, "sha256"))});
  if (count(entry, "covered") > 0)
    said += " " + fill(words, "pictureCovered", {std::to_string(count(entry, "covered"))});
  return wide("at", said);
}

std::string row_of(const Source& source, const Row& row) {
  const json& words = source.words;
  const auto end = [&](const std::string& more) {
    return "</tr><tr class=\"more\"><td></td><td colspan=\"3\">" + more +
           fill(words, "hash", {code(row.hash)}) + "</td></tr></tbody>\n";
  };
  const std::string begin = "<tbody><tr>" + cell(std::to_string(row.seq));
  if (row.entry.contains("type")) return begin + note_cells(source, row.entry) + end("");
  const json* setting = source.setting(text(row.entry, "platform"), text(row.entry, "control"));
  return begin + cell(when(row.entry, words)) + cell(subject(source, row.entry, setting)) +
         cell(what(row.entry, setting, words)) + end(how(row.entry, words) + "<br>");
}

bool is_seen(const Row& row) {
  return row.entry.contains("type") ? row.entry.at("type") == "picture"
                                    : child(row.entry, "basis") == "seen";
}

std::string section(const Source& source, const char* title, const char* say, bool seen) {
  const json& words = source.words;
  std::string body;
  for (const Row& row : source.rows)
    if (is_seen(row) == seen) body += row_of(source, row);
  return "<h2>" + words.value(title, "") + "</h2>\n<p class=\"small\">" + words.value(say, "") +
         "</p>\n" +
         (body.empty() ? "<p>" + words.value("nothing", "") + "</p>\n"
                       : table_head(words) + body + "</table>\n");
}

std::string top(const Source& source) {
  const json& words = source.words;
  const json& scope = source.packet.at("scope");
  const bool whole = scope.at("platform").is_null() && scope.at("account").is_null();
  const std::string platform = text(scope, "platform");
  const std::string all = words.value("all", "");
  return "<h1>" + words.value("title", "") + "</h1>\n<p>" + words.value("lead", "") +
         "</p>\n<dl>\n" + pair(words, "madeOn", readable(time(source.packet, "exported"))) +
         pair(words, "madeBy", isolated(text(source.packet, "tool"))) +
         pair(words, "platform",
              scope.at("platform").is_null() ? all : isolated(source.platform_name(platform))) +
         pair(words, "account",
              scope.at("account").is_null() ? all : isolated(text(scope, "account"))) +
         pair(words, "record",
              fill(words, "recordOf",
                   {code(text(source.packet, "record")), source.packet.at("count").dump()})) +
         "</dl>\n" + (whole ? "" : "<p class=\"small\">" + words.value("partial", "") + "</p>\n") +
         "<div class=\"sign\"><span>" + words.value("signName", "") + "</span><span>" +
         words.value("signPlace", "") + "</span><span>" + words.value("signature", "") +
         "</span></div>\n";
}

std::string bottom(const Source& source) {
  const json& words = source.words;
  const auto step = [](const std::string& said) { return "<li>" + said + "</li>\n"; };
  return "<h2>" + words.value("checkTitle", "") + "</h2>\n<p>" + words.value("checkLead", "") +
         "</p>\n<p class=\"box\">" + code(text(source.packet, "checkpoint")) + "</p>\n<ol>\n" +
         step(words.value("checkAsk", "")) +
         step(fill(words, "checkRun", {code("optoutlog verify FILE")})) +
         step(fill(words, "checkCompare", {source.packet.at("count").dump()})) + "</ol>\n<h2>" +
         words.value("showsTitle", "") + "</h2>\n<p>" + words.value("proves", "") + "</p>\n<p>" +
         words.value("limits", "") + "</p>\n";
}

std::string head(const std::string& language, const json& words) {
  std::string style(embedded::kStyle);
  const std::string title = words.value("title", "");
  const std::string mark = "$title";
  style.replace(style.find(mark), mark.size(), title);
  return "<!DOCTYPE html>\n<html lang=\"" + tag_of(language) + "\" dir=\"" +
         (language == "ar" ? "rtl" : "ltr") +
         "\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
         "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"><meta "
         "name=\"viewport\" content=\"width=device-width\"><title>" +
         escape(title) + "</title><style>\n" + style + "</style></head><body><main>\n";
}

bool is_told(const json& entry) {
  const json& type = child(entry, "type");
  return entry.is_object() && (!entry.contains("type") || type == "stamp" || type == "erased" ||
                               type == "picture" || type == "witness");
}

}  // namespace

const json* Source::setting(const std::string& platform, const std::string& control) const {
  const auto found = by_name.find(platform + "/" + control);
  return found != by_name.end() ? &settings[found->second] : nullptr;
}
std::string Source::platform_name(const std::string& platform) const {
  const json& names = child(packet, "platforms");
  if (const auto found = names.find(platform); names.is_object() && found != names.end())
    if (found->is_string() && *found != "") return found->get<std::string>();
  const std::string own = known::own_site(platform);
  return own.empty() ? platform : own;
}

std::string tag_of(std::string language) {
  std::replace(language.begin(), language.end(), '_', '-');
  return language;
}

std::vector<std::string> languages() {
  std::vector<std::string> all;
  for (const auto& words : embedded::kWords) all.emplace_back(words.language);
  return all;
}

std::optional<std::string> language_of(std::string_view tag) {
  std::string wanted(tag.substr(0, tag.find_first_of(".@")));
  std::replace(wanted.begin(), wanted.end(), '-', '_');
  const auto all = languages();
  if (std::find(all.begin(), all.end(), wanted) != all.end()) return wanted;
  const std::string first = wanted.substr(0, wanted.find('_'));
  for (const std::string& one : all)
    if (one.substr(0, one.find('_')) == first) return one;
  return std::nullopt;
}

std::optional<Source> source_of(const std::string& export_text) {
  auto packet = parse_json(export_text);
  if (!packet || !packet->is_object() || !child(*packet, "entries").is_array()) return std::nullopt;
  Source source;
  for (json& link : packet->at("entries")) {
    const std::string payload = text(link, "payload");
    auto entry = payload.empty() ? Result<json>(json()) : parse_json(payload);
    if (!entry || !is_told(*entry)) continue;
    source.rows.push_back({link.at("seq").get<std::int64_t>(), text(link, "hash"),
                           std::move(*entry), child(link, "again")});
  }
  if (const json& settings = child(*packet, "settings"); settings.is_array())
    for (const json& one : settings) {
      const std::string key = text(one, "platform") + "/" + text(one, "control");
      if (key.size() > 1 && source.by_name.emplace(key, source.settings.size()).second)
        source.settings.push_back(one);
    }
  packet->erase("entries");
  source.packet = std::move(*packet);
  return source;
}

std::string of(Source& source, const std::string& language, const Pictures& pictures) {
  source.pictures = &pictures;
  source.language = tag_of(language);
  for (const auto& words : embedded::kWords)
    if (words.language == language) source.words = parse_json(std::string(words.table)).value();
  return head(language, source.words) + top(source) + sheets(source) +
         section(source, "seenTitle", "seenSay", true) +
         section(source, "saidTitle", "saidSay", false) + bottom(source) +
         "</main></body></html>\n";
}

}  // namespace optoutlog::service::statement
