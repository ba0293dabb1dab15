#include <algorithm>
#include <array>
#include <iterator>

#include "base/base64.h"
#include "service/facts.h"
#include "service/known.h"
#include "service/statement.h"

// The first pages of the statement, one for each platform: what a data-protection officer asks.
namespace optoutlog::service::statement {
namespace {

using namespace facts;

using Rows = std::vector<const Row*>;

std::string fact(const json& words, const char* name, const std::string& value) {
  return value.empty() ? std::string()
                       : "<dt>" + words.value(name, "") + "</dt><dd>" + value + "</dd>\n";
}

struct Platform {
  std::string id;
  std::vector<Rows> lines;
};

// The lines of the entries, by platform, each in the order in which they first come.
std::vector<Platform> platforms_of(const Source& source) {
  std::vector<Platform> platforms;
  std::map<std::string, std::size_t> at;
  std::map<std::array<std::string, 4>, std::size_t> line_at;
  for (const Row& row : source.rows) {
    if (row.entry.contains("type")) continue;
    const std::array<std::string, 4> key{text(row.entry, "platform"), text(row.entry, "control"),
                                         text(row.entry, "account"), text(row.entry, "unit")};
    const auto [platform, is_new] = at.emplace(key[0], platforms.size());
    if (is_new) platforms.push_back({key[0], {}});
    auto& lines = platforms[platform->second].lines;
    const auto [line, is_first] = line_at.emplace(key, lines.size());
    if (is_first) lines.emplace_back();
    lines[line->second].push_back(&row);
  }
  return platforms;
}

// In the order of their own times.
Rows ordered(const Rows& line, const char* basis) {
  Rows rows;
  for (const Row* row : line)
    if (text(row->entry, "basis") == basis) rows.push_back(row);
  std::stable_sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) {
    return time(a->entry, "at") < time(b->entry, "at");
  });
  return rows;
}

// Readings that say the same, none in between that says otherwise. The newest two such; empty where
// there is none.
struct Runs {
  Rows run, before;
};
Runs runs_of(const Rows& told) {
  Runs runs;
  for (const Row* row : told) {
    const bool same = !runs.run.empty() &&
                      child(runs.run.front()->entry, "training") == child(row->entry, "training");
    if (!same) {
      runs.before = std::move(runs.run);
      runs.run.clear();
    }
    runs.run.push_back(row);
  }
  return runs;
}

std::string run_words(const Rows& run, const json* setting, const json& words) {
  std::string last;
  std::int64_t looks = 0;
  for (const Row* row : run) {
    std::string at = time(row->again, "last");
    if (at.empty()) at = time(row->entry, "at");
    last = std::max(last, at);
    looks += 1 + count(row->again, "times");
  }
  const Row& first = *run.front();
  return fill(words, "run",
              {state(first.entry, setting, words), readable(time(first.entry, "at")),
               std::to_string(first.seq), readable(last), std::to_string(looks)});
}

// A denial that is followed by a permission, where both are beyond doubt.
std::string turned(const Runs& runs, const json& words) {
  if (runs.before.empty() || text(runs.run.front()->entry, "training") != "allowed") return {};
  const auto alarm = [&](const char* name) {
    return "<br><strong class=\"alarm\">" + words.value(name, "") + "</strong>";
  };
  const json& entry = runs.run.front()->entry;
  const json& last = runs.before.back()->entry;
  if (!is_sure(entry)) return {};
  if (is_change(last)) return alarm("notKept");
  if (!is_sure(last) || text(entry, "actor") == "user") return {};
  return text(entry, "account").empty() ? "<br>" + words.value("unnamed", "") : alarm("unseen");
}

std::string state_words(const Rows& seen, const Rows& told, const json* setting,
                        const json& words) {
  if (!is_about_training(setting)) return words.value("notTraining", "");
  if (seen.empty()) return words.value("never", "");
  const Row& newest = *seen.back();
  const std::string unknown = fill(words, "newestUnknown",
                                   {std::to_string(newest.seq), readable(time(newest.entry, "at")),
                                    reason_of(newest.entry, words)});
  if (told.empty()) return words.value("never", "") + "<br>" + unknown;
  const json& entry = told.back()->entry;
  return "<strong>" + state(entry, setting, words) + "</strong>. " +
         doubt(entry, words, "changed") + turned(runs_of(told), words) +
         (tells(newest.entry) ? "" : "<br>" + unknown);
}

