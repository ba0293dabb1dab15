#include "policy/judge/diff.h"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <functional>
#include <unordered_set>

#include "policy/judge/numbers.h"
#include "policy/judge/pairs.h"
#include "policy/judge/spelling.h"

namespace optoutlog::policy {
namespace {

constexpr std::size_t kMaxOrdered = 3'000;     // changed sentences up to which the diff keeps order
constexpr std::size_t kMaxWords = 1'500;       // of a sentence, up to which words are marked
constexpr std::size_t kMinResegmentWords = 5;  // shorter ones stand in any text by chance

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

}  // namespace

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
