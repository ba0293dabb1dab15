#pragma once
#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "install/system/machine.h"

// Starts a program the way a browser starts a native host: its own folder as working directory, a
// bare environment, pipes for stdin, stdout and stderr.
namespace optoutlog::install {

struct Launch {
  fs::path program;
  std::vector<std::string> arguments;            // without argv[0]
  std::map<std::string, std::string> variables;  // the whole environment; ignored on Windows
  // what is no program goes to /bin/sh, as Chromium has it
  bool shell = false;
  std::string input;  // written to stdin
  // Says when the bytes on stdout so far are enough; stdin is then closed, as a browser ends a
  // host.
  std::function<bool(const std::string&)> enough;
  std::chrono::milliseconds patience{10000};  // for `enough`
  std::chrono::milliseconds grace{2000};      // from the end of stdin to the kill, as Chromium does
};

struct Launched {
  // errno (GetLastError on Windows) when the program could not be started, else 0
  int start_error = 0;
  std::string output;      // stdout, at most 64 KiB more than was enough
  std::string errors;      // stderr, at most 16 KiB
  bool enough = false;     // `enough` said yes
  bool timed_out = false;  // neither enough nor ended in time
  bool lingered = false;   // had to be killed after the end of stdin
  int status = 0;          // exit status when it ended by itself
  int signal = 0;          // POSIX: the signal that ended it, else 0
};

Launched launch(const Launch& what);

// The environment that a browser started from the desktop hands on: home, language, XDG folders and
// the short PATH of a graphical session, and nothing of this shell's own.
std::map<std::string, std::string> bare_environment();

// The text of a start_error.
std::string start_error_text(int code);

}  // namespace optoutlog::install
