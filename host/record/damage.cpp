#include "record/damage.h"

#include "base/data_folder.h"
#include "base/json_text.h"
#include "record/record.h"

namespace optoutlog::record {
namespace {

constexpr std::size_t kMaxNote = std::size_t{16} * 1024;
constexpr std::size_t kMaxWhy = 500;

}  // namespace

std::optional<Damage> read_damage(const std::filesystem::path& folder) {
  if (!is_noted_damaged(folder)) return std::nullopt;
  Damage damage{"it was found damaged before", 0, false};
  const auto text = read_text(folder / kDamageFile, kMaxNote);
  if (!text) return damage;
  const auto note = parse_json(*text);
  if (!note || !note->is_object()) return damage;
  if (const json why = note->value("why", json()); why.is_string())
    damage.why = why.get<std::string>();
  if (const json found = note->value("found", json()); found.is_string())
    damage.found = parse_time(found.get<std::string>()).value_or(0);
  const json file = note->value("file", json());
  damage.fits = file.is_string() && !file.get_ref<const std::string&>().empty() &&
                file.get_ref<const std::string&>() == file_state(folder / kRecordFile);
  return damage;
}

bool is_noted_damaged(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(folder / kDamageFile, error));
}

Result<void> note_damage(const std::filesystem::path& folder, const std::string& why, Millis now) {
  const json note = {{"about", kRecordFile},
                     {"file", file_state(folder / kRecordFile)},
                     {"found", format_time(now)},
                     {"why", why.substr(0, kMaxWhy)}};
  return write_durably(folder / kDamageFile,
                       note.dump(1, ' ', false, json::error_handler_t::replace) + "\n");
}

void forget_damage(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::remove(folder / kDamageFile, ignored);
}

Result<std::optional<std::string>> examine_damage(const std::filesystem::path& folder, Millis now) {
  const auto damaged = [&](const std::string& why) -> Result<std::optional<std::string>> {
    (void)note_damage(folder, why, now);  // without it the damage is still told, by this process
    return std::optional(why);
  };
  const auto failed = [&](const Error& error) -> Result<std::optional<std::string>> {
    if (!error.is(errors::kRecordCorrupt)) return error;
    return damaged(error.data.value("why", "damaged"));
  };
  const auto opened = Record::open(folder, false, optoutlog::now);
  if (!opened) return failed(opened.error());
  if (*opened != nullptr) {
    const auto verdict = (*opened)->verify();
    if (!verdict) return failed(verdict.error());
    // An import can be taken in again, and our own chain does not hang on it: that stops nobody
    // from writing.
    if (verdict->broken && !verdict->broken->source) return damaged(verdict->broken->says);
  }
  forget_damage(folder);
  return std::optional<std::string>();
}

}  // namespace optoutlog::record
