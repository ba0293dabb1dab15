#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/screen.h"
#include "cli/terminal.h"
#include "record/entry.h"
#include "service/says.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

namespace says = service::says;

// A state that a page showed surely looks different from one that is likely, changed, said or old.
struct Look {
  const char* icon;
  Paint paint;
};
Look look_of(const says::Row& row) {
  switch (row.sign) {
    case says::Sign::kReturned:
      return {"↺", Paint::kRed};
    case says::Sign::kPerhaps:
      return {"⟲", Paint::kYellow};
    case says::Sign::kNotKept:
      return {"!", Paint::kRed};
    case says::Sign::kChanged:
      return {"→", Paint::kYellow};
    case says::Sign::kLikely:
      return {"≈", Paint::kYellow};
    case says::Sign::kStale:
    case says::Sign::kEarlier:
    case says::Sign::kSaid:
      return {"~", Paint::kYellow};
    case says::Sign::kObjection:
      return {"▤", Paint::kDim};
    case says::Sign::kNone:
      return {"·", Paint::kDim};
    case says::Sign::kUnknown:
      return {"?", Paint::kYellow};
    case says::Sign::kSure:
      break;
  }
  return row.training == "allowed" ? Look{"✗", Paint::kRed} : Look{"✓", Paint::kGreen};
}

// The account and, below it, the unit, as far as they are known.
std::string whose(const json& control) {
  std::string result = text(control, "account");
  const std::string unit = text(control, "unit");
  if (!unit.empty()) result += (result.empty() ? "" : " / ") + unit;
  return harmless(result);
}

void note(const std::string& words) {
  say(words, 4, Paint::kDim);
}

// In one line, to be copied into a shell.
std::string answer_command(const json& control) {
  return "optoutlog declare " + text(control, "platform") + " " + text(control, "control") +
         " was-me" + subject_flags(control);
}

// What is said of a row: its sentence, and what has to be said with it. `scope`: what the setting
// does not govern was not told yet.
void sentences(const says::Row& row, bool scope) {
  say(row.headline, 4);
  if (scope && !row.leaves.empty()) {
    std::string leaves = "It does not govern:";
    for (const std::string& line : row.leaves) leaves += " " + line;
    note(leaves);
  }
  for (const std::string& words : row.notes) note(words);
  if (!row.when.empty()) note(row.when + ".");
}

// What a person can do about a return, beside what its row says.
void ask_who(const json& control) {
  if (!is_asked(control)) return;
  if (text(control, "answer") == "not-me") {
    note("Open the platform's settings page and deny it again.");
    return;
  }
  note(
      "Open the platform's settings page and look; the popup there asks whether it was you. To "
      "answer here (or with was-not-me):");
  say(answer_command(control), 4);
}

// "2 denied, 1 allowed" over all lines; what its rule has replaced is named apart.
void sum(const json& controls) {
  std::map<std::string, int> counts;
  int older = 0;
  for (const json& control : controls) {
    if (says::is_older(control)) {
      ++older;
    } else {
      ++counts[says::deciding(control, voice()).state];
    }
  }
  std::string words;
  for (const auto& [word, count] : counts) {
    const auto comma = word.find(", ");
    const std::string plain = comma == std::string::npos
                                  ? word
                                  : word.substr(0, comma) + " (" + word.substr(comma + 2) + ")";
    words += (words.empty() ? "" : ", ") + std::to_string(count) + " " + plain;
  }
  if (older > 0)
    words += (words.empty() ? "" : "; ") + std::string("not counted: ") + std::to_string(older) +
             " of an older rule";
  std::cout << "\n";
  say(words + ".");
}

// What came back stands first, with the other lines of the same setting.
void put_first(json& controls) {
  const auto name = [](const json& c) { return text(c, "platform") + "/" + text(c, "control"); };
  std::set<std::string> returned;
  for (const json& control : controls)
    if (says::asks_for_a_look(control)) returned.insert(name(control));
  std::stable_sort(controls.begin(), controls.end(), [&](const json& a, const json& b) {
    return returned.count(name(a)) > returned.count(name(b));
  });
}

// Nothing is there: nothing yet, or nothing any more.
void print_empty(service::Service& service) {
  const auto newest = service.call("history", {{"limit", 1}});
  const bool erased = newest && !newest->at("entries").empty();
  say(std::string(erased ? "Nothing is in your log now: what it held was erased."
                         : "Your log is empty.") +
      " Open the AI-training setting of a platform in a browser with the Opt-Out Log extension; "
      "what the page says then stands here.");
  say("Is the extension silent? Run: optoutlog doctor");
}

