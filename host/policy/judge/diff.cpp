#include "policy/judge/diff.h"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace optoutlog::policy {
namespace {

constexpr std::size_t kMaxOrdered = 3'000;  // changed sentences up to which the diff keeps order
constexpr std::size_t kMaxWords = 1'500;    // of a sentence, up to which words are marked
constexpr double kPairOverlap = 0.6;
constexpr std::size_t kMinResegmentWords = 5;  // shorter ones stand in any text by chance

using Ids = std::vector<std::uint32_t>;

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto at = std::min(text.find(by), text.size());
    if (at > 0) out.push_back(text.substr(0, at));
    text.remove_prefix(std::min(at + 1, text.size()));
  }
  return out;
}

// Gives every distinct key a number, so that the diff compares numbers.
class Numbers {
 public:
  std::uint32_t of(std::string_view key) {
    return seen_.try_emplace(std::string(key), static_cast<std::uint32_t>(seen_.size()))
        .first->second;
  }
  std::size_t size() const { return seen_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> seen_;
};

std::vector<std::pair<dtl::edit_t, std::pair<int, int>>> edits(const Ids& before,
                                                               const Ids& after) {
  if (before.empty() && after.empty()) return {};
  dtl::Diff<std::uint32_t, Ids> engine(before, after);
  engine.compose();
  std::vector<std::pair<dtl::edit_t, std::pair<int, int>>> out;
  for (const auto& step : engine.getSes().getSequence())
    out.push_back({step.second.type,
                   {static_cast<int>(step.second.beforeIdx) - 1,
                    static_cast<int>(step.second.afterIdx) - 1}});
  return out;
}

// Words in common, as a share of all (Dice over distinct words).
double overlap(const Ids& a, const Ids& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j])
      ++common, ++i, ++j;
    else if (a[i] < b[j])
      ++i;
    else
      ++j;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

