#include "hostile.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <ctime>
#include <set>
#include <vector>

#include "policy/judge/judge.h"

using namespace optoutlog::policy;

TEST_CASE("hostile pages: each is read or refused by a name, and compared with itself unchanged") {
  const std::set<std::string> refusals = {"", "extract.too-deep", "extract.too-complex"};
  CHECK(hostile_families().size() >= 16);
  for (const Family& family : hostile_families()) {
    INFO(family.name);
    const Document page = extract(family.page(128 << 10), Kind::kHtml);
    CHECK(refusals.contains(page.problem));
    Memory memory;
    memory.baseline = page;
    const Verdict verdict = judge(memory, page, {}).verdict;
    CHECK((verdict == Verdict::kNone || verdict == Verdict::kCannotCompare));
  }
}

namespace {

std::clock_t cost_of(const std::string& page, const std::vector<Sentence>& sentences) {
  const std::clock_t start = std::clock();
  (void)extract(page, Kind::kHtml);
  (void)propositions_of(sentences, *vocabulary_for("en"));
  return std::clock() - start;
}

}  // namespace

// Every stage hears it: one that does not would cost what the whole page costs. What is refused
// before it is parsed costs the same with and without.
TEST_CASE("hostile pages: reading and judging end within a moment once they are to stop",
          "[large]") {
  const std::atomic<bool> now = true;
  std::clock_t whole = 0;
  std::clock_t stopped = 0;
  for (const Family& family : hostile_families()) {
    const std::string page = family.page(256 << 10);
    const Document read = extract(page, Kind::kHtml);
    const std::clock_t its = cost_of(page, read.sentences);
    const Stop stop(now);
    const std::clock_t begun = cost_of(page, read.sentences);
    INFO(family.name << ": " << begun << " of " << its);
    CHECK(begun < its + CLOCKS_PER_SEC / 10);
    whole += its;
    stopped += begun;
  }
  INFO(stopped << " of " << whole);
  CHECK(stopped < whole / 3);
}

#if !defined(__SANITIZE_ADDRESS__)
namespace {

constexpr long kMostMiB = 256;

// The most memory in MiB that reading the page and comparing it with `before` takes, in a process
// of its own; -1 where that does not come to its end.
long peak_of(const std::string& page, const std::string& before) {
  const pid_t child = ::fork();
  if (child == 0) {
    const Document next = extract(page, Kind::kHtml);
    Memory memory;
    memory.baseline = extract(before, Kind::kHtml);
    (void)judge(memory, next, {"en", {}, {}, {}, {}, {}, kExtractorVersion});
    ::_exit(0);
  }
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? used.ru_maxrss / 1024 : -1;
}

}  // namespace

TEST_CASE("16 (14) hostile pages of 8 MiB: reading and judging one stays under 256 MiB",
          "[large]") {
  // what is refused at 8 MiB may be read at 5
  for (const Family& family : hostile_families()) {
    for (const std::size_t mib : {5, 8}) {
      const std::string page = family.page(mib << 20);
      const long peak = peak_of(page, page + "<p>We adopt it.");
      INFO(family.name << ": " << peak << " MiB");
      CHECK(peak > 0);
      CHECK(peak < kMostMiB);
    }
  }
}
#endif
