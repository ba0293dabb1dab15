#include "service/dpv.h"

#include <array>
#include <utility>

#include "base/json_text.h"
#include "record/chain.h"
#include "service/says.h"

namespace optoutlog::service {
namespace {

const json kContext = {{"dpv", "https://w3id.org/dpv#"},
                       {"dct", "http://purl.org/dc/terms/"},
                       {"skos", "http://www.w3.org/2004/02/skos/core#"},
                       {"xsd", "http://www.w3.org/2001/XMLSchema#"}};

json time_of(const json& text) {
  return {{"@value", text}, {"@type", "xsd:dateTime"}};
}

// What each entry has, whatever it says.
json node_of(const json& entry, std::int64_t seq, const char* type) {
  json node = {{"@id", "#entry-" + std::to_string(seq)},
               {"@type", type},
               {"dct:title", says::setting(entry)},
               {"dct:date", time_of(entry.value("at", ""))}};
  if (const json account = entry.value("account", json()); account.is_string())
    node["dpv:hasDataSubject"] = {{"@type", "dpv:DataSubject"}, {"dct:identifier", account}};
  return node;
}

// A reading of a page as it was loaded, which nothing casts doubt on. What a switch means to which
// the person pointed is their word.
json reading_of(const json& entry, std::int64_t seq) {
  const std::string training = entry.value("training", "");
  if (known::platform(entry.value("platform", "")) == nullptr) return nullptr;
  if (!says::is_sure_entry(entry) || (training != "allowed" && training != "denied"))
    return nullptr;
  json node = node_of(entry, seq, "dpv:Process");
  node["dpv:hasPurpose"] = {{"@id", "#training"}};
  const std::string trainers = says::trainers(entry);
  if (!trainers.empty() && trainers != "others")
    node["dpv:isImplementedByEntity"] = {{"@type", "dpv:Organisation"}, {"dpv:hasName", trainers}};
  const bool denied = training == "denied";
  node[denied ? "dpv:hasProhibition" : "dpv:hasPermission"] = {
      {"@type", denied ? "dpv:Prohibition" : "dpv:Permission"},
      {"dct:description", "As the platform’s own page showed the setting at that time"}};
  return node;
}

// A step of an objection that was noted at its form.
json objection_of(const json& entry, std::int64_t seq) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kStatus = {
      {{"submitted", "dpv:RequestInitiated"},
       {"confirmed", "dpv:RequestAcknowledged"},
       {"answered-yes", "dpv:RequestAccepted"},
       {"answered-no", "dpv:RequestRejected"}}};
  if (!entry.value("evidence", json()).is_object()) return nullptr;
  for (const auto& [step, status] : kStatus) {
    if (entry.value("raw", json()) != step) continue;
    json node = node_of(entry, seq, "dpv:RightExerciseActivity");
    node["dpv:hasPurpose"] = {{"@id", "#training"}};
    node["dpv:hasStatus"] = {{"@id", status}};
    return node;
  }
  return nullptr;
}

}  // namespace

std::string dpv_text(const record::Packet& packet) {
  json nodes = json::array();
  json parts = json::array();
  for (const auto& link : packet.links) {
    if (link.content != record::ChainCheck::Content::kDisclosed) continue;
    const auto entry = parse_json(link.stored.payload);
    if (!entry || !entry->is_object() || entry->contains("type")) continue;
    const json basis = entry->value("basis", json());
    json node = basis == words::basis::kSeen   ? reading_of(*entry, link.stored.seq)
                : basis == words::basis::kForm ? objection_of(*entry, link.stored.seq)
                                               : json();
    if (node.is_null()) continue;
    parts.push_back({{"@id", node["@id"]}});
    nodes.push_back(std::move(node));
  }
  const std::string checkpoint =
      record::checkpoint(packet.head.record, packet.head.count, packet.head.hash);
  json graph = json::array();
  graph.push_back({{"@id", "#record"},
                   {"@type", "dpv:Record"},
                   {"dct:identifier", checkpoint},
                   {"dct:created", time_of(packet.exported)},
                   {"dct:hasPart", std::move(parts)}});
  graph.push_back({{"@id", "#training"},
                   {"@type", "dpv:Purpose"},
                   {"skos:prefLabel", {{"@value", "Training of AI models"}, {"@language", "en"}}}});
  for (json& node : nodes) graph.push_back(std::move(node));
  return json{{"@context", kContext}, {"@graph", std::move(graph)}}.dump(1) + "\n";
}

}  // namespace optoutlog::service
