#include "policy/judge/memory_json.h"

#include "base/json.h"
#include "policy/text/normalise.h"

namespace optoutlog::policy {
namespace {
using nlohmann::json;

json to_json(const Effect& effect) {
  return {{"date", effect.date.iso()},
          {"kind", static_cast<int>(effect.kind)},
          {"sentence", effect.sentence}};
}
}  // namespace

std::string to_text(const Memory& memory) {
  json out = {{"title", memory.baseline.title},
              {"lang", memory.baseline.lang},
              {"known", memory.known},
              {"told", memory.told},
              {"read", memory.read}};
  if (memory.announced)
    out["announced"] = {{"date", memory.announced->date.iso()},
                        {"coming", memory.announced->coming_only},
                        {"current", memory.announced->current_only}};
  if (memory.refused)
    out["refused"] = {{"reason", memory.refused->reason},
                      {"sentences", memory.refused->sentences},
                      {"times", memory.refused->times},
                      {"since", memory.refused->since}};
  if (memory.effect) out["effect"] = to_json(*memory.effect);
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

Memory memory_from(const std::string& text) {
  const json in = json_of(text);
  Memory memory;
  memory.baseline.title = in.at("title");
  memory.baseline.lang = in.at("lang");
  in.at("known").get_to(memory.known);
  in.at("told").get_to(memory.told);
  memory.read = in.value("read", std::int64_t{0});
  if (in.contains("announced")) {
    const json& announced = in["announced"];
    memory.announced =
        Announced{parse_iso(announced.at("date").get<std::string>()).value_or(Date{}),
                  announced.at("coming").get<std::set<std::string>>(),
                  announced.at("current").get<std::set<std::string>>()};
  }
  if (in.contains("effect")) {
    const json& effect = in["effect"];
    memory.effect = Effect{parse_iso(effect.at("date").get<std::string>()).value_or(Date{}),
                           static_cast<EffectKind>(effect.at("kind").get<int>()),
                           effect.at("sentence").get<std::string>()};
  }
  if (in.contains("refused")) {
    const json& refused = in["refused"];
    memory.refused = Memory::Refused{
        refused.at("reason").get<std::string>(), refused.at("sentences").get<std::size_t>(),
        refused.at("times").get<int>(), refused.at("since").get<std::int64_t>()};
  }
  return memory;
}

std::vector<Sentence> sentences_of(const std::string& text) {
  std::vector<Sentence> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Sentence sentence{text.substr(at, end - at), ""};
    sentence.key = sentence_key(sentence.text);
    if (!sentence.key.empty()) out.push_back(std::move(sentence));
    at = end + 1;
  }
  return out;
}

std::string text_of(const std::vector<Sentence>& sentences) {
  std::string out;
  for (const Sentence& sentence : sentences) (out += sentence.text) += '\n';
  return out;
}

}  // namespace optoutlog::policy
