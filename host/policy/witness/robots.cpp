#include "policy/witness/robots.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/words.h"

namespace optoutlog::policy {
namespace {

// How far a group keeps a crawler out of the site.
enum class RobotsReach : std::uint8_t { kOpen, kPartly, kAway };

struct RobotsGroup {
  bool named = false;    // there is one
  bool some = false;     // it keeps something away
  bool all = false;      // everything
  bool home = false;     // the page at "/" alone
  bool returns = false;  // it opens something again
  RobotsReach reach() const {
    if (!all) return some ? RobotsReach::kPartly : RobotsReach::kOpen;
    return returns ? RobotsReach::kPartly : RobotsReach::kAway;
  }
  // Of everybody's group: nearly each has rules for some pages, which turn nobody away.
  bool lets_in() const { return !all && !home; }
};

struct Robots {
  std::map<std::string, RobotsGroup> groups;  // by agent, in lower case; "*": everybody
  std::string signal;
  std::set<std::string> asked;  // agents of groups whose own signal asks not to train
  bool rules = false;           // any line that a robots.txt has
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t";
  const auto from = text.find_first_not_of(kBlank);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kBlank) - from + 1);
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// The product token that the value begins with; what a crawler compares its own name with.
std::string token_of(std::string_view value) {
  if (value.starts_with('*')) return "*";
  constexpr std::string_view kToken =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  return lowered(value.substr(0, value.find_first_not_of(kToken)));
}

// Whether the pattern fits every path: "/", "*", "/*", "/*$" and the like.
bool is_everything(std::string_view pattern) {
  if (pattern.ends_with("*$")) pattern.remove_suffix(1);
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  return pattern.find_first_not_of('*') == std::string_view::npos;
}

// The value of `ai-train` in a list like "search=yes, ai-train=no"; empty where it is not there.
std::string ai_train(std::string_view list) {
  std::string found;
  while (!list.empty()) {
    const auto comma = list.find(',');
    const std::string one = lowered(trimmed(list.substr(0, comma)));
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    const auto equals = one.find('=');
    if (equals == std::string::npos || trimmed(one.substr(0, equals)) != "ai-train") continue;
    const std::string value(trimmed(std::string_view(one).substr(equals + 1)));
    // what is neither may mean either
    const bool clear = value == "yes" || value == "no";
    found = clear && (found.empty() || found == value) ? value : "both";
  }
  return found;
}

class RobotsReader {
 public:
  Robots read(std::string_view body) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (body.starts_with(kMark)) body.remove_prefix(kMark.size());
    while (!body.empty()) {
      const auto end = body.find_first_of("\r\n");
      take(body.substr(0, end));
      body = end == std::string_view::npos ? std::string_view() : body.substr(end + 1);
    }
    return std::move(robots_);
  }

 private:
  void take(std::string_view line) {
    line = line.substr(0, line.find('#'));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string key = lowered(trimmed(line.substr(0, colon)));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (key == "user-agent") return name(token_of(value));
    if (key == "allow" || key == "disallow") return rule(key == "disallow", value);
    if (key == "sitemap") robots_.rules = true;
    if (key == "content-signal") signal(value);
  }

  // Agents on lines that follow one another share a group (RFC 9309, 2.2.1).
  void name(const std::string& agent) {
    robots_.rules = true;
    if (in_rules_) agents_.clear();
    in_rules_ = false;
    if (agent.empty()) return;
    agents_.push_back(agent);
    robots_.groups[agent].named = true;
  }

  void rule(bool away, std::string_view path) {
    robots_.rules = in_rules_ = true;
    if (path.empty()) return;  // keeps nothing away, and opens nothing
    for (const std::string& agent : agents_) {
      RobotsGroup& group = robots_.groups[agent];
      if (away) {
        (is_everything(path) ? group.all : group.some) = true;
        if (path == "/$") group.home = true;
      } else {
        group.returns = true;
      }
    }
  }

  // A line of everybody's, or before any group, is the file's; another is of its agents alone.
  void signal(std::string_view value) {
    robots_.rules = true;
    const std::string said = ai_train(value);
    if (said.empty()) return;
    if (!agents_.empty() && std::find(agents_.begin(), agents_.end(), "*") == agents_.end()) {
      if (said != "yes") robots_.asked.insert(agents_.begin(), agents_.end());
      return;
    }
    robots_.signal = robots_.signal.empty() || robots_.signal == said ? said : "both";
  }

  Robots robots_;
  std::vector<std::string> agents_;
  bool in_rules_ = false;
};

// Pages that stand where the file should: HTML, or bytes.
bool is_no_text(std::string_view body) {
  const auto first = body.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return body.find('\0') != std::string_view::npos ||
         (first != std::string_view::npos && body[first] == '<');
}

RobotsSaying unknown(const Witness& witness, std::string_view why) {
  return {words::training::kUnknown, why, {}, witness.agents, {}};
}

}  // namespace

RobotsSaying no_robots(const Witness& witness) {
  return unknown(witness, words::witness::kNoFile);
}

RobotsSaying judge_robots(const Witness& witness, std::string_view body) {
  if (is_no_text(body)) return unknown(witness, words::witness::kNotText);
  const Robots robots = RobotsReader().read(body);
  if (!robots.rules)
    return unknown(witness, body.find_first_not_of(" \t\r\n") == std::string_view::npos
                                ? words::witness::kEmpty
                                : words::witness::kNotText);
  RobotsSaying saying;
  saying.signal = robots.signal;
  const auto of = [&](const std::string& agent) {
    const auto found = robots.groups.find(agent);
    return found == robots.groups.end() ? RobotsGroup{} : found->second;
  };
  const RobotsGroup everybody = of("*");
  bool none = robots.signal != "no" && robots.signal != "both";
  bool unnamed = false;
  for (const std::string& agent : witness.agents) {
    const RobotsGroup own = of(lowered(agent));
    (own.reach() == RobotsReach::kAway ? saying.away : saying.missing).push_back(agent);
    // Without a group of its own it follows everybody's.
    const bool open = own.named ? own.reach() == RobotsReach::kOpen : everybody.lets_in();
    if (!open || robots.asked.contains(lowered(agent))) none = false;
    if (!own.named) unnamed = true;
  }
  const bool all = saying.missing.empty();
  saying.says = words::training::kUnknown;
  saying.why = words::witness::kPartial;
  if (everybody.reach() == RobotsReach::kAway && (unnamed || all)) {
    saying.why = words::witness::kEveryone;
  } else if (all && (!witness.signal || robots.signal == "no")) {
    saying.says = words::training::kDenied;
    saying.why = words::witness::kOk;
  } else if (none) {
    saying.says = words::training::kAllowed;
    saying.why = words::witness::kOk;
  }
  return saying;
}

}  // namespace optoutlog::policy
