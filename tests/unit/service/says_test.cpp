#include "service/says.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>

#include "base/clock.h"

using namespace optoutlog;
using namespace optoutlog::service;

// The table of sentences × states: what the command ("you") and the statement ("the owner") say for
// each state of a line, for a setting of the platform's own and for one about others, and what must
// never be said for it.
namespace {

constexpr const char* kNow = "2026-11-23T18:00:00.000Z";
constexpr const char* kToday = "2026-11-23T12:00:00.000Z";

std::string day(std::string_view time) {
  return std::string(time.substr(0, 10));
}
const says::Voice kYou{false, kNow, &day, &day};
const says::Voice kOwner{true, kNow, &day, &day};

json run(const char* training, const char* first, const char* last, int times) {
  return {{"training", training}, {"first", first}, {"last", last}, {"times", times}};
}

// A line as `status` answers it: linkedin is a switch of the platform's own, tumblr's is about
// others.
json line(bool others, const json& more) {
  json out = {{"platform", others ? "tumblr" : "linkedin"},
              {"control", others ? "third-party-sharing" : "genai-training"},
              {"account", "ada-l"},
              {"unit", others ? json("my-blog") : json()},
              {"training", "denied"},
              {"basis", "seen"},
              {"why", "ok"},
              {"sure", "sure"},
              {"since", kToday},
              {"seen", kToday},
              {"tried", kToday},
              {"stale", false},
              {"returned", false},
              {"answer", nullptr},
              {"decided", kToday},
              {"known", "denied"},
              {"denied", kToday},
              {"form", nullptr},
              {"kept", "confirmed"},
              {"run", run("denied", kToday, kToday, 1)},
              {"before", nullptr},
              {"declared", nullptr}};
  out.update(more);
  return out;
}

struct State {
  const char* name;
  json line;
  says::Sign sign;
  std::vector<std::string> said;       // what has to be said, for a setting of the platform's own
  std::vector<std::string> othersaid;  // and for one about others
  std::vector<std::string> never;      // what must not be
};

std::vector<State> states(bool others) {
  const json allowed = {
      {"training", "allowed"}, {"known", "allowed"}, {"run", run("allowed", kToday, kToday, 1)}};
  const auto with = [](json base, const json& more) {
    base.update(more);
    return base;
  };
  const json after_denial =
      with(allowed,
           {{"before", run("denied", "2026-05-12T09:00:00.000Z", "2026-09-29T09:00:00.000Z", 3)}});
  const json unknown = {{"training", "unknown"}, {"known", "unknown"}, {"seen", nullptr},
                        {"sure", nullptr},       {"stale", true},      {"why", "conflict"},
                        {"kept", nullptr},       {"decided", nullptr}, {"denied", nullptr},
                        {"run", nullptr}};
  const json declared = {
      {"training", "denied"}, {"at", "2026-11-20T12:00:00.000Z"}, {"date", "2026-11-20"}};
  const std::vector<std::string> about_off = {"may use",      "probably", "likely",  "turned",
                                              "changed your", "again",    "you said"};
  return {
      {"sure denied",
       line(others, json::object()),
       says::Sign::kSure,
       {"LinkedIn’s AI-training switch is off.", "Confirmed"},
       {"Your setting on Tumblr does not allow AI training by others."},
       about_off},
      {"sure denied, of before `how`",
       line(others, {{"kept", nullptr}}),
       says::Sign::kLikely,
       {"LinkedIn’s AI-training switch is probably off."},
       {"probably does not allow AI training by others."},
       {"may use", "turned", "again", "onfirmed"}},
      {"sure allowed",
       line(others, allowed),
       says::Sign::kSure,
       {"LinkedIn’s AI-training switch is on: LinkedIn may use your data to train AI."},
       {"Your setting on Tumblr allows AI training by others."},
       {"probably", "likely", "again", "off"}},
      {"likely denied",
       line(others, {{"sure", "likely"}}),
       says::Sign::kLikely,
       {"is probably off.", "Likely, not sure."},
       {"probably does not allow AI training by others."},
       {"onfirmed", "switch is off", "again"}},
      {"likely allowed",
       line(others, with(allowed, {{"sure", "likely"}})),
       says::Sign::kLikely,
       {"is probably on."},
       {"probably allows AI training by others."},
       {"onfirmed", "may use", "again"}},
      {"changed to denied",
       line(others, {{"sure", "likely"}, {"kept", "pending"}}),
       says::Sign::kChanged,
       {"On 2026-11-23 you turned LinkedIn’s AI-training switch off.",
        "not seen after loading the page again"},
       {"you changed your setting on Tumblr to not allow AI training by others."},
       {"onfirmed:", "is off", "does not allow"}},
      {"changed to allowed",
       line(others, with(allowed, {{"sure", "likely"}, {"kept", "pending"}})),
       says::Sign::kChanged,
       {"you turned LinkedIn’s AI-training switch on."},
       {"you changed your setting on Tumblr to allow AI training by others."},
       {"may use", "onfirmed:", "again:"}},
      {"not kept",
       line(others, with(after_denial, {{"kept", "not-kept"}})),
       says::Sign::kNotKept,
       {"On 2026-09-29 you turned LinkedIn’s AI-training switch off; when the page was loaded "
        "again, on 2026-11-23, it was on: the change was not kept."},
       {"it allowed it: the change was not kept."},
       {"onfirmed", "nobody was seen", "is off"}},
      {"returned",
       line(others, with(after_denial, {{"returned", true}})),
       says::Sign::kReturned,
       {"LinkedIn’s AI-training switch is on again: LinkedIn may use your data to train AI.",
        "nobody was seen",
        "seen off 3 times, 2026-05-12 to 2026-09-29; seen on, 2026-11-23: changed in between"},
       {"Your setting on Tumblr allows AI training by others again.",
        "seen denied 3 times, 2026-05-12 to 2026-09-29; seen allowed, 2026-11-23: changed in "
        "between"},
       {"same account", "probably", "no alarm"}},
      {"perhaps returned",
       line(others, with(after_denial, {{"returned", "perhaps"}, {"account", nullptr}})),
       says::Sign::kPerhaps,
       {"If this is the same account, LinkedIn’s AI-training switch is on again", "no alarm"},
       {"If this is the same account, your setting on Tumblr allows AI training by others again."},
       {"nobody was seen"}},
      {"unknown",
       line(others, unknown),
       says::Sign::kUnknown,
       {"So far we could not tell what your AI-training setting on LinkedIn says.",
        "two different things"},
       {"So far we could not tell what your setting on Tumblr says about AI training by others."},
       {"denied", "not allowed", "allows", "does not allow", " off", " on.", "may use",
        "onfirmed"}},
      {"stale",
       line(others, {{"stale", true}, {"why", "layout-changed"}}),
       says::Sign::kStale,
       {"When last seen, on 2026-11-23, LinkedIn’s AI-training switch was off.", "could not tell"},
       {"your setting on Tumblr did not allow AI training by others."},
       {"is off", "onfirmed", "does not allow"}},
      {"said, never seen",
       line(others, {{"basis", "declared"},
                     {"sure", nullptr},
                     {"seen", nullptr},
                     {"tried", nullptr},
                     {"known", "unknown"},
                     {"kept", nullptr},
                     {"run", nullptr},
                     {"declared", declared}}),
       says::Sign::kSaid,
       {"You said that you refused AI training on LinkedIn (2026-11-20).", "never seen"},
       {"You said that you refused AI training by others on Tumblr (2026-11-20)."},
       {"is off", "onfirmed", "12:00", "does not allow"}},
      {"seen allowed, then said denied",
       line(others, {{"basis", "declared"},
                     {"sure", nullptr},
                     {"known", "allowed"},
                     {"kept", nullptr},
                     {"run", run("allowed", kToday, kToday, 1)},
                     {"declared", declared}}),
       says::Sign::kSaid,
       {"You said that you refused AI training on LinkedIn (2026-11-20)."},
       {"You said that you refused AI training by others on Tumblr (2026-11-20)."},
       {"onfirmed", "since"}},
  };
}

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

TEST_CASE("facts about a region carry the region") {
  for (const char* id : {"linkedin", "gmail", "pinterest", "facebook"})
    for (const std::string& fact : known::list(known::platform(id)->facts)) {
      CAPTURE(fact);
      CHECK(fact.find(": ") < 60);
    }
  CHECK(known::platform("linkedin")->facts.find("EEA, Switzerland: ") == 0);
}
