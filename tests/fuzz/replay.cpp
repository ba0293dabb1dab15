#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/base64.h"
#include "targets.h"

// Every fuzz target over its seeds and its corpus, and over mutations of them by a generator with a
// fixed seed. No input of this set may ever be one that fails only sometimes.
namespace {

namespace fs = std::filesystem;
using namespace optoutlog::fuzz;

constexpr int kInputs = 1500;  // of a target, about

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> inputs_of(const Target& target) {
  const fs::path here = OPTOUTLOG_FUZZ_FOLDER;
  std::vector<fs::path> seeds;
  for (const auto& file : fs::directory_iterator(here / "seeds" / target.name))
    seeds.push_back(file.path());
  std::sort(seeds.begin(), seeds.end());
  std::vector<std::string> texts;
  for (const fs::path& seed : seeds) texts.push_back(contents(seed));
  std::ifstream corpus(here / "corpus" / (std::string(target.name) + ".txt"));
  for (std::string line; std::getline(corpus, line);)
    texts.push_back(optoutlog::from_base64(line).value());
  return texts;
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
  int silent = 0;
  for (const Target& target : all_targets()) {
    const auto seeds = inputs_of(target);
    const int each = seeds.empty() ? 0 : std::max(1, kInputs / static_cast<int>(seeds.size()));
    int inputs = 0;
    for (const std::string& seed : seeds)
      for (int i = 0; i < each; ++i, ++inputs) target.run(i == 0 ? seed : mutate(seed, dice));
    std::printf("%-10s %zu kept, %d inputs, every property held\n", target.name, seeds.size(),
                inputs);
    if (inputs == 0) ++silent;
  }
  return silent == 0 ? 0 : 1;
}
