#include "service/says.h"

#include <algorithm>

#include "base/clock.h"
#include "service/says_words.h"

namespace optoutlog::service::says {
namespace {

std::string from_to(const json& run, const Voice& voice) {
  const std::string first = voice.day(text(run, "first"));
  const std::string last = voice.day(text(run, "last"));
  return first == last ? first : first + " to " + last;
}

std::string run_words(const About& about, const json& run, bool changed, const Voice& voice) {
  const auto times = run.value("times", json(1));
  const std::string state = position(about, text(run, "training"));
  const bool once = !times.is_number() || times.get<std::int64_t>() <= 1;
  if (changed && once) return "changed to " + state + ", " + from_to(run, voice);
  return "seen " + state + (once ? "" : " " + times.dump() + " times") + ", " + from_to(run, voice);
}

// When somebody looked, and what was seen: never "since".
std::string when_of(const About& about, const json& line, bool changed, const Voice& voice) {
  const json run = object(line, "run");
  if (run.is_null()) return {};
  std::string words = run_words(about, run, changed, voice);
  const json before = object(line, "before");
  if (before.is_null()) return words;
  words = run_words(about, before, false, voice) + "; " + words;
  // of no account by name they may be two accounts, of which none changed
  const bool one = !text(line, "account").empty();
  if (text(before, "training") != text(run, "training") && !changed && one)
    words += ": changed in between";
  return words;
}

// What the newest known reading said, whatever the user said after it; "unknown" where none did.
std::string seen_training(const json& line) {
  if (const json run = object(line, "run"); !run.is_null()) return text(run, "training");
  if (text(line, "seen").empty()) return "unknown";
  if (text(line, "basis") == "seen") return text(line, "training");
  const std::string known = text(line, "known");
  return known.empty() ? "unknown" : known;
}

bool is_returned(const json& line) {
  return is_true(line, "returned");
}
bool is_perhaps(const json& line) {
  return text(line, "returned") == "perhaps";
}

// What a page showed as it was loaded, and surely. The readings of an older extension do not say
// whether they were loaded.
bool is_sure(const json& line) {
  const std::string kept = text(line, "kept");
  return text(line, "sure") == "sure" && (kept == "confirmed" || kept == "not-kept");
}
Sign sign_of(const json& line) {
  if (is_returned(line)) return Sign::kReturned;
  if (is_perhaps(line)) return Sign::kPerhaps;
  if (text(line, "kept") == "not-kept") return Sign::kNotKept;
  if (is_true(line, "stale")) return Sign::kStale;
  if (text(line, "basis") != "seen") return Sign::kEarlier;
  if (text(line, "kept") == "pending") return Sign::kChanged;
  if (!is_sure(line)) return Sign::kLikely;
  return Sign::kSure;
}

std::string state_words(const About& about, const json& line, const std::string& training,
                        Sign sign) {
  std::string words = training + (about.others ? " to others" : "");
  if (sign == Sign::kReturned) return about.others ? "returned, others" : "returned";
  if (sign == Sign::kPerhaps) return "perhaps returned";
  if (sign == Sign::kNotKept) return words + ", not kept";
  if (text(line, "basis") == "seen" && text(line, "kept") == "pending") {
    words += ", not confirmed";
  } else if (text(line, "basis") == "seen" && !is_sure(line)) {
    words += ", likely";
  }
  if (sign == Sign::kStale) words += ", stale";
  if (sign == Sign::kEarlier) words += ", earlier";
  return words;
}

// Whether the reading is so new that a sentence may speak of the present. A statement is read
// later.
bool is_fresh(const std::string& seen, const Voice& voice) {
  const auto then = parse_time(seen);
  const auto now = parse_time(voice.now);
  return !voice.owner && then && now && *now - *then < kDay;
}

std::string headline_of(const About& about, const json& line, const std::string& training,
                        Sign sign, const Voice& voice) {
  const std::string seen = text(line, "seen");
  const bool declared = text(line, "basis") != "seen";
  const bool likely = !declared && !is_sure(line);
  const bool pending = !declared && text(line, "kept") == "pending";
  if (sign == Sign::kNotKept) {
    const json before = object(line, "before");
    const std::string on =
        text(before, "training") == "denied" ? "On " + voice.time(text(before, "last")) + " " : "";
    return capital(on + change(about, "denied", voice)) + "; when the page was loaded again, on " +
           voice.time(seen) + ", it " +
           (is_switch(about) ? "was " + std::string(likely ? "probably " : "") + "on"
                             : std::string(likely ? "probably " : "") + "allowed it") +
           ": the change was not kept.";
  }
  if (pending) {
    const std::string decided = text(line, "decided");
    return "On " + voice.time(decided.empty() ? seen : decided) + " " +
           change(about, training, voice) + ".";
  }
  const bool past = sign == Sign::kStale || sign == Sign::kEarlier || !is_fresh(seen, voice);
  const std::string last = past ? "when last seen, on " + voice.day(seen) + ", " : "";
  const std::string same = sign == Sign::kPerhaps ? "if this is the same account, " : "";
  const bool again = sign == Sign::kReturned || sign == Sign::kPerhaps;
  return capital(same + last + fact(about, training, past, likely, again, voice)) + ".";
}

void add_notes(Row& row, const About& about, const json& line, const Voice& voice) {
  if (!known::own_site(text(line, "platform")).empty())
    row.notes.push_back(
        "It is in none of the rules: a person pointed at this setting and said what it means.");
  const bool seen_decides = text(line, "basis") == "seen";
  if (row.sign == Sign::kReturned) {
    row.notes.push_back(
        "It was seen denied before, and nobody was seen to allow it: the platform may have done "
        "it, or " +
        who(voice) + " on another device.");
    if (text(line, "answer") == "not-me")
      row.notes.push_back(voice.owner ? "The owner says: “I did not switch it on”."
                                      : "You said that it was not you.");
  }
  if (row.sign == Sign::kPerhaps)
    row.notes.push_back(
        "It was seen denied before, and the page did not name the account. These may be two "
        "accounts with two settings, so this is no alarm.");
  if (seen_decides && text(line, "kept") == "pending")
    row.notes.push_back(
        "It was not seen after loading the page again, so whether it was kept is not known.");
  if (seen_decides && !is_sure(line)) row.notes.push_back("Likely, not sure.");
  if (row.sign == Sign::kSure && text(line, "kept") == "confirmed")
    row.notes.push_back("Confirmed: read from the page as it was loaded.");
  if (row.sign == Sign::kEarlier)
    row.notes.push_back("What " + who(voice) +
                        " said is newer. How sure that reading was stands in the history.");
  if (is_true(line, "stale")) {
    const std::string why = reason(line);
    row.notes.push_back("The newest look at the page" +
                        adding(", ", voice.time(text(line, "tried"))) + ", could not tell" +
                        (why.empty() ? "." : ": " + why) + " What stands here is older.");
  }
  if (is_older(line))
    row.notes.push_back("Of an older rule: today’s rule for " + about.name +
                        " does not have this setting any more. It is not counted.");
}

}  // namespace

std::optional<Row> seen(const json& line, const Voice& voice) {
  const std::string last = text(line, "seen");
  const std::string tried = text(line, "tried");
  if (last.empty() && tried.empty()) return std::nullopt;
  const About about(line);
  Row row;
  row.training = seen_training(line);
  if (about.kind == Kind::kOther) {
    row.sign = Sign::kNone;
    row.training = "unknown";
    row.state = "not about training";
    row.headline = "“" + std::string(about.control->name) + "” on " + about.name +
                   " is not about AI training.";
    row.leaves = known::list(about.control->leaves);
    return row;
  }
  if (row.training == "unknown") {
    row.sign = Sign::kUnknown;
    row.state = "never read";
    row.headline = "So far " + could_not(about, voice) + ".";
    if (const std::string why = reason(line); !why.empty()) row.notes.push_back(why);
    if (is_older(line)) add_notes(row, about, line, voice);
    row.when = "tried " + voice.time(tried);
    return row;
  }
  row.sign = sign_of(line);
  row.state = state_words(about, line, row.training, row.sign);
  row.headline = headline_of(about, line, row.training, row.sign, voice);
  if (row.training == "denied" && about.control != nullptr)
    row.leaves = known::list(about.control->leaves);
  const bool changed = text(line, "basis") == "seen" && text(line, "kept") == "pending";
  row.when = when_of(about, line, changed, voice);
  add_notes(row, about, line, voice);
  return row;
}

std::optional<Row> said(const json& line, const Voice& voice) {
  json words = object(line, "declared");
  if (words.is_null()) {  // a host that does not tell it apart yet
    if (text(line, "basis") != "declared" || text(line, "training") == "unknown")
      return std::nullopt;
    words = {{"training", text(line, "training")}, {"at", text(line, "since")}};
  }
  const About about(line);
  Row row;
  row.sign = Sign::kSaid;
  row.training = text(words, "training");
  row.state = row.training + (about.others ? " to others" : "") +
              (voice.owner ? ", the owner says" : ", you said");
  const std::string date = text(words, "date");
  row.headline = capital(who(voice)) + (voice.owner ? " says that " : " said that ") +
                 (voice.owner ? "they " : "you ") +
                 (row.training == "denied" ? "refused" : "allowed") + " AI training" + about.by +
                 " on " + about.name + " (" + (date.empty() ? voice.day(text(words, "at")) : date) +
                 ").";
  if (text(line, "seen").empty()) row.notes.push_back("It was never seen on a page.");
  if (const std::string note = text(words, "note"); !note.empty())
    row.notes.push_back("Note: " + note);
  return row;
}

std::optional<Row> objection(const json& line, const Voice& voice) {
  const json form = object(line, "form");
  if (form.is_null()) return std::nullopt;
  const About about(line);
  Row row;
  row.sign = Sign::kObjection;
  row.training = "unknown";
  row.state = "objection";
  row.headline =
      "Objection: " + step(text(form, "step")) + ", " + voice.day(text(form, "at")) + ".";
  const std::string asked = text(form, "asked");
  if (!asked.empty() && asked != text(form, "at"))
    row.notes.push_back("Sent on " + voice.day(asked) + ".");
  const std::string due = text(form, "due");
  // Whether the law is the owner's is not known here; where the platform offers the form elsewhere
  // only, it is not.
  if (!due.empty() && (about.platform == nullptr || about.platform->gdpr)) {
    const bool late = due < voice.now;
    row.notes.push_back("Where the GDPR applies (EU, EEA, United Kingdom), an answer " +
                        std::string(late ? "was" : "is") + " due by " + voice.day(due) +
                        " (one month, Art. 12(3))" + (late ? "; none is on record." : "."));
  }
  return row;
}

Row deciding(const json& line, const Voice& voice) {
  const auto page = seen(line, voice);
  const auto word = said(line, voice);
  if (page && (!word || text(line, "basis") == "seen")) return *page;
  if (word) return *word;
  if (page) return *page;
  if (auto form = objection(line, voice)) return *form;
  Row none;
  none.training = "unknown";
  none.state = "never read";
  none.headline = capital("So far " + could_not(About(line), voice)) + ".";
  return none;
}

bool is_older(const json& line) {
  const bool read = !text(line, "seen").empty() || !text(line, "tried").empty();
  return read && known::is_of_older_rule(text(line, "platform"), text(line, "control"));
}

bool asks_for_a_look(const json& line) {
  if (is_older(line)) return false;
  return is_returned(line) || is_perhaps(line) || text(line, "kept") == "not-kept";
}

}  // namespace optoutlog::service::says
