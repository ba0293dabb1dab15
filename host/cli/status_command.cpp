#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

struct State {
  const char* icon;
  const char* word;
  Paint paint;
};

State state_of(const json& control) {
  if (control.value("returned", false)) return {"↺", "returned", Paint::kRed};
  const std::string training = text(control, "training");
  if (training == "denied") {
    return control.value("stale", false) ? State{"✓", "denied", Paint::kYellow}
                                         : State{"✓", "denied", Paint::kGreen};
  }
  if (training == "allowed") return {"✗", "allowed", Paint::kRed};
  return {"?", "unknown", Paint::kYellow};
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

void notes(const json& control) {
  if (control.value("returned", false)) {
    if (text(control, "answer") == "not-me") {
      note("You said that it was not you. Open the platform's settings page and deny it again.");
    } else {
      note(
          "You had denied training; it is allowed again, and nobody was seen to allow it. Open the "
          "platform's settings "
          "page; the popup asks whether it was you.");
    }
  }
  if (control.value("stale", false)) {
    note("The newest look at the page could not tell (" + text(control, "why") +
         "): what stands here is older.");
  }
  if (text(control, "basis") == "declared") note("You said so; it was not seen on a page.");
  if (text(control, "sure") == "likely") note("Likely, not sure.");
  const auto form = control.find("form");
  if (form == control.end() || !form->is_object()) return;
  std::string words = "Objection form: " + text(*form, "step") + " on " + local_time(text(*form, "at"));
  const std::string due = text(*form, "due");
  if (!due.empty()) words += ", an answer is due by " + local_time(due);
  note(words + ".");
}

void print(const json& controls) {
  if (controls.empty()) {
    std::cout
        << "Your log is empty. Open the AI-training setting of a platform in a browser with the Opt-Out Log\n"
           "extension; what the page says then stands here.\n";
    return;
  }
  int widest = 8;
  int widest_account = 0;
  for (const json& control : controls) {
    widest = std::max(widest, cells(text(control, "platform") + "/" + text(control, "control")));
    widest_account = std::max(widest_account, cells(whose(control)));
  }
  // icon, state and the two times take 62 cells; what is left is shared, and narrow terminals go without
  // `since`.
  const int room = columns() - 13;
  const bool times = room - widest - widest_account >= 48;
  const int name_width = std::min(widest, std::max(20, room - widest_account - 2));
  const int account_width = std::min(widest_account, std::max(8, room - name_width - 2));
  for (const json& control : controls) {
    const State state = state_of(control);
    std::cout << paint(state.paint, std::string(state.icon) + " " + column(state.word, 9)) << " "
              << column(harmless(text(control, "platform") + "/" + text(control, "control")), name_width)
              << "  " << column(whose(control), account_width);
    const std::string since = text(control, "since");
    const std::string seen = text(control, "seen");
    std::string when = since.empty() ? "" : "since " + local_time(since);
    when += seen.empty() ? "  never read" : "  seen " + local_time(seen);
    if (times) {
      std::cout << "  " << when << "\n";
    } else {
      std::cout << "\n    " << when << "\n";
    }
    notes(control);
  }
}

int run(bool as_json) {
  service::Service service;
  json all = json::array();
  json answer;
  json params = json::object();
  do {
    auto page = service.call("status", params);
    if (!page) return fail(page.error(), as_json);
    answer = *page;
    for (const json& control : answer["controls"]) all.push_back(control);
    params["cursor"] = answer.value("next", json());
  } while (!params["cursor"].is_null());
  answer["controls"] = all;
  if (as_json) {
    print_json(answer);
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
