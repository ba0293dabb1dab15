#pragma once
#include <string>
#include <string_view>
#include <vector>

// What makes two sentences the same. Platforms change links, markup, quote marks, numbering and
// white space all the time (69 % of the recorded changes of real policies change nothing else);
// none of it may count.
namespace optoutlog::policy {

// The words of `text`, folded (lower case, no accents), apostrophes kept out of words: "users’" is
// "users". Runs of punctuation part words and vanish. Never empty strings.
std::vector<std::string> folded_words(std::string_view text);

// As above, but an apostrophe parts words: "l’IA" is "l", "ia". Term lists are matched against
// these.
struct Word {
  std::string folded;
  std::size_t begin, end;  // bytes of the original text
};
std::vector<Word> words(std::string_view text);

// The comparison key of a sentence: folded words with single spaces, without a leading number or
// letter of a list ("3.1", "(a)", "iv."), and without mail addresses, which mail obfuscation makes
// come and go.
std::string sentence_key(std::string_view text);

// Folds white space to single spaces, drops format characters, trims. For display and for the
// stored text.
std::string tidy(std::string_view text);

}  // namespace optoutlog::policy