Ids word_set(std::string_view key, Numbers& numbers) {
  Ids out;
  for (const auto word : split(key, ' ')) out.push_back(numbers.of(word));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// All keys in one line: " a b c d ", to find a sentence whose breaks moved.
std::string joined(const std::vector<Sentence>& sentences) {
  std::string out = " ";
  for (const Sentence& sentence : sentences) (out += sentence.key) += ' ';
  return out;
}

bool stands_in(const std::string& key, const std::string& text) {
  if (static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1 < kMinResegmentWords)
    return false;
  const std::string needle = ' ' + key + ' ';
  return std::search(text.begin(), text.end(),
                     std::boyer_moore_horspool_searcher(needle.begin(), needle.end())) !=
         text.end();
}

// Whether a word of the pair was respelled by the language's variants: 1 towards the form that the
// data folds to, -1 away from it, 0 not at all or both.
int respelled(const std::string& before, const std::string& after, const TermList& terms) {
  const auto a = split(before, ' '), b = split(after, ' ');
  const std::unordered_set<std::string_view> in_before(a.begin(), a.end()),
      in_after(b.begin(), b.end());
  int ways = 0;
  const auto look = [&](const std::vector<std::string_view>& list,
                        const std::unordered_set<std::string_view>& own,
                        const std::unordered_set<std::string_view>& other, int way) {
    for (const auto word : list) {
      const std::string folded = spelling_key(std::string(word), terms);
      if (folded != word && !other.contains(word) && other.contains(folded) &&
          !own.contains(folded))
        ways |= way;
    }
  };
  look(a, in_before, in_after, 1);
  look(b, in_after, in_before, 2);
  return ways == 1 ? 1 : ways == 2 ? -1 : 0;
}

// Removed and added sentences as changes in reading order, nothing paired yet.
std::vector<Change> in_order(const Ids& before, const Ids& after, const std::vector<char>& gone,
                             const std::vector<char>& fresh, std::size_t changed) {
  std::vector<Change> out;
  // a sentence that stands twice is told once
  std::unordered_set<std::uint32_t> told_gone, told_fresh;
  const auto remove = [&](int i) {
    const auto at = static_cast<std::size_t>(i);
    if (gone[at] && told_gone.insert(before[at]).second) out.push_back({i, -1, false, false, {}});
  };
  const auto add = [&](int i) {
    const auto at = static_cast<std::size_t>(i);
    if (fresh[at] && told_fresh.insert(after[at]).second) out.push_back({-1, i, false, false, {}});
  };
  if (changed > kMaxOrdered) {
    for (std::size_t i = 0; i < before.size(); ++i) remove(static_cast<int>(i));
    for (std::size_t i = 0; i < after.size(); ++i) add(static_cast<int>(i));
    return out;
  }
  for (const auto& [type, at] : edits(before, after)) {
    if (type == dtl::SES_DELETE)
      remove(at.first);
    else if (type == dtl::SES_ADD)
      add(at.second);
  }
  return out;
}

// Joins a removed and an added sentence that are spelling variants of each other or share most
// words.
void pair_up(std::vector<Change>& changes, const std::vector<Sentence>& before,
             const std::vector<Sentence>& after, const TermList* terms) {
  Numbers numbers;
  std::vector<Ids> sets(changes.size());
  std::unordered_map<std::string, std::vector<std::size_t>> by_spelling;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> removed_by_word;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const bool is_removed = changes[i].before >= 0;
    const std::string& key = is_removed ? before[static_cast<std::size_t>(changes[i].before)].key
                                        : after[static_cast<std::size_t>(changes[i].after)].key;
    const std::string folded = terms == nullptr ? key : spelling_key(key, *terms);
    sets[i] = word_set(folded, numbers);
    if (!is_removed) continue;
    if (terms != nullptr) by_spelling[folded].push_back(i);
    for (const auto word : sets[i]) removed_by_word[word].push_back(i);
  }
  std::vector<char> taken(changes.size(), 0);
  const auto join = [&](std::size_t removed, std::size_t added) {
    changes[added].before = changes[removed].before;
    taken[removed] = 1;
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (changes[i].after < 0 || terms == nullptr) continue;
    const std::string& key = after[static_cast<std::size_t>(changes[i].after)].key;
    const auto same = by_spelling.find(spelling_key(key, *terms));
    if (same == by_spelling.end()) continue;
    const auto free = std::find_if(same->second.begin(), same->second.end(),
                                   [&](std::size_t r) { return !taken[r]; });
    if (free == same->second.end()) continue;
    join(*free, i);
    changes[i].spelling = true;
  }
  // Best partner by overlap; candidates are sentences that share one of the added sentence's rarer
  // words.
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (changes[i].after < 0 || changes[i].before >= 0) continue;
    std::vector<std::uint32_t> rare(sets[i]);
    std::sort(rare.begin(), rare.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto ca = removed_by_word.count(a) ? removed_by_word[a].size() : 0,
                 cb = removed_by_word.count(b) ? removed_by_word[b].size() : 0;
      return ca != cb ? ca < cb : a < b;
    });
    std::size_t best = changes.size(), looked = 0;
    double best_share = kPairOverlap;
    for (const auto word : rare) {
      const auto found = removed_by_word.find(word);
      if (found == removed_by_word.end()) continue;
      for (const std::size_t r : found->second) {
        if (taken[r] || ++looked > 400) continue;
        const double share = overlap(sets[i], sets[r]);
        if (share >= best_share && (best == changes.size() || share > best_share))
          best = r, best_share = share;
      }
    }
    if (best != changes.size()) join(best, i);
  }
  std::vector<Change> kept;
  for (std::size_t i = 0; i < changes.size(); ++i)
    if (!taken[i]) kept.push_back(std::move(changes[i]));
  changes = std::move(kept);
}

}  // namespace

std::string spelling_key(const std::string& key, const TermList& terms) {
  if (terms.spelling_endings.empty() && terms.spelling_words.empty()) return key;
  std::string out;
  for (const auto word : split(key, ' ')) {
    std::string folded(word);
    if (const auto known = terms.spelling_words.find(folded); known != terms.spelling_words.end()) {
      folded = known->second;
    } else if (folded.size() > 4) {
      for (const auto& [from, to] : terms.spelling_endings)
        if (folded.ends_with(from) && folded.size() > from.size() + 1) {
          folded.replace(folded.size() - from.size(), from.size(), to);
          break;
        }
    }
    if (!out.empty()) out += ' ';
    out += folded;
  }
  return out;
}

