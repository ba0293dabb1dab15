#include "policy/judge/gates.h"

#include <algorithm>
#include <unordered_set>

namespace optoutlog::policy::gates {
namespace {

constexpr std::size_t kMinSentences = 5;    // below this there is no document, only a fragment
constexpr std::size_t kSmallPage = 40;      // up to this many sentences a sign-in word means a wall
constexpr double kCollapsed = 0.5;          // of the baseline's distinct sentences
constexpr double kAnotherText = 0.15;       // shared sentences, as a share of the smaller text
constexpr double kAnotherTitledText = 0.5;  // the same where the title is another one, too
// share of the language's most frequent words; real texts have 0.3
constexpr double kSpeaks = 0.10;
constexpr std::size_t kFlip = 5;  // sentences respelled one way

std::size_t distinct(const Document& document) {
  std::unordered_set<std::string_view> keys;
  for (const Sentence& sentence : document.sentences) keys.insert(sentence.key);
  return keys.size();
}

std::string percent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5)) + " %";
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool speaks(const Document& document, const TermList& terms) {
  std::size_t all = 0, common = 0, bytes = 0;
  for (const Sentence& sentence : document.sentences) {
    bytes += sentence.key.size();
    for (const Word& word : words(sentence.key)) {
      ++all;
      common +=
          std::find(terms.common.begin(), terms.common.end(), word.folded) != terms.common.end();
    }
    if (all > 4'000) break;
  }
  if (all == 0 || bytes / all > 20) return false;  // a script without spaces between words
  return all < 40 ? common > 0 : share(common, all) >= kSpeaks;
}

std::string_view without_query(std::string_view url) {
  return url.substr(0, url.find('?'));
}

// Shared sentences, as a share of the smaller text.
double shared_by(const Diff& diff) {
  return share(diff.shared, std::min(diff.distinct_before, diff.distinct_after));
}

bool names_policy(const std::string& title, const TermList& terms) {
  const auto in = words(title);
  return std::any_of(terms.anchors.begin(), terms.anchors.end(),
                     [&](const Term& term) { return find(term, in).has_value(); });
}

// A title that names no policy ("Hello!") makes no other document of it.
bool is_renamed(const Memory& memory, const Document& next, const TermList& terms) {
  return !memory.baseline.title.empty() && names_policy(next.title, terms) &&
         sentence_key(memory.baseline.title) != sentence_key(next.title);
}

Failure cannot(std::string name, std::string text) {
  return {Verdict::kCannotCompare, {std::move(name), std::move(text)}};
}
Failure fresh(std::string name, std::string text) {
  return {Verdict::kNewBaseline, {std::move(name), std::move(text)}};
}

}  // namespace

std::optional<Failure> text(const Document& document, const TermList* terms) {
  if (document.problem == "extract.charset")
    return cannot("undecodable",
                  "The bytes are not valid text in the charset that the page declares.");
  if (!document.problem.empty())
    return cannot(
        document.problem,
        "The page is larger or more deeply nested than any real policy; it was not read.");
  const std::size_t count = distinct(document);
  if (count == 0)
    return cannot("empty", "The page holds no visible text; it probably needs scripts.");
  if (count < kSmallPage) {
    bool wall = document.asks_password;
    for (const Sentence& sentence : document.sentences) {
      if (wall || terms == nullptr) break;
      const auto in = words(sentence.text);
      wall = std::any_of(terms->walls.begin(), terms->walls.end(),
                         [&](const Term& term) { return find(term, in).has_value(); });
    }
    if (wall && (document.asks_password || count < kSmallPage / 2))
      return cannot("wall",
                    "The page is a sign-in, a script or a bot check instead of the document.");
  }
  if (count < kMinSentences)
    return cannot("too-small", "The page holds only " + std::to_string(count) + " sentences.");
  return std::nullopt;
}

