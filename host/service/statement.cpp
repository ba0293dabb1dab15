#include "service/statement.h"

#include "platform_names.h"

namespace optoutlog::service::statement {
namespace {

// Not "on" or "off": with some controls ON is the opt-out, and what the control said stands beside this.
std::string training_words(std::string_view training) {
  if (training == "allowed") return "<strong>Allowed</strong>: AI training on the account’s data";
  if (training == "denied") return "<strong>Denied</strong>: AI training on the account’s data";
  return "<strong>Could not be told</strong>";
}

std::string why_words(const std::string& why) {
  if (why == "not-found") return "the setting was not found on the page";
  if (why == "ambiguous") return "more than one setting of the page could have been it";
  if (why == "conflict") return "the page’s own signs contradicted one another";
  if (why == "layout-changed") return "the page looked other than the rule expects";
  if (why == "signed-out") return "nobody was signed in";
  if (why == "not-offered") return "the platform did not offer the setting to this account";
  if (why == "locked") return "the setting could not be changed";
  if (why == "mixed") return "parts of the setting differed";
  if (why == "unsaved") return "a change was not saved yet";
  if (why == "no-access") return "the page could not be read";
  return escape(why);
}

std::string step_words(const std::string& step) {
  if (step == "reached") return "the objection form was opened";
  if (step == "submitted") return "the objection was sent";
  if (step == "confirmed") return "the platform confirmed that it received the objection";
  if (step == "answered-yes") return "the platform answered: accepted";
  if (step == "answered-no") return "the platform answered: refused";
  if (step == "in-app") return "in the platform’s app";
  if (step == "by-mail") return "by e-mail";
  if (step == "by-form") return "by a form";
  if (step == "other-way") return "in another way";
  if (step == "answer-me") return "“I switched it on myself”";
  if (step == "answer-not-me") return "“I did not switch it on”";
  return escape(step);
}

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
  if (const json rev = evidence.value("rev", json()); rev.is_number()) text += ", revision " + rev.dump();
  std::string by;
  for (const json& sign : evidence.value("by", json::array()))
    if (sign.is_string()) by += (by.empty() ? "" : ", ") + escape(sign.get_ref<const std::string&>());
  if (!by.empty()) text += " (signs that agreed: " + by + ")";
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

std::string readable(const std::string& time) {
  return time.size() < 19 ? escape(time) : escape(time.substr(0, 10) + " " + time.substr(11, 8) + " UTC");
}
std::string readable(record::Millis time) {
  return readable(record::format_time(time));
}

std::string subject(const json& of) {
  const std::string platform = of.value("platform", "");
  return "<strong>" + escape(platforms::name(platform)) + "</strong><br>" + escape(platform) + "/" +
         escape(of.value("control", "")) + labelled("<br>", "Account", of, "account") +
         labelled("<br>", "Part of it", of, "unit");
}

json subject_of(const record::Line& line) {
  return {{"platform", line.subject.platform},
          {"control", line.subject.control},
          {"account", line.subject.account ? json(*line.subject.account) : json()},
          {"unit", line.subject.unit ? json(*line.subject.unit) : json()}};
}

std::string state_of(const record::Line& line) {
  std::string text = training_words(to_word(line.training));
  if (line.training != record::Training::kUnknown) {
    if (line.sure == "likely") text += " (probably)";
    text += "<br>since " + readable(line.since);
  } else if (line.why != "ok") {
    text += ": " + why_words(line.why);
  }
  if (line.returned)
    text +=
        "<br><strong class=alarm>It was denied, and was then seen allowed again without an action of the "
        "owner "
        "being seen.</strong>";
  if (line.returned && line.not_me) text += "<br>The owner says: “I did not switch it on”.";
  if (line.stale && line.training != record::Training::kUnknown)
    text += "<br>The newest reading could not confirm it: " + why_words(line.why) + ".";
  return text;
}

std::string objection_of(const record::Line& line, record::Millis now) {
  if (line.step.empty()) return {};
  std::string text = "Objection: " + step_words(line.step) + ", " + readable(line.step_at.value_or(0));
  if (line.asked && line.asked != line.step_at) text += "<br>sent on " + readable(*line.asked);
  if (const auto due = record::due(line))
    text += "<br>An answer " + std::string(*due < now ? "was" : "is") + " due by " + readable(*due) +
            " (one month, Art. 12(3) GDPR)" + (*due < now ? "; none is on record." : ".");
  return text;
}

std::string what(const json& entry) {
  const json raw = entry.value("raw", json());
  const std::string training = entry.value("training", "");
  const bool seen = entry.value("basis", "") == "seen";
  std::string text;
  if (!seen && training == "unknown" && raw.is_string()) {
    text = step_words(raw.get_ref<const std::string&>());
    text[0] = static_cast<char>(text[0] >= 'a' && text[0] <= 'z' ? text[0] - 'a' + 'A' : text[0]);
  } else {
    text = training_words(training);
    if (const std::string why = entry.value("why", "ok"); why != "ok") text += ": " + why_words(why);
    if (entry.value("sure", json()) == "likely") text += " (probably)";
    if (raw.is_string())
      text += seen ? "<br>the control said: " + isolated(raw.get_ref<const std::string&>())
                   : "<br>" + step_words(raw.get_ref<const std::string&>());
  }
  if (seen && entry.value("actor", "none") == "user") text += "<br>just after the user’s own click on it";
  if (entry.value("clock", json()) == "back") text += "<br>the computer’s clock had been set back";
  if (entry.value("ahead", json()) == true) text += "<br>the stated time lay in the future";
  return text;
}

std::string how(const json& entry) {
  const json evidence = entry.value("evidence", json());
  const std::string basis = entry.value("basis", "");
  std::string text = "Said by the owner";
  if (basis == "seen") text = "Read from the platform’s page";
  if (basis == "form" && evidence.is_object()) text = "Noted at the objection form";
  if (evidence.is_object())
    text += labelled(kNext, "Label", evidence, "label") + labelled(kNext, "Page", evidence, "route") +
            rule_words(evidence);
  return text + labelled(kNext, "Happened on", entry, "date") + labelled(kNext, "Note", entry, "note") +
         labelled(kNext, "Browser", entry, "browser");
}

}  // namespace optoutlog::service::statement
