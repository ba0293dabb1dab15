#include "policy/judge/score.h"

#include <algorithm>
#include <array>

namespace optoutlog::policy {

Score score(std::string_view sentence, const TermList& terms) {
  std::vector<Word> in = words(sentence);
  for (const Term& phrase : terms.ignore)
    for (auto found = find(phrase, in); found; found = find(phrase, in, found->end))
      for (std::size_t i = found->begin; i < found->end; ++i)
        in[i].folded.assign(1, '\x01');  // matches no term

  Score out;
  std::array<bool, kGroupNames.size()> has{};
  const auto look = [&](Group group) {
    for (const Term& term : terms.groups.at(group)) {
      const auto found = find(term, in);
      if (!found) continue;
      const std::size_t begin = in[found->begin].begin, end = in[found->end - 1].end;
      has[static_cast<std::size_t>(group)] = true;
      // One hit per stretch of words: "training" inside "model training" is not told twice.
      const bool told = std::any_of(out.hits.begin(), out.hits.end(), [&](const Hit& hit) {
        return hit.group == group && hit.begin <= begin && end <= hit.end;
      });
      if (!told)
        out.hits.push_back(
            {group, term.name, std::string(sentence.substr(begin, end - begin)), begin, end});
    }
    return has[static_cast<std::size_t>(group)];
  };
  const bool ai = look(Group::kAi), licence = look(Group::kLicence), prompt = look(Group::kPrompt);
  const bool training = look(Group::kTraining), data = look(Group::kData),
             sharing = look(Group::kSharing);
  const bool share = sharing && look(Group::kShare);
  const bool right = look(Group::kRight);

  if (ai && ((training && (data || licence)) || (right && (training || data))))
    out.level = 3;
  else if (licence || (ai && (training || right || prompt)) || (prompt && data))
    out.level = 2;
  else if (ai || (sharing && share && data && training))
    out.level = 1;
  out.right = right;
  if (out.level == 0) out.hits.clear();
  std::sort(out.hits.begin(), out.hits.end(),
            [](const Hit& a, const Hit& b) { return a.begin < b.begin; });
  return out;
}

}  // namespace optoutlog::policy