std::string seen_words(const Rows& told, const json* setting, const json& words) {
  if (told.empty()) return {};
  const Runs runs = runs_of(told);
  std::string text = run_words(runs.run, setting, words);
  if (!runs.before.empty())
    text += "<br>" + fill(words, "before", {run_words(runs.before, setting, words)});
  return text + "<br>" + words.value("noGap", "");
}

// The first time-stamp that covers the entry.
std::string stamp_words(const Rows& stamps, std::int64_t seq, const json& words) {
  for (const Row* stamp : stamps)
    if (count(child(stamp->entry, "covers"), "count") >= seq)
      return fill(words, "stampCovers",
                  {std::to_string(seq), readable(time(stamp->entry, "time")),
                   isolated(text(child(stamp->entry, "authority"), "url"))});
  return words.value("stampNone", "");
}

// The newest picture that was kept with a reading of the line; a bundle shows it.
std::string picture_words(const Source& source, const std::vector<const Row*>& kept) {
  if (kept.empty()) return {};
  const json& entry = kept.back()->entry;
  const std::string hash = text(entry, "sha256");
  std::string said = fill(
      source.words, "pictureTaken",
      {readable(time(entry, "at")), std::to_string(count(child(entry, "of"), "seq")), code(hash)});
  if (count(entry, "covered") > 0)
    said += " " + fill(source.words, "pictureCovered", {std::to_string(count(entry, "covered"))});
  if (kept.size() > 1)
    said += " " + fill(source.words, "pictureEarlier", {std::to_string(kept.size() - 1)});
  const auto bytes = source.pictures->find(hash);
  if (bytes == source.pictures->end()) return said;
  return said + "<img alt=\"\" src=\"data:" + escape(text(entry, "media")) + ";base64," +
         to_base64(bytes->second) + "\">";
}

// Where a sentence of the rules is from, and when that was read.
std::string ruled(const json& words, const char* sentence, const json& fact) {
  if (text(fact, "source").empty()) return {};
  return fill(words, sentence, {isolated(text(fact, "source")), code(text(fact, "seen"))});
}

// Sentences of the rules, in the statement's language where the export has them in it. A source is
// told behind the last of those that it gave.
std::string facts_words(const Source& source, const json& facts) {
  std::string said;
  if (!facts.is_array()) return said;
  const json* before = nullptr;
  const auto origin = [](const json& fact) { return text(fact, "source") + text(fact, "seen"); };
  const auto tell = [&](const std::string& part) {
    if (!part.empty()) said += (said.empty() ? "" : " ") + part;
  };
  for (const json& fact : facts) {
    const std::string own = text(child(fact, "text"), source.language.c_str());
    const std::string english = text(child(fact, "text"), "en");
    if (own.empty() && english.empty()) continue;
    if (before != nullptr && origin(*before) != origin(fact))
      tell(ruled(source.words, "ruled", *before));
    tell(own.empty() ? "<bdi lang=\"en\" dir=\"ltr\">" + escape(english) + "</bdi>" : escape(own));
    before = &fact;
  }
  if (before != nullptr) tell(ruled(source.words, "ruled", *before));
  return said;
}

std::string rules_words(const Source& source, const std::string& platform, const json* setting) {
  const json& words = source.words;
  if (const std::string own = known::own_site(platform); !own.empty())
    return fill(words, "at", {code(own)}) + " " + words.value("ownSite", "");
  if (setting == nullptr) return {};
  std::string at = fill(words, "at", {code(text(*setting, "site"))});
  if (text(*setting, "trainers") == "others") {
    at += " " + fill(words, "others", {isolated(source.platform_name(platform))});
  } else if (!is_about_training(setting)) {
    at += " " + words.value("notTraining", "");
  }
  std::vector<std::string> parts{at};
  const std::string described = ruled(words, "described", *setting);
  if (!described.empty()) parts.push_back(described);
  for (const auto& [label, name] :
       {std::pair("governs", "governs"), std::pair("governsNot", "governs_not"),
        std::pair("", "regions")}) {
    const std::string said = facts_words(source, child(*setting, name));
    const std::string lead = words.value(label, "");
    if (!said.empty()) parts.push_back(lead + (lead.empty() ? "" : " ") + said);
  }
  return joined(parts, "<br>");
}

