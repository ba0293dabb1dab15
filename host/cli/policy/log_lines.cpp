#include "cli/policy/log_lines.h"

#include "cli/answer.h"
#include "service/says.h"
#include "service/service.h"

namespace optoutlog::policy {
namespace {

namespace says = service::says;

using cli::text;

// Whether the setting was looked at since the change of the policy, which came at `at`.
std::string since_then(const json& line, const std::string& at) {
  if (text(line, "seen") < at)
    return "That was before this change: open the setting and look again.";
  const json run = line.value("run", json());
  const bool known_before = run.is_object() && text(run, "first") < at;
  return known_before ? "It was seen before this change and after it."
                      : "It was seen after this change. What it was before: optoutlog history";
}

// What was seen, and what the user said: two sentences.
void tell(const json& line, const std::string& at, std::vector<std::string>& out) {
  const says::Voice voice = cli::voice();
  std::string which = text(line, "control");
  for (const char* part : {"account", "unit"})
    if (const std::string one = text(line, part); !one.empty()) which += ", " + one;
  which = "your setting (" + which + "): ";
  const auto page = says::seen(line, voice);
  if (page && page->training != "unknown")
    out.push_back(which + page->headline +
                  (page->when.empty() ? "" : " Looks: " + page->when + ".") + " " +
                  since_then(line, at));
  if (const auto word = says::said(line, voice))
    out.push_back(which + word->headline +
                  (text(line, "seen").empty() ? " It was never seen on a page." : ""));
}

}  // namespace

std::vector<std::string> settings_at(const std::string& platform, const std::string& at) {
  service::Service log;
  std::vector<std::string> out;
  json cursor = nullptr;
  do {
    const auto page =
        log.call("status", cursor.is_null() ? json::object() : json{{"cursor", cursor}});
    if (!page)
      return {"your setting: the log could not be read (" + std::string(page.error().kind->name) +
              ")"};
    for (const json& line : page->at("controls"))
      if (line.at("platform") == platform && line.at("training") != "unknown") tell(line, at, out);
    cursor = page->at("next");
  } while (!cursor.is_null());
  return out;
}

}  // namespace optoutlog::policy
