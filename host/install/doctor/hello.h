#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "install/register/manifest.h"

// Starts a registered host as a browser would and greets it: hello, and for the record host one
// small reading question, so that trouble with the record shows as the browser meets it. Nothing is
// written by either.
namespace optoutlog::install {

struct Greeting {
  std::vector<Issue> issues;  // launch.* and record.*; empty: the host is well
  std::string remedy;         // for record.trouble: the host's own advice is in the issue's detail
  std::string version;
  std::string name;
  long long pictures = 0;  // kept with the record
  std::string open;        // which walls it has and could not raise, for a person; empty: none
};

Greeting greet(Family family, const fs::path& manifest_file, const std::string& host_name,
               const fs::path& program, std::chrono::milliseconds patience);

// What a host's output says, told apart from how it was started. `whole` is everything it printed.
// Names: launch.text-on-stdout, launch.frame-too-long, launch.truncated, launch.not-json,
// launch.not-ours, launch.forbidden, launch.error, record.trouble.
Greeting read_greeting(const std::string& whole, const std::string& host_name);

// The four characters that a bogus length was made of, when they are text: 758581773 is "\r\n7-".
std::string length_as_text(unsigned length);

}  // namespace optoutlog::install
