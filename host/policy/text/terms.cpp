#include "policy/text/terms.h"

#include "base/json.h"
#include "base/sha256.h"
#include "policy/text/embedded.h"

namespace optoutlog::policy {
namespace {

using nlohmann::json;

std::vector<Term> terms_of(const json& list) {
  std::vector<Term> out;
  for (const auto& term : list) out.push_back(TermList::parse(term.get<std::string>()));
  return out;
}

std::vector<std::string> folded_list(const json& list) {
  std::vector<std::string> out;
  for (const auto& item : list)
    for (auto& word : folded_words(item.get<std::string>())) out.push_back(std::move(word));
  return out;
}

// The data is part of the program and tested with it, so a malformed file throws at the first use.
TermList load(std::string_view text) {
  const json data = json_of(text);
  TermList list;
  list.language = data.at("language");
  list.name = data.at("name");
  list.version = data.at("version");
  list.validated = data.at("validated");
  for (std::size_t i = 0; i < kGroupNames.size(); ++i)
    list.groups[static_cast<Group>(i)] =
        terms_of(data.at("groups").at(std::string(kGroupNames[i])));
  list.ignore = terms_of(data.at("ignore"));
  list.anchors = terms_of(data.at("anchors"));
  list.walls = terms_of(data.at("walls"));
  list.effect_future = terms_of(data.at("effect").at("future"));
  list.effect_stated = terms_of(data.at("effect").at("stated"));
  list.effect_until = terms_of(data.at("effect").at("until"));
  list.effect_subjects = terms_of(data.at("effect").at("subjects"));
  list.effect_own = terms_of(data.at("effect").at("own"));
  list.effect_others = terms_of(data.at("effect").at("others"));
  list.common = folded_list(data.at("common"));
  for (const auto& month : data.at("months")) list.months.push_back(folded_list(month));
  list.ordinals = folded_list(data.at("ordinals"));
  list.between = folded_list(data.at("between"));
  list.day_word = data.value("day_word", "");
  list.day_first = data.at("numeric") == "dmy";
  for (const auto& pair : data.at("spelling").at("endings"))
    list.spelling_endings.emplace_back(pair.at(0).get<std::string>(),
                                       pair.at(1).get<std::string>());
  for (const auto& pair : data.at("spelling").at("words")) {
    const auto from = folded_words(pair.at(0).get<std::string>()),
               to = folded_words(pair.at(1).get<std::string>());
    if (from.size() == 1 && to.size() == 1) list.spelling_words[from[0]] = to[0];
  }
  return list;
}

bool fits(const Term::Part& part, const std::string& word) {
  return part.prefix   ? word.starts_with(part.word)
         : part.suffix ? word.ends_with(part.word)
                       : word == part.word;
}

// End of the match of parts [index, …) with the first one at `at` or up to its gap behind; 0 where
// none.
std::size_t match_from(const Term& term, std::size_t index, const std::vector<Word>& words,
                       std::size_t at) {
  if (index == term.parts.size()) return at;
  const Term::Part& part = term.parts[index];
  for (std::size_t skip = 0; skip <= static_cast<std::size_t>(part.gap) && at + skip < words.size();
       ++skip) {
    if (!fits(part, words[at + skip].folded)) continue;
    if (const std::size_t end = match_from(term, index + 1, words, at + skip + 1)) return end;
  }
  return 0;
}

}  // namespace

Term TermList::parse(std::string_view written) {
  Term term{std::string(written), {}};
  int gap = 0;
  std::string_view rest = written;
  while (!rest.empty()) {
    const auto space = std::min(rest.find(' '), rest.size());
    const std::string_view chunk = rest.substr(0, space);
    rest.remove_prefix(std::min(space + 1, rest.size()));
    if (chunk.starts_with('~')) {
      gap = std::stoi(std::string(chunk.substr(1)));
      continue;
    }
    const auto before = term.parts.size();
    for (auto& word : words(chunk)) {
      term.parts.push_back({std::move(word.folded), false, false, gap});
      gap = 0;
    }
    if (term.parts.size() == before) continue;
    term.parts.back().prefix = chunk.ends_with('*');
    term.parts.back().suffix = chunk.starts_with('*');
  }
  return term;
}

std::optional<Match> find(const Term& term, const std::vector<Word>& in, std::size_t from) {
  for (std::size_t at = from; at < in.size(); ++at)
    if (fits(term.parts[0], in[at].folded))
      if (const std::size_t end = match_from(term, 1, in, at + 1)) return Match{at, end};
  return std::nullopt;
}

const std::vector<TermList>& all_terms() {
  static const std::vector<TermList> lists = [] {
    std::vector<TermList> out;
    for (const std::string_view text : embedded::kTerms) out.push_back(load(text));
    return out;
  }();
  return lists;
}

std::string terms_fingerprint() {
  std::string all;
  for (const std::string_view text : embedded::kTerms) (all += text) += '\n';
  for (const std::string_view text : embedded::kSlots) (all += text) += '\n';
  return sha256_hex(all);
}

const TermList* terms_for(std::string_view tag) {
  const std::string_view base = tag.substr(0, tag.find_first_of("-_"));
  for (const TermList& list : all_terms()) {
    if (base.size() != list.language.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < base.size(); ++i) same = same && (base[i] | 32) == list.language[i];
    if (same) return &list;
  }
  return nullptr;
}

}  // namespace optoutlog::policy
