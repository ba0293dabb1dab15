#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "policy/text/extract.h"
#include "policy/text/terms.h"

// What changed between two versions of a document, in sentences.
//
// What *counts* as changed is a difference of sets: a sentence is removed when no sentence of the
// new version has its key, added when none of the old one had it. Sentences that moved, were
// renumbered or doubled are therefore not changes. The ordered diff (dtl, Wu's O(NP)) is for
// reading only.
namespace optoutlog::policy {

struct WordRun {
  enum class Op { kSame, kRemoved, kAdded } op;
  std::string text;
};

struct Change {
  // Exactly one of the two is missing (-1) for a sentence that was only removed or only added; both
  // are there where an old sentence was rewritten (at least 0.6 of the words in common).
  int before = -1, after = -1;  // index of the sentence in the old, the new document
  // differs only by spelling variants of the language ("organisation")
  bool spelling = false;
  bool resegmented =
      false;  // the words stand in this order in the other version too: only sentence breaks moved
  std::vector<WordRun> words;  // of a rewritten sentence, the words marked
};

struct Diff {
  std::vector<Change> changes;         // in reading order
  std::size_t removed = 0, added = 0;  // sentences, without spelling-only and re-segmented ones
  std::size_t spelling = 0, resegmented = 0;
  std::size_t shared = 0;  // distinct sentences in both
  std::size_t distinct_before = 0, distinct_after = 0;
  // Of all rewritten sentences: in how many a word was respelled one way ("ise" to "ize"), in how
  // many the other.
  std::size_t spelling_forward = 0, spelling_backward = 0;
  bool empty() const { return removed + added + spelling + resegmented == 0; }
};

// Bounded: beyond 3,000 changed sentences the order is by position instead of by diff, and nothing
// is paired.
Diff diff(const std::vector<Sentence>& before, const std::vector<Sentence>& after,
          const TermList* terms);

// Marks words of two sentences by the same diff. Joined, the kSame and kRemoved texts give
// `before`.
std::vector<WordRun> mark_words(const std::string& before, const std::string& after);

}  // namespace optoutlog::policy
