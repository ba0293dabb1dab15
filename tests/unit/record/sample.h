#pragma once
#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "base/random.h"
#include "record/record.h"

// What the tests of the record share: a folder of their own, a clock that they set, entries to
// begin from.
namespace sample {

using namespace optoutlog;

class Folder {
 public:
  Folder() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "optoutlog-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path file() const { return path_ / "record.db"; }

 private:
  std::filesystem::path path_;
};

inline Millis g_now = 0;
inline Millis clock() {
  return g_now;
}
inline Millis at(const char* time) {
  return parse_time(time).value();
}
inline void set_clock(const char* time) {
  g_now = at(time);
}

// A reading of the present moment: `denied`, sure, nobody's hand. `change` overrides members.
inline json reading(const json& change = json::object()) {
  json entry = {{"id", random_uuid()},
                {"at", format_time(g_now)},
                {"platform", "linkedin"},
                {"control", "genai-training"},
                {"account", "ada-l"},
                {"unit", nullptr},
                {"basis", "seen"},
                {"training", "denied"},
                {"why", "ok"},
                {"sure", "sure"},
                {"actor", "none"},
                {"raw", "off"},
                {"evidence",
                 {{"label", "Data for AI"},
                  {"lang", "en"},
                  {"route", "/mypreferences/d/settings/data-for-ai-improvement"},
                  {"by", {"role", "attr"}},
                  {"rule", "linkedin"},
                  {"rev", 3}}},
                {"browser", "chromium 156"}};
  for (const auto& [name, value] : change.items()) entry[name] = value;
  return entry;
}

inline json unknown(const char* why, const json& change = json::object()) {
  json entry = reading({{"training", "unknown"}, {"why", why}, {"sure", "none"}, {"raw", nullptr}});
  for (const auto& [name, value] : change.items()) entry[name] = value;
  return entry;
}

inline json declared(const char* training, const json& change = json::object()) {
  json entry = reading({{"basis", "declared"},
                        {"training", training},
                        {"sure", nullptr},
                        {"actor", "user"},
                        {"raw", nullptr},
                        {"evidence", nullptr}});
  for (const auto& [name, value] : change.items()) entry[name] = value;
  return entry;
}

inline json form(const char* step, const json& change = json::object()) {
  json entry =
      reading({{"basis", "form"}, {"training", "unknown"}, {"sure", nullptr}, {"raw", step}});
  for (const auto& [name, value] : change.items()) entry[name] = value;
  return entry;
}

inline record::Entry parsed(const json& value) {
  return record::parse_entry(value, "entry").value();
}

inline std::unique_ptr<record::Record> open(const Folder& folder) {
  auto opened = record::Record::open(folder.path(), true, clock);
  if (!opened) throw std::runtime_error(opened.error().message);
  return std::move(*opened);
}

inline record::Outcome add(record::Record& record, const json& value) {
  auto outcomes = record.append({parsed(value)});
  if (!outcomes) throw std::runtime_error(outcomes.error().message);
  return outcomes->at(0);
}

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
  std::filesystem::permissions(
      file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

// Does to the file what our own code refuses to do.
inline void tamper(const Folder& folder, const std::string& sql) {
  SQLite::Database db(folder.file().string(), SQLite::OPEN_READWRITE);
  SQLite::Statement triggers(db, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
  std::vector<std::pair<std::string, std::string>> all;
  while (triggers.executeStep())
    all.emplace_back(triggers.getColumn(0).getString(), triggers.getColumn(1).getString());
  triggers.reset();
  for (const auto& [name, made] : all) db.exec("DROP TRIGGER " + name);
  db.exec(sql);
  for (const auto& [name, made] : all) db.exec(made);
}

// Is every byte tried, or a sample of them? As everywhere in the tests.
inline bool full_run() {
  const char* full = std::getenv("OPTOUTLOG_FULL");
  return full != nullptr && std::string(full) == "1";
}

}  // namespace sample
