#include "policy/judge/dates.h"

#include <catch2/catch.hpp>

using namespace optoutlog::policy;

namespace {
std::string dates(const char* sentence, const char* lang = "en") {
  std::string out;
  for (const Date& date : dates_in(sentence, *terms_for(lang)))
    out.append(out.empty() ? "" : " ").append(date.iso());
  return out;
}
std::optional<Effect> only_effect(const char* sentence, const TermList& terms) {
  const auto all = effects_of(sentence, terms);
  return all.size() == 1 ? std::optional(all.front()) : std::nullopt;
}
}  // namespace

TEST_CASE("dates: day first, month first, ISO, ordinals, abbreviations") {
  CHECK(dates("on April 7, 2025") == "2025-04-07");
  CHECK(dates("on 7 April 2025") == "2025-04-07");
  CHECK(dates("on the 7th of April, 2025") == "2025-04-07");
  CHECK(dates("Sept. 29, 2023") == "2023-09-29");
  CHECK(dates("effective 2025-04-07.") == "2025-04-07");
  CHECK(dates("from 1 March 2024 until May 2, 2024") == "2024-03-01 2024-05-02");
}

TEST_CASE("dates: localised months") {
  CHECK(dates("le 1er août 2025", "fr") == "2025-08-01");
  CHECK(dates("am 1. März 2025", "de") == "2025-03-01");
  CHECK(dates("el 7 de abril de 2025", "es") == "2025-04-07");
  CHECK(dates("7 aprile 2025", "it") == "2025-04-07");
  CHECK(dates("7 mei 2025", "nl") == "2025-05-07");
  CHECK(dates("7 października 2025", "pl") == "2025-10-07");
  CHECK(dates("7 de março de 2025", "pt") == "2025-03-07");
}

TEST_CASE("dates: a numeric date is read only where it means one day") {
  CHECK(dates("07/04/2025") == "");  // 7 April or 4 July
  CHECK(dates("25/04/2025") == "2025-04-25");
  CHECK(dates("04/25/2025") == "2025-04-25");
  CHECK(dates("05/05/2025") == "2025-05-05");
  CHECK(dates("07/04/2025", "fr") == "2025-04-07");
}

TEST_CASE("dates: days that no calendar has, versions and amounts are none") {
  CHECK(dates("February 30, 2025") == "");
  CHECK(dates("February 29, 2023") == "");
  CHECK(dates("version 3.10.2025 of May 2025") == "2025-10-03");  // dots mean day first
  CHECK(dates("in 2025, you may read 12 posts") == "");
  CHECK(dates("March 1, 1899") == "");
}

TEST_CASE("effects: announced, stated, until, and dates of something else") {
  const TermList& en = *terms_for("en");
  CHECK(only_effect("This version will go into effect on January 15, 2026.", en)->kind ==
        EffectKind::kFuture);
  CHECK(only_effect("On November 3, 2025, we are updating this notice.", en)->kind ==
        EffectKind::kFuture);
  CHECK(only_effect("Effective November 3, 2025", en)->kind == EffectKind::kStated);
  CHECK(only_effect("Effective until November 3, 2025", en)->kind == EffectKind::kUntil);
  CHECK_FALSE(only_effect("The Act of May 6, 2019 applies.", en));
  CHECK_FALSE(only_effect("It will go into effect soon.", en));
  CHECK(only_effect("avant que les modifications n'entrent en vigueur le 16 septembre 2024",
                    *terms_for("fr"))
            ->kind == EffectKind::kFuture);
}

TEST_CASE("effects: several days of one sentence are all named, an announcement wins") {
  const TermList& en = *terms_for("en");
  CHECK(effects_of(
            "These terms apply from 1 March 2027 to new users and from 15 March 2027 to all.", en)
            .size() == 2);
  CHECK(only_effect("The version in force until 28 February 2027 stays; the new one will take "
                    "effect on 1 March 2027 under these terms.",
                    en)
            ->date == Date{2027, 3, 1});
}

TEST_CASE("effects: what we do is a day of the text only beside AI or training") {
  const TermList& en = *terms_for("en");
  CHECK_FALSE(only_effect("Starting March 1, 2027, we will open an office in Berlin.", en));
  CHECK(only_effect("Starting March 1, 2027, we will train AI models on your posts.", en));
}
