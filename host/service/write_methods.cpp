#include "base/base64.h"
#include "record/packet.h"
#include "record/record.h"
#include "service/params.h"
#include "service/service.h"

// The methods that change the record: record, erase, import, forget.
namespace optoutlog::service {

Result<json> Service::record(const json& params) {
  const json& list = params.contains("entries") ? params["entries"] : json();
  if (!list.is_array() || list.empty() || list.size() > words::bounds::kEntries)
    return invalid_param("entries",
                         "a list of 1 to " + std::to_string(words::bounds::kEntries) + " entries");
  std::vector<record::Entry> entries;
  entries.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto entry = record::parse_entry(list[i], "entries[" + std::to_string(i) + "]");
    if (!entry) {
      Error error = entry.error();
      error.data["index"] = i;
      return error;
    }
    entries.push_back(std::move(*entry));
  }
  const auto opened = open(true);
  if (!opened) return opened.error();
  const auto outcomes = (*opened)->append(entries);
  if (!outcomes) return outcomes.error();
  json results = json::array();
  for (const auto& o : *outcomes)
    results.push_back({{"id", o.id}, {"seq", o.seq}, {"effect", record::to_word(o.effect)}});
  return json{{"results", std::move(results)}};
}

Result<json> Service::erase(const json& params) {
  const auto platform = optional_slug(params, "platform");
  if (!platform) return platform.error();
  const auto account = optional_text(params, "account", words::bounds::kAccount);
  if (!account) return account.error();
  const json all = params.value("all", json());
  if (!all.is_null() && !all.is_boolean()) return invalid_param("all", "true or false");
  const json dry = params.value("dry_run", json());
  if (!dry.is_null() && !dry.is_boolean()) return invalid_param("dry_run", "true or false");
  const record::Scope scope{*platform, *account};
  // "Everything" has to be said, and said alone: a misspelt filter must not erase all.
  if ((all == true) != scope.is_all())
    return invalid_param("all", scope.is_all()
                                    ? "true, or a platform or an account has to be named"
                                    : "left out, since a platform or an account is named");
  const auto opened = open(false);
  if (!opened) return opened.error();
  record::Erased erased;
  erased.compacted = true;  // where no record is, nothing is left in it
  if (*opened != nullptr) {
    auto done = dry == true ? (*opened)->would_erase(scope) : (*opened)->erase(scope);
    if (!done) return done.error();
    erased = *done;
  }
  return json{{"erased", erased.count},
              {"imported", erased.imported},
              {"what", scope.word()},
              {"seq", erased.note ? json(*erased.note) : json(nullptr)},
              {"remains", {{"entries", erased.entries_left}, {"links", erased.links}}},
              {"compacted", erased.compacted}};
}

Result<json> Service::import_packet(const json& params) {
  const json text = params.value("packet", json());
  if (!text.is_string()) return invalid_param("packet", "the text of a JSON export");
  const json too = params.value("erase_too", json());
  if (!too.is_null() && !too.is_boolean()) return invalid_param("erase_too", "true or false");
  const json given = params.value("pictures", json());
  record::Record::Files pictures;
  if (!given.is_null() && !given.is_object())
    return invalid_param("pictures", "null or an object of pictures in base64");
  for (const auto& [name, value] : given.items()) {
    const auto bytes = value.is_string() ? from_base64(value.get_ref<const std::string&>())
                                         : std::optional<std::string>();
    if (!bytes || bytes->size() > record::kPictureBytes)
      return invalid_param("pictures", "null or an object of pictures in base64");
    pictures[name] = *bytes;
  }
  const auto packet = record::read_packet(text.get_ref<const std::string&>());
  if (!packet) return packet.error();
  const auto opened = open(true);
  if (!opened) return opened.error();
  const auto imported = (*opened)->import_packet(*packet, too == true, pictures);
  if (!imported) return imported.error();
  return json{{"record", to_hex(packet->head.record)},
              {"own", imported->own},
              {"links", imported->links},
              {"entries", imported->entries},
              {"added", imported->added}};
}

Result<json> Service::forget(const json& params) {
  const auto text = optional_text(params, "source", 32);
  if (!text) return text.error();
  const auto source = *text ? from_hex<16>(**text) : std::nullopt;
  const auto unknown = [] { return invalid_param("source", "the id of an imported record"); };
  if (!source) return unknown();
  const auto opened = open(false);
  if (!opened) return opened.error();
  if (*opened == nullptr) return unknown();
  const auto done = (*opened)->remove_source(*source);
  if (!done) return done.error();
  if (!*done) return unknown();
  return json{{"record", to_hex(*source)}};
}

}  // namespace optoutlog::service
