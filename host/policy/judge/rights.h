#pragma once
#include <vector>

#include "policy/judge/propositions.h"

// What became of the reader's ways out of training.
namespace optoutlog::policy::rights {

struct Fate {
  // The older text named a way out, the newer one still trains and no sentence of it names any.
  bool removed = false;
  // The newer text names a way out that the older one did not, and lost none.
  bool widened = false;
};

// `before` and `after`: the propositions of the two texts; `older`, `newer`: all their
// sentences.
Fate fate(const std::vector<Proposition>& before, const std::vector<Proposition>& after,
          const std::vector<Sentence>& older, const std::vector<Sentence>& newer,
          const Vocabulary& vocabulary);

}  // namespace optoutlog::policy::rights
