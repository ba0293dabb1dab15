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
constexpr std::array<std::string_view, 18> kSubcommands = {
    "status", "history", "show",    "open",      "declare",  "export",
    "verify", "import",  "erase",   "set-aside", "register", "unregister",
    "doctor", "policy",  "picture", "stamp",     "witness",  "COMMAND"};

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

// Quoted for the shell of this system.
std::string quoted(const std::string& path) {
  const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
    return is_word(c) || (c >= '0' && c <= '9') ||
           std::string_view("/._+:\\").find(c) != std::string::npos;
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

bool is_subcommand(std::string_view word) {
  return std::find(kSubcommands.begin(), kSubcommands.end(), word) != kSubcommands.end();
}

// The place of the next command at or after `at`, or npos.
std::size_t next_command(std::string_view text, std::size_t at) {
  for (at = text.find(kName, at); at != std::string_view::npos; at = text.find(kName, at + 1)) {
    const bool begins =
        at == 0 || (!is_word(text[at - 1]) && text[at - 1] != '/' && text[at - 1] != '.');
    std::size_t word = at + kName.size();
    if (!begins || word >= text.size() || text[word] != ' ') continue;
    std::size_t end = ++word;
    while (end < text.size() && is_word(text[end])) ++end;
    const std::string_view subcommand = text.substr(word, end - word);
    if (is_subcommand(subcommand)) return at;
  }
  return at;
}

bool starts(std::string_view text, std::string_view name) {
  return text.size() > name.size() + 1 && text.substr(0, name.size()) == name &&
         text[name.size()] == ' ';
}

// Where the word at `at` ends; what stands in single quotes is one word.
std::size_t word_end(std::string_view text, std::size_t at) {
  const std::size_t quoted = text[at] == '\'' ? text.find('\'', at + 1) : at;
  return std::min(text.find(' ', std::min(quoted, text.size())), text.size());
}

// Whether a sentence or a clause ends behind this character, and a command with it.
bool closes(char c) {
  return std::string_view(".,;:)").find(c) != std::string_view::npos;
}

// A placeholder (FILE), a number, a path, a quoted text: no word of a sentence.
bool is_marked(std::string_view word) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const char first = word.front();
  if (first == '\'' || first == '/' || first == '#' || (first >= '0' && first <= '9')) return true;
  return word.size() > 1 && upper(first) && upper(word[1]);
}

}  // namespace

const std::string& own_command() {
  static const std::string command = find_own_command();
  return command;
}

std::size_t command_length(std::string_view text) {
  const std::string_view name = starts(text, kName) ? kName : std::string_view(own_command());
  if (!starts(text, name)) return 0;
  std::size_t end = word_end(text, name.size() + 1);
  const std::string_view subcommand = text.substr(name.size() + 1, end - name.size() - 1);
  if (!is_subcommand(subcommand.substr(0, subcommand.find_last_not_of(".,;:)'") + 1))) return 0;
  // Words that belong to it though nothing marks them as its own.
  int bare = subcommand == "declare" ? 3 : subcommand == "policy" ? 1 : 0;
  bool value = false;  // of the option before
  while (!closes(text[end - 1]) && end + 1 < text.size() && text[end + 1] != ' ') {
    const std::size_t after = word_end(text, end + 1);
    const std::string_view word = text.substr(end + 1, after - end - 1);
    const bool option = word.front() == '-';
    if (!option && !value && !is_marked(word) && bare-- <= 0) break;
    value = option;
    end = after;
  }
  return end;
}

std::string pasteable(std::string_view text) {
  std::string result;
  std::size_t done = 0;
  for (std::size_t at = next_command(text, 0); at != std::string_view::npos;
       at = next_command(text, done)) {
    result += std::string(text.substr(done, at - done)) + own_command();
    done = at + kName.size();
  }
  return result + std::string(text.substr(done));
}

}  // namespace optoutlog::cli
