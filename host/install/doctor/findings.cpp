#include "install/doctor/findings.h"

#include <algorithm>

namespace optoutlog::install {
namespace {

constexpr std::string_view kAgain = "optoutlog register --browser {id}{scope} --force";

}  // namespace

const std::vector<Known>& known_findings() {
  static const std::vector<Known> table = {
      // The browser
      {"browser.absent", Result::kSkip, "{browser} is not on this computer.", ""},
      {"browser.only-named", Result::kSkip, "{detail}", ""},
      {"browser.sandboxed", Result::kWarn, "{browser} cannot reach Opt-Out Log's host. {detail}", "{remedy}"},
      {"browser.sandbox-asks", Result::kWarn, "{browser} needs a permission first. {detail}", "{remedy}"},
      {"browser.none", Result::kWarn, "No browser that Opt-Out Log knows was found for this user.",
       "Start your browser once, then run: optoutlog register"},
      // An administrator's policies
      {"policy.blocked", Result::kFail,
       "A policy of this computer forbids {browser} to use {host}: {detail}.",
       "Ask whoever manages this computer to put {host} on NativeMessagingAllowlist."},
      {"policy.user-level-off", Result::kFail,
       "A policy of this computer makes {browser} ignore manifests of single users: {detail}.",
       "sudo optoutlog register --system --browser {id}"},
      {"policy.extension-blocked", Result::kFail,
       "A policy of this computer forbids {browser} to run the Opt-Out Log extension: {detail}.",
       "Ask whoever manages this computer to allow the extension."},
      {"policy.permission-blocked", Result::kFail,
       "A policy of this computer denies the Opt-Out Log extension the permission nativeMessaging, without "
       "which it reaches no host: {detail}.",
       "Ask whoever manages this computer to take nativeMessaging out of blocked_permissions for the "
       "extension."},
      // The manifest
      {"manifest.missing", Result::kFail, "{browser} finds no manifest of {host}; it looks in {detail}.",
       "optoutlog register --browser {id}{scope}"},
      {"manifest.optional-missing", Result::kWarn,
       "{browser} finds no manifest of {host}: watching policies will not work in it.",
       "optoutlog register --browser {id}{scope}"},
      {"manifest.unreadable", Result::kFail, "{browser} may not read {file}: {detail}.",
       "{sudo file}chmod a+r {'file'}"},
      {"manifest.no-file", Result::kFail, "{file} is no file, but a folder, a pipe, or a link to nothing.",
       "Remove it, then run: optoutlog register --browser {id}{scope}"},
      {"manifest.folder-closed", Result::kFail,
       "The folder {detail}, in which {browser} looks for {file}, is closed to {who}.",
       "{sudo detail}chmod a+x {'detail'}"},
      {"manifest.empty", Result::kFail, "{file} is empty.", kAgain},
      {"manifest.bom", Result::kWarn,
       "{file} begins with a byte order mark ({detail}), which JSON forbids: today's browsers skip it, "
       "others "
       "may refuse the file.",
       kAgain},
      {"manifest.not-utf8", Result::kFail, "{file} is not UTF-8 text ({detail}).", kAgain},
      {"manifest.trailing-comma", Result::kFail, "{file} has a comma before a closing bracket ({detail}).",
       kAgain},
      {"manifest.comment", Result::kFail, "{file} holds a comment ({detail}), which {browser} refuses.",
       kAgain},
      {"manifest.comment-skipped", Result::kWarn,
       "{file} holds a comment ({detail}); {browser} skips it, other browsers refuse it.", kAgain},
      {"manifest.json", Result::kFail, "{file} is not valid JSON ({detail}).", kAgain},
      {"manifest.name", Result::kFail, "{file} names the host '{detail}' instead of {host}.", kAgain},
      {"manifest.name-invalid", Result::kFail,
       "{file} has the name '{detail}', with letters that {browser} does not allow in a host's name.",
       kAgain},
      {"manifest.description", Result::kFail, "The description in {file} {detail}.", kAgain},
      {"manifest.type", Result::kFail, "The type in {file} is wrong ({detail}); it has to be stdio.", kAgain},
      {"manifest.path", Result::kFail, "The path in {file} {detail}.", kAgain},
      {"manifest.path-relative", Result::kFail, "{file} names the program by a relative path: {detail}.",
       kAgain},
      {"manifest.callers", Result::kFail, "{file} has no list {detail}.", kAgain},
      {"manifest.origin-invalid", Result::kFail,
       "{file} lists the malformed origin '{detail}'; one such entry makes {browser} drop the whole "
       "manifest.",
       kAgain},
      {"manifest.origin-missing", Result::kFail,
       "{file} does not list the Opt-Out Log extension ({detail}), so {browser} answers \"forbidden\".",
       kAgain},
      {"manifest.extension-invalid", Result::kFail, "{file} lists the malformed add-on id '{detail}'.",
       kAgain},
      {"manifest.extension-missing", Result::kFail,
       "{file} does not list the Opt-Out Log add-on ({detail}), so {browser} refuses it.", kAgain},
      {"manifest.member", Result::kFail,
       "{file} has the member '{detail}', which {browser} does not know; it then takes the whole manifest "
       "for "
       "not there.",
       kAgain},
      {"manifest.shadowing", Result::kFail,
       "The broken {file} hides the good {detail}: {browser} takes the first one it finds.", "{remedy}"},
      {"manifest.shadows", Result::kWarn,
       "{file} hides {detail}, which names another program: {browser} takes the first one. Keep only one.",
       "{remedy}"},
      {"manifest.other-build", Result::kWarn,
       "{file} is good for most builds of {browser}, but some look in {detail} alone, where nothing is.",
       kAgain},
      {"manifest.passed-over", Result::kWarn, "{browser} passes over the broken {file} and uses {detail}.",
       kAgain},
      {"manifest.key-missing-file", Result::kFail, "The registry names {file}, which does not exist.",
       kAgain},
      // The program
      {"binary.missing", Result::kFail,
       "{file} names {program}, which is not there (moved, removed or renamed).", kAgain},
      {"binary.folder", Result::kFail, "{file} names {program}, which is a folder.", kAgain},
      {"binary.not-executable", Result::kFail, "{program} lacks the permission to be run.",
       "{sudo program}chmod a+x {'program'}"},
      {"binary.folder-closed", Result::kFail,
       "The folder {detail}, below which {program} lies, is closed to {who}.",
       "{sudo detail}chmod a+x {'detail'}  # or install the program elsewhere and register it there"},
      {"binary.empty", Result::kFail, "{program} is empty.", "Build or install Opt-Out Log again."},
      {"binary.wrong-architecture", Result::kFail, "{program} is made for another processor: {detail}.",
       "Install the Opt-Out Log that is made for this computer."},
      {"binary.wrong-system", Result::kFail,
       "{program} is no program for this system (its format: {detail}).",
       "Install the Opt-Out Log that is made for this system."},
      {"binary.interpreter", Result::kFail, "{program} is a script whose interpreter {detail} is missing.",
       kAgain},
      {"binary.no-exec", Result::kFail, "{program} lies on a file system that is mounted noexec.",
       "Install Opt-Out Log on another file system and register again."},
      {"binary.quarantined", Result::kFail, "macOS has put {program} in quarantine.",
       "{sudo program}xattr -d com.apple.quarantine {'program'}"},
      {"binary.writable", Result::kWarn, "Every user of this computer can overwrite {program}.",
       "{sudo program}chmod go-w {'program'}"},
      {"binary.other-copy", Result::kWarn,
       "{file} starts {program}, not the host that belongs to this command: {detail}.", kAgain},
      // The launch
      {"launch.failed", Result::kFail, "{program} could not be started: {detail}.", kAgain},
      {"launch.exited", Result::kFail, "{program} ended without an answer: {detail}.",
       "Build or install Opt-Out Log again."},
      {"launch.crashed", Result::kFail, "{program} crashed before it answered: {detail}.",
       "Build or install Opt-Out Log again."},
      {"launch.silent", Result::kFail, "{program} did not answer in {detail}.", kAgain},
      {"launch.text-on-stdout", Result::kFail,
       "{program} printed text where only frames belong: {detail}. It is no native host, or a library in it "
       "prints.",
       kAgain},
      {"launch.frame-too-long", Result::kFail,
       "{program} announced a message of {detail} bytes; 1048576 are allowed.", kAgain},
      {"launch.truncated", Result::kFail, "{program} ended in the middle of its answer: {detail}.",
       "Build or install Opt-Out Log again."},
      {"launch.not-json", Result::kFail, "{program} answered something that is not JSON: {detail}.", kAgain},
      {"launch.not-ours", Result::kFail, "{program} is another program's host: it answered {detail}.",
       kAgain},
      {"launch.forbidden", Result::kFail, "{program} refused the extension: {detail}",
       "Install the extension and the host of the same version of Opt-Out Log."},
      {"launch.error", Result::kFail, "{program} answered hello with an error: {detail}",
       "Install the extension and the host of the same version of Opt-Out Log."},
      {"launch.other-version", Result::kWarn, "{program} is of another version than this command: {detail}.",
       kAgain},
      {"launch.lingers", Result::kWarn,
       "{program} answered but did not end within 2 seconds after its input ended.",
       "Install the newest version of Opt-Out Log."},
      // The record, as the browser's host sees it
      {"record.trouble", Result::kFail, "The host answers, but the record does not open: {detail}",
       "{remedy}"},
      {"record.elsewhere", Result::kWarn,
       "This shell sets OPTOUTLOG_DATA={detail}; a browser started from the desktop does not, and keeps "
       "another record.",
       "Unset OPTOUTLOG_DATA, or set it for your whole session."},
      // This command
      {"host.missing", Result::kFail,
       "{program}, the host that belongs to this command, is missing or not executable.",
       "Build or install Opt-Out Log again."},
  };
  return table;
}

Check explain(std::string_view name, const std::map<std::string, std::string>& words) {
  const auto& table = known_findings();
  const auto found = std::find_if(table.begin(), table.end(), [&](const Known& k) { return k.name == name; });
  const auto filled = [&](std::string_view key) -> std::string {
    const bool quotes = key.size() > 2 && key.front() == '\'' && key.back() == '\'';
    const auto word = words.find(std::string(quotes ? key.substr(1, key.size() - 2) : key));
    if (word == words.end()) return "";
    return quotes ? shell_quoted(word->second) : word->second;
  };
  const auto fill = [&](std::string_view pattern) {
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
      const std::size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
      if (close == std::string_view::npos) {
        text += pattern[at++];
        continue;
      }
      text += filled(pattern.substr(at + 1, close - at - 1));
      at = close + 1;
    }
    return text;
  };
  Check check;
  check.name = name;
  const auto word = [&](const char* key) {
    const auto it = words.find(key);
    return it == words.end() ? std::string() : it->second;
  };
  check.host = word("host");
  check.path = word("file");
  if (found == table.end()) {
    check.result = Result::kFail;
    check.what = "Found: " + std::string(name) + " " + word("detail");
    check.remedy = "Please report this: the table of findings does not know it.";
    return check;
  }
  check.result = found->result;
  check.what = fill(found->what);
  check.remedy = fill(found->remedy);
  return check;
}

std::string shell_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

const char* word(Result result) {
  switch (result) {
    case Result::kPass:
      return "PASS";
    case Result::kWarn:
      return "WARN";
    case Result::kFail:
      return "FAIL";
    case Result::kSkip:
      return "SKIP";
  }
  return "FAIL";
}

Result worse(Result a, Result b) {
  const auto rank = [](Result r) {
    return r == Result::kFail ? 3 : r == Result::kWarn ? 2 : r == Result::kPass ? 1 : 0;
  };
  return rank(a) >= rank(b) ? a : b;
}

}  // namespace optoutlog::install
