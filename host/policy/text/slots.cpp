#include "policy/text/slots.h"

#include <algorithm>

#include "base/json.h"
#include "policy/text/asides.h"
#include "policy/text/embedded.h"

namespace optoutlog::policy {
namespace slots {
namespace {

using nlohmann::json;

constexpr char kNothing = '\x01';  // matches no term

Vocabulary load(std::string_view text) {
  const json data = json_of(text);
  Vocabulary out;
  out.language = data.at("language");
  out.version = data.at("version");
  out.reach = data.value("reach", out.reach);
  out.not_after = data.value("not_after", out.not_after);
  out.names_are_capital = data.value("names_are_capital", out.names_are_capital);
  out.head_final = data.value("head_final", out.head_final);
  for (const auto& term : data.at("ignore"))
    out.ignore.push_back(TermList::parse(term.get<std::string>()));
  for (const auto& word : data.at("capitals"))
    for (auto& folded : folded_words(word.get<std::string>())) out.capitals.push_back(folded);
  const json& values = data.at("values");
  for (std::size_t i = 0; i < kValueNames.size(); ++i)
    if (const auto list = values.find(kValueNames[i]); list != values.end())
      for (const auto& term : *list)
        out.values[i].push_back(TermList::parse(term.get<std::string>()));
  return out;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

// "hello@mistral.ai", "https://x.ai/terms", "Character.AI": an address or a name, no words.
bool in_address(std::string_view sentence, const Word& word) {
  const auto joins = [](char c) { return c == '.' || c == '@' || c == '/' || c == '_'; };
  const bool before = word.begin > 0 && joins(sentence[word.begin - 1]) && word.begin > 1 &&
                      sentence[word.begin - 2] != ' ';
  const bool after =
      word.end + 1 < sentence.size() &&
      (sentence[word.end] == '@' || sentence[word.end] == '_' ||
       (sentence[word.end] == '.' && sentence[word.end + 1] != ' ' &&
        (sentence[word.end + 1] | 32) >= 'a' && (sentence[word.end + 1] | 32) <= 'z'));
  // a slash between words ("AI/ML") is none of an address
  if (before && sentence[word.begin - 1] == '/')
    return sentence.substr(0, word.begin).find("://") != std::string_view::npos ||
           sentence.substr(0, word.begin).find("www.") != std::string_view::npos;
  return before || after;
}

// Words of a name or a title are written with capitals; a title has them nearly everywhere.
bool is_title(std::string_view sentence, const std::vector<Word>& in) {
  std::size_t upper = 0, lower = 0;
  for (const Word& word : in) {
    if (word.end - word.begin < 4) continue;
    (is_upper(sentence[word.begin]) ? upper : lower) += 1;
  }
  return upper > lower;
}

// "Mistral AI", "Luma AI Inc": the word before is a capitalised one in the middle of a sentence,
// and nothing behind makes AI the kind of something.
bool in_name(std::string_view sentence, const std::vector<Word>& in, std::size_t at, bool title) {
  if (title || at < 2) return false;
  const Word& before = in[at - 1];
  if (in[at].begin != before.end + 1 || sentence[before.end] != ' ') return false;
  if (!is_upper(sentence[before.begin]) || before.end - before.begin < 3) return false;
  // after a full stop within the sentence the capital says nothing
  static constexpr std::string_view kKinds[] = {
      "generative", "gen", "responsible", "the", "our", "your", "use", "using", "conversational"};
  if (std::find(std::begin(kKinds), std::end(kKinds), before.folded) != std::end(kKinds))
    return false;
  if (at + 1 >= in.size() || in[at + 1].begin != in[at].end + 1) return true;
  // "their AI models", and "Mistral AI Products"
  static constexpr std::string_view kThings[] = {"model", "feature", "technolog",
                                                 "tool",  "system",  "product"};
  return std::none_of(std::begin(kThings), std::end(kThings),
                      [&](std::string_view thing) { return in[at + 1].folded.starts_with(thing); });
}

void drop_names(std::string_view sentence, std::vector<Word>& in, const Vocabulary& vocabulary) {
  const bool title = is_title(sentence, in);
  for (std::size_t i = 0; i < in.size(); ++i) {
    Word& word = in[i];
    if (in_address(sentence, word)) {
      word.folded.assign(1, kNothing);
      continue;
    }
    if (std::find(vocabulary.capitals.begin(), vocabulary.capitals.end(), word.folded) ==
        vocabulary.capitals.end())
      continue;
    if (!is_upper(sentence[word.begin]) || !is_upper(sentence[word.begin + 1]) ||
        in_name(sentence, in, i, title))
      word.folded.assign(1, kNothing);
  }
}

// The words before which a comma or a bracket stands.
std::vector<std::size_t> commas_in(std::string_view sentence, const std::vector<Word>& in) {
  static constexpr std::string_view kCommas[] = {",", ";", "(", "、", "，", "；", "（"};
  std::vector<std::size_t> out;
  for (std::size_t i = 1; i < in.size(); ++i) {
    const std::size_t gap = in[i - 1].end;
    const std::string_view between = sentence.substr(gap, in[i].begin - gap);
    if (std::any_of(std::begin(kCommas), std::end(kCommas), [&](std::string_view comma) {
          return between.find(comma) != std::string_view::npos;
        }))
      out.push_back(i);
  }
  return out;
}

}  // namespace
}  // namespace slots

const std::vector<Vocabulary>& all_vocabularies() {
  static const std::vector<Vocabulary> lists = [] {
    std::vector<Vocabulary> out;
    for (const std::string_view text : embedded::kSlots) out.push_back(slots::load(text));
    return out;
  }();
  return lists;
}

const Vocabulary* vocabulary_for(std::string_view tag) {
  const TermList* terms = terms_for(tag);
  if (terms == nullptr) return nullptr;
  for (const Vocabulary& list : all_vocabularies())
    if (list.language == terms->language) return &list;
  return nullptr;
}

bool Read::has_comma(std::size_t begin, std::size_t end) const {
  return std::any_of(commas.begin(), commas.end(),
                     [&](std::size_t comma) { return begin <= comma && comma <= end; });
}

Read read(std::string_view sentence, const Vocabulary& vocabulary) {
  Read out;
  out.in = words(sentence);
  slots::drop_names(sentence, out.in, vocabulary);
  for (const Term& phrase : vocabulary.ignore)
    for (auto found = find(phrase, out.in); found; found = find(phrase, out.in, found->end))
      for (std::size_t i = found->begin; i < found->end; ++i)
        out.in[i].folded.assign(1, slots::kNothing);
  for (std::size_t i = 0; i < out.at.size(); ++i) {
    for (const Term& term : vocabulary.values[i])
      for (auto found = find(term, out.in); found; found = find(term, out.in, found->end))
        out.at[i].push_back(*found);
    std::sort(out.at[i].begin(), out.at[i].end(),
              [](const Match& a, const Match& b) { return a.begin < b.begin; });
  }
  out.commas = slots::commas_in(sentence, out.in);
  asides::drop(out, vocabulary.head_final);
  asides::drop_idle(out);
  asides::drop_means(out);
  for (std::size_t i = 0; i < out.at.size(); ++i)
    if (!out.at[i].empty()) out.all |= Values{1} << i;
  return out;
}

}  // namespace optoutlog::policy
