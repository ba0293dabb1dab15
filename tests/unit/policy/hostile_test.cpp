#include "hostile.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <ctime>
#include <set>

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

// Every stage hears it: one that does not would cost what the whole page costs.
TEST_CASE("hostile pages: reading and judging end within a second once they are to stop") {
  const std::atomic<bool> now = true;
  for (const Family& family : hostile_families()) {
    INFO(family.name);
    const std::string page = family.page(8 << 20);
    const Document read = extract(family.page(1 << 20), Kind::kHtml);
    const Stop stop(now);
    const std::clock_t start = std::clock();
    (void)extract(page, Kind::kHtml);
    (void)propositions_of(read.sentences, *vocabulary_for("en"));
    CHECK(std::clock() - start < CLOCKS_PER_SEC);
  }
}
