#include "install/doctor/hello.h"

#include <algorithm>
#include <optional>

#include "base/json.h"
#include "ids.h"
#include "install/system/launch.h"
#include "version.h"

namespace optoutlog::install {
namespace {

using nlohmann::json;

constexpr unsigned kMostAnswerBytes = 1024 * 1024;

std::string frame(const json& message) {
  const std::string body = message.dump();
  const auto length = static_cast<unsigned>(body.size());
  std::string header;
  for (int shift = 0; shift < 32; shift += 8) header += static_cast<char>((length >> shift) & 0xff);
  return header + body;
}

unsigned length_at(const std::string& bytes, std::size_t at) {
  unsigned length = 0;
  for (std::size_t i = 0; i < 4; ++i)
    length |= static_cast<unsigned>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return length;
}

// The bodies of the whole frames; `rest` is what follows them.
std::vector<std::string> frames(const std::string& bytes, std::string& rest) {
  std::vector<std::string> bodies;
  std::size_t at = 0;
  while (bytes.size() - at >= 4) {
    const unsigned length = length_at(bytes, at);
    if (length > kMostAnswerBytes || bytes.size() - at - 4 < length) break;
    bodies.push_back(bytes.substr(at + 4, length));
    at += 4 + length;
  }
  rest = bytes.substr(at);
  return bodies;
}

// Text made printable for a message: at most `limit` bytes of the first line, control characters
// escaped.
std::string quoted(const std::string& text, std::size_t limit) {
  const std::string line = text.substr(0, std::min(limit, text.size()));
  return json(line).dump(-1, ' ', false, json::error_handler_t::replace);
}

bool is_text(const std::string& bytes) {
  if (bytes.empty()) return false;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0xF4) return false;  // in no UTF-8 text
    if (byte < 0x20 && c != '\r' && c != '\n' && c != '\t' && c != '\x1b') return false;
  }
  return true;
}

Issue junk(const std::string& bytes) {
  const std::string head = bytes.substr(0, 4);
  if (is_text(head)) {
    std::string detail = quoted(bytes.substr(0, bytes.find('\n', 4)), 120);
    if (head.size() == 4) {
      const unsigned length = length_at(bytes, 0);
      detail += "; a browser takes its first characters " + quoted(head, 4) + " for a length of " +
                std::to_string(length) + " bytes";
    }
    return {"launch.text-on-stdout", detail};
  }
  if (head.size() == 4 && length_at(bytes, 0) > kMostAnswerBytes) {
    return {"launch.frame-too-long", std::to_string(length_at(bytes, 0))};
  }
  return {"launch.truncated", std::to_string(bytes.size()) + " bytes of a frame"};
}

// The result object of an answer, or the issue that there is none.
std::optional<json> result_of(const std::string& body, std::vector<Issue>& issues) {
  const json answer = json_or_discarded(body);
  if (answer.is_discarded()) {
    issues.push_back({"launch.not-json", quoted(body, 80)});
  } else if (answer.is_object() && answer.contains("error") && answer["error"].is_object()) {
    const json& error = answer["error"];
    const json data = error.value("data", json::object());
    const std::string name = data.is_object() && data.contains("name") ? data["name"].dump() : "";
    const std::string text = error.contains("message") && error["message"].is_string()
                                 ? error["message"].get<std::string>()
                                 : error.dump();
    issues.push_back({name == "\"caller.forbidden\"" ? "launch.forbidden" : "launch.error", text});
  } else if (!answer.is_object() || !answer.contains("result") || !answer["result"].is_object()) {
    issues.push_back({"launch.not-ours", quoted(body, 80)});
  } else {
    return answer["result"];
  }
  return std::nullopt;
}

// `hello`'s walls: null, where a program has none to raise, misses none.
std::string walls_missing(const json& walls) {
  if (!walls.is_array()) return "";
  const auto stands = [&](const char* name) {
    return std::find(walls.begin(), walls.end(), name) != walls.end();
  };
  if (!stands("files")) return stands("calls") ? "Landlock" : "Landlock, no seccomp";
  return stands("calls") ? "" : "seccomp";
}

std::string exit_text(const Launched& launched) {
  std::string text = launched.signal != 0 ? "signal " + std::to_string(launched.signal)
                                          : "exit status " + std::to_string(launched.status);
  const std::size_t end = launched.errors.find_last_not_of("\r\n");
  if (end == std::string::npos) return text;
  const std::string errors = launched.errors.substr(0, end + 1);
  const std::size_t line = errors.rfind('\n');
  return text + ", it said " + quoted(errors.substr(line == std::string::npos ? 0 : line + 1), 200);
}

std::vector<std::string> browser_arguments(Family family, const fs::path& manifest_file) {
  if (family == Family::kFirefox) return {utf8(manifest_file), std::string(ids::kFirefox.front())};
  std::vector<std::string> arguments = {"chrome-extension://" +
                                        std::string(ids::kChromium.front()) + "/"};
#ifdef _WIN32
  arguments.push_back("--parent-window=0");
#endif
  return arguments;
}

}  // namespace

