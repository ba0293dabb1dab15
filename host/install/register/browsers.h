#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "install/system/machine.h"

// The table of manifests/browsers.json, which is built into the program.
namespace optoutlog::install {

enum class Family { kChromium, kFirefox };

// How sure the table is of a place; manifests/browsers.json explains each.
enum class Mark { kNone, kOneTrace, kOneReport, kUnverified, kDisputed };

// What a sandboxed package lets the browser do.
enum class Works { kYes, kAsks, kFrom157, kNo };

// A folder (Linux, mac_o_s) or a registry key (Windows) as the table has it, words in braces not
// yet filled in.
struct PlaceRow {
  std::string path;
  std::string key;
  bool writes = true;
  bool alone = false;
  std::string needs;
  Mark mark = Mark::kNone;
  std::string source;
};

struct SystemRow {
  std::vector<PlaceRow> user;
  std::vector<PlaceRow> system;
  std::vector<std::string> detect;
  std::vector<std::string> programs;
  std::vector<std::string> policies;
};

struct Browser {
  std::string id;
  std::string name;
  Family family = Family::kChromium;
  std::string source;
  std::string note;
  std::string only_named;  // why register leaves it alone unless it is named; empty: it does not
  std::string packaging;   // "snap", "flatpak" or empty
  Works works = Works::kYes;
  std::string why;
  std::string remedy;
  std::optional<SystemRow> linux_;
  std::optional<SystemRow> macos;
  std::optional<SystemRow> windows;

  const std::optional<SystemRow>& on(Os os) const;
};

// A place on one computer: where a manifest of one scope lies for one browser.
struct Place {
  Scope scope = Scope::kUser;
  // Linux, mac_o_s: the folder. Windows: the folder of ours that the key points into
  fs::path folder;
  std::string key;  // Windows: the registry key above ours, else empty
  bool writes = true;
  Mark mark = Mark::kNone;
  bool alone = false;  // some builds of the browser look here and in no other place of the system

  // The manifest of a host of this name.
  fs::path manifest(std::string_view host_name) const;
};

// The whole table in its order. Throws std::runtime_error when the text is not such a table (a test
// reads the one that is built in).
std::vector<Browser> parse_browsers(std::string_view json);
const std::vector<Browser>& browsers();

// The browser of this id, or null.
const Browser* find_browser(std::string_view id);

// All places of a scope in the order in which the browser looks; places whose `needs` is absent are
// left out. A browser that is not made for this system has none.
std::vector<Place> places(const Browser& browser, const Machine& machine, Scope scope);

// Whether the browser is on this computer: one of its folders, files or commands is there. A folder
// that holds nothing but native manifests says nothing: it may be ours, or another host's.
bool present(const Browser& browser, const Machine& machine);

// The folders (or, on Windows, keys) in which an administrator's policies for this browser lie.
std::vector<std::string> policy_places(const Browser& browser, const Machine& machine);

const char* word(Family family);
const char* word(Mark mark);

}  // namespace optoutlog::install
