#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>

// What doctor can find: for every stable name one sentence and one remedy, in one table.
namespace optoutlog::install {

enum class Outcome { kPass, kWarn, kFail, kSkip };

struct Check {
  Outcome result = Outcome::kPass;
  std::string name;    // stable and dotted: "manifest.bom", "ok" for a pass
  std::string host;    // the host's name, or empty where the browser as a whole is meant
  std::string what;    // one sentence: what was found
  std::string remedy;  // one line: what to do; empty for a pass
  std::string path;    // the manifest or program meant, or empty
};

struct Known {
  std::string_view name;
  Outcome result;
  std::string_view what;
  std::string_view remedy;
};

// Every finding there is. A word in braces is filled in: browser, id, host, file, program, detail,
// who (whom the file has to serve: "other users", "you"), scope (what brings register to the same
// place: " --system", " --user-data-dir …" or nothing), remedy. {'word'} is quoted for the shell;
// {sudo word} is "sudo " where only root may change the path that the word holds.
std::span<const Known> known_findings();

// The finding of this name, filled in. An unknown name gives a FAIL that says so: never silence.
Check explain(std::string_view name, const std::map<std::string, std::string>& words);

// As one word of a POSIX shell.
std::string shell_quoted(std::string_view text);

const char* word(Outcome result);

// The worse of two: FAIL, WARN, PASS, SKIP in this order.
Outcome worse(Outcome a, Outcome b);

}  // namespace optoutlog::install
