#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "install/register/browsers.h"

// Native manifests: the JSON files that tell a browser where a host's program is and who may call
// it. Rules followed: Chromium's native_messaging_host_manifest.cc and messaging_util.cc; Firefox's
// NativeManifests.sys.mjs and its schema; developer.chrome.com and MDN, native messaging.
namespace optoutlog::install {

// What is wrong with a manifest. `name` is stable ("manifest.origin-invalid"), `detail` is the
// offending text, for people. Every issue makes the browser ignore the manifest or refuse our
// extension, except those of which fatal() says no.
struct Issue {
  std::string name;
  std::string detail;
};
bool fatal(const Issue& issue);

struct Manifest {
  std::string name;
  std::string path;
  std::vector<std::string> callers;
};

struct Verdict {
  std::vector<Issue> issues;
  Manifest manifest;  // what could be read; empty where it could not

  bool valid() const;
};

// The manifest of `host_name` ("org.optoutlog.host") for a program at the absolute UTF-8 path
// `program`, ending in a newline. The callers are the ids of manifests/ids.json. Throws
// nlohmann::json::exception when `program` is not UTF-8.
std::string build_manifest(Family family, std::string_view host_name, std::string_view program);

// Whether `path` is absolute in the eyes of a browser on that system.
bool absolute_path(Os os, std::string_view path);

// Reads `bytes` as this family's browsers do when they look for `host_name`, and as strictly; asks
// on top of their rules that our extension is among the callers.
Verdict validate_manifest(Family family, Os os, std::string_view host_name, std::string_view bytes);

// Whether register wrote these bytes, whatever the place of the program was at the time: a manifest
// that build_manifest makes again, byte for byte, for the path it names.
bool looks_like_ours(Family family, std::string_view host_name, std::string_view bytes);

}  // namespace optoutlog::install
