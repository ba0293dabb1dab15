#include "cli/policy/print.h"

#include <algorithm>
#include <sstream>

#include "cli/terminal.h"
#include "policy/judge/said.h"

namespace optoutlog::policy {
namespace {

using cli::Paint;
using cli::paint;

// A paragraph behind a mark.
void marked_line(std::ostream& out, const std::string& mark, const std::string& text) {
  const int indent = cli::cells(mark);
  out << mark << cli::wrap(text, cli::columns() - indent, indent) << '\n';
}

// Every word is painted by itself, so that wrapping keeps the colour on its words.
std::string marked(const std::vector<WordRun>& runs) {
  static const bool colours = cli::takes_colour(stdout);
  std::string out;
  for (const WordRun& run : runs) {
    if (!out.empty()) out += ' ';
    if (run.op == WordRun::Op::kSame) {
      out += cli::harmless(run.text);
      continue;
    }
    const bool gone = run.op == WordRun::Op::kRemoved;
    if (!colours) {
      out.append(gone ? "[-" : "{+").append(cli::harmless(run.text)).append(gone ? "-]" : "+}");
      continue;
    }
    std::istringstream in(cli::harmless(run.text));
    std::string word, painted;
    while (in >> word)
      painted.append(painted.empty() ? "" : " ")
          .append(paint(gone ? Paint::kGone : Paint::kAdded, word));
    out += painted;
  }
  return out;
}

const std::string& sentence(const std::vector<Sentence>& list, int index) {
  return list[static_cast<std::size_t>(index)].text;
}

void change_text(std::ostream& out, const Judgement& judgement, int before, int after) {
  if (before >= 0 && after >= 0) {
    for (const Change& change : judgement.diff.changes)
      if (change.before == before && change.after == after)
        marked_line(out, "  ~ ", marked(change.words));
  } else if (before >= 0) {
    marked_line(out, "  - ", cli::harmless(sentence(judgement.before, before)));
  } else {
    marked_line(out, "  + ", cli::harmless(sentence(judgement.after, after)));
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
    if (!found.empty())
      out.append(out.empty() ? "" : "; ").append(kLabels[group]).append(" ").append(found);
  }
  return out;
}

// "! alert, level 3, announced for 2026-01-15"
std::string headline(const Judgement& judgement) {
  static constexpr const char* kSigns[] = {"!", "·", "✓", "→", "⟳", "?"};
  const Paint colour = judgement.verdict == Verdict::kAlert ? Paint::kYellow : Paint::kBold;
  std::string line = paint(colour, std::string(kSigns[static_cast<int>(judgement.verdict)]) + " " +
                                       name_of(judgement.verdict));
  if (judgement.level > 0) line.append(", level ").append(std::to_string(judgement.level));
  if (judgement.right_removed) line += ", a choice of yours is gone";
  if (judgement.doubtful) line += ", with little trust";
  if (judgement.phase == "announced" && judgement.effect)
    line += ", announced for " + judgement.effect->date.iso();
  else if (judgement.phase == "in-force" && judgement.effect)
    line += ", in force since " + judgement.effect->date.iso();
  else if (judgement.effect)
    line += ", dated " + judgement.effect->date.iso();
  return line;
}

void clause_text(std::ostream& out, const Judgement& judgement, const Clause& clause) {
  std::string title = "Level " + std::to_string(clause.level);
  title += clause.before < 0 ? ", added" : clause.after < 0 ? ", removed" : ", rewritten";
  if (clause.right_removed) title += ", a choice of yours is gone";
  if (clause.told) title += ", told before";
  out << '\n';
  marked_line(out, "", paint(Paint::kBold, title));
  for (const Proposition& one : clause.came) marked_line(out, "  ", said(one, true));
  for (const Proposition& one : clause.went) marked_line(out, "  ", said(one, false));
  change_text(out, judgement, clause.before, clause.after);
  marked_line(out, "    ", paint(Paint::kDim, hits_of(clause)));
}

}  // namespace

std::string print(const Judgement& judgement, bool all) {
  std::ostringstream out;
  marked_line(out, "", headline(judgement));
  for (const Reason& reason : judgement.reasons)
    marked_line(out, "  ", reason.text + " (" + reason.name + ")");
  for (const Clause& clause : judgement.clauses) clause_text(out, judgement, clause);
  const std::size_t others = judgement.diff.changes.size() -
                             std::min(judgement.diff.changes.size(), judgement.clauses.size());
  if (others == 0) return out.str();
  out << '\n';
  if (!all) {
    marked_line(out, "",
                std::to_string(others) + (others == 1 ? " other change (" : " other changes (") +
                    "--all shows every one)");
    return out.str();
  }
  out << paint(Paint::kBold, "Other changes") << '\n';
  for (const Change& change : judgement.diff.changes) {
    const bool told =
        std::any_of(judgement.clauses.begin(), judgement.clauses.end(), [&](const Clause& clause) {
          return clause.before == change.before && clause.after == change.after;
        });
    if (!told) change_text(out, judgement, change.before, change.after);
  }
  return out.str();
}

}  // namespace optoutlog::policy
