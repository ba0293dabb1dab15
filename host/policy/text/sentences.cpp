#include <algorithm>
#include <array>

#include "policy/text/extract.h"
#include "policy/text/normalise.h"
#include "policy/text/terms.h"
#include "policy/text/unicode.h"

namespace optoutlog::policy::detail {
namespace {

// Folded words behind which a full stop does not end a sentence, in the languages of the term
// lists.
constexpr std::array<std::string_view, 40> kAbbreviations = {
    "e",      "g",    "i",   "etc", "inc", "ltd", "corp", "co",  "no",  "nos",
    "art",    "sec",  "vs",  "mr",  "mrs", "ms",  "dr",   "st",  "cf",  "al",
    "approx", "dept", "est", "bzw", "ca",  "nr",  "abs",  "ggf", "usw", "sog",
    "zb",     "ex",   "par", "pag", "ul",  "np",  "tj",   "bv",  "llc", "plc"};

bool is_abbreviation(std::string_view before) {
  const auto found =
      folded_words(before.substr(before.size() - std::min<std::size_t>(before.size(), 24)));
  if (found.empty()) return false;
  const std::string& last = found.back();
  return (last.size() == 1 && (last[0] < '0' || last[0] > '9')) ||
         std::find(kAbbreviations.begin(), kAbbreviations.end(), last) != kAbbreviations.end();
}

// "am 1. Juni 2025": a number with a full stop before the name of a month is a day, not an end.
bool is_day(std::string_view before, std::string_view after) {
  const auto word = before.substr(std::min(before.find_last_of(' ') + 1, before.size()));
  if (word.empty() || word.size() > 2 ||
      word.find_first_not_of("0123456789") != std::string_view::npos)
    return false;
  const auto next = folded_words(after.substr(0, 40));
  if (next.empty()) return false;
  for (const TermList& list : all_terms())
    for (const auto& month : list.months)
      if (std::find(month.begin(), month.end(), next[0]) != month.end()) return true;
  return false;
}

// "Sept. 1, 2026": a short name of a month with its day behind it.
bool is_short_month(std::string_view before, std::string_view after) {
  const auto digit = after.find_first_not_of(" \xC2\xA0");
  if (digit == std::string_view::npos || after[digit] < '0' || after[digit] > '9') return false;
  const auto word =
      folded_words(before.substr(before.size() - std::min<std::size_t>(before.size(), 12)));
  if (word.empty() || word.back().size() < 3 || word.back().size() > 5) return false;
  for (const TermList& list : all_terms())
    for (const auto& month : list.months)
      if (std::find(month.begin(), month.end(), word.back()) != month.end()) return true;
  return false;
}

constexpr std::size_t kLookEvery = 16;  // bytes; about as often it is asked whether to stop

bool is_closing(char32_t c) {
  return c == '"' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB || c == '\'';
}

bool is_wide_stop(char32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF1B;
}

void add(std::string_view raw, std::vector<Sentence>& out) {
  while (!raw.empty() && !is_stopped() && out.size() <= kMaxSentences) {
    std::string_view part = raw;
    if (part.size() > kMaxSentenceBytes) {
      part = part.substr(0, kMaxSentenceBytes);
      const auto space = part.rfind(' ');
      if (space != std::string_view::npos && space > 0)
        part = part.substr(0, space);
      else
        while (!part.empty() && (static_cast<unsigned char>(raw[part.size()]) & 0xC0) == 0x80)
          part.remove_suffix(1);
    }
    raw.remove_prefix(part.size());
    Sentence sentence{tidy(part), sentence_key(part)};
    if (!sentence.key.empty()) out.push_back(std::move(sentence));
  }
}

}  // namespace

void split_sentences(std::string_view block, std::vector<Sentence>& out) {
  std::size_t start = 0;
  for (std::size_t at = 0; at < block.size();) {
    if ((at % kLookEvery == 0 && is_stopped()) || out.size() > kMaxSentences) return;
    const std::size_t mark = at;
    const char32_t c = next_code_point(block, at);
    if (is_wide_stop(c)) {
      add(block.substr(start, at - start), out);
      start = at;
      continue;
    }
    if (c != '.' && c != '!' && c != '?' && c != ';' && c != ':') continue;
    std::size_t end = at, next = at;
    char32_t behind = 0;
    while (next < block.size() && is_closing(behind = next_code_point(block, next))) end = next;
    if (end < block.size() && classify(behind) != Class::kSpace) continue;
    if (c == '.' && is_abbreviation(block.substr(start, mark - start))) continue;
    if (c == '.' && is_short_month(block.substr(start, mark - start), block.substr(end))) continue;
    if (c == '.' && is_day(block.substr(start, mark - start), block.substr(end))) continue;
    // A mark of a list ("1.") belongs to the sentence behind it.
    if (c == '.' && folded_words(block.substr(start, mark - start)).size() <= 1 &&
        end < block.size() && mark - start <= 5)
      continue;
    add(block.substr(start, end - start), out);
    start = at = end;
  }
  add(block.substr(start), out);
}

}  // namespace optoutlog::policy::detail
