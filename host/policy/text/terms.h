#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/text/normalise.h"

// The words by which a clause is found: lists kept as data, one JSON file a language
// (terms/*.json), built into the program. A list and not a model, because a person must be able to
// see which words fired.
//
// A term is one or more folded words. "train*" stands for every word that begins so, "*modelle" for
// every one that ends so; "~6" for up to six words between. Short words such as "ai" only match
// whole words.
namespace optoutlog::policy {

enum class Group { kAi, kTraining, kData, kRight, kLicence, kPrompt, kSharing, kShare };
inline constexpr std::array<std::string_view, 8> kGroupNames = {"A", "T", "D", "R",
                                                                "L", "P", "S", "share"};

struct Term {
  std::string name;  // as the file writes it
  struct Part {
    std::string word;
    bool prefix = false, suffix = false;
    int gap = 0;  // words that may stand before this one
  };
  std::vector<Part> parts;
};

// Words [begin, end) of the sentence that a term matched.
struct Match {
  std::size_t begin, end;
};

class TermList {
 public:
  static Term parse(std::string_view written);

  std::string language, name;
  int version = 0;
  bool validated = false;  // against real texts of that language
  std::map<Group, std::vector<Term>> groups;
  std::vector<Term> ignore;  // phrases whose words fire nothing ("training course")
  std::vector<Term> anchors, walls;
  std::vector<Term> effect_future, effect_stated, effect_until;
  // what a day of a change may be of ("these terms"), what only beside AI or training ("we"), and
  // what it is never of ("GDPR")
  std::vector<Term> effect_subjects, effect_own, effect_others;
  // the language's most frequent words: does the text speak it at all?
  std::vector<std::string> common;
  std::vector<std::vector<std::string>> months;
  std::vector<std::string> ordinals, between;
  std::string day_word;  // of "the 15th day of January"; empty where nobody writes so
  // whether 7/4/2025 may be read as 7 April; else such dates are not read at all
  bool day_first = false;
  std::vector<std::pair<std::string, std::string>> spelling_endings;
  std::map<std::string, std::string> spelling_words;
};

// First match at or behind word `from`, shortest gap first.
std::optional<Match> find(const Term& term, const std::vector<Word>& words, std::size_t from = 0);

// The list of a language tag ("en-GB" finds "en"); null where there is none.
const TermList* terms_for(std::string_view language_tag);
const std::vector<TermList>& all_terms();
// SHA-256 over all lists: another one means that kept changes are to be scored anew.
std::string terms_fingerprint();

}  // namespace optoutlog::policy
