#include "cli/command_name.h"

#include <algorithm>
#include <array>

#include "install/doctor/findings.h"
#include "install/register/register.h"
#include "install/system/machine.h"

namespace optoutlog::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kName = "optoutlog";
constexpr std::array<std::string_view, 13> kSubcommands = {
    "status",    "history",  "declare",    "export", "verify", "import", "erase",
    "set-aside", "register", "unregister", "doctor", "policy", "COMMAND"};

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

// Quoted for the shell of this system.
std::string quoted(const std::string& path) {
  const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
    return is_word(c) || (c >= '0' && c <= '9') || std::string_view("/._+:\\").find(c) != std::string::npos;
  });
  if (plain) return path;
#ifdef _WIN32
  return "\"" + path + "\"";
#else
  return install::shell_quoted(path);
#endif
}

std::string find_own_command() {
  const fs::path own = install::this_executable();
  if (own.empty()) return std::string(kName);
  for (const fs::path& folder : install::this_machine().program_folders) {
    fs::path file = folder / kName;
    file += own.extension();
    if (!install::is_program(file)) continue;
    std::error_code error;
    if (fs::equivalent(file, own, error)) return std::string(kName);
    break;  // a shell takes the first, which is another one
  }
  return quoted(install::utf8(own));
}

// The place of the next command at or after `at`, or npos.
std::size_t next_command(std::string_view text, std::size_t at) {
  for (at = text.find(kName, at); at != std::string_view::npos; at = text.find(kName, at + 1)) {
    const bool begins = at == 0 || (!is_word(text[at - 1]) && text[at - 1] != '/' && text[at - 1] != '.');
    std::size_t word = at + kName.size();
    if (!begins || word >= text.size() || text[word] != ' ') continue;
    std::size_t end = ++word;
    while (end < text.size() && is_word(text[end])) ++end;
    const std::string_view subcommand = text.substr(word, end - word);
    if (std::find(kSubcommands.begin(), kSubcommands.end(), subcommand) != kSubcommands.end()) return at;
  }
  return at;
}

}  // namespace

const std::string& own_command() {
  static const std::string command = find_own_command();
  return command;
}

bool tells_command(std::string_view text) {
  return next_command(text, 0) != std::string_view::npos;
}

std::string pasteable(std::string_view text) {
  std::string result;
  std::size_t done = 0;
  for (std::size_t at = next_command(text, 0); at != std::string_view::npos; at = next_command(text, done)) {
    result += std::string(text.substr(done, at - done)) + own_command();
    done = at + kName.size();
  }
  return result + std::string(text.substr(done));
}

}  // namespace optoutlog::cli
