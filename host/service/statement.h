#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"

// The statement: an export for people, in their language, made of nothing but the export (and, in
// a bundle, its pictures), so that whoever has the export can make it again and compare
// (host/bundle/STATEMENT.md). host/bundle/page/statement.js is the other maker of it.
namespace optoutlog::service::statement {

// Raised with every change of what a statement of the same export says, or how.
inline constexpr int kVersion = 1;

// The languages, by their tags with "_" ("pt_BR"); "en" is there.
std::vector<std::string> languages();
// One of them as HTML and JSON have it: "pt-BR".
std::string tag_of(std::string language);
// The one that `tag` asks for: "de", "de-AT", "pt_BR.UTF-8"; nothing where there is none.
std::optional<std::string> language_of(std::string_view tag);

// An export, read for those who tell it.
struct Row {
  std::int64_t seq = 0;
  std::string hash;
  json entry;
  json again;  // {times, last} of the looks that only confirmed it, or null
};
struct Source {
  json packet;  // without its entries
  std::vector<Row> rows;
  std::vector<json> settings;
  std::map<std::string, std::size_t> by_name;  // "platform/control" → of `settings`
  // what `of` was given
  const std::map<std::string, std::string>* pictures = nullptr;
  std::string language;  // its tag
  json words;

  const json* setting(const std::string& platform, const std::string& control) const;
  std::string platform_name(const std::string& platform) const;
};
// `text`: of an export that verifies; nothing where it is none.
std::optional<Source> source_of(const std::string& text);

// `pictures`: their bytes by SHA-256 in hexadecimal; one that is not there is told by its hash.
using Pictures = std::map<std::string, std::string>;
std::string of(Source& source, const std::string& language, const Pictures& pictures = {});

// ---- For sheets.cpp
// The platform's own words for a setting.
std::string quoted(const json& setting);
// One page for each platform.
std::string sheets(const Source& source);

}  // namespace optoutlog::service::statement
