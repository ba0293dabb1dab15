#include "policy/witness/robots.h"

#include <catch2/catch.hpp>
#include <set>

using namespace optoutlog::policy;

namespace {

const Witness kTwo{"substack", "ai-training", {"GPTBot", "ai-Bot2"}, false};
const Witness kSignal{"substack", "ai-training", {"GPTBot"}, true};

std::string verdict(const Witness& witness, std::string_view body) {
  const RobotsSaying found = judge_robots(witness, body);
  return std::string(found.says) + " " + std::string(found.why);
}
std::string two(std::string_view body) {
  return verdict(kTwo, body);
}

}  // namespace

TEST_CASE("robots: denied where every agent is turned away by a group that names it") {
  for (const char* body :
       {"User-agent: GPTBot\nDisallow: /\n\nUser-agent: ai-Bot2\nDisallow: /\n",
        "user-AGENT:gptbot\ndisallow:/\nUSER-agent:AI-BOT2\nDISALLOW:/",
        "\xEF\xBB\xBFUser-agent: GPTBot\r\nUser-agent: ai-Bot2\r\nDisallow: /\r\n",
        "User-agent: GPTBot\rUser-agent: ai-Bot2\rDisallow: /\r",
        "  User-agent : GPTBot # of OpenAI\n\tUser-agent\t: ai-Bot2\n\nDisallow : / # all\n",
        "User-agent: GPTBot\nSitemap: https://a.example/s\nUser-agent: ai-Bot2\nDisallow: *\n",
        "User-agent: GPTBot\nDisallow: /p\nUser-agent: ai-Bot2\nDisallow: /*\n"
        "User-agent: GPTBot\nDisallow: /\n",
        "User-agent: *\nAllow: /\nUser-agent: GPTBot/1.1\nUser-agent: ai-bot2\nDisallow: /\n",
        "User-agent: GPTBot\nUser-agent: ai-bot2\nCrawl-delay: 1\nDisallow:\nDisallow: /\n"}) {
    INFO(body);
    CHECK(two(body) == "denied ok");
  }
}

TEST_CASE("robots: allowed where no agent is kept away from anything") {
  for (const char* body :
       {"User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n",
        "Sitemap: https://a.example/sitemap.xml\n", "User-agent: Other\nDisallow: /\n",
        "User-agent: GPTBotX\nDisallow: /\n",
        "User-agent: xGPTBot\nUser-agent: ai-Bot\nDisallow: /\n",
        "# User-agent: GPTBot\n# Disallow: /\nUser-agent: *\nDisallow:\n",
        "User-agent: GPTBot\nUser-agent: ai-Bot2\nAllow: /\nUser-agent: *\nDisallow: /\n",
        "User-agent: GPTBot\nUser-agent: ai-Bot2\nDisallow:\nUser-agent: *\nDisallow: /\n",
        "Disallow: /\nUser-agent: *\nAllow: /\n"}) {
    INFO(body);
    CHECK(two(body) == "allowed ok");
  }
}

