#include "service/says.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>

#include "base/clock.h"
#include "tests/unit/service/says_states.h"

using namespace optoutlog;
using namespace optoutlog::service;

namespace {

constexpr const char* kNow = "2026-11-23T18:00:00.000Z";

std::string day(std::string_view time) {
  return std::string(time.substr(0, 10));
}
const says::Voice kYou{false, kNow, &day, &day};
const says::Voice kOwner{true, kNow, &day, &day};

std::string all_of(const says::Row& row) {
  std::string text = row.state + "\n" + row.headline + "\n";
  for (const std::string& note : row.notes) text += note + "\n";
  return text + row.when;
}

}  // namespace

TEST_CASE("no sentence says more than the line holds") {
  const bool show = std::getenv("OPTOUTLOG_SHOW_SENTENCES") != nullptr;
  for (const bool others : {false, true}) {
    for (const State& state : states(others)) {
      CAPTURE(others, state.name);
      const says::Row row = says::deciding(state.line, kYou);
      const std::string text = all_of(row);
      CAPTURE(text);
      CHECK(row.sign == state.sign);
      for (const std::string& words : others ? state.othersaid : state.said)
        CHECK(text.find(words) != std::string::npos);
      for (const std::string& words : state.never) CHECK(text.find(words) == std::string::npos);
      CHECK(text.find("since") == std::string::npos);
      const says::Row owner = says::deciding(state.line, kOwner);
      const std::string paper = all_of(owner);
      CAPTURE(paper);
      for (const char* you : {"you ", "your ", "You ", "Your "})
        CHECK(paper.find(you) == std::string::npos);
      for (const std::string& words : {text, paper}) {
        // Of a setting about others nothing is said about what the platform may do.
        if (others) CHECK(words.find("Tumblr may") == std::string::npos);
        if (others) CHECK(words.find("Tumblr was allowed") == std::string::npos);
        // Where it is off, nothing is said about what a company may do.
        if (row.training == "denied") CHECK(words.find("may use") == std::string::npos);
      }
      // What a switch that is off leaves open is told with it, and only then.
      if (row.sign != says::Sign::kSaid) CHECK(row.leaves.empty() == (row.training != "denied"));
      if (show)
        std::cout << (others ? "others  " : "own     ") << state.name << "\n  you:   " << text
                  << "\n  paper: " << paper << "\n\n";
    }
  }
}

TEST_CASE("likely, changed, seen, said and returned have different words, and so count apart") {
  for (const bool others : {false, true}) {
    std::vector<std::pair<std::string, std::string>> words;
    for (const State& state : states(others)) {
      const says::Row row = says::deciding(state.line, kYou);
      const std::string kind = std::to_string(static_cast<int>(row.sign)) + row.training;
      for (const auto& [other, its] : words) {
        CAPTURE(state.name, other, its);
        CHECK((kind == other) == (row.state == its));
      }
      words.emplace_back(kind, row.state);
    }
  }
}

TEST_CASE("what was seen does not vanish behind what was said") {
  const json both = line(
      false,
      {{"basis", "declared"},
       {"sure", nullptr},
       {"known", "allowed"},
       {"kept", nullptr},
       {"run", run("allowed", "2026-11-20T09:00:00.000Z", "2026-11-20T09:00:00.000Z", 1)},
       {"seen", "2026-11-20T09:00:00.000Z"},
       {"declared",
        {{"training", "denied"}, {"at", "2026-11-22T12:00:00.000Z"}, {"date", "2026-11-22"}}}});
  const auto seen = says::seen(both, kYou);
  const auto said = says::said(both, kYou);
  REQUIRE((seen && said));
  CHECK(seen->training == "allowed");
  CHECK(seen->headline.find(
            "When last seen, on 2026-11-20, LinkedIn’s AI-training switch was on") == 0);
  CHECK(seen->when == "seen on, 2026-11-20");
  CHECK(said->training == "denied");
  CHECK(said->headline.find("2026-11-22") != std::string::npos);
  // The same from a host that does not tell `run` and `declared` yet.
  json old = both;
  for (const char* member : {"run", "before", "declared", "kept"}) old.erase(member);
  REQUIRE((says::seen(old, kYou) && says::said(old, kYou)));
  CHECK(says::seen(old, kYou)->training == "allowed");
}