std::string length_as_text(unsigned length) {
  std::string text;
  for (int shift = 0; shift < 32; shift += 8) text += static_cast<char>((length >> shift) & 0xff);
  return is_text(text) ? text : "";
}

Greeting read_greeting(const std::string& whole, const std::string& host_name) {
  Greeting greeting;
  std::string rest;
  const std::vector<std::string> bodies = frames(whole, rest);
  if (!bodies.empty()) {
    const auto hello = result_of(bodies.front(), greeting.issues);
    if (!hello) return greeting;
    const auto text = [&](const char* field) {
      return hello->contains(field) && (*hello)[field].is_string()
                 ? (*hello)[field].get<std::string>()
                 : "";
    };
    greeting.name = text("name");
    greeting.version = text("version");
    if (greeting.name.rfind("optoutlog", 0) != 0 || !hello->contains("protocol")) {
      greeting.issues.push_back({"launch.not-ours", quoted(bodies.front(), 80)});
      return greeting;
    }
    const bool fits =
        host_name == (greeting.name == "optoutlog-policy" ? ids::kPolicyName : ids::kHostName);
    if (!fits) {
      greeting.issues.push_back({"launch.other-program", greeting.name});
      return greeting;
    }
    if (const json count = hello->value("pictures", json()); count.is_number_integer())
      greeting.pictures = count.get<long long>();
    greeting.open = walls_missing(hello->value("walls", json()));
    if (hello->contains("problem") && (*hello)["problem"].is_object()) {
      const json& problem = (*hello)["problem"];
      greeting.issues.push_back(
          {"record.trouble", problem.value("name", "") + ": " + problem.value("message", "")});
      return greeting;
    }
  }
  if (!rest.empty()) {
    greeting.issues.push_back(junk(rest));
    return greeting;
  }
  if (host_name == ids::kHostName && bodies.size() > 1) {
    std::vector<Issue> trouble;
    if (!result_of(bodies[1], trouble))
      greeting.issues.push_back({"record.trouble", trouble.front().detail});
  }
  return greeting;
}

Greeting greet(Family family, const fs::path& manifest_file, const std::string& host_name,
               const fs::path& program, std::chrono::milliseconds patience) {
  Launch what;
  what.program = program;
  what.arguments = browser_arguments(family, manifest_file);
  what.variables = bare_environment();
  what.shell = family == Family::kChromium;
  what.patience = patience;
  const json client = {
      {"name", "optoutlog-doctor"}, {"version", kVersion}, {"browser", word(family)}};
  what.input = frame({{"jsonrpc", "2.0"},
                      {"id", 1},
                      {"method", "hello"},
                      {"params", {{"client", client}, {"protocol", 1}}}});
  const bool record = host_name == ids::kHostName;
  if (record) {
    what.input +=
        frame({{"jsonrpc", "2.0"}, {"id", 2}, {"method", "history"}, {"params", {{"limit", 1}}}});
  }
  what.enough = [&](const std::string& bytes) {
    std::string rest;
    const auto bodies = frames(bytes, rest);
    if (rest.size() >= 4 && length_at(rest, 0) > kMostAnswerBytes) return true;
    if (bodies.empty()) return false;
    // Another program's host may answer once and wait: its first answer is enough.
    std::vector<Issue> ignored;
    return bodies.size() >= (record && result_of(bodies.front(), ignored) ? 2u : 1u);
  };
  const Launched launched = launch(what);
  Greeting greeting;
  if (launched.start_error != 0) {
    greeting.issues.push_back({"launch.failed", start_error_text(launched.start_error)});
  } else if (launched.output.empty() && launched.timed_out) {
    greeting.issues.push_back(
        {"launch.silent", std::to_string(patience.count() / 1000) + " seconds"});
  } else if (launched.output.empty()) {
    greeting.issues.push_back(
        {launched.signal != 0 ? "launch.crashed" : "launch.exited", exit_text(launched)});
  } else {
    greeting = read_greeting(launched.output, host_name);
    if (greeting.issues.empty() && !launched.enough) {
      greeting.issues.push_back({launched.timed_out     ? "launch.silent"
                                 : launched.signal != 0 ? "launch.crashed"
                                                        : "launch.exited",
                                 launched.timed_out
                                     ? std::to_string(patience.count() / 1000) + " seconds"
                                     : exit_text(launched)});
    }
    if (greeting.issues.empty() && launched.lingered)
      greeting.issues.push_back({"launch.lingers", ""});
    if (greeting.issues.empty() && greeting.version != kVersion) {
      greeting.issues.push_back({"launch.other-version", greeting.version + " and " + kVersion});
    }
    if (greeting.issues.empty() && !greeting.open.empty())
      greeting.issues.push_back({"launch.no-walls", greeting.open});
  }
  return greeting;
}

}  // namespace optoutlog::install