std::optional<Failure> identity(const Context& context) {
  if (!context.baseline_url.empty() && !context.url.empty() &&
      without_query(context.baseline_url) != without_query(context.url))
    return fresh("address-changed", "The text comes from another address now (" + context.url +
                                        "): comparing starts anew.");
  if (!context.baseline_capture.empty() && !context.capture.empty() &&
      context.baseline_capture != context.capture)
    return fresh("capture-changed",
                 std::string("The text was read ") +
                     (context.capture == "page" ? "in your browser" : "by the watch itself") +
                     " this time and otherwise before: comparing starts anew.");
  if (context.baseline_extractor != kExtractorVersion)
    return fresh("extractor-changed",
                 "This version of the tool reads pages differently: comparing starts anew.");
  return std::nullopt;
}

Language language(const Document& document, const Context& context) {
  const std::string declared = !context.lang.empty() ? context.lang : document.lang;
  Language out;
  out.terms = terms_for(declared);
  if (out.terms != nullptr && speaks(document, *out.terms)) return out;
  // What a person or the list of documents declares is final; what a page declares of itself is
  // often wrong.
  if (context.lang.empty()) {
    const TermList* english = terms_for("en");
    if (speaks(document, *english)) {
      out.terms = english;
      out.assumed = true;
      return out;
    }
  }
  if (out.terms == nullptr) {
    out.failure =
        cannot("language-unsupported", "There is no term list for the language \"" + declared +
                                           "\": changes can be shown, not judged.");
  } else {
    out.failure = cannot("language-mismatch",
                         "The text does not read as " + out.terms->name +
                             ": name its language, or the words to look for are the wrong ones.");
  }
  return out;
}

std::size_t anchors(const Document& document, const TermList& terms) {
  std::unordered_set<std::string> found;
  for (const Sentence& sentence : document.sentences) {
    const auto in = words(sentence.text);
    for (const Term& term : terms.anchors)
      if (!found.contains(term.name) && find(term, in)) found.insert(term.name);
    if (found.size() >= 3) break;
  }
  return found.size();
}

std::optional<Failure> comparison(const Memory& memory, const Document& next, const Diff& diff,
                                  const TermList& terms) {
  if (share(diff.distinct_after, diff.distinct_before) < kCollapsed)
    return cannot("collapsed", "The page holds only " +
                                   percent(share(diff.distinct_after, diff.distinct_before)) +
                                   " of the sentences it had: probably a bad answer of the site.");
  if (anchors(next, terms) == 0 && anchors(memory.baseline, terms) > 0)
    return cannot("no-anchor",
                  "No word of a policy stands in the text any more: probably another page.");
  if (shared_by(diff) < kAnotherText && is_renamed(memory, next, terms))
    return fresh("text-replaced", "Only " + percent(shared_by(diff)) +
                                      " of the sentences are shared and the title is another one: "
                                      "another document; comparing starts anew.");
  return std::nullopt;
}

std::optional<Reason> rewritten(const Memory& memory, const Document& next, const Diff& diff,
                                const TermList& terms) {
  const bool renamed = is_renamed(memory, next, terms);
  if (shared_by(diff) >= (renamed ? kAnotherTitledText : kAnotherText)) return std::nullopt;
  return Reason{"text-rewritten", "Only " + percent(shared_by(diff)) +
                                      " of the sentences are shared" +
                                      (renamed ? " and the title is another one" : "") +
                                      ": the text was written anew, or it is another one."};
}

std::optional<Reason> older_language(const Document& before, const TermList& terms) {
  if (speaks(before, terms)) return std::nullopt;
  return Reason{"before.language-mismatch",
                "The older text does not read as " + terms.name +
                    ": this is what the new one says, whether or not the older one said it too."};
}

bool locale_flipped(const Diff& diff) {
  const std::size_t most = std::max(diff.spelling_forward, diff.spelling_backward);
  const std::size_t least = std::min(diff.spelling_forward, diff.spelling_backward);
  return most >= kFlip && most >= 10 * least && most * 4 >= diff.changes.size();
}

}  // namespace optoutlog::policy::gates
