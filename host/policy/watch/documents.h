#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The documents that can be watched: those of the platforms (documents.json, built in) and the
// user's own.
namespace optoutlog::policy {

struct Watched {
  std::string id;        // "linkedin/privacy-eu"; the user's own: "own/<host>-<n>"
  std::string platform;  // slug; "own" for the user's own unless told
  std::string name;
  std::string url;                    // https
  std::string lang;                   // declared; a changed language would be another document
  std::optional<bool> needs_scripts;  // nothing: not known
  std::string grade;  // "B" declared by a public archive, "C" reported; empty for the user's own
  bool own = false;
};

const std::vector<Watched>& built_in_documents();

// What of a url a watch can use: https, a host, no user name, no fragment. The reason where it
// cannot.
std::optional<std::string> refused_url(const std::string& url);
std::string lower(std::string_view text);     // of ASCII letters alone
std::string host_of(const std::string& url);  // lower case, without port; empty where there is none

}  // namespace optoutlog::policy