TEST_CASE("robots: unknown where it is neither, with the reason") {
  const std::string gpt = "User-agent: GPTBot\nDisallow: /\n";
  CHECK(two(gpt) == "unknown partial");
  CHECK(judge_robots(kTwo, gpt).missing == std::vector<std::string>{"ai-Bot2"});
  CHECK(judge_robots(kTwo, gpt).away == std::vector<std::string>{"GPTBot"});
  const std::string both = "User-agent: GPTBot\nUser-agent: ai-Bot2\n";
  // Parts of the site, the home page alone, or all but something.
  for (const char* rules :
       {"Disallow: /p/\n", "Disallow: /$\n", "Disallow: /*?\n", "Disallow: /\nAllow: /\n",
        "Disallow: /\nAllow: /p/\n", "Disallow: /\nAllow: /ads.txt\n"})
    CHECK(two(both + rules) == "unknown partial");
  CHECK(two("User-agent: *\nDisallow: /\n") == "unknown everyone");
  CHECK(two(gpt + "User-agent: *\nDisallow: /\n") == "unknown everyone");
  CHECK(two("User-agent: *\nDisallow: /*$\n") == "unknown everyone");
  // Named besides: another setting, that of search engines, writes the same into some files.
  CHECK(two(both + "Disallow: /\nUser-agent: *\nDisallow: /\n") == "unknown everyone");
  // Agents without a group of their own follow everybody's, which keeps them out of nearly all.
  for (const char* rules :
       {"Disallow: /\nAllow: /p/\n", "Allow: /\nDisallow: /*\n", "Disallow: /$\n"}) {
    CHECK(two(std::string("User-agent: *\n") + rules) == "unknown partial");
    CHECK(two(std::string("User-agent: *\n") + rules + both + "Allow: /\n") == "allowed ok");
    CHECK(two(std::string("User-agent: *\n") + rules + both + "Disallow: /\n") == "denied ok");
  }
  CHECK(two("") == "unknown empty");
  CHECK(two(" \r\n\n") == "unknown empty");
  for (const char* page : {"<!DOCTYPE html><p>User-agent: GPTBot\nDisallow: /", "Not found",
                           "\n <html>", "\xEF\xBB\xBF<html>", "{\"error\": 404}", "a: b\nc: d"})
    CHECK(two(page) == "unknown not-text");
  CHECK(two(std::string_view("User-agent: *\0", 14)) == "unknown not-text");
}

TEST_CASE("robots: the signal has to say the same as the groups") {
  const std::string group = "User-agent: GPTBot\nDisallow: /\n";
  const std::string shared =
      "User-agent: *\nContent-Signal: search=yes, ai-input=yes, AI-train=No\n";
  const std::string no = shared + "Allow: /\n";
  // A signal ends no run of agents, so everybody shares the group (RFC 9309, 2.2.1).
  CHECK(verdict(kSignal, shared + group) == "unknown everyone");
  CHECK(verdict(kSignal, no + group) == "denied ok");
  CHECK(judge_robots(kSignal, no + group).signal == "no");
  CHECK(verdict(kSignal, "Content-signal:ai-train = no\n" + group) == "denied ok");
  CHECK(verdict(kSignal, group) == "unknown partial");
  CHECK(verdict(kSignal, no) == "unknown partial");
  CHECK(verdict(kSignal, group + "Content-Signal: ai-train=no\n") == "unknown partial");
  CHECK(verdict(kSignal, no + "Content-Signal: ai-train=yes\n" + group) == "unknown partial");
  CHECK(verdict(kSignal, "User-agent: *\nContent-Signal: ai-train=yes\n") == "allowed ok");
  CHECK(verdict(kSignal, "User-agent: *\nAllow: /\n") == "allowed ok");
  CHECK(verdict(kTwo, no) == "unknown partial");
  // Said to one crawler alone: not everybody's, but not a yes.
  for (const char* one : {"GPTBot", "Other"})
    CHECK(two(std::string("User-agent: ") + one + "\nContent-Signal: ai-train=no\nAllow: /\n") ==
          (one == std::string_view("GPTBot") ? "unknown partial" : "allowed ok"));
}

TEST_CASE("robots: a site without the file turns nobody away") {
  CHECK(no_robots(kTwo).says == "unknown");
  CHECK(no_robots(kTwo).why == "no-file");
  CHECK(no_robots(kTwo).missing == kTwo.agents);
}

TEST_CASE("witnesses: each setting once, its agents once, none that cannot be told from another") {
  std::set<std::string> settings;
  for (const Witness& one : known_witnesses()) {
    INFO(one.platform);
    CHECK(settings.insert(one.platform + "/" + one.control).second);
    std::string file;
    std::set<std::string> agents;
    for (const std::string& agent : one.agents) {
      CHECK(agents.insert(agent).second);
      file += "User-agent: " + agent + "\n";
    }
    if (one.signal) file = "Content-Signal: ai-train=no\n" + file;
    CHECK(agents.size() >= 5);
    CHECK(verdict(one, file + "Disallow: /\n") == "denied ok");
    for (const std::string& agent : one.agents) {
      const auto found = judge_robots(one, "User-agent: " + agent + "\nDisallow: /\n");
      CHECK(found.away == std::vector<std::string>{agent});
    }
  }
}
