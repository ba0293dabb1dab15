#include "policy/judge/spelling.h"

#include <unordered_set>

#include "policy/judge/numbers.h"

namespace optoutlog::policy {

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

}  // namespace optoutlog::policy
