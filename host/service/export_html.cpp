#include "record/chain.h"
#include "service/export.h"
#include "service/json_text.h"
#include "version.h"

// One self-contained page that prints as a dated statement. No script, nothing loaded from anywhere.
namespace optoutlog::service {
namespace {

constexpr const char* kStyle = R"css(
:root{color-scheme:light}
body{font:15px/1.5 system-ui,sans-serif;color:#1c1c1e;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin-bottom:.2rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #bbb}
table{border-collapse:collapse;width:100%;font-size:.86rem}th,td{text-align:start;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
thead{display:table-header-group}tr{break-inside:avoid}.said{font-style:italic}
code{font:0.82em ui-monospace,monospace;overflow-wrap:anywhere}.small{font-size:.82rem;color:#444}
@page{margin:18mm}@media print{body{margin:0;max-width:none}}
)css";

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

// 2026-11-23T18:00:00.000Z as a person reads it.
std::string readable(const std::string& time) {
  return time.size() < 19 ? escape(time) : escape(time.substr(0, 10) + " " + time.substr(11, 8) + " UTC");
}
std::string readable(record::Millis time) {
  return readable(record::format_time(time));
}

// What the entry or the line says about training. `allowed` and `denied` are the tool's words; the statement
// has to be clear to somebody who never saw them.
std::string training_words(std::string_view training) {
  if (training == "allowed") return "ON: the platform may train AI on the account's data";
  if (training == "denied") return "OFF: the platform may not train AI on the account's data";
  return "could not be told";
}

std::string step_words(const std::string& step) {
  if (step == "reached") return "the objection form was opened";
  if (step == "submitted") return "the objection form was sent";
  if (step == "confirmed") return "the platform confirmed that it received the objection";
  if (step == "answered-yes") return "the platform answered: accepted";
  if (step == "answered-no") return "the platform answered: refused";
  if (step == "answer-me") return "the owner says: I switched it on myself";
  if (step == "answer-not-me") return "the owner says: I did not switch it on";
  return escape(step);
}

std::string cell(const std::string& inner) {
  return "<td>" + inner + "</td>";
}

std::string subject(const json& of) {
  std::string text =
      "<strong>" + escape(of.value("platform", "")) + "</strong> / " + escape(of.value("control", ""));
  for (const char* name : {"account", "unit"})
    if (const json value = of.value(name, json()); value.is_string())
      text += "<br>" + std::string(name) + ": " + escape(value.get<std::string>());
  return text;
}

std::string line_row(const record::Line& line) {
  const json of = {{"platform", line.subject.platform},
                   {"control", line.subject.control},
                   {"account", line.subject.account ? json(*line.subject.account) : json()},
                   {"unit", line.subject.unit ? json(*line.subject.unit) : json()}};
  std::string state = training_words(to_word(line.training));
  if (line.training != record::Training::kUnknown) {
    if (line.basis == record::Basis::kDeclared) state += " <span class=said>(as the owner says)</span>";
    if (line.sure == "likely") state += " (probably)";
    state += "<br>since " + readable(line.since);
  }
  if (line.returned)
    state += "<br><strong>Switched on again without an action of the owner being seen.</strong>";
  if (line.stale) state += "<br>The newest reading could not confirm it (" + escape(line.why) + ").";
  if (!line.step.empty()) state += "<br>" + step_words(line.step) + ", " + readable(*line.step_at);
  if (const auto due = record::due(line)) state += "<br>an answer is due by " + readable(*due);
  return "<tr>" + cell(subject(of)) + cell(state) + cell(line.seen ? readable(*line.seen) : "never") +
         "</tr>\n";
}

std::string how(const json& entry) {
  const std::string basis = entry.value("basis", "");
  std::string text = basis == "seen" ? "read from the page" : "<span class=said>as the owner says</span>";
  if (basis == "form") text = "form step";
  const json evidence = entry.value("evidence", json());
  if (evidence.is_object()) {
    for (const char* name : {"label", "route"})
      if (const json value = evidence.value(name, json()); value.is_string())
        text += "<br>" + std::string(name) + ": " + escape(value.get<std::string>());
    if (const json rule = evidence.value("rule", json()); rule.is_string()) {
      text += "<br>rule " + escape(rule.get<std::string>());
      if (const json rev = evidence.value("rev", json()); rev.is_number()) text += " revision " + rev.dump();
    }
  }
  for (const char* name : {"browser", "date", "note"})
    if (const json value = entry.value(name, json()); value.is_string())
      text += "<br>" + std::string(name) + ": " + escape(value.get<std::string>());
  return text;
}

std::string what(const json& entry) {
  const json raw = entry.value("raw", json());
  const bool in_raw = entry.value("basis", "") != "seen" && entry.value("training", "") == "unknown";
  if (in_raw && raw.is_string()) return step_words(raw.get<std::string>());
  std::string text = training_words(entry.value("training", ""));
  if (const std::string why = entry.value("why", "ok"); why != "ok") text += " (" + escape(why) + ")";
  if (entry.value("sure", json()) == "likely") text += " (probably)";
  if (entry.value("actor", "none") == "user") text += "<br>after an action of the user on the page";
  if (entry.value("clock", json()) == "back") text += "<br>the computer's clock had been set back";
  if (entry.value("ahead", json()) == true) text += "<br>the stated time lay in the future";
  return text;
}

class HtmlWriter : public ExportWriter {
 public:
  std::string head(const ExportInfo& info) const override {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">"
        "<meta name=\"viewport\" content=\"width=device-width\">"
        "<title>Statement of AI-training settings</title><style>";
    out += kStyle;
    out += "</style></head><body><main>\n<h1>Statement of AI-training settings</h1>\n<p>Made on " +
           readable(info.exported) + " by Opt-Out Log " + escape(kVersion) + ".";
    if (info.scope.platform) out += " Platform: <strong>" + escape(*info.scope.platform) + "</strong>.";
    if (info.scope.account) out += " Account: <strong>" + escape(*info.scope.account) + "</strong>.";
    if (!info.scope.is_all()) out += " Other entries of the record are left out.";
    out +=
        "</p>\n<h2>Where things stand</h2>\n<table><thead><tr><th scope=col>Control</th><th "
        "scope=col>State</th>"
        "<th scope=col>Last read</th></tr></thead><tbody>\n";
    for (const auto& line : info.lines) out += line_row(line);
    if (info.lines.empty()) out += "<tr><td colspan=3>Nothing is recorded.</td></tr>\n";
    out +=
        "</tbody></table>\n<h2>What was seen, and when</h2>\n<table><thead><tr><th scope=col>No.</th><th "
        "scope=col>Time</th>"
        "<th scope=col>Control</th><th scope=col>What</th><th scope=col>How</th><th "
        "scope=col>Hash</th></tr></thead><tbody>\n";
    return out;
  }

  std::string link(const ExportInfo& info, const record::StoredLink& link, bool disclosed) const override {
    if (!disclosed) return {};
    const auto entry = parse_json(link.payload);
    if (!entry || !entry->is_object()) return {};
    const std::string hash = cell("<code>" + record::to_hex(link.hash).substr(0, 16) + "</code>");
    const std::string number = cell(std::to_string(link.seq));
    if (link.is_note) {
      if (!info.scope.is_all()) return {};
      return "<tr>" + number + cell(readable(entry->value("received", ""))) +
             "<td colspan=3>The owner erased " + entry->value("count", json(0)).dump() + " entries.</td>" +
             hash + "</tr>\n";
    }
    std::string time = readable(entry->value("at", ""));
    if (const std::string received = entry->value("received", ""); received != entry->value("at", ""))
      time += "<br><span class=small>recorded " + readable(received) + "</span>";
    return "<tr>" + number + cell(time) + cell(subject(*entry)) + cell(what(*entry)) + cell(how(*entry)) +
           hash + "</tr>\n";
  }

  std::string tail(const ExportInfo& info) const override {
    return "</tbody></table>\n<h2>How to check this</h2>\n<p>The record has " +
           std::to_string(info.head.count) +
           " links; each is bound to the one before it by SHA-256. The checkpoint of this "
           "statement:</p>\n<p><code>" +
           record::checkpoint(info.head.record, info.head.count, info.head.hash) +
           "</code></p>\n<p>The JSON export of the same record contains the stored bytes, salts and hashes. "
           "<code>optoutlog verify FILE</code> checks it, and RECORD.md of the project describes the format "
           "so that "
           "anybody can write a checker. The first 16 digits of each link's hash are shown above.</p>\n"
           "<h2>What this shows, and what it does not</h2>\n<p>" +
           escape(kProves) + "</p>\n<p>" + escape(kLimits) + "</p>\n</main></body></html>\n";
  }
};

}  // namespace

const ExportWriter& html_writer() {
  static const HtmlWriter writer;
  return writer;
}

}  // namespace optoutlog::service
