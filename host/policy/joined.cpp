#include "policy/joined.h"

#include "service/service.h"

namespace optoutlog::policy {
namespace {

std::string day(const json& time) {
  return time.is_string() ? time.get<std::string>().substr(0, 10) : "";
}

std::string word(const json& line) {
  const std::string state = line.at("training") == "denied" ? "not allowed" : "allowed";
  return line.at("sure") == "likely" ? "probably " + state : state;
}

std::string sentence(const json& line, const std::string& at) {
  std::string who = line.at("control").get<std::string>();
  for (const char* part : {"account", "unit"})
    if (line.at(part).is_string()) who.append(", ").append(line.at(part).get<std::string>());
  // The newest reading says nothing where the user's word came after it.
  const json seen = line.at("basis") == "seen" ? line.at("seen") : json(nullptr);
  const bool since_before = line.at("since").get<std::string>() < at;
  const bool seen_after = seen.is_string() && seen.get<std::string>() >= at;
  std::string out = "your setting (" + who + "): " + word(line) + " since " + day(line.at("since"));
  if (seen.is_string())
    out.append(", last seen ").append(day(seen));
  else
    out.append(", as you said");
  if (!since_before) return out + "; that is after this change. What it was before: optoutlog history";
  if (seen_after) return out + ", after this change.";
  return out + ", before this change: open the setting and look again.";
}

}  // namespace

std::vector<std::string> settings_at(const std::string& platform, const std::string& at) {
  service::Service log;
  std::vector<std::string> out;
  json cursor = nullptr;
  do {
    const auto page = log.call("status", cursor.is_null() ? json::object() : json{{"cursor", cursor}});
    if (!page)
      return {"your setting: the log could not be read (" + std::string(page.error().kind->name) + ")"};
    for (const json& line : page->at("controls"))
      if (line.at("platform") == platform && line.at("training") != "unknown")
        out.push_back(sentence(line, at));
    cursor = page->at("next");
  } while (!cursor.is_null());
  return out;
}

}  // namespace optoutlog::policy
