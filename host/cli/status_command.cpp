#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/own_command.h"
#include "cli/terminal.h"
#include "record/clock.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

struct State {
  const char* icon;
  std::string word;
  Paint paint;
};

// A state that a page showed lately looks different from one that only stands because nothing newer is known.
State state_of(const json& control) {
  if (control.value("returned", false)) return {"↺", "returned", Paint::kRed};
  const std::string training = text(control, "training");
  const bool never = text(control, "seen").empty();
  const bool steps = control.contains("form") && control["form"].is_object();
  if (training == "unknown" && steps && never && text(control, "tried").empty())
    return {"▤", "objection", Paint::kDim};
  if (training == "unknown") return {"?", never ? "never read" : "unknown", Paint::kYellow};
  std::string word = training;
  const bool said = text(control, "basis") == "declared";
  const bool stale = control.value("stale", false);
  if (said) word += ", you said";
  if (stale) word += ", stale";
  if (training == "allowed") return {"✗", word, Paint::kRed};
  return {said || stale ? "~" : "✓", word, said || stale ? Paint::kYellow : Paint::kGreen};
}

std::string why_words(const std::string& why) {
  static const std::map<std::string, std::string> table = {
      {"not-found", "the setting was not found"},
      {"ambiguous", "more than one setting could have been it"},
      {"conflict", "the page's signs contradicted one another"},
      {"layout-changed", "the page looks different from what the rule knows"},
      {"signed-out", "nobody was signed in"},
      {"not-offered", "the platform does not offer it to this account"},
      {"locked", "the setting cannot be changed"},
      {"mixed", "parts of the setting differ"},
      {"unsaved", "a change was not saved"},
      {"no-access", "the page could not be read"}};
  const auto found = table.find(why);
  return found == table.end() ? why : found->second;
}

// The account and, below it, the unit, as far as they are known.
std::string whose(const json& control) {
  std::string result = text(control, "account");
  const std::string unit = text(control, "unit");
  if (!unit.empty()) result += (result.empty() ? "" : " / ") + unit;
  return harmless(result);
}

void note(const std::string& words) {
  std::cout << "    " << paint(Paint::kDim, wrap(harmless(words), columns() - 4, 4)) << "\n";
}

// In one line, to be copied into a shell.
std::string answer_command(const json& control) {
  return own_command() + " declare " + text(control, "platform") + " " + text(control, "control") +
         " was-me" + subject_flags(control);
}

void notes(const json& control) {
  if (control.value("returned", false)) {
    if (text(control, "answer") == "not-me") {
      note("You said that it was not you. Open the platform's settings page and deny it again.");
    } else {
      note(
          "You had denied training; it is allowed again, and nobody was seen to allow it. Open the "
          "platform's settings page and look; the popup there asks whether it was you. To answer here (or "
          "with was-not-me):");
      std::cout << "    " << harmless(answer_command(control)) << "\n";
    }
  }
  const std::string why = text(control, "why");
  const bool known = text(control, "training") != "unknown";
  if (control.value("stale", false) || (!known && !why.empty() && why != "ok")) {
    note("The newest look at the page, " + local_time(text(control, "tried")) +
         ", could not tell: " + why_words(why) + "." + (known ? " What stands here is older." : ""));
  }
  if (text(control, "sure") == "likely") note("Likely, not sure.");
  const auto form = control.find("form");
  if (form == control.end() || !form->is_object()) return;
  static const std::map<std::string, std::string> steps = {{"reached", "form opened"},
                                                           {"submitted", "sent"},
                                                           {"confirmed", "receipt confirmed"},
                                                           {"answered-yes", "accepted"},
                                                           {"answered-no", "refused"}};
  const auto step = steps.find(text(*form, "step"));
  std::string words = "Objection: " + (step == steps.end() ? text(*form, "step") : step->second) + ", " +
                      local_time(text(*form, "at")).substr(0, 10);
  const std::string due = text(*form, "due");
  if (!due.empty()) {
    const bool late = due < record::format_time(record::now());
    words += std::string("; an answer ") + (late ? "was" : "is") + " due by " +
             local_time(due).substr(0, 10) + (late ? ", and none is noted" : "");
  }
  note(words + ".");
}

