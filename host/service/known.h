#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What the rules of this version say about each platform and control, in English: for what the
// command and the exports tell a person. Made from extension/rules by scripts/make-routes.mjs
// (known.inc).
namespace optoutlog::service::known {

enum class Kind {
  kSwitch,   // "on" is training by the platform itself, and "off" is none
  kSetting,  // anything else about training: a choice, a switch against it, a permission for others
  kForm,     // an objection form: it leaves no state behind
  kOther,    // not about AI training at all
};

struct Platform {
  std::string_view id;
  std::string_view name;
  std::string_view site;   // the host name of its settings; may be empty
  bool others;             // its settings are about training by others, never by itself
  bool gdpr;               // whether the GDPR can apply to what it offers
  std::string_view facts;  // about regions, each with its region: a list for `facts` below
  std::string_view open;   // the address of its settings page; may be empty
};

struct Control {
  std::string_view platform;
  std::string_view id;
  std::string_view name;  // as the platform calls it, or what it does
  Kind kind;
  std::string_view unit;    // what has the setting: "account", "blog", "site", …
  bool future;              // only a default for what comes later: it can prove one side alone
  std::string_view covers;  // what it governs, and what not: lists for `facts` below
  std::string_view leaves;
  std::string_view source;  // where it is described, and when that was read; may be empty
  std::string_view seen;
};

// A sentence of the rules. `source`: an address or a name; `seen`: the day, or the month.
struct Fact {
  std::string text;
  std::string key;  // of the same in other languages
  std::string source;
  std::string seen;
};

// All of them, by their ids.
std::span<const Platform> platforms();

// Null where the rules do not know it: an import, an older rule, or a person's own name may bring
// such.
const Platform* platform(std::string_view id);
const Control* control(std::string_view platform, std::string_view id);

// The host of a site whose switch the user pointed at (docs/own-rules.md): its id is "own-" and the
// host with "-" for a dot and "--" for a hyphen. Empty for every other id.
std::string own_site(std::string_view platform_id);

// The platform's own name, the host of a site of the user's own; the id itself where it is neither.
std::string name(std::string_view platform_id);

// Whether the platform's rule is ours and has controls, and this is none of them (any more).
bool is_of_older_rule(std::string_view platform, std::string_view control);

// One of the lists above; `list`: their texts alone.
std::vector<Fact> facts(std::string_view texts);
std::vector<std::string> list(std::string_view texts);

}  // namespace optoutlog::service::known
