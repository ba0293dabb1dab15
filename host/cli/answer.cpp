#include "cli/answer.h"

#include <cerrno>
#include <system_error>

#include "base/clock.h"
#include "cli/terminal.h"
#include "install/doctor/findings.h"

namespace optoutlog::cli {
namespace {

std::string sentences(const std::string& what, const std::string& next) {
  return next.empty() ? what : what + " " + next;
}

// " (No such file or directory)"
std::string why_of(int number) {
  return number != 0 ? " (" + std::generic_category().message(number) + ")" : std::string();
}

// The stable name stands where the protocol has it (`data.name`), too.
void print_error(json error, json data) {
  if (!data.is_object()) data = json::object();
  data["name"] = error["name"];
  error["data"] = std::move(data);
  print_json(json{{"error", std::move(error)}});
}

}  // namespace

int fail(const Trouble& trouble, bool as_json) {
  if (as_json)
    print_error({{"name", trouble.name},
                 {"message", sentences(trouble.what, trouble.next)},
                 {"exit", trouble.exit}},
                trouble.data);
  complain(trouble.what, trouble.next);
  return trouble.exit;
}

int fail(const Error& error, bool as_json) {
  const int exit = error.kind->exit != 0 ? error.kind->exit : errors::kInternal.exit;
  if (as_json)
    print_error({{"name", error.kind->name},
                 {"code", error.kind->code},
                 {"message", error.message},
                 {"exit", exit}},
                error.data);
  complain(error.message);
  return exit;
}

int fail(const std::vector<install::Problem>& problems, int exit, bool as_json, json data) {
  json all = json::array();
  for (const install::Problem& each : problems) {
    all.push_back({{"name", each.name}, {"message", sentences(each.what, each.remedy)}});
    complain(each.what, each.remedy);
  }
  data["problems"] = all;
  all.front()["exit"] = exit;
  if (as_json) print_error(all.front(), data);
  return exit;
}

int misused(const std::string& what, const std::string& next, bool as_json) {
  const ErrorKind& kind = errors::kParamsInvalid;
  return fail(Trouble{std::string(kind.name), kind.exit, what, next, {}}, as_json);
}

int unreadable(const std::string& file, const std::string& next, bool as_json) {
  const std::string why = why_of(errno);
  return fail(
      Trouble{"file.unreadable", 2, "Could not read " + file + why + ".", next, {{"path", file}}},
      as_json);
}

int unwritable(const std::string& file, int why, const std::string& next, bool as_json) {
  return fail(Trouble{"file.unwritable",
                      2,
                      "Could not write " + file + why_of(why) + ".",
                      next,
                      {{"path", file}}},
              as_json);
}

std::optional<int> stopped(const std::string& question, const std::string& nothing, bool as_json) {
  if (!is_terminal(stdin))
    return misused("There is no terminal to ask on: " + nothing + ".",
                   "To go on without being asked, add --yes.", as_json);
  // Standard output is for the answer of the command.
  std::cerr << wrap(harmless(question) + " [y/N]", columns(), 0) << " " << std::flush;
  std::string line;
  std::getline(std::cin, line);
  if (line == "y" || line == "Y" || line == "yes") return std::nullopt;
  return fail(Trouble{"declined", 1, "You did not say yes: " + nothing + ".", "", {}}, as_json);
}

Result<json> whole_status(service::Service& service) {
  json all = json::array();
  json answer;
  json params = json::object();
  do {
    auto page = service.call("status", params);
    if (!page) return page.error();
    answer = *page;
    for (const json& control : answer["controls"]) all.push_back(control);
    params["cursor"] = answer.value("next", json());
  } while (!params["cursor"].is_null());
  answer["controls"] = std::move(all);
  return answer;
}

Result<std::string> whole_export(const json& asked) {
  service::Service service;
  std::string all;
  json params = asked;
  for (;;) {
    const auto page = service.call("export", params);
    if (!page && !page.error().is(errors::kCursorStale)) return page.error();
    if (!page) {
      all.clear();
      params = asked;
      continue;
    }
    all += text(*page, "text");
    params["cursor"] = page->value("next", json());
    if (params["cursor"].is_null()) return all;
  }
}

std::string subject_flags(const json& line) {
  std::string flags;
  for (const char* name : {"account", "unit"}) {
    const std::string value = text(line, name);
    if (!value.empty()) flags += std::string(" --") + name + " " + install::shell_quoted(value);
  }
  return flags;
}

service::says::Voice voice() {
  return {false, format_time(optoutlog::now()),
          [](std::string_view time) { return local_time(time).substr(0, 10); }, &local_time};
}

bool is_asked(const json& line) {
  const json returned = line.value("returned", json());
  return returned == true || returned == "perhaps";
}

void warn_of_damage(service::Service& service) {
  const auto hello = service.call("hello", json::object());
  if (!hello || !hello->value("problem", json()).is_object()) return;
  complain("The log is damaged: what is shown is what is whole of it.",
           "The way out is told by: optoutlog doctor");
}

std::string text(const json& object, const char* member, const char* otherwise) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : otherwise;
}

std::string entries(long long count) {
  return std::to_string(count) + (count == 1 ? " entry" : " entries");
}

}  // namespace optoutlog::cli
