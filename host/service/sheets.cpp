#include "service/sheets.h"

#include "base/json_text.h"
#include "record/chain.h"
#include "service/page.h"
#include "service/statement.h"

namespace optoutlog::service {
namespace {

using namespace statement;

std::string fact(const std::string& name, const std::string& value) {
  return value.empty() ? std::string() : "<dt>" + name + "</dt><dd>" + value + "</dd>\n";
}

// What the setting does not govern stands below, and the looks beside.
std::string state(const says::Row& row) {
  std::string text = "<strong>" + escape(row.state) + "</strong><br>" + escape(row.headline);
  for (const std::string& note : row.notes) text += "<br>" + isolated(note);
  return text;
}

// When the state was first and last seen, with no other in between.
std::string runs(const json& line) {
  const auto told = [](const json& run) {
    return run.value("training", "") + ": first seen " + readable(run.value("first", "")) +
           ", last seen " + readable(run.value("last", "")) +
           " (looks: " + run.value("times", json(1)).dump() + ")";
  };
  const json run = line.value("run", json());
  if (!run.is_object()) return "never";
  std::string text = told(run);
  if (const json before = line.value("before", json()); before.is_object())
    text += "<br>Before that, " + told(before);
  return text + ". Between two looks nobody looked.";
}

// The first time-stamp that covers the entry.
std::string stamp_of(const ExportInfo& info, std::int64_t seq) {
  for (const record::Stamp& stamp : info.stamps)
    if (stamp.count >= seq)
      return "Entry " + std::to_string(seq) + ", and all before it, stood as they are by " +
             readable(stamp.time) + ", as confirmed by " +
             isolated(stamp.payload.at("authority").value("url", "")) +
             ". Its signature is checked with the export, not here.";
  return "None covers this.";
}

// The newest picture that was kept with a reading of the line; a bundle puts it in its place.
std::string picture_of(const ExportInfo& info, const record::Subject& subject) {
  const record::KeptPicture* newest = nullptr;
  std::size_t count = 0;
  for (const auto& one : info.pictures) {
    if (one.picture.platform != subject.platform || one.control != subject.control ||
        one.picture.account != subject.account || one.unit != subject.unit)
      continue;
    newest = &one;
    ++count;
  }
  if (newest == nullptr) return {};
  const record::Picture& picture = newest->picture;
  std::string text = "Taken " + readable(picture.at) + ", kept with entry " +
                     std::to_string(picture.of) + ": what was on the screen then. SHA-256 <code>" +
                     to_hex(picture.sha256) + "</code>";
  if (picture.covered > 0)
    text += "; the owner made parts of it black: " + std::to_string(picture.covered);
  text += ". It is no proof that it is genuine.";
  if (count > 1) text += " Earlier ones: " + std::to_string(count - 1) + ".";
  return text + "<!--picture " + picture.name() + "-->";
}

std::string setting(const ExportInfo& info, std::size_t at) {
  const record::Line& line = info.lines[at];
  const json of = line_json(line);
  const says::Voice voice = statement::voice(info.exported);
  const auto seen = says::seen(of, voice);
  const auto said = says::said(of, voice);
  const auto objection = says::objection(of, voice);
  const record::HistoryEntry& entry = info.newest[at];
  const auto payload = entry.seq > 0 ? parse_json(entry.payload) : Result<json>(json());
  std::string text = "<h3>" + escape(says::setting(of)) + "</h3>\n<dl>\n";
  text += fact("Account", line.subject.account ? isolated(*line.subject.account) : "not named");
  text += fact("Part of it", line.subject.unit ? isolated(*line.subject.unit) : "");
  text += fact("State", seen ? state(*seen) : "Never read from a page.");
  text += fact("Seen", runs(of));
  text += fact("The owner says", said ? state(*said) : "");
  text += fact("Objection", objection ? sentences_of(*objection) : "");
  if (payload && payload->is_object()) {
    text += fact("How it was read", "Entry " + std::to_string(entry.seq) + ", " +
                                        readable(payload->value("at", "")) + ": " + how(*payload));
    text += fact("Time-stamp", stamp_of(info, entry.seq));
  }
  text += fact("Picture", picture_of(info, line.subject));
  return text + fact("By this version’s rules", governs(of)) + "</dl>\n";
}

// What whoever holds this page can do in two minutes.
std::string check(const ExportInfo& info) {
  return "<div class=box><strong>To check this in two minutes:</strong> ask for the bundle of this "
         "log, open the verify.html in it with any browser, and choose the bundle there; or run "
         "<code>optoutlog verify FILE</code>. The checkpoint that is shown has to be this one; "
         "where "
         "the log went on since, its link number " +
         std::to_string(info.head.count) + " has to have this hash:<br><code>" +
         record::checkpoint(info.head.record, info.head.count, info.head.hash) + "</code></div>\n";
}

}  // namespace

std::string sheets(const ExportInfo& info) {
  std::string text;
  for (std::size_t at = 0; at < info.lines.size();) {
    const std::string& platform = info.lines[at].subject.platform;
    text += "<section class=sheet>\n<h2>" + escape(known::name(platform)) + "</h2>\n";
    for (; at < info.lines.size() && info.lines[at].subject.platform == platform; ++at)
      text += setting(info, at);
    text += check(info) + "</section>\n";
  }
  return text;
}

}  // namespace optoutlog::service
