#include "cli/answer.h"

#include <iostream>

#include "base/clock.h"
#include "cli/command_name.h"
#include "cli/terminal.h"
#include "install/doctor/findings.h"

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace optoutlog::cli {

int fail(const Error& error, bool as_json) {
  if (as_json) {
    json data = error.data.is_object() ? error.data : json::object();
    data["name"] = error.kind->name;
    print_json({{"error", {{"code", error.kind->code}, {"message", error.message}, {"data", data}}}});
  }
  complain(error.message);
  return error.kind->exit != 0 ? error.kind->exit : 70;
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
  std::cerr << wrap(pasteable(
                        "The log is damaged: what is shown is what is whole of it. The way out is told by: "
                        "optoutlog doctor"),
                    columns(), 0)
            << "\n\n";
}

void print_json(const json& value) {
  std::cout << value.dump(-1, ' ', false, json::error_handler_t::replace) << "\n";
}

std::string text(const json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string entries(long long count) {
  return std::to_string(count) + (count == 1 ? " entry" : " entries");
}

std::optional<bool> ask(const std::string& question) {
#ifdef _WIN32
  if (!_isatty(_fileno(stdin))) return std::nullopt;
#else
  if (!isatty(STDIN_FILENO)) return std::nullopt;
#endif
  std::cout << question << " [y/N] " << std::flush;
  std::string line;
  if (!std::getline(std::cin, line)) return false;
  return line == "y" || line == "Y" || line == "yes";
}

}  // namespace optoutlog::cli
