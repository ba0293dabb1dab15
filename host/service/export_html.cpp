#include <set>

#include "base/json_text.h"
#include "record/chain.h"
#include "service/export.h"
#include "service/known.h"
#include "service/page.h"
#include "service/sheets.h"
#include "service/statement.h"
#include "version.h"

// One self-contained page that prints as a dated statement. No script, nothing loaded from
// anywhere. What was seen and what the owner says stand apart, so it goes through the links twice.
namespace optoutlog::service {
namespace {

using namespace statement;

constexpr int kSeen = 0;  // the passes
constexpr int kSaid = 1;

constexpr const char* kStyle =
    R"css(
:root{color-scheme:light}
body{font:15px/1.5 system-ui,"Liberation Sans",sans-serif;color:#1c1c1e;background:#fff;)css"
    R"css(max-width:56rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}
h2{font-size:1.2rem;margin:2.2rem 0 .5rem;border-bottom:2px solid #333}
h3{font-size:1rem;margin:1.3rem 0 .4rem}
h2,h3{break-after:avoid}
p,li{orphans:3;widows:3}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.8rem 0}
dt{color:#444}dd{margin:0}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:.84rem;line-height:1.4}
th,td{text-align:start;vertical-align:top;padding:.35rem .5rem}
thead{display:table-header-group}
thead th{border-bottom:1px solid #333;font-weight:600;color:#333}
tbody{break-inside:avoid;border-bottom:1px solid #ccc}
.n{width:2.6rem}.t{width:10.6rem}.c{width:30%}.l{width:10.6rem}
.more td{padding-top:0;color:#333}.more code{color:#444}
code{font:.82em/1.35 ui-monospace,"Liberation Mono",monospace}
.box{border:1px solid #888;padding:.5rem .7rem;break-inside:avoid}
.alarm{color:#8f1010}.small{font-size:.86rem;color:#444}
.sheet dl{grid-template-columns:9rem 1fr}.sheet dd{break-inside:avoid}
.sheet img{display:block;max-width:100%;max-height:58mm;margin:.3rem 0;border:1px solid #888}
.sign{display:flex;gap:2rem;margin-top:2.6rem;break-inside:avoid}
.sign span{flex:1;border-top:1px solid #333;padding-top:.2rem;font-size:.82rem;color:#444}
@page{margin:17mm 15mm 19mm;)css"
    R"css(@bottom-right{content:counter(page) " / " counter(pages);)css"
    R"css(font:9pt sans-serif;color:#444})css"
    R"css(@bottom-left{content:"Statement of AI-training settings";)css"
    R"css(font:9pt sans-serif;color:#444}}
@media print{.sheet{break-before:page;break-after:page}.sheet h2{margin-top:0}
.sheet dl,.sheet .box{font-size:9pt;line-height:1.35}
body{margin:0;padding:0;max-width:none;font-size:10.5pt}}
)css";

std::string html_cell(const std::string& inner) {
  return "<td>" + inner + "</td>";
}

std::string item(const std::string& name, const std::string& value) {
  return "<dt>" + name + "</dt><dd>" + value + "</dd>\n";
}

std::string entries_table() {
  return "<table><thead><tr><th scope=col class=n>No.</th><th scope=col class=t>When (UTC)</th><th "
         "scope=col class=c>Setting</th><th scope=col>What, and how it is known</th></tr></thead>"
         "\n";
}

// What pages showed, or what the owner said, of each line: a line of which both are known has a row
// in both.
std::string lines_table(const ExportInfo& info, bool seen) {
  const says::Voice voice = statement::voice(info.exported);
  std::string rows;
  for (const auto& line : info.lines) {
    const json of = line_json(line);
    std::string state;
    if (seen) {
      if (const auto row = says::seen(of, voice)) state = state_of(*row);
    } else {
      if (const auto row = says::said(of, voice)) state = state_of(*row);
      if (const auto row = says::objection(of, voice))
        state += (state.empty() ? "" : "<br>") + sentences_of(*row);
    }
    if (state.empty()) continue;
    rows += "<tbody><tr>" + html_cell(subject(of)) + html_cell(state);
    rows += html_cell(line.seen ? readable(*line.seen) : "never") + "</tr></tbody>\n";
  }
  if (rows.empty()) return "<p>Nothing.</p>\n";
  return "<table><thead><tr><th scope=col class=c>Setting</th><th scope=col>State</th><th "
         "scope=col class=l>Last read from a page</th></tr></thead>\n" +
         rows + "</table>\n";
}

// Each setting of the lines once: where it is, whom it is about, what it governs and what not.
std::string settings_table(const ExportInfo& info) {
  std::string rows;
  std::set<std::string> told;
  for (const auto& line : info.lines) {
    const json of = {{"platform", line.subject.platform}, {"control", line.subject.control}};
    const std::string words = governs(of);
    if (words.empty() || !told.insert(line.subject.platform + "/" + line.subject.control).second)
      continue;
    rows += "<tbody><tr>" + html_cell(subject(of)) + html_cell(words) + "</tr></tbody>\n";
  }
  if (rows.empty()) return {};
  return "<h3>What these settings govern</h3>\n<p class=small>By the rules of this version, from "
         "the platforms’ own texts and from reports.</p>\n<table><thead><tr><th scope=col "
         "class=c>Setting</th><th scope=col>Where it is, what it governs, and what "
         "not</th></tr></thead>\n" +
         rows + "</table>\n";
}

// The token itself is not judged here, and the statement says so.
std::string stamp_cells(const json& stamp) {
  const json covers = stamp.value("covers", json::object());
  const json authority = stamp.value("authority", json::object());
  return html_cell(readable(stamp.value("received", ""))) +
         "<td colspan=2>A time-stamp was taken from " + isolated(authority.value("url", "")) +
         ". By it, entries 1 to " + covers.value("count", json(0)).dump() +
         " stood as they are on " + readable(stamp.value("time", "")) +
         ". Its signature is in the JSON export, and is checked there, not here.</td>";
}

// The picture itself is in a bundle alone.
std::string picture_cells(const json& picture) {
  const json of = picture.value("of", json::object());
  const auto covered = picture.value("covered", json(0));
  return html_cell(readable(picture.value("at", ""))) +
         "<td colspan=2>A picture of what was on the screen was kept, with entry " +
         of.value("seq", json(0)).dump() + ". Its SHA-256: <code>" +
         escape(picture.value("sha256", "")) + "</code>" +
         (covered == 0 ? "" : "; the owner made parts of it black: " + covered.dump()) + ".</td>";
}

class HtmlWriter : public ExportWriter {
 public:
  bool details() const override { return true; }
  int passes() const override { return 2; }

  std::string head(const ExportInfo& info) const override {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; img-src data:\">"
        "<meta name=\"viewport\" content=\"width=device-width\">"
        "<title>Statement of AI-training settings</title><style>";
    out += kStyle;
    out +=
        "</style></head><body><main>\n<h1>Statement of AI-training settings</h1>\n<p>What "
        "platforms’ own settings pages showed about the use of an account’s data for training AI, "
        "as recorded on the account owner’s computer at that time.</p>\n<dl>\n";
    out += item("Made on", readable(info.exported));
    out += item("Made by", "Opt-Out Log " + escape(kVersion));
    out += item("Platform", info.scope.platform ? escape(known::name(*info.scope.platform))
                                                : "all that were recorded");
    out += item("Account",
                info.scope.account ? isolated(*info.scope.account) : "all that were recorded");
    out += item("Record", "<code>" + to_hex(info.head.record) + "</code>, " +
                              std::to_string(info.head.count) + " entries");
    out += "</dl>\n";
    if (!info.scope.is_all())
      out +=
          "<p class=small>Other entries of the record are left out. That none of them belongs here "
          "is the owner’s word.</p>\n";
    out +=
        "<div class=sign><span>Name of the account’s owner</span><span>Place and "
        "date</span><span>Signature</span></div>\n";
    out += sheets(info);
    out +=
        "<h2>1. Where things stand</h2>\n<h3>Seen on the "
        "platforms’ pages</h3>\n";
    out += lines_table(info, true) + "<h3>Said by the owner, and objections</h3>\n" +
           lines_table(info, false) + settings_table(info) +
           "<h2>2. What was seen, and when</h2>\n";
    return out +
           "<p class=small>Each line was read from the platform’s own page in the owner’s "
           "browser.</p>\n" +
           entries_table();
  }

  std::string between(const ExportInfo&) const override {
    return "</table>\n<h2>3. What the owner says, and the steps of objections</h2>\n<p "
           "class=small>These lines are the owner’s own words, or steps that were noted while an "
           "objection form was filled in. They were not read from a setting.</p>\n" +
           entries_table();
  }

  std::string link(const ExportInfo& info, const record::StoredLink& link,
                   bool disclosed) const override {
    if (!disclosed) return {};
    const auto entry = parse_json(link.payload);
    if (!entry || !entry->is_object()) return {};
    const std::string begin = "<tbody><tr>" + html_cell(std::to_string(link.seq));
    const auto end = [&](const std::string& how) {
      return "</tr><tr class=more><td></td><td colspan=3>" + how + (how.empty() ? "" : "<br>") +
             "Hash: <code>" + to_hex(link.hash) + "</code></td></tr></tbody>\n";
    };
    if (entry->value("type", "") == "stamp")
      return info.pass == kSaid ? begin + stamp_cells(*entry) + end("") : std::string();
    if (entry->value("type", "") == "picture")
      return info.pass == kSeen ? begin + picture_cells(*entry) + end("") : std::string();
    if (link.is_note) {
      if (!info.scope.is_all() || info.pass != kSaid) return {};
      const auto count = entry->value("count", json(0));
      return begin + html_cell(readable(entry->value("received", ""))) +
             "<td colspan=2>The owner erased the content of " + count.dump() +
             (count == 1 ? " entry" : " entries") + " of the record.</td>" + end("");
    }
    if ((entry->value("basis", "") == "seen" ? kSeen : kSaid) != info.pass) return {};
    const says::Voice voice = statement::voice(info.exported);
    std::string time = escape(says::when(*entry, voice));
    const std::string received = entry->value("received", "");
    if (entry->contains("date") || received.substr(0, 16) != entry->value("at", "").substr(0, 16))
      time += "<br>written down " + readable(received);
    return begin + html_cell(time) + html_cell(subject(*entry)) + html_cell(what(*entry, voice)) +
           end(how(*entry));
  }

  std::string tail(const ExportInfo& info) const override {
    return "</table>\n<h2>4. How to check this statement</h2>\n<p>Each entry is bound to the one "
           "before it by SHA-256; the line of digits below an entry is its hash. The last hash, "
           "with the number of entries, is the checkpoint of this statement:</p>\n<p "
           "class=box><code>" +
           record::checkpoint(info.head.record, info.head.count, info.head.hash) +
           "</code></p>\n<ol>\n<li>Ask the owner for the JSON export of the same record. It holds "
           "the stored bytes of the entries, their salts and all hashes.</li>\n<li>Run "
           "<code>optoutlog verify FILE</code>, or a checker of your own: RECORD.md of the project "
           "describes the format, which needs nothing but SHA-256 and JSON.</li>\n<li>Compare: the "
           "link with the number " +
           std::to_string(info.head.count) +
           " must have the hash in the checkpoint, and each entry shown here must have the hash "
           "that stands under it.</li>\n</ol>\n<h2>5. What this shows, and what it does "
           "not</h2>\n<p>" +
           escape(kProves) + "</p>\n<p>" + escape(kLimits) + "</p>\n</main></body></html>\n";
  }
};

}  // namespace

const ExportWriter& html_writer() {
  static const HtmlWriter writer;
  return writer;
}

}  // namespace optoutlog::service
