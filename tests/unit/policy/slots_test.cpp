#include "policy/text/slots.h"

#include <catch2/catch.hpp>

#include "policy/judge/propositions.h"
#include "text.h"

using namespace optoutlog::policy;

namespace {
bool says(const char* sentence, Value value, const char* lang = "en") {
  return read(sentence, *vocabulary_for(lang)).has(value);
}
}  // namespace

TEST_CASE("every term list has a vocabulary with every slot") {
  CHECK(all_vocabularies().size() == all_terms().size());
  for (const TermList& list : all_terms()) {
    INFO(list.language);
    const Vocabulary* vocabulary = vocabulary_for(list.language);
    REQUIRE(vocabulary != nullptr);
    CHECK_FALSE(vocabulary->capitals.empty());
    for (std::size_t i = 0; i < kValueNames.size(); ++i) {
      INFO(kValueNames[i]);
      CHECK_FALSE(vocabulary->values[i].empty());
    }
  }
}

TEST_CASE("AI counts in capitals only, and not within names and addresses") {
  CHECK(says("We use AI.", Value::kAi));
  CHECK(says("AI-powered pages", Value::kAi));
  CHECK(says("How We Use AI", Value::kAi));
  CHECK(says("grâce à l’IA", Value::kAi, "fr"));
  CHECK_FALSE(says("He said ai again.", Value::kAi));
  CHECK_FALSE(says("Accesso ai dati con il consenso", Value::kAi, "it"));
  CHECK_FALSE(says("Write to privacy@mistral.ai for that.", Value::kAi));
  CHECK_FALSE(says("You are using Character.AI for this.", Value::kAi));
  CHECK_FALSE(says("The data goes to Mistral AI for storage.", Value::kAi));
}

TEST_CASE("Japanese and Chinese are read by their characters") {
  CHECK(says("投稿をAIの学習に使用します", Value::kTrain, "ja"));
  CHECK(says("我们训练模型", Value::kTrain, "zh"));
}

TEST_CASE("a proposition's key keeps the data and lets the modality go") {
  const auto key = [](const char* sentence) {
    const auto found = propositions_of(plain(sentence).sentences, *vocabulary_for("en"));
    return found.empty() ? std::string() : found[0].key();
  };
  const std::string one = key("We may use your posts to train AI models.");
  CHECK(one == key("Your posts will be used in training our AI models."));
  CHECK(one != key("We may use your messages to train AI models."));
  CHECK(one != key("We do not use your posts to train AI models."));
  CHECK(key("We offer a training course.").empty());
}
