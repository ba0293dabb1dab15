#pragma once
#include <string>
#include <vector>

#include "service/says.h"

// The table of sentences × states: what the command ("you") and the statement ("the owner") say for
// each state of a line, for a setting of the platform's own and for one about others, and what must
// never be said for it.
namespace {

using namespace optoutlog;
using namespace optoutlog::service;

constexpr const char* kToday = "2026-11-23T12:00:00.000Z";

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

json with(json base, const json& more) {
  base.update(more);
  return base;
}

json allowed_now() {
  return {
      {"training", "allowed"}, {"known", "allowed"}, {"run", run("allowed", kToday, kToday, 1)}};
}

std::vector<State> seen_states(bool others) {
  const json allowed = allowed_now();
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
  };
}

std::vector<State> changed_states(bool others) {
  const json allowed = allowed_now();
  const json after_denial =
      with(allowed,
           {{"before", run("denied", "2026-05-12T09:00:00.000Z", "2026-09-29T09:00:00.000Z", 3)}});
  return {
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
  };
}

std::vector<State> unseen_states(bool others) {
  const json unknown = {{"training", "unknown"}, {"known", "unknown"}, {"seen", nullptr},
                        {"sure", nullptr},       {"stale", true},      {"why", "conflict"},
                        {"kept", nullptr},       {"decided", nullptr}, {"denied", nullptr},
                        {"run", nullptr}};
  const json declared = {
      {"training", "denied"}, {"at", "2026-11-20T12:00:00.000Z"}, {"date", "2026-11-20"}};
  return {
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

std::vector<State> states(bool others) {
  std::vector<State> all = seen_states(others);
  for (auto& more : {changed_states(others), unseen_states(others)})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace
