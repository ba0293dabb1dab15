#include "policy/judge/pairs.h"

#include <algorithm>

#include "policy/judge/numbers.h"
#include "policy/judge/spelling.h"

namespace optoutlog::policy {
namespace {

constexpr double kPairOverlap = 0.6;

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

class Pairing {
 public:
  Pairing(std::vector<Change>& changes, const std::vector<Sentence>& before,
          const std::vector<Sentence>& after, const TermList* terms);

  void join_variants();
  void join_alike();
  // The removed sentences that were joined are told with the added ones.
  void drop_joined();

 private:
  void join(std::size_t removed, std::size_t added) {
    changes_[added].before = changes_[removed].before;
    taken_[removed] = 1;
  }
  // The removed sentence that shares most words with the added one, or the number of all.
  std::size_t best_for(std::size_t added) const;
  std::size_t removed_with(std::uint32_t word) const {
    const auto found = removed_by_word_.find(word);
    return found == removed_by_word_.end() ? 0 : found->second.size();
  }

  std::vector<Change>& changes_;
  std::vector<char> taken_;
  // Of every change: the key with spelling folded, and its distinct words.
  std::vector<std::string> folded_;
  std::vector<Ids> sets_;
  std::unordered_map<std::string, std::vector<std::size_t>> removed_by_spelling_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> removed_by_word_;
};

Pairing::Pairing(std::vector<Change>& changes, const std::vector<Sentence>& before,
                 const std::vector<Sentence>& after, const TermList* terms)
    : changes_(changes), taken_(changes.size(), 0) {
  Numbers numbers;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const bool is_removed = changes[i].before >= 0;
    const std::string& key = is_removed ? before[static_cast<std::size_t>(changes[i].before)].key
                                        : after[static_cast<std::size_t>(changes[i].after)].key;
    folded_.push_back(terms == nullptr ? key : spelling_key(key, *terms));
    sets_.push_back(word_set(folded_[i], numbers));
    if (!is_removed) continue;
    removed_by_spelling_[folded_[i]].push_back(i);
    for (const auto word : sets_[i]) removed_by_word_[word].push_back(i);
  }
}

void Pairing::join_variants() {
  for (std::size_t i = 0; i < changes_.size(); ++i) {
    if (changes_[i].after < 0) continue;
    const auto same = removed_by_spelling_.find(folded_[i]);
    if (same == removed_by_spelling_.end()) continue;
    const auto free = std::find_if(same->second.begin(), same->second.end(),
                                   [&](std::size_t r) { return !taken_[r]; });
    if (free == same->second.end()) continue;
    join(*free, i);
    changes_[i].spelling = true;
  }
}

void Pairing::join_alike() {
  for (std::size_t i = 0; i < changes_.size(); ++i) {
    if (changes_[i].after < 0 || changes_[i].before >= 0) continue;
    const std::size_t best = best_for(i);
    if (best != changes_.size()) join(best, i);
  }
}

// Candidates are sentences that share one of the added sentence's rarer words.
std::size_t Pairing::best_for(std::size_t added) const {
  std::vector<std::uint32_t> rare(sets_[added]);
  std::sort(rare.begin(), rare.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto ca = removed_with(a), cb = removed_with(b);
    return ca != cb ? ca < cb : a < b;
  });
  std::size_t best = changes_.size(), looked = 0;
  double best_share = kPairOverlap;
  for (const auto word : rare) {
    const auto found = removed_by_word_.find(word);
    if (found == removed_by_word_.end()) continue;
    for (const std::size_t r : found->second) {
      if (taken_[r] || ++looked > 400) continue;
      const double share = overlap(sets_[added], sets_[r]);
      if (share >= best_share && (best == changes_.size() || share > best_share))
        best = r, best_share = share;
    }
  }
  return best;
}

void Pairing::drop_joined() {
  std::vector<Change> kept;
  for (std::size_t i = 0; i < changes_.size(); ++i)
    if (!taken_[i]) kept.push_back(std::move(changes_[i]));
  changes_ = std::move(kept);
}

}  // namespace

void pair_up(std::vector<Change>& changes, const std::vector<Sentence>& before,
             const std::vector<Sentence>& after, const TermList* terms) {
  Pairing pairing(changes, before, after, terms);
  if (terms != nullptr) pairing.join_variants();
  pairing.join_alike();
  pairing.drop_joined();
}

}  // namespace optoutlog::policy
