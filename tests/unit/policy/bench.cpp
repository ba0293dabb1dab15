// What a look costs: extraction, diff and judgement of a document of 350 KB against its next
// version. Prints CPU time and memory; it judges nothing by the clock.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <vector>

#include "policy/judge/judge.h"

using namespace optoutlog::policy;

namespace {

// The size and the grain of the longest real policy: about 3,200 sentences; one in forty is
// rewritten, a section moves.
std::string synthetic(bool next) {
  std::string out = "<!doctype html><html lang=en><title>Policy</title><body><main>";
  unsigned seed = 7;
  const auto word = [&seed] {
    static const char* kWords[] = {"data", "your",        "the",     "account", "service",  "when",
                                   "you",  "share",       "with",    "partner", "we",       "may",
                                   "use",  "information", "to",      "provide", "settings", "of",
                                   "and",  "law",         "content", "posts",   "for"};
    seed = seed * 1103515245u + 12345u;
    return kWords[(seed >> 16) % 23];
  };
  for (int i = 0; i < 3'200; ++i) {
    std::string sentence = "Clause " + std::to_string(i);
    for (int w = 0; w < 17; ++w) sentence.append(" ").append(word());
    if (next && i % 40 == 0) sentence += " and to train our AI models";
    out.append(i % 4 == 0 ? "<p>" : " ").append(sentence).append(".");
  }
  return out + "</main>";
}

std::string file_or(int argc, char** argv, int index, std::string otherwise) {
  if (argc <= index) return otherwise;
  std::ifstream in(argv[index], std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class Work>
double millis(Work work) {
  std::vector<double> runs;
  for (int i = 0; i < 9; ++i) {
    const std::clock_t start = std::clock();
    work();
    runs.push_back(1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::sort(runs.begin(), runs.end());
  return runs[runs.size() / 2];
}

long peak_kib() {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("VmHWM:")) return std::strtol(line.c_str() + 6, nullptr, 10);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string before = file_or(argc, argv, 1, synthetic(false)),
                    after = file_or(argc, argv, 2, synthetic(true));
  const Kind kind = argc > 1 ? kind_of(argv[1], before) : Kind::kHtml;
  Memory memory;
  memory.baseline = extract(before, kind);
  const Document next = extract(after, kind);
  const TermList* terms = terms_for("en");
  std::size_t changes = 0;
  const double extracting = millis([&] { (void)extract(after, kind); });
  const double diffing = millis(
      [&] { changes = diff(memory.baseline.sentences, next.sentences, terms).changes.size(); });
  Judgement judgement;
  const double judging = millis([&] { judgement = judge(memory, next, {}); });
  std::printf("policy bench: %zu KB of text, %zu sentences, %zu changes, verdict %s\n",
              memory.baseline.text().size() / 1000, memory.baseline.sentences.size(), changes,
              name_of(judgement.verdict));
  std::printf(
      "  extract %.1f ms CPU, diff %.1f ms CPU, whole judgement %.1f ms CPU (medians of 9), peak "
      "memory %ld KiB\n",
      extracting, diffing, judging, peak_kib());
  return changes > 0 ? 0 : 1;
}