TEST_CASE("an entry is told as what it is: a reading, a change, a doubt, a word") {
  const json base = {{"platform", "linkedin"},
                     {"control", "genai-training"},
                     {"basis", "seen"},
                     {"training", "denied"},
                     {"why", "ok"},
                     {"sure", "sure"},
                     {"actor", "none"},
                     {"how", "loaded"},
                     {"raw", "off"},
                     {"at", kToday}};
  const auto said = [&](const json& more) {
    json entry = base;
    entry.update(more);
    return says::event(entry, kOwner);
  };
  CHECK(said(json::object()) == "LinkedIn’s AI-training switch was off.");
  CHECK(said({{"sure", "likely"}}) == "LinkedIn’s AI-training switch was probably off.");
  CHECK(said({{"how", "changed"}, {"sure", "likely"}})
            .find("The owner turned LinkedIn’s AI-training switch off; whether it was kept") == 0);
  // Nobody noted whether the page had been loaded so; a click was a change then too.
  CHECK(said({{"how", nullptr}}) == "LinkedIn’s AI-training switch was probably off.");
  CHECK(said({{"how", nullptr}, {"actor", "user"}}).find("The owner turned LinkedIn’s") == 0);
  CHECK(said({{"training", "unknown"}, {"why", "conflict"}}).find("It could not be told what") ==
        0);
  CHECK(said({{"basis", "declared"}, {"raw", "in-app"}}) ==
        "The owner says: AI training on LinkedIn was refused, in the platform’s app.");
  CHECK(said({{"platform", "tumblr"}, {"control", "third-party-sharing"}}) ==
        "The owner’s setting on Tumblr did not allow AI training by others.");
  CHECK(said({{"platform", "discord"}, {"control", "usage-statistics"}, {"training", "unknown"}})
            .find("not about AI") != std::string::npos);
  json declared = base;
  declared.update(
      {{"basis", "declared"}, {"date", "2026-11-20"}, {"at", "2026-11-20T12:00:00.000Z"}});
  CHECK(says::when(declared, kOwner) == "2026-11-20");
}

TEST_CASE("the reason is the one that the popup gives") {
  const auto why = [](const char* platform, const char* control, const char* word,
                      const json& raw) {
    return says::reason({{"platform", platform},
                         {"control", control},
                         {"why", word},
                         {"raw", raw},
                         {"unit", nullptr}});
  };
  CHECK(why("roblox", "data-sharing-default", "mixed", "off").find("only sets the default") !=
        std::string::npos);
  CHECK(why("linkedin", "genai-training", "mixed", "mixed")
            .find("neither a clear yes nor a clear no") != std::string::npos);
  CHECK(why("tumblr", "third-party-sharing", "ambiguous", "on").find("whose setting") !=
        std::string::npos);
  CHECK(why("tumblr", "third-party-sharing", "ambiguous", nullptr).find("More than one switch") ==
        0);
  CHECK(why("linkedin", "genai-training", "ambiguous", "on").find("More than one switch") == 0);
  CHECK(why("linkedin", "genai-training", "ok", "on").empty());
  std::vector<std::string> told;
  for (const char* word :
       {"other-page", "not-found", "ambiguous", "conflict", "layout-changed", "signed-out",
        "not-offered", "locked", "mixed", "unsaved", "unsettled", "no-access"}) {
    const std::string words = why("linkedin", "genai-training", word, nullptr);
    CHECK(words.size() > 20);  // a sentence, not the bare word
    CHECK(std::find(told.begin(), told.end(), words) == told.end());
    told.push_back(words);
  }
}

TEST_CASE("a law is named only where it can apply, and a deadline only of it") {
  const json form = {{"step", "submitted"},
                     {"at", "2026-10-01T12:00:00.000Z"},
                     {"asked", "2026-10-01T12:00:00.000Z"},
                     {"due", "2026-11-01T12:00:00.000Z"}};
  const auto told = [&](const char* platform) {
    return all_of(
        *says::objection({{"platform", platform}, {"control", "objection"}, {"form", form}}, kYou));
  };
  CHECK(told("facebook")
            .find("Where the GDPR applies (EU, EEA, United Kingdom), an answer was due by "
                  "2026-11-01") != std::string::npos);
  CHECK(told("facebook").find("12:00") == std::string::npos);
  CHECK(told("note").find("GDPR") == std::string::npos);  // offered in Japan only
  CHECK(told("note").find("due") == std::string::npos);
}

TEST_CASE("a control that its rule has replaced is shown as such, and asks for nothing") {
  const json old =
      line(false, {{"control", "older-name"}, {"training", "allowed"}, {"returned", true}});
  CHECK(says::is_older(old));
  CHECK_FALSE(says::asks_for_a_look(old));
  CHECK(all_of(says::deciding(old, kYou)).find("Of an older rule") != std::string::npos);
  CHECK_FALSE(says::is_older(line(false, json::object())));
  // A name that only a person gave is no rule's.
  CHECK_FALSE(
      says::is_older(line(false, {{"control", "my-own"}, {"seen", nullptr}, {"tried", nullptr}})));
  CHECK(says::asks_for_a_look(line(false, {{"returned", true}})));
  CHECK(says::asks_for_a_look(line(false, {{"returned", "perhaps"}})));
  CHECK(says::asks_for_a_look(line(false, {{"kept", "not-kept"}})));
  CHECK_FALSE(says::asks_for_a_look(line(false, json::object())));
}

TEST_CASE("that the extension pressed is no sign that agreed") {
  const json pressed = {{"by", {"role", "assisted", "attr"}}};
  CHECK(says::signs(pressed) == "role, attr");
  CHECK(says::is_pressed(pressed));
  CHECK(says::signs({{"by", {"role"}}}) == "role");
  CHECK_FALSE(says::is_pressed({{"by", {"role"}}}));
  CHECK_FALSE(says::is_pressed({{"by", nullptr}}));
}

TEST_CASE("facts about a region carry the region") {
  for (const char* id : {"linkedin", "gmail", "pinterest", "facebook"})
    for (const std::string& fact : known::list(known::platform(id)->facts)) {
      CAPTURE(fact);
      CHECK(fact.find(": ") < 60);
    }
  CHECK(known::platform("linkedin")->facts.find("EEA, Switzerland: ") == 0);
}
