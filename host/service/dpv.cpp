#include "service/dpv.h"

#include <array>
#include <utility>

#include "service/facts.h"

namespace optoutlog::service {
namespace {

using facts::child;
using facts::text;
using statement::Row;
using statement::Source;

const json kContext = {{"dpv", "https://w3id.org/dpv#"},
                       {"dct", "http://purl.org/dc/terms/"},
                       {"skos", "http://www.w3.org/2004/02/skos/core#"},
                       {"xsd", "http://www.w3.org/2001/XMLSchema#"}};

json time_of(const std::string& time) {
  return {{"@value", time}, {"@type", "xsd:dateTime"}};
}

// What each entry has, whatever it says.
json node_of(const Source& source, const Row& row, const json* setting, const char* type) {
  std::string title = source.platform_name(text(row.entry, "platform"));
  if (setting != nullptr) title += ", “" + text(*setting, "name") + "”";
  json node = {{"@id", "#entry-" + std::to_string(row.seq)},
               {"@type", type},
               {"dct:title", title},
               {"dct:date", time_of(facts::time(row.entry, "at"))},
               {"dpv:hasPurpose", {{"@id", "#training"}}}};
  if (const std::string account = text(row.entry, "account"); !account.empty())
    node["dpv:hasDataSubject"] = {{"@type", "dpv:DataSubject"}, {"dct:identifier", account}};
  return node;
}

// A reading of a page as it was loaded, which nothing casts doubt on, of a setting that the rules
// know: what a switch means to which the person pointed is their word.
json reading_of(const Source& source, const Row& row, const json* setting) {
  if (setting == nullptr || !facts::is_sure(row.entry) || !facts::tells(row.entry)) return nullptr;
  const std::string trainers = text(*setting, "trainers");
  if (trainers.empty()) return nullptr;
  json node = node_of(source, row, setting, "dpv:Process");
  if (trainers != "others")
    node["dpv:isImplementedByEntity"] = {{"@type", "dpv:Organisation"}, {"dpv:hasName", trainers}};
  const bool denied = text(row.entry, "training") == "denied";
  node[denied ? "dpv:hasProhibition" : "dpv:hasPermission"] = {
      {"@type", denied ? "dpv:Prohibition" : "dpv:Permission"},
      {"dct:description", "As the platform’s own page showed the setting at that time"}};
  return node;
}

// A step of an objection that was noted at its form.
json objection_of(const Source& source, const Row& row, const json* setting) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 4> kStatus = {
      {{"submitted", "dpv:RequestInitiated"},
       {"confirmed", "dpv:RequestAcknowledged"},
       {"answered-yes", "dpv:RequestAccepted"},
       {"answered-no", "dpv:RequestRejected"}}};
  if (!child(row.entry, "evidence").is_object()) return nullptr;
  for (const auto& [step, status] : kStatus) {
    if (text(row.entry, "raw") != step) continue;
    json node = node_of(source, row, setting, "dpv:RightExerciseActivity");
    node["dpv:hasStatus"] = {{"@id", status}};
    return node;
  }
  return nullptr;
}

json node_of(const Source& source, const Row& row) {
  if (row.entry.contains("type")) return nullptr;
  const json* setting = source.setting(text(row.entry, "platform"), text(row.entry, "control"));
  const std::string basis = text(row.entry, "basis");
  if (basis == "seen") return reading_of(source, row, setting);
  return basis == "form" ? objection_of(source, row, setting) : json();
}

}  // namespace

std::string dpv_text(const Source& source) {
  json nodes = json::array();
  json parts = json::array();
  for (const Row& row : source.rows) {
    json node = node_of(source, row);
    if (node.is_null()) continue;
    parts.push_back({{"@id", node["@id"]}});
    nodes.push_back(std::move(node));
  }
  json graph = json::array();
  graph.push_back({{"@id", "#record"},
                   {"@type", "dpv:RecordsOfActivities"},
                   {"dct:identifier", text(source.packet, "checkpoint")},
                   {"dct:created", time_of(facts::time(source.packet, "exported"))},
                   {"dct:hasPart", std::move(parts)}});
  graph.push_back({{"@id", "#training"},
                   {"@type", "dpv:Purpose"},
                   {"skos:prefLabel", {{"@value", "Training of AI models"}, {"@language", "en"}}}});
  for (json& node : nodes) graph.push_back(std::move(node));
  return json{{"@context", kContext}, {"@graph", std::move(graph)}}.dump(1) + "\n";
}

}  // namespace optoutlog::service
