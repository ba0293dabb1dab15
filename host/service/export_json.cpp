#include <set>

#include "record/chain.h"
#include "service/export.h"
#include "service/known.h"
#include "service/says.h"
#include "service/statement.h"
#include "service/statement_words.h"
#include "version.h"

// The verifiable packet of host/RECORD.md, section 5.
namespace optoutlog::service {
namespace {

// What the rules say in a language, by their keys.
json translations(const std::string& language) {
  for (const auto& words : embedded::kWords)
    if (words.language == language) return parse_json(std::string(words.facts)).value();
  return json::object();
}

// In English, and in the language that was asked for.
json facts_of(std::string_view texts, const json& translated, const std::string& tag) {
  json all = json::array();
  for (const known::Fact& fact : known::facts(texts)) {
    json text = {{"en", fact.text}};
    if (const auto found = translated.find(fact.key); found != translated.end()) text[tag] = *found;
    all.push_back({{"text", text}, {"source", fact.source}, {"seen", fact.seen}});
  }
  return all;
}

// Each setting of the entries once, for people: verifying looks at none of it.
json settings_of(const ExportInfo& info) {
  json all = json::array();
  std::set<std::string> told;
  const std::string tag = statement::tag_of(info.language);
  const json translated = translations(info.language);
  const auto facts = [&](std::string_view texts) { return facts_of(texts, translated, tag); };
  for (const auto& [platform, id, account, unit] : info.subjects) {
    const auto* control = known::control(platform, id);
    if (control == nullptr || !told.insert(platform + "/" + id).second) continue;
    const auto* site = known::platform(platform);
    const std::string trainers = says::trainers({{"platform", platform}, {"control", id}});
    all.push_back({{"platform", platform},
                   {"control", id},
                   {"name", control->name},
                   {"site", site->site},
                   {"trainers", trainers.empty() ? json(nullptr) : json(trainers)},
                   {"source", control->source},
                   {"seen", control->seen},
                   {"governs", facts(control->covers)},
                   {"governs_not", facts(control->leaves)},
                   {"regions", facts(site->facts)}});
  }
  return all;
}

// The names of their platforms, likewise.
json platforms_of(const ExportInfo& info) {
  json all = json::object();
  for (const auto& subject : info.subjects)
    if (const auto* site = known::platform(subject.platform)) all[subject.platform] = site->name;
  return all;
}

class JsonWriter : public ExportWriter {
 public:
  std::string head(const ExportInfo& info) const override {
    const auto text_or_null = [](const std::optional<std::string>& t) {
      return t ? json(*t) : json(nullptr);
    };
    const json top = {
        {"format", "optoutlog-export"},
        {"version", 1},
        {"tool", std::string("optoutlog ") + kVersion},
        {"exported", format_time(info.exported)},
        {"record", to_hex(info.head.record)},
        {"genesis", to_hex(record::genesis(info.head.record))},
        {"scope",
         {{"platform", text_or_null(info.scope.platform)},
          {"account", text_or_null(info.scope.account)}}},
        {"count", info.head.count},
        {"head", to_hex(info.head.hash)},
        {"checkpoint", record::checkpoint(info.head.record, info.head.count, info.head.hash)},
        {"proves", kProves},
        {"limits", kLimits},
        {"platforms", platforms_of(info)},
        {"settings", settings_of(info)}};
    std::string text = top.dump(1);
    // the closing brace and the line feed before it: the list comes last
    text.resize(text.size() - 2);
    return text + ",\n \"entries\": [";
  }

  std::string link(const ExportInfo&, const record::StoredLink& link,
                   bool disclosed) const override {
    json item = {{"seq", link.seq},
                 {"prev", to_hex(link.prev)},
                 {"digest", to_hex(link.digest)},
                 {"hash", to_hex(link.hash)}};
    if (disclosed) {
      item["salt"] = to_hex(*link.salt);
      item["payload"] = link.payload;
      if (link.again.times > 0)
        item["again"] = {{"times", link.again.times}, {"last", format_time(link.again.last)}};
    } else {
      item[link.salt ? "withheld" : "erased"] = true;
    }
    // Damaged content may be no UTF-8: it is told as far as it goes, and does not fit its digest.
    return (link.seq == 1 ? "\n  " : ",\n  ") +
           item.dump(-1, ' ', false, json::error_handler_t::replace);
  }

  std::string tail(const ExportInfo&) const override { return "\n ]\n}\n"; }
};

}  // namespace

const ExportWriter& json_writer() {
  static const JsonWriter writer;
  return writer;
}

}  // namespace optoutlog::service
