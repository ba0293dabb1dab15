#include "policy/judge/score.h"

#include <catch2/catch.hpp>

using namespace optoutlog::policy;

namespace {
int level(const char* sentence, const char* lang = "en") {
  return score(sentence, *terms_for(lang)).level;
}
}  // namespace

TEST_CASE("every language has a list, and only English and French are marked validated") {
  for (const char* lang : {"en", "fr", "de", "es", "it", "nl", "pl", "pt", "ja", "zh"}) {
    REQUIRE(terms_for(lang) != nullptr);
    CHECK(terms_for(lang)->months.size() == 12);
    CHECK(terms_for(lang)->validated ==
          (std::string_view(lang) == "en" || std::string_view(lang) == "fr"));
  }
  CHECK(terms_for("en-GB") == terms_for("EN"));
  CHECK(terms_for("ko") == nullptr);
  CHECK(terms_for("") == nullptr);
}

TEST_CASE("level 3: AI with training of your data, or with a right of yours") {
  CHECK(level("We may use the posts of members to train AI models.") == 3);
  CHECK(level("You can opt out of the use of your data for generative AI.") == 3);
  CHECK(level("You agree that this license includes training of our machine learning models.") ==
        3);
}

TEST_CASE("level 2: AI with training, a licence, or prompts next to content") {
  CHECK(level("We develop artificial intelligence.") == 2);
  CHECK(level("You grant us a worldwide, royalty-free licence to it.") == 2);
  CHECK(level("This covers any inputs, prompts and outputs in your content.") == 2);
}

TEST_CASE("level 1: AI alone, or sharing with affiliates for their development") {
  CHECK(level("It may appear in responses of an AI chatbot.") == 1);
  CHECK(level("We share public content with affiliates to develop their services.") == 1);
}

TEST_CASE("level 0: words that only look like it") {
  CHECK(level("We said it again and paid for the training course of our staff.") == 0);
  CHECK(level("We grant you a personal licence to use the app.") == 0);
  CHECK(level("We will promptly answer what you put in.") == 0);
  CHECK(level("You need a driving licence.") == 0);
}

TEST_CASE("short words match whole words only; hyphens and apostrophes part words") {
  CHECK(level("Said, again, email.") == 0);
  CHECK(level("AI-powered pages") == 1);
  CHECK(level("grâce à l’IA", "fr") == 1);
}

TEST_CASE("French: both renderings of to train") {
  CHECK(level("Nous utilisons votre contenu pour entraîner des modèles d’IA.", "fr") == 3);
  CHECK(level("en formant nos modèles d’apprentissage automatique avec vos contenus", "fr") == 3);
}

TEST_CASE("hits tell the words as the sentence has them") {
  const auto found = score("Fine-tuning of AI models with Your Posts", *terms_for("en"));
  REQUIRE(found.level == 3);
  CHECK(found.hits[0].words == "Fine-tuning");
  CHECK(found.hits[0].group == Group::kTraining);
  CHECK(std::any_of(found.hits.begin(), found.hits.end(),
                    [](const Hit& hit) { return hit.words == "Posts"; }));
}

TEST_CASE("gaps: the words between are bounded") {
  const Term term = TermList::parse("grant* ~2 licen*");
  CHECK(find(term, words("granting a broad licence")));
  CHECK_FALSE(find(term, words("granting a very broad licence")));
}
