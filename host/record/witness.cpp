#include "record/witness.h"

#include <algorithm>
#include <string_view>

#include "base/words.h"
#include "record/entry.h"
#include "record/record.h"
#include "record/tables.h"

namespace optoutlog::record {
namespace {

constexpr std::size_t kFileUrlBytes = 2000;
constexpr std::size_t kAgents = 100;

std::string text_in(const json& object, const char* name) {
  const json value = object.value(name, json());
  return value.is_string() ? value.get<std::string>() : std::string();
}

// https://HOST/robots.txt, the host in ASCII and without a user's name.
bool is_file(std::string_view url) {
  constexpr std::string_view kHttps = "https://";
  constexpr std::string_view kFile = "/robots.txt";
  if (url.size() <= kHttps.size() + kFile.size() || !is_text(url, kFileUrlBytes) ||
      !url.starts_with(kHttps) || !url.ends_with(kFile))
    return false;
  const auto host = url.substr(kHttps.size(), url.size() - kHttps.size() - kFile.size());
  return std::all_of(host.begin(), host.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view(".-_:[]").find(static_cast<char>(c)) != std::string_view::npos;
  });
}

bool are_agents(const json& list) {
  const auto is_agent = [](const json& one) {
    if (!one.is_string()) return false;
    const auto& name = one.get_ref<const std::string&>();
    return !name.empty() && name.size() <= 64 &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) {
             return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                    c == '-' || c == '_';
           });
  };
  return list.is_array() && list.size() <= kAgents &&
         std::all_of(list.begin(), list.end(), is_agent);
}

template <class Words>
bool is_one_of(const std::string& word, const Words& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// That the words for what was found do not contradict the findings.
bool is_consistent(const json& said) {
  const std::string says = said.at("says");
  const std::string why = said.at("why");
  const std::string signal = text_in(said, "signal");
  const bool none = why == words::witness::kNoFile;
  const bool away = !said.at("away").empty();
  if (said.at("sha256").is_null() != none || (!away && said.at("missing").empty())) return false;
  if (none && (said.at("bytes") != 0 || !signal.empty())) return false;
  if (says == words::training::kDenied)
    return why == words::witness::kOk && away && said.at("missing").empty() &&
           (signal.empty() || signal == "no");
  if (says == words::training::kAllowed)
    return why == words::witness::kOk && !away && (signal.empty() || signal == "yes");
  return why != words::witness::kOk && !(none && away);
}

}  // namespace

std::optional<json> witness_said(const json& given) {
  if (!given.is_object()) return std::nullopt;
  json said;
  for (const char* name :
       {"at", "url", "status", "bytes", "sha256", "says", "why", "away", "missing", "signal"})
    said[name] = given.value(name, json());
  const json& sha256 = said.at("sha256");
  const json& signal = said.at("signal");
  constexpr std::string_view kSignals[] = {"yes", "no", "both"};
  const bool whole = parse_time(text_in(said, "at")) && is_file(text_in(said, "url")) &&
                     number_in(said, "status", 200, 599) >= 0 &&
                     number_in(said, "bytes", 0, kWitnessBytes) >= 0 &&
                     (sha256.is_null() || from_hex<32>(text_in(said, "sha256"))) &&
                     training_of(text_in(said, "says")) &&
                     is_one_of(text_in(said, "why"), words::witness::kWords) &&
                     are_agents(said.at("away")) && are_agents(said.at("missing")) &&
                     (signal.is_null() || is_one_of(text_in(said, "signal"), kSignals));
  return whole && is_consistent(said) ? std::optional(said) : std::nullopt;
}

std::optional<Witness> witness_of(const json& payload, std::int64_t seq) {
  const auto said = witness_said(payload);
  if (!said) return std::nullopt;
  const json of = payload.value("of", json());
  if (!of.is_object()) return std::nullopt;
  const auto hash = from_hex<32>(text_in(of, "hash"));
  Witness witness;
  witness.seq = seq;
  witness.of = number_in(of, "seq", 1, INT64_MAX);
  witness.platform = text_in(payload, "platform");
  if (const json account = payload.value("account", json()); !account.is_null()) {
    witness.account = text_in(payload, "account");
    if (!is_text(*witness.account, words::bounds::kAccount)) return std::nullopt;
  }
  if (!hash || witness.of < 1 || !is_slug(witness.platform)) return std::nullopt;
  witness.of_hash = *hash;
  witness.at = *parse_time(text_in(*said, "at"));
  return witness;
}

Result<Stamped> Record::keep_witness(const std::string& id, const Subject& of, const json& given) {
  const auto body = [&](SQLite::Database& db) -> Result<Stamped> {
    try {
      if (const auto there = find_id(db, id)) return Stamped{*there, false};
      json stored = *witness_said(given);
      const auto reading = reading_of(db, of, *parse_time(text_in(stored, "at")));
      if (!reading) return Stamped{0, false};
      const Millis received = now_();
      stored["type"] = "witness";
      stored["id"] = id;
      stored["received"] = format_time(received);
      stored["platform"] = of.platform;
      stored["account"] = of.account ? json(*of.account) : json(nullptr);
      stored["of"] = {{"seq", reading->seq}, {"hash", to_hex(reading->hash)}};
      Appender appender(db);
      const Subject whose{of.platform, {}, of.account, std::nullopt};
      const auto seq = appender.add(id, stored.dump(), &whose);
      appender.finish(received);
      return Stamped{seq, true};
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  };
  return database_->write<Stamped>(
      now_(), body, [&](SQLite::Database& db) { return find_id(db, id).has_value(); });
}

}  // namespace optoutlog::record
