#include "service/statement.h"

#include "service/known.h"
#include "service/says.h"

namespace optoutlog::service::statement {
namespace {

// "label: value" after `before`, where there is a value.
std::string labelled(const char* before, const char* label, const json& from, const char* member) {
  const json value = from.value(member, json());
  if (!value.is_string()) return {};
  return std::string(before) + label + ": " + isolated(value.get_ref<const std::string&>());
}

constexpr const char* kNext = " · ";

// By which rule, and which kinds of signs on the page agreed.
std::string rule_words(const json& evidence) {
  const json rule = evidence.value("rule", json());
  if (!rule.is_string()) return {};
  std::string text = std::string(kNext) + "Rule: " + escape(rule.get_ref<const std::string&>());
  if (const json rev = evidence.value("rev", json()); rev.is_number())
    text += ", revision " + rev.dump();
  const std::string signs = escape(says::signs(evidence));
  if (!signs.empty()) text += " (signs that agreed: " + signs + ")";
  if (says::is_pressed(evidence))
    text += std::string(kNext) + "Pressed by the extension, as the person asked";
  return text;
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string isolated(std::string_view text) {
  return "<bdi>" + escape(text) + "</bdi>";
}

std::string readable(std::string_view time) {
  if (time.size() < 19) return escape(time);
  return escape(std::string(time.substr(0, 10)) + " " + std::string(time.substr(11, 8)) + " UTC");
}
std::string readable(Millis time) {
  return readable(format_time(time));
}

says::Voice voice(Millis now) {
  return {true, format_time(now),
          [](std::string_view time) { return std::string(time.substr(0, 10)); },
          [](std::string_view time) {
            return time.size() < 19 ? std::string(time)
                                    : std::string(time.substr(0, 10)) + " " +
                                          std::string(time.substr(11, 8)) + " UTC";
          }};
}

std::string subject(const json& of) {
  const std::string platform = of.value("platform", "");
  const std::string control = of.value("control", "");
  std::string text = "<strong>" + escape(known::name(platform)) + "</strong><br>";
  if (const auto* about = known::control(platform, control))
    text += "“" + escape(about->name) + "”<br>";
  return text + escape(platform) + "/" + escape(control) +
         labelled("<br>", "Account", of, "account") + labelled("<br>", "Part of it", of, "unit");
}

std::string sentences_of(const says::Row& row) {
  std::string text = escape(row.headline);
  if (!row.leaves.empty()) {
    text += "<br>It does not govern:";
    for (const std::string& line : row.leaves) text += " " + escape(line);
  }
  for (const std::string& note : row.notes) text += "<br>" + isolated(note);
  if (!row.when.empty()) text += "<br>Looks: " + escape(row.when) + ".";
  return text;
}

std::string state_of(const says::Row& row) {
  const bool alarm = row.sign == says::Sign::kReturned;
  std::string state = row.state;
  if (!state.empty() && state[0] >= 'a' && state[0] <= 'z')
    state[0] = static_cast<char>(state[0] - 'a' + 'A');
  return std::string(alarm ? "<strong class=alarm>" : "<strong>") + escape(state) +
         "</strong><br>" + sentences_of(row);
}

std::string governs(const json& of) {
  const auto* control = known::control(of.value("platform", ""), of.value("control", ""));
  const auto* platform = known::platform(of.value("platform", ""));
  if (const std::string own = known::own_site(of.value("platform", "")); !own.empty())
    return "At " + escape(own) +
           ". It is in none of the rules: a person pointed at this setting and said what it means.";
  if (control == nullptr || platform == nullptr) return {};
  std::string text = "At " + escape(platform->site) + ".";
  if (const std::string trainers = says::trainers(of); trainers == "others") {
    text += " About AI training by others, not by " + escape(platform->name) + " itself.";
  } else if (trainers.empty()) {
    text += " Not about AI training.";
  }
  const auto add = [&](const char* label, std::string_view texts) {
    if (texts.empty()) return;
    text += std::string("<br>") + label;
    for (const std::string& line : known::list(texts)) text += " " + escape(line);
  };
  add("Governs:", control->covers);
  add("Does not govern:", control->leaves);
  for (const std::string& fact : known::list(platform->facts)) text += "<br>" + escape(fact);
  return text;
}

std::string what(const json& entry, const says::Voice& voice) {
  const json raw = entry.value("raw", json());
  const bool seen = entry.value("basis", "") == "seen";
  std::string text = escape(says::event(entry, voice));
  if (seen && raw.is_string())
    text += "<br>The control said: " + isolated(raw.get_ref<const std::string&>());
  if (seen && entry.value("how", json()) != "changed" && entry.value("actor", "none") == "user")
    text += "<br>Just after the user’s own click on it.";
  if (entry.value("clock", json()) == "back") text += "<br>The computer’s clock had been set back.";
  if (entry.value("ahead", json()) == true) text += "<br>The stated time lay in the future.";
  return text;
}

std::string how(const json& entry) {
  const json evidence = entry.value("evidence", json());
  const std::string basis = entry.value("basis", "");
  std::string text = "Said by the owner";
  if (basis == "seen") text = "Read from the platform’s page";
  if (basis == "form" && evidence.is_object()) text = "Noted at the objection form";
  if (evidence.is_object())
    text += labelled(kNext, "Label", evidence, "label") +
            labelled(kNext, "Page", evidence, "route") + rule_words(evidence);
  return text + labelled(kNext, "Note", entry, "note") +
         labelled(kNext, "Browser", entry, "browser");
}

}  // namespace optoutlog::service::statement
