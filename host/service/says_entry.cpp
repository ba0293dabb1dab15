#include <algorithm>
#include <array>
#include <utility>

#include "service/says.h"
#include "service/says_words.h"

// What an entry says, and what it is about: contracts in says.h.
namespace optoutlog::service::says {

bool is_sure_entry(const json& entry) {
  return text(entry, "sure") == "sure" && text(entry, "how") == "loaded";
}

namespace {

// Among the signs of an entry's evidence: the extension pressed the control.
constexpr const char* kPressed = "assisted";

// Before there was `how`, a reading after a person's click was a change.
bool is_change(const json& entry) {
  const std::string how = text(entry, "how");
  return how == "changed" || (how.empty() && text(entry, "actor") == "user");
}

}  // namespace

std::string event(const json& entry, const Voice& voice) {
  const About about(entry);
  const std::string basis = text(entry, "basis");
  const std::string training = text(entry, "training");
  const std::string raw = text(entry, "raw");
  if (basis != "seen") {
    if (training != "allowed" && training != "denied") return capital(step(raw)) + ".";
    return capital(who(voice)) + (voice.owner ? " says: AI training" : " said: AI training") +
           about.by + " on " + about.name +
           (training == "denied" ? " was refused" : " was allowed") +
           (raw.empty() ? "" : ", " + step(raw)) + ".";
  }
  if (about.kind == Kind::kOther)
    return "“" + std::string(about.control->name) + "” on " + about.name +
           " is not about AI training.";
  if (training != "allowed" && training != "denied") {
    const std::string why = reason(entry);
    return capital(could_not(about, voice)) + (why.empty() ? "." : ": " + why);
  }
  if (is_change(entry))
    return capital(change(about, training, voice)) +
           "; whether it was kept only shows after loading the page again.";
  return capital(fact(about, training, true, !is_sure_entry(entry), false, voice)) + ".";
}

std::string origin(const json& entry) {
  const std::string basis = text(entry, "basis");
  const std::string raw = text(entry, "raw");
  if (basis == "form")
    return (object(entry, "evidence").is_null() ? "you said: " : "form: ") + step(raw);
  if (basis == "declared") return raw.empty() ? "you said" : "you said: " + step(raw);
  const bool changed = is_change(entry);
  std::string words = changed ? "you changed it" : "seen";
  if (!changed && text(entry, "actor") == "user") words += " after your click";
  if (text(entry, "training") != "unknown" && !is_sure_entry(entry)) words += ", likely";
  const std::string why = text(entry, "why");
  return why.empty() || why == "ok" ? words : words + ", " + why;
}

std::string when(const json& entry, const Voice& voice) {
  const std::string date = text(entry, "date");
  return date.empty() ? voice.time(text(entry, "at")) : date;
}

std::string setting(const json& of) {
  const About about(of);
  return about.name +
         (about.control == nullptr ? "" : ", “" + std::string(about.control->name) + "”");
}

std::string trainers(const json& of) {
  const About about(of);
  const bool own = !known::own_site(text(of, "platform")).empty();
  if ((about.platform == nullptr && !own) || about.kind == Kind::kOther) return {};
  return about.others ? "others" : about.name;
}

std::string reason(const json& of) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kTable = {{
      {"other-page", "This did not look like the settings page."},
      {"not-found", "The setting was not found on the page."},
      {"ambiguous", "More than one switch could have been the one."},
      {"conflict", "The page said two different things about the setting."},
      {"layout-changed",
       "What the page showed did not fit our rule for it; the page may have changed."},
      {"signed-out", "The page asked to sign in."},
      {"not-offered", "The page itself said that this setting is not offered there."},
      {"locked",
       "The setting was shown but could not be changed, so what it showed may not be what "
       "applies."},
      {"mixed", "What the setting showed was neither a clear yes nor a clear no."},
      {"unsaved", "Something was changed on the page, and nothing showed that it was saved."},
      {"unsettled", "The page did not come to rest, so nothing that it showed was certain."},
  }};
  const std::string why = text(of, "why");
  if (why.empty() || why == "ok") return {};
  const About about(of);
  // A line does not hold what was read; then what is known of the setting is all that can be said.
  const bool has_raw = of.contains("raw");
  const std::string raw = text(of, "raw");
  const bool read = raw == "on" || raw == "off" || !has_raw;
  if (why == "mixed" && read && about.control != nullptr && about.control->future)
    return "This switch only sets the default for what comes later. It cannot show what holds for "
           "what is already there.";
  const bool unit_lost =
      about.control != nullptr && about.control->unit != "account" && text(of, "unit").empty();
  if (why == "ambiguous" && read && unit_lost)
    return "The page did not say whose setting this is, and there can be several.";
  if (why == "no-access") return "There was no permission to read on the site.";
  for (const auto& [word, words] : kTable)
    if (word == why) return std::string(words);
  return why;
}

std::string signs(const json& evidence) {
  std::string agreed;
  for (const json& sign : evidence.value("by", json::array()))
    if (sign.is_string() && sign != kPressed)
      agreed += (agreed.empty() ? "" : ", ") + sign.get_ref<const std::string&>();
  return agreed;
}

bool is_pressed(const json& evidence) {
  const json by = evidence.value("by", json::array());
  return std::find(by.begin(), by.end(), kPressed) != by.end();
}

std::string step(std::string_view raw) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kTable = {{
      {"reached", "the objection form was opened"},
      {"submitted", "the objection was sent"},
      {"confirmed", "the platform confirmed that it received the objection"},
      {"answered-yes", "the platform accepted the objection"},
      {"answered-no", "the platform refused the objection"},
      {"in-app", "in the platform’s app"},
      {"by-mail", "by e-mail"},
      {"by-form", "by a form"},
      {"other-way", "in another way"},
      {"answer-me", "“I switched it on myself”"},
      {"answer-not-me", "“I did not switch it on”"},
      {"dropped", "this line was taken off the list"},
      {"taken-back", "what was said last does not hold"},
  }};
  for (const auto& [word, words] : kTable)
    if (word == raw) return std::string(words);
  return std::string(raw);
}

}  // namespace optoutlog::service::says