// What stands beside the lines: time-stamps, and pictures by the number of their reading.
struct Beside {
  Rows stamps;
  std::map<std::int64_t, Rows> pictures;

  explicit Beside(const Source& source) {
    for (const Row& row : source.rows) {
      const json& type = child(row.entry, "type");
      if (type == "stamp") stamps.push_back(&row);
      if (type == "picture") pictures[count(child(row.entry, "of"), "seq")].push_back(&row);
    }
  }
};

Rows pictures_of(const Rows& line, const std::map<std::int64_t, Rows>& kept) {
  Rows pictures;
  for (const Row* row : line)
    if (const auto found = kept.find(row->seq); found != kept.end())
      pictures.insert(pictures.end(), found->second.begin(), found->second.end());
  std::sort(pictures.begin(), pictures.end(),
            [](const Row* a, const Row* b) { return a->seq < b->seq; });
  return pictures;
}

std::string line_words(const Source& source, const Rows& line, const Beside& beside) {
  const json& words = source.words;
  const json& of = line.front()->entry;
  const std::string platform = text(of, "platform");
  const std::string control = text(of, "control");
  const json* setting = source.setting(platform, control);
  const Rows seen = ordered(line, "seen");
  Rows told;
  if (is_about_training(setting))
    std::copy_if(seen.begin(), seen.end(), std::back_inserter(told),
                 [](const Row* row) { return tells(row->entry); });
  const auto newest = [&](const Rows& rows) {
    if (rows.empty()) return std::string();
    const json& entry = rows.back()->entry;
    return what(entry, setting, words) + "<br>" + facts::when(entry, words);
  };
  const std::string account = text(of, "account");
  const std::string unit = text(of, "unit");
  std::string out = "<h3>" + (setting != nullptr ? quoted(*setting) + " · " : "") +
                    code(platform + "/" + control) + "</h3>\n<dl>\n";
  out += fact(words, "account", account.empty() ? words.value("notNamed", "") : isolated(account));
  out += fact(words, "part", unit.empty() ? "" : isolated(unit));
  out += fact(words, "state", state_words(seen, told, setting, words));
  out += fact(words, "seen", seen_words(told, setting, words));
  out += fact(words, "owner", newest(ordered(line, "declared")));
  out += fact(words, "objection", newest(ordered(line, "form")));
  if (!seen.empty()) {
    const Row& read = told.empty() ? *seen.back() : *told.back();
    out += fact(
        words, "read",
        fill(words, "entryAt",
             {std::to_string(read.seq), readable(time(read.entry, "at")), how(read.entry, words)}));
    out += fact(words, "stamp", stamp_words(beside.stamps, read.seq, words));
  }
  out += fact(words, "picture", picture_words(source, pictures_of(line, beside.pictures)));
  return out + fact(words, "rules", rules_words(source, platform, setting)) + "</dl>\n";
}

}  // namespace

std::string quoted(const json& setting) {
  return "<bdi lang=\"en\">“" + escape(text(setting, "name")) + "”</bdi>";
}

std::string sheets(const Source& source) {
  const json& words = source.words;
  const std::string check =
      "<div class=\"box\"><strong>" + words.value("checkShort", "") + "</strong> " +
      fill(words, "checkShortSay",
           {code("optoutlog verify FILE"), source.packet.at("count").dump()}) +
      "<br>" + code(text(source.packet, "checkpoint")) + "</div>\n";
  const Beside beside(source);
  std::string out;
  for (const Platform& platform : platforms_of(source)) {
    out +=
        "<section class=\"sheet\">\n<h2>" + isolated(source.platform_name(platform.id)) + "</h2>\n";
    for (const Rows& line : platform.lines) out += line_words(source, line, beside);
    out += check + "</section>\n";
  }
  return out;
}

}  // namespace optoutlog::service::statement
