#include "install/doctor/findings.h"

#include <algorithm>

namespace optoutlog::install {
namespace {

constexpr std::string_view kAgain = "optoutlog register --browser {id}{scope} --force";

constexpr Known kFindings[] = {
    // The browser
    {"browser.absent", Outcome::kSkip, "{browser} is not on this computer.", ""},
    {"browser.only-named", Outcome::kSkip, "{detail}", ""},
    {"browser.sandboxed", Outcome::kWarn, "{browser} cannot reach Opt-Out Log's host. {detail}",
     "{remedy}"},
    {"browser.sandbox-asks", Outcome::kWarn, "{browser} needs a permission first. {detail}",
     "{remedy}"},
    {"browser.none", Outcome::kWarn, "No browser that Opt-Out Log knows was found for this user.",
     "Start your browser once, then run: optoutlog register"},
    // An administrator's policies
    {"policy.blocked", Outcome::kFail,
     "A policy of this computer forbids {browser} to use {host}: {detail}.",
     "Ask whoever manages this computer to put {host} on NativeMessagingAllowlist."},
    {"policy.user-level-off", Outcome::kFail,
     "A policy of this computer makes {browser} ignore manifests of single users: {detail}.",
     "sudo optoutlog register --system --browser {id}"},
    {"policy.extension-blocked", Outcome::kFail,
     "A policy of this computer forbids {browser} to run the Opt-Out Log extension: {detail}.",
     "Ask whoever manages this computer to allow the extension."},
    {"policy.permission-blocked", Outcome::kFail,
     "A policy of this computer denies the Opt-Out Log extension the permission nativeMessaging, "
     "without which it reaches no host: {detail}.",
     "Ask whoever manages this computer to take nativeMessaging out of blocked_permissions for "
     "the extension."},
    // The manifest
    {"manifest.missing", Outcome::kFail,
     "{browser} finds no manifest of {host}; it looks in {detail}.",
     "optoutlog register --browser {id}{scope}"},
    {"manifest.optional-missing", Outcome::kWarn,
     "{browser} finds no manifest of {host}: watching policies will not work in it.",
     "optoutlog register --browser {id}{scope}"},
    {"manifest.unreadable", Outcome::kFail, "{browser} may not read {file}: {detail}.",
     "{sudo file}chmod a+r {'file'}"},
    {"manifest.no-file", Outcome::kFail,
     "{file} is no file, but a folder, a pipe, or a link to nothing.",
     "Remove it, then run: optoutlog register --browser {id}{scope}"},
    {"manifest.folder-closed", Outcome::kFail,
     "The folder {detail}, in which {browser} looks for {file}, is closed to {who}.",
     "{sudo detail}chmod a+x {'detail'}"},
    {"manifest.empty", Outcome::kFail, "{file} is empty.", kAgain},
    {"manifest.bom", Outcome::kWarn,
     "{file} begins with a byte order mark ({detail}), which JSON forbids: today's browsers skip "
     "it, others may refuse the file.",
     kAgain},
    {"manifest.not-utf8", Outcome::kFail, "{file} is not UTF-8 text ({detail}).", kAgain},
    {"manifest.trailing-comma", Outcome::kFail,
     "{file} has a comma before a closing bracket ({detail}).", kAgain},
    {"manifest.comment", Outcome::kFail,
     "{file} holds a comment ({detail}), which {browser} refuses.", kAgain},
    {"manifest.comment-skipped", Outcome::kWarn,
     "{file} holds a comment ({detail}); {browser} skips it, other browsers refuse it.", kAgain},
    {"manifest.json", Outcome::kFail, "{file} is not valid JSON ({detail}).", kAgain},
    {"manifest.number", Outcome::kFail,
     "{file} holds a number that is larger than any number a program can hold: {detail}.", kAgain},
    {"manifest.writable", Outcome::kWarn,
     "{file} may be written by every user of this computer, who could name another program in it.",
     "{sudo file}chmod go-w {'file'}"},
    {"manifest.folder-writable", Outcome::kWarn,
     "The folder {detail}, in which {file} lies, may be written by every user of this computer, "
     "who could put another file there.",
     "{sudo detail}chmod go-w {'detail'}"},
    {"manifest.name", Outcome::kFail, "{file} names the host '{detail}' instead of {host}.",
     kAgain},
    {"manifest.name-invalid", Outcome::kFail,
     "{file} has the name '{detail}', with letters that {browser} does not allow in a host's "
     "name.",
     kAgain},
    {"manifest.description", Outcome::kFail, "The description in {file} {detail}.", kAgain},
    {"manifest.type", Outcome::kFail, "The type in {file} is wrong ({detail}); it has to be stdio.",
     kAgain},
    {"manifest.path", Outcome::kFail, "The path in {file} {detail}.", kAgain},
    {"manifest.path-relative", Outcome::kFail,
     "{file} names the program by a relative path: {detail}.", kAgain},
    {"manifest.callers", Outcome::kFail, "{file} has no list {detail}.", kAgain},
    {"manifest.origin-invalid", Outcome::kFail,
     "{file} lists the malformed origin '{detail}'; one such entry makes {browser} drop the "
     "whole manifest.",
     kAgain},
    {"manifest.origin-missing", Outcome::kFail,
     "{file} does not list the Opt-Out Log extension ({detail}), so {browser} answers "
     "\"forbidden\".",
     kAgain},
    {"manifest.extension-invalid", Outcome::kFail,
     "{file} lists the malformed add-on id '{detail}'.", kAgain},
    {"manifest.extension-missing", Outcome::kFail,
     "{file} does not list the Opt-Out Log add-on ({detail}), so {browser} refuses it.", kAgain},
    {"manifest.member", Outcome::kFail,
     "{file} has the member '{detail}', which {browser} does not know; it then takes the whole "
     "manifest for not there.",
     kAgain},
    {"manifest.shadowing", Outcome::kFail,
     "The broken {file} hides the good {detail}: {browser} takes the first one it finds.",
     "{remedy}"},
    {"manifest.shadows", Outcome::kWarn,
     "{file} hides {detail}, which names another program: {browser} takes the first one. Keep "
     "only one.",
     "{remedy}"},
    {"manifest.other-build", Outcome::kWarn,
     "{file} is good for most builds of {browser}, but some look in {detail} alone, where "
     "nothing is.",
     kAgain},
    {"manifest.passed-over", Outcome::kWarn,
     "{browser} passes over the broken {file} and uses {detail}.", kAgain},
    {"manifest.key-missing-file", Outcome::kFail,
     "The registry names {file}, which does not exist.", kAgain},
    // The program
    {"binary.missing", Outcome::kFail,
     "{file} names {program}, which is not there (moved, removed or renamed).", kAgain},
    {"binary.folder", Outcome::kFail, "{file} names {program}, which is a folder.", kAgain},
    {"binary.not-executable", Outcome::kFail, "{program} lacks the permission to be run.",
     "{sudo program}chmod a+x {'program'}"},
    {"binary.folder-closed", Outcome::kFail,
     "The folder {detail}, below which {program} lies, is closed to {who}.",
     "{sudo detail}chmod a+x {'detail'}  # or install the program elsewhere and register it "
     "there"},
    {"binary.empty", Outcome::kFail, "{program} is empty.", "Build or install Opt-Out Log again."},
    {"binary.wrong-architecture", Outcome::kFail,
     "{program} is made for another processor: {detail}.",
     "Install the Opt-Out Log that is made for this computer."},
    {"binary.wrong-system", Outcome::kFail,
     "{program} is no program for this system (its format: {detail}).",
     "Install the Opt-Out Log that is made for this system."},
    {"binary.interpreter", Outcome::kFail,
     "{program} is a script whose interpreter {detail} is missing.", kAgain},
    {"binary.no-exec", Outcome::kFail, "{program} lies on a file system that is mounted noexec.",
     "Install Opt-Out Log on another file system and register again."},
    {"binary.quarantined", Outcome::kFail, "macOS has put {program} in quarantine.",
     "{sudo program}xattr -d com.apple.quarantine {'program'}"},
    {"binary.writable", Outcome::kWarn, "Every user of this computer can overwrite {program}.",
     "{sudo program}chmod go-w {'program'}"},
    {"binary.folder-writable", Outcome::kWarn,
     "The folder {detail}, in which {program} lies, may be written by every user of this computer, "
     "who could put another program there.",
     "{sudo detail}chmod go-w {'detail'}"},
    {"binary.other-copy", Outcome::kWarn,
     "{file} starts {program}, not the host that belongs to this command: {detail}.", kAgain},
    // The launch
    {"launch.failed", Outcome::kFail, "{program} could not be started: {detail}.", kAgain},
    {"launch.exited", Outcome::kFail, "{program} ended without an answer: {detail}.",
     "Build or install Opt-Out Log again."},
    {"launch.crashed", Outcome::kFail, "{program} crashed before it answered: {detail}.",
     "Build or install Opt-Out Log again."},
    {"launch.silent", Outcome::kFail, "{program} did not answer in {detail}.", kAgain},
    {"launch.text-on-stdout", Outcome::kFail,
     "{program} printed text where only frames belong: {detail}. It is no native host, or a "
     "library in it prints.",
     kAgain},
    {"launch.frame-too-long", Outcome::kFail,
     "{program} announced a message of {detail} bytes; 1048576 are allowed.", kAgain},
    {"launch.truncated", Outcome::kFail, "{program} ended in the middle of its answer: {detail}.",
     "Build or install Opt-Out Log again."},
    {"launch.not-json", Outcome::kFail, "{program} answered something that is not JSON: {detail}.",
     kAgain},
    {"launch.not-ours", Outcome::kFail,
     "{program} is another program's host: it answered {detail}.", kAgain},
    {"launch.other-program", Outcome::kFail,
     "{file} is for {host}, but what it starts, {program}, calls itself {detail}.", kAgain},
    {"launch.forbidden", Outcome::kFail, "{program} refused the extension: {detail}",
     "Install the extension and the host of the same version of Opt-Out Log."},
    {"launch.error", Outcome::kFail, "{program} answered hello with an error: {detail}",
     "Install the extension and the host of the same version of Opt-Out Log."},
    {"launch.other-version", Outcome::kWarn,
     "{program} is of another version than this command: {detail}.", kAgain},
    {"launch.lingers", Outcome::kWarn,
     "{program} answered but did not end within 2 seconds after its input ended.",
     "Install the newest version of Opt-Out Log."},
    {"launch.no-walls", Outcome::kWarn,
     "{program} works, but without walls: this system gives it no {detail}. A fault in it could "
     "reach more than its own folder.",
     "Nothing has to be done. A Linux kernel of 5.13 or newer, with Landlock turned on, has them."},
    // The record, as the browser's host sees it
    {"record.trouble", Outcome::kFail, "The host answers, but the record does not open: {detail}",
     "{remedy}"},
    {"record.elsewhere", Outcome::kWarn,
     "This shell sets OPTOUTLOG_DATA={detail}; a browser started from the desktop does not, and "
     "keeps another record.",
     "Unset OPTOUTLOG_DATA, or set it for your whole session."},
    // This command
    {"host.missing", Outcome::kFail,
     "{program}, the host that belongs to this command, is missing or not executable.",
     "Build or install Opt-Out Log again."},
};

}  // namespace

std::span<const Known> known_findings() {
  return kFindings;
}

Check explain(std::string_view name, const std::map<std::string, std::string>& words) {
  const auto found = std::find_if(std::begin(kFindings), std::end(kFindings),
                                  [&](const Known& k) { return k.name == name; });
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
  if (found == std::end(kFindings)) {
    check.result = Outcome::kFail;
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

const char* word(Outcome result) {
  switch (result) {
    case Outcome::kPass:
      return "PASS";
    case Outcome::kWarn:
      return "WARN";
    case Outcome::kFail:
      return "FAIL";
    case Outcome::kSkip:
      return "SKIP";
  }
  return "FAIL";
}

Outcome worse(Outcome a, Outcome b) {
  const auto rank = [](Outcome r) {
    return r == Outcome::kFail ? 3 : r == Outcome::kWarn ? 2 : r == Outcome::kPass ? 1 : 0;
  };
  return rank(a) >= rank(b) ? a : b;
}

}  // namespace optoutlog::install
