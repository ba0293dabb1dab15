#include "policy/judge/diff.h"

#include <catch2/catch.hpp>

#include "text.h"

using namespace optoutlog::policy;

namespace {
Diff between(const std::string& before, const std::string& after) {
  return diff(plain(before).sentences, plain(after).sentences, terms_for("en"));
}
}  // namespace

TEST_CASE("diff: order, doubling and numbering are no change") {
  CHECK(
      between("One thing.\nTwo things.\n", "2. Two things.\n1. One thing.\nOne thing.\n").empty());
}

TEST_CASE("diff: a rewritten sentence is paired and its words are marked") {
  const Diff found = between("We keep it for two years.\nSame here.\n",
                             "We keep it for three years.\nSame here.\n");
  REQUIRE(found.changes.size() == 1);
  CHECK((found.changes[0].before == 0 && found.changes[0].after == 0));
  const auto& words = found.changes[0].words;
  REQUIRE(words.size() == 4);
  CHECK((words[0].op == WordRun::Op::kSame && words[0].text == "We keep it for"));
  CHECK((words[1].text == "two" || words[1].text == "three"));
}

TEST_CASE("diff: sentences with little in common are not paired") {
  const Diff found = between("We keep it for two years.\nSame here.\n",
                             "Courts may order us to hand it over.\nSame here.\n");
  CHECK(found.changes.size() == 2);
  CHECK((found.removed == 1 && found.added == 1));
}

TEST_CASE("diff: spelling variants are spelling, also inside a rewritten sentence") {
  const Diff only = between("Organisations personalise it.\n", "Organizations personalize it.\n");
  CHECK((only.spelling == 1 && only.removed == 0 && only.spelling_forward == 1));
  const Diff also = between("Organisations such as ours personalise it.\n",
                            "Organizations like ours personalize it.\n");
  CHECK((also.spelling == 0 && also.spelling_forward == 1));
}

TEST_CASE("diff: moved sentence breaks are no new words") {
  const Diff found =
      between("We use your posts to train our models, and you may object at any time.\n",
              "We use your posts to train our models,\nand you may object at any time.\n");
  CHECK((found.removed == 0 && found.added == 0));
  CHECK(found.resegmented == found.changes.size());
}

TEST_CASE("diff: empty against something, and something against empty") {
  CHECK(between("", "").empty());
  CHECK(between("", "One thing.\n").added == 1);
  CHECK(between("One thing.\n", "").removed == 1);
}

TEST_CASE("diff: joined, the marked words give both sentences back") {
  const std::string before = "a b c d e f g", after = "a x c d g h";
  std::string old, fresh;
  for (const WordRun& run : mark_words(before, after)) {
    if (run.op != WordRun::Op::kAdded) old.append(old.empty() ? "" : " ").append(run.text);
    if (run.op != WordRun::Op::kRemoved) fresh.append(fresh.empty() ? "" : " ").append(run.text);
  }
  CHECK(old == before);
  CHECK(fresh == after);
}

TEST_CASE("diff: two long texts with nothing in common end in bounded time") {
  std::string before, after;
  for (int i = 0; i < 15'000; ++i) {
    before += "old sentence number " + std::to_string(i) + " says this.\n";
    after += "new wording item " + std::to_string(i) + " means that.\n";
  }
  const Diff found = between(before, after);
  CHECK((found.removed == 15'000 && found.added == 15'000));
}
