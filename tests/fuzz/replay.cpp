#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "targets.h"

// The fuzz targets over a fixed set of inputs: hand-made ones and mutations of them by a generator
// with a fixed seed. No input of this set may ever be one that fails only sometimes.
namespace {

std::string framed(const std::string& body) {
  const auto header = optoutlog::frame::encode_header(static_cast<std::uint32_t>(body.size()));
  return std::string(header.data(), header.size()) + body;
}

std::vector<std::string> seeds() {
  const std::string request =
      R"({"jsonrpc":"2.0","id":1,"method":"record","params":{"entries":[{)"
      R"("id":"0d2b0b4a-2a8c-4a0e-9df6-9d0f4d5d5d5d","at":"2026-11-23T18:00:00.000Z",)"
      R"("platform":"linkedin","control":"genai-training","account":"ada","unit":null,)"
      R"("basis":"seen","training":"denied","why":"ok","sure":"sure","actor":"none",)"
      R"("raw":"off","evidence":{"label":"\u00e9\n","lang":"en","route":"/a","by":["role"],)"
      R"("rule":"linkedin","rev":3},"browser":"b"}]}})";
  return {framed(request),
          framed("{}") + framed("") + framed("[]") + framed(request),
          std::string("\xff\xff\xff\xff") + request,
          request,
          R"({"format":"optoutlog-export","version":1,"tool":"t","exported":"e",)"
          R"("record":"00000000000000000000000000000000",)"
          R"("genesis":"0000000000000000000000000000000000000000000000000000000000000000",)"
          R"("scope":{"platform":null,"account":null},"count":0,)"
          R"("head":"0000000000000000000000000000000000000000000000000000000000000000",)"
          R"("checkpoint":"c","entries":[]})",
          R"([1e308,-0.0,1.5,18446744073709551615,"\ud83d\ude00",{"a":{"b":[]}}])",
          std::string(100, '['),
          std::string("\0\1\2\3", 4)};
}

std::string mutate(std::string text, std::minstd_rand& dice) {
  for (unsigned i = 0; i < 1 + dice() % 4; ++i) {
    const std::size_t at = text.empty() ? 0 : dice() % text.size();
    switch (dice() % 4) {
      case 0:
        if (!text.empty()) text[at] = static_cast<char>(dice() % 256);
        break;
      case 1:
        text.insert(at, 1, static_cast<char>(dice() % 256));
        break;
      case 2:
        text.erase(at, 1 + dice() % 8);
        break;
      default:
        text.insert(at, text.substr(at, 1 + dice() % 32));
    }
  }
  return text;
}

}  // namespace

int main() {
  std::minstd_rand dice(20261123);
  int inputs = 0;
  for (const std::string& seed : seeds())
    for (int i = 0; i < 1500; ++i) {
      const std::string input = i == 0 ? seed : mutate(seed, dice);
      optoutlog::fuzz::frames("\3" + input);
      optoutlog::fuzz::packets(input);
      ++inputs;
    }
  std::printf("%d inputs, every property held\n", inputs);
  return inputs == 12000 ? 0 : 1;
}
