#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "policy/text/terms.h"

// How much a sentence is about AI and the reader's data, and which words say so.
//
//   3  AI, and training, and your data or a licence over it; or AI, and a right of yours, and
//   training or data 2  AI with training, a right, a licence or prompts; or a content licence; or
//   prompts next to content 1  AI is mentioned; or data is shared with affiliates or partners for
//   development of theirs 0  none of this
//
// Levels 2 and 3 may alert, level 1 goes to the list. A level is about words: no level is a legal
// judgement, and 0 never means "not used for AI".
namespace optoutlog::policy {

struct Hit {
  Group group;
  std::string term;        // as the term list writes it
  std::string words;       // what the sentence says there
  std::size_t begin, end;  // bytes of the sentence
};

struct Score {
  int level = 0;
  bool right = false;  // a right of the reader's is named (group R)
  std::vector<Hit> hits;
};

Score score(std::string_view sentence, const TermList& terms);

}  // namespace optoutlog::policy
