#include "cli/policy/print.h"

#include <algorithm>
#include <sstream>

#include "policy/text/unicode.h"

namespace optoutlog::policy {
namespace {

constexpr const char* kBold = "\x1b[1m";
constexpr const char* kDim = "\x1b[2m";
constexpr const char* kRed = "\x1b[31;9m";
constexpr const char* kGreen = "\x1b[32;1m";
constexpr const char* kYellow = "\x1b[33;1m";
constexpr const char* kReset = "\x1b[0m";

std::string paint(const Style& style, const char* colour, const std::string& text) {
  return style.colours ? colour + text + kReset : text;
}

// Columns of `text` without escape sequences; every code point counts one.
std::size_t columns_of(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\x1b') {
      at = std::min(text.find('m', at), text.size() - 1) + 1;
      continue;
    }
    next_code_point(text, at);
    ++count;
  }
  return count;
}

void wrapped(std::ostream& out, const Style& style, const std::string& first, const std::string& more,
             const std::string& text) {
  std::istringstream in(text);
  std::string word, line = first;
  bool fresh = true;
  while (in >> word) {
    if (!fresh && style.width > 0 && columns_of(line) + 1 + columns_of(word) > style.width) {
      out << line << '\n';
      line = more;
      fresh = true;
    }
    if (!fresh) line += ' ';
    line += word;
    fresh = false;
  }
  out << line << '\n';
}

// Every word is painted by itself, so that wrapping keeps the colour on its words.
std::string marked(const Style& style, const std::vector<WordRun>& runs) {
  std::string out;
  for (const WordRun& run : runs) {
    if (!out.empty()) out += ' ';
    if (run.op == WordRun::Op::kSame) {
      out += run.text;
      continue;
    }
    const bool gone = run.op == WordRun::Op::kRemoved;
    if (!style.colours) {
      out.append(gone ? "[-" : "{+").append(run.text).append(gone ? "-]" : "+}");
      continue;
    }
    std::istringstream in(run.text);
    std::string word, painted;
    while (in >> word)
      painted.append(painted.empty() ? "" : " ").append(paint(style, gone ? kRed : kGreen, word));
    out += painted;
  }
  return out;
}

const std::string& sentence(const std::vector<Sentence>& list, int index) {
  return list[static_cast<std::size_t>(index)].text;
}

void change_text(std::ostream& out, const Style& style, const Judgement& judgement, int before, int after) {
  if (before >= 0 && after >= 0) {
    for (const Change& change : judgement.diff.changes)
      if (change.before == before && change.after == after)
        wrapped(out, style, "  ~ ", "    ", marked(style, change.words));
  } else if (before >= 0) {
    wrapped(out, style, "  - ", "    ",
            marked(style, {{WordRun::Op::kSame, sentence(judgement.before, before)}}));
  } else {
    wrapped(out, style, "  + ", "    ",
            marked(style, {{WordRun::Op::kSame, sentence(judgement.after, after)}}));
  }
}

std::string hits_of(const Clause& clause) {
  static constexpr const char* kLabels[] = {"AI",      "training", "your data", "your choice",
                                            "licence", "prompts",  "sharing",   "sharing"};
  std::string out;
  for (std::size_t group = 0; group < std::size(kLabels); ++group) {
    std::string found;
    for (const Hit& hit : clause.score.hits)
      if (static_cast<std::size_t>(hit.group) == group)
        found.append(found.empty() ? "“" : ", “").append(hit.words).append("”");
    if (!found.empty()) out.append(out.empty() ? "" : "; ").append(kLabels[group]).append(" ").append(found);
  }
  return out;
}

}  // namespace

std::string headline(const Judgement& judgement, const Style& style) {
  static constexpr const char* kSigns[] = {"!", "·", "✓", "→", "⟳", "?"};
  const char* colour = judgement.verdict == Verdict::kAlert ? kYellow : kBold;
  std::string line =
      paint(style, colour,
            std::string(kSigns[static_cast<int>(judgement.verdict)]) + " " + name_of(judgement.verdict));
  if (judgement.level > 0) line.append(", level ").append(std::to_string(judgement.level));
  if (judgement.right_removed) line += ", a choice of yours is gone";
  if (judgement.phase == "announced" && judgement.effect)
    line += ", announced for " + judgement.effect->date.iso();
  else if (judgement.phase == "in-force" && judgement.effect)
    line += ", in force since " + judgement.effect->date.iso();
  else if (judgement.effect)
    line += ", dated " + judgement.effect->date.iso();
  return line;
}

std::string print(const Judgement& judgement, const Style& style) {
  std::ostringstream out;
  out << headline(judgement, style) << '\n';
  for (const Reason& reason : judgement.reasons)
    wrapped(out, style, "  ", "  ", reason.text + " (" + reason.name + ")");
  for (const Clause& clause : judgement.clauses) {
    out << '\n';
    std::string title = "Level ";
    title.append(std::to_string(clause.level))
        .append(clause.before < 0  ? ", added"
                : clause.after < 0 ? ", removed"
                                   : ", rewritten");
    if (clause.right_removed) title += ", a choice of yours is gone";
    if (clause.told) title += ", told before";
    out << paint(style, kBold, title) << '\n';
    change_text(out, style, judgement, clause.before, clause.after);
    wrapped(out, style, "    ", "      ", paint(style, kDim, hits_of(clause)));
  }
  const std::size_t others =
      judgement.diff.changes.size() - std::min(judgement.diff.changes.size(), judgement.clauses.size());
  if (others == 0) return out.str();
  if (!style.all) {
    out << '\n'
        << others << (others == 1 ? " other change (" : " other changes (") << "--all shows every one)\n";
    return out.str();
  }
  out << '\n' << paint(style, kBold, "Other changes") << '\n';
  for (const Change& change : judgement.diff.changes) {
    const bool told = std::any_of(
        judgement.clauses.begin(), judgement.clauses.end(),
        [&](const Clause& clause) { return clause.before == change.before && clause.after == change.after; });
    if (!told) change_text(out, style, judgement, change.before, change.after);
  }
  return out.str();
}

}  // namespace optoutlog::policy
