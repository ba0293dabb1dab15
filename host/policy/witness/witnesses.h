#pragma once
#include <string>
#include <vector>

// Settings whose effect shows in public, in a robots.txt (witnesses.json, built in).
namespace optoutlog::policy {

struct Witness {
  std::string platform;
  std::string control;
  std::vector<std::string> agents;  // the crawlers that the setting turns away
  bool signal = false;              // whether it also says `ai-train=no`
};

const std::vector<Witness>& known_witnesses();

}  // namespace optoutlog::policy