// "2 denied, 1 allowed" over all lines.
void sum(const json& controls) {
  std::map<std::string, int> counts;
  for (const json& control : controls) ++counts[state_of(control).word];
  std::string words;
  for (const auto& [word, count] : counts) {
    const auto comma = word.find(", ");
    const std::string plain =
        comma == std::string::npos ? word : word.substr(0, comma) + " (" + word.substr(comma + 2) + ")";
    words += (words.empty() ? "" : ", ") + std::to_string(count) + " " + plain;
  }
  std::cout << "\n" << wrap(words + ".", columns(), 0) << "\n";
}

// Since when it is so, and when a page was last read.
std::string when_of(const json& control) {
  const std::string since = local_time(text(control, "since"));
  const std::string seen = text(control, "seen");
  const std::string tried = text(control, "tried");
  if (text(control, "training") != "unknown")
    return "since " + since + "  " + (seen.empty() ? "never read" : "read " + local_time(seen));
  if (!seen.empty()) return "read " + local_time(seen);
  return tried.empty() ? "noted " + since : "tried " + local_time(tried);
}

// What came back stands first, with the other lines of the same setting.
void put_first(json& controls) {
  const auto name = [](const json& c) { return text(c, "platform") + "/" + text(c, "control"); };
  std::set<std::string> returned;
  for (const json& control : controls)
    if (control.value("returned", false)) returned.insert(name(control));
  std::stable_sort(controls.begin(), controls.end(), [&](const json& a, const json& b) {
    return returned.count(name(a)) > returned.count(name(b));
  });
}

void print(json controls) {
  put_first(controls);
  if (controls.empty()) {
    std::cout << wrap(
                     "Your log is empty. Open the AI-training setting of a platform in a browser with the "
                     "Opt-Out Log extension; what the page says then stands here.",
                     columns(), 0)
              << "\n"
              << pasteable("Is the extension silent? Run: optoutlog doctor") << "\n";
    return;
  }
  int widest_state = 8;
  int widest_account = 0;
  for (const json& control : controls) {
    widest_state = std::max(widest_state, cells(state_of(control).word));
    widest_account = std::max(widest_account, cells(whose(control)));
  }
  // Indent, icon, gaps and the two times take 55 cells; narrow terminals have the times in a line of their
  // own.
  const int room = columns() - 6 - widest_state;
  const bool times = room - widest_account >= 49;
  const int account_width = times ? widest_account : std::min(widest_account, std::max(8, room));
  std::string before;
  for (const json& control : controls) {
    // The accounts and parts of one setting stand together below its name.
    const std::string about = text(control, "platform") + "/" + text(control, "control");
    if (about != before) std::cout << paint(Paint::kBold, fit(harmless(about), columns())) << "\n";
    before = about;
    const State state = state_of(control);
    const bool account = account_width > 0 && (times || !whose(control).empty());
    std::cout << "  "
              << paint(state.paint, std::string(state.icon) + " " +
                                        (times || account ? column(state.word, widest_state) : state.word));
    if (account)
      std::cout << "  "
                << (times ? column(whose(control), account_width) : fit(whose(control), account_width));
    std::cout << (times ? "  " : "\n    ") << when_of(control) << "\n";
    notes(control);
  }
  sum(controls);
}

int run(bool as_json) {
  service::Service service;
  const auto answer = whole_status(service);
  if (!answer) return fail(answer.error(), as_json);
  const json& all = answer->at("controls");
  warn_of_damage(service);
  if (as_json) {
    print_json(*answer);
  } else {
    print(all);
  }
  const bool returned =
      std::any_of(all.begin(), all.end(), [](const json& c) { return c.value("returned", false); });
  return returned ? 1 : 0;
}

}  // namespace

void add_status(CLI::App& app, Chosen& chosen) {
  auto as_json = std::make_shared<bool>(false);
  CLI::App* command =
      app.add_subcommand("status", "May they train AI on your data? What was seen last, for each control");
  command->add_flag("--json", *as_json, "Exactly what the host answers, for programs");
  command->footer("Exit status 1 when training that you had denied is allowed again.");
  command->callback([as_json, &chosen] { chosen = [as_json] { return run(*as_json); }; });
}

}  // namespace optoutlog::cli
