#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

// What register, unregister and doctor need to know of the computer they run on. A value, so that
// tests can describe any computer: another system, another home, a root that is only a folder.
namespace optoutlog::install {

namespace fs = std::filesystem;

enum class Os { kLinux, kMacos, kWindows };
enum class Scope { kUser, kSystem };

struct Machine {
  Os os = Os::kLinux;
  // Set in front of every system path; empty means the computer itself. Packagers stage into a
  // folder.
  fs::path root;
  // The words in braces of manifests/browsers.json: home, config, chrome-config, support,
  // localappdata, appdata. A word that the computer has no value for (no HOME) is absent.
  std::map<std::string, std::string> words;
  // Where commands are looked for: the folders of PATH.
  std::vector<fs::path> program_folders;
  // Where our own files of this scope live: the receipt, and on Windows the manifests.
  // OPTOUTLOG_DATA, which moves the record, does not move them: what is registered belongs to the
  // home folder, and unregister has to find its receipt whatever a shell has set.
  fs::path user_data;
  fs::path system_data;
  // $CHROME_USER_DATA_DIR, where the Chromium family then looks instead of its own folder.
  std::string chrome_user_data;
  // True when the user is root through sudo: "user" then means somebody else than the person meant.
  bool sudo = false;
  // True when the user is root and the home folder is another user's (su -m, doas): what root makes
  // there would be closed to that user. No such thing on Windows.
  bool foreign_home = false;
};

// The computer this runs on, from its environment. Relative XDG values are ignored, as the XDG base
// directory specification demands.
Machine this_machine();

// The running executable, symbolic links resolved. Empty when the system does not tell.
fs::path this_executable();

// The absolute path by which this program was called, links kept: what stays the same when a
// package manager puts another version behind them. Empty when the system does not tell.
fs::path called_as();

// Text form of a path in UTF-8, on every system.
std::string utf8(const fs::path& path);
// And back.
fs::path from_utf8(const std::string& text);

// Puts `root` in front of an absolute path; leaves the path alone when root is empty.
fs::path under_root(const fs::path& root, const fs::path& path);

// The word in the table and on the command line: "linux", "macos", "windows"; "user", "system".
const char* word(Os os);
const char* word(Scope scope);

}  // namespace optoutlog::install
