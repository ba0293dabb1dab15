#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "targets.h"

// Every fuzz target over its corpus, tests/fuzz/corpus/<target>/, and over mutations of it by a
// generator with a fixed seed. No input of this set may ever be one that fails only sometimes.
namespace {

namespace fs = std::filesystem;
using namespace optoutlog::fuzz;

constexpr int kInputs = 1500;  // of a target, about

std::vector<std::string> corpus(const Target& target) {
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(fs::path(OPTOUTLOG_CORPUS) / target.name))
    files.push_back(file.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
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
    const auto seeds = corpus(target);
    const int each = seeds.empty() ? 0 : std::max(1, kInputs / static_cast<int>(seeds.size()));
    int inputs = 0;
    for (const std::string& seed : seeds)
      for (int i = 0; i < each; ++i, ++inputs) target.run(i == 0 ? seed : mutate(seed, dice));
    std::printf("%-10s %zu files, %d inputs, every property held\n", target.name, seeds.size(),
                inputs);
    if (inputs == 0) ++silent;
  }
  return silent == 0 ? 0 : 1;
}
