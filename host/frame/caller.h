#pragma once
#include <string>
#include <string_view>
#include <vector>

// Who started this program, from its command line as browsers write it:
//   Chromium family  chrome-extension://<32 letters a-p>/ [--parent-window=N] [reconnect switches]
//   Firefox family   <path of the native manifest>.json <add-on id>
// The check is a second line of defence behind the browser's own: any program of the same user can
// pass any arguments. It keeps an over-broad manifest from letting in another extension.
namespace optoutlog::frame {

enum class CallerKind {
  kPerson,    // not a browser: no argument, or one that no browser writes first
  kChromium,  // an extension origin
  kFirefox,   // a manifest path and an add-on id
  kUnknown,   // written the way a browser does, but malformed: to be refused
};

struct Caller {
  CallerKind kind = CallerKind::kPerson;
  std::string id;        // extension or add-on id; empty for kPerson and kUnknown
  bool allowed = false;  // the id is one that this host was built for (manifests/ids.json)
};

// `args` without the program's own name. Arguments after those named above are ignored: browsers
// add switches.
Caller parse_caller(const std::vector<std::string_view>& args);

}  // namespace optoutlog::frame
