#include "hostile.h"

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