// The rows of a line: what pages showed, what the user said, the steps of an objection.
std::vector<says::Row> rows_of(const json& control) {
  std::vector<says::Row> rows;
  for (auto& row : {says::seen(control, voice()), says::said(control, voice())})
    if (row) rows.push_back(*row);
  if (auto form = says::objection(control, voice())) {
    if (rows.empty()) {
      rows.push_back(std::move(*form));
    } else {
      rows.back().notes.push_back(form->headline);
      for (std::string& words : form->notes) rows.back().notes.push_back(std::move(words));
    }
  }
  if (rows.empty()) rows.push_back(says::deciding(control, voice()));
  return rows;
}

// When a page of it was read last.
std::string read_at(const json& control, const says::Row& row) {
  if (row.sign == says::Sign::kSaid || row.sign == says::Sign::kObjection) return {};
  const std::string seen = text(control, "seen");
  return seen.empty() ? std::string() : "last read " + local_time(seen);
}

void print_status(json controls) {
  put_first(controls);
  int widest_state = 8;
  int widest_account = 0;
  for (const json& control : controls) {
    for (const auto& row : rows_of(control))
      widest_state = std::max(widest_state, cells(row.state));
    widest_account = std::max(widest_account, cells(whose(control)));
  }
  // Indent, icon, gaps and the time take 34 cells; narrow terminals have the time in a line of its
  // own.
  const int room = columns() - 6 - widest_state;
  const bool times = room - widest_account >= 30;
  const int account_width = times ? widest_account : std::min(widest_account, std::max(8, room));
  std::string before;
  bool scope = true;
  for (const json& control : controls) {
    // The accounts and parts of one setting stand together below its name.
    const std::string about = text(control, "platform") + "/" + text(control, "control");
    if (about != before) {
      std::cout << paint(Paint::kBold, fit(harmless(about), columns())) << "\n";
      note(says::setting(control));
      scope = true;
    }
    before = about;
    for (const auto& row : rows_of(control)) {
      const Look look = look_of(row);
      const std::string read = read_at(control, row);
      // Where nothing follows, no column is filled up.
      const bool account =
          account_width > 0 && ((times && !read.empty()) || !whose(control).empty());
      std::string line = "  " + paint(look.paint, std::string(look.icon) + " " +
                                                      (account || (times && !read.empty())
                                                           ? column(row.state, widest_state)
                                                           : row.state));
      if (account)
        line += "  " + (times && !read.empty() ? column(whose(control), account_width)
                                               : fit(whose(control), account_width));
      if (!read.empty()) line += (times ? "  " : "\n    ") + read;
      std::cout << line << "\n";
      sentences(row, scope);
      if (!row.leaves.empty()) scope = false;
    }
    ask_who(control);
  }
  sum(controls);
}

struct StatusChoice {
  bool json = false;
  bool looks = false;
  std::string platform;
};

// Leaves the lines that were asked for.
void keep_wanted(json& controls, const StatusChoice& choice) {
  json wanted = json::array();
  for (json& control : controls)
    if ((choice.platform.empty() || text(control, "platform") == choice.platform) &&
        (!choice.looks || says::asks_for_a_look(control)))
      wanted.push_back(std::move(control));
  controls = std::move(wanted);
}

int run_status(const StatusChoice& choice) {
  if (!choice.platform.empty() && !record::is_slug(choice.platform))
    return misused(choice.platform + " is no name of a platform.",
                   "See the names: optoutlog status", choice.json);
  service::Service service;
  auto answer = whole_status(service);
  if (!answer) return fail(answer.error(), choice.json);
  json& all = answer->at("controls");
  const bool none = all.empty();
  keep_wanted(all, choice);
  warn_of_damage(service);
  if (choice.json) {
    print_json(*answer);
  } else if (none) {
    print_empty(service);
  } else if (all.empty()) {
    const std::string of = choice.platform.empty() ? "" : " of " + choice.platform;
    say(choice.looks ? "Nothing" + of + " asks for a look." : "Your log has no setting" + of + ".");
  } else {
    const Pager pager;
    print_status(all);
  }
  return std::any_of(all.begin(), all.end(), says::asks_for_a_look) ? 1 : 0;
}

}  // namespace

void add_status(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<StatusChoice>();
  CLI::App* command = app.add_subcommand(
      "status", "May they train AI on your data? What was seen last, for each control");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->add_option("--platform", choice->platform, "Only this platform, for example linkedin")
      ->type_name("P");
  command->add_flag("--needs-look", choice->looks, "Only what came back, perhaps, or was not kept");
  add_utc(command);
  command->footer(
      "Exit status 1 when training that you had denied is allowed again, or perhaps is, or a "
      "change was not kept.");
  command->callback([choice, &chosen] { chosen = [choice] { return run_status(*choice); }; });
}

}  // namespace optoutlog::cli
