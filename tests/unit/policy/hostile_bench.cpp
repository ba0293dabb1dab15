// How the time of a look grows with the size of a hostile page: at 1, 2, 4 and 8 MiB, or up to as
// many MiB as the first argument says. Prints CPU time, and of each family how much the time grows
// when the size doubles. It ends with 1 where a look outlasts its bound.
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "hostile.h"
#include "policy/judge/judge.h"

using namespace optoutlog::policy;

namespace {

constexpr double kBound = 20;  // seconds: ten of parsing, ten of judging

// The same page with another verb: every sentence of it differs.
std::string reworded(std::string page) {
  for (std::size_t at = page.find("train"); at != std::string::npos; at = page.find("train", at))
    page.replace(at, 5, "adopt");
  return page;
}

double seconds(std::clock_t from) {
  return static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t most = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 8;
  bool bounded = true;
  std::printf("hostile pages: seconds of CPU for extraction and judgement\n");
  for (const Family& family : hostile_families()) {
    std::printf("  %-36s", family.name);
    double before = 0, growth = 0;
    std::string problem;
    for (std::size_t mib = 1; mib <= most; mib *= 2) {
      const std::string page = family.page(mib << 20), other = reworded(page);
      const std::clock_t start = std::clock();
      const Document next = extract(page, Kind::kHtml);
      Memory memory;
      memory.baseline = extract(other, Kind::kHtml);
      const double read = seconds(start);
      (void)judge(memory, next, {"en", {}, {}, {}, {}, {}, kExtractorVersion});
      const double all = seconds(start);
      bounded = bounded && all <= kBound;
      if (before > 0.05) growth = std::max(growth, all / before);
      before = all;
      problem = next.problem;
      std::printf(" %6.2f+%.2f", read, all - read);
      std::fflush(stdout);
    }
    std::printf("  x%.1f %s\n", growth, problem.c_str());
  }
  return bounded ? 0 : 1;
}