std::vector<WordRun> mark_words(const std::string& before, const std::string& after) {
  const auto a = split(before, ' '), b = split(after, ' ');
  if (a.size() > kMaxWords || b.size() > kMaxWords)
    return {{WordRun::Op::kRemoved, before}, {WordRun::Op::kAdded, after}};
  Numbers numbers;
  const auto ids_of = [&](const std::vector<std::string_view>& in) {
    Ids ids;
    for (const auto word : in) ids.push_back(numbers.of(word));
    return ids;
  };
  std::vector<WordRun> out;
  const auto add = [&](WordRun::Op op, std::string_view word) {
    if (out.empty() || out.back().op != op)
      out.push_back({op, std::string(word)});
    else
      (out.back().text += ' ') += word;
  };
  for (const auto& [type, at] : edits(ids_of(a), ids_of(b))) {
    if (type == dtl::SES_DELETE)
      add(WordRun::Op::kRemoved, a[static_cast<std::size_t>(at.first)]);
    else if (type == dtl::SES_ADD)
      add(WordRun::Op::kAdded, b[static_cast<std::size_t>(at.second)]);
    else
      add(WordRun::Op::kSame, b[static_cast<std::size_t>(at.second)]);
  }
  return out;
}

Diff diff(const std::vector<Sentence>& before, const std::vector<Sentence>& after,
          const TermList* terms) {
  Diff out;
  Numbers numbers;
  Ids a, b;
  for (const Sentence& sentence : before) a.push_back(numbers.of(sentence.key));
  out.distinct_before = numbers.size();
  for (const Sentence& sentence : after) b.push_back(numbers.of(sentence.key));
  std::vector<char> in_before(numbers.size(), 0), in_after(numbers.size(), 0);
  for (const auto id : a) in_before[id] = 1;
  for (const auto id : b) in_after[id] = 1;
  for (std::size_t id = 0; id < numbers.size(); ++id) {
    out.shared += in_before[id] && in_after[id];
    out.distinct_after += in_after[id] != 0;
  }
  if (out.shared == out.distinct_before && out.shared == out.distinct_after) return out;

  std::vector<char> gone(a.size()), fresh(b.size());
  std::size_t changed = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    changed += static_cast<std::size_t>(gone[i] = !in_after[a[i]]);
  for (std::size_t i = 0; i < b.size(); ++i)
    changed += static_cast<std::size_t>(fresh[i] = !in_before[b[i]]);
  out.changes = in_order(a, b, gone, fresh, changed);
  if (changed <= kMaxOrdered) {
    pair_up(out.changes, before, after, terms);
    const std::string old_text = joined(before), new_text = joined(after);
    for (Change& change : out.changes) {
      const bool old_stands =
          change.before < 0 ||
          stands_in(before[static_cast<std::size_t>(change.before)].key, new_text);
      const bool new_stands =
          change.after < 0 ||
          stands_in(after[static_cast<std::size_t>(change.after)].key, old_text);
      change.resegmented = !change.spelling && old_stands && new_stands;
      if (change.before >= 0 && change.after >= 0)
        change.words = mark_words(before[static_cast<std::size_t>(change.before)].text,
                                  after[static_cast<std::size_t>(change.after)].text);
      if (terms == nullptr || change.before < 0 || change.after < 0) continue;
      const int way = respelled(before[static_cast<std::size_t>(change.before)].key,
                                after[static_cast<std::size_t>(change.after)].key, *terms);
      out.spelling_forward += way > 0;
      out.spelling_backward += way < 0;
    }
  }
  for (const Change& change : out.changes) {
    if (change.spelling)
      ++out.spelling;
    else if (change.resegmented)
      ++out.resegmented;
    else
      out.removed += change.before >= 0, out.added += change.after >= 0;
  }
  return out;
}

}  // namespace optoutlog::policy
