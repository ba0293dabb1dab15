#pragma once
#include "policy/watch/store.h"

namespace optoutlog::policy {

// After an update of the word lists: scores the kept alerts and mentions anew, from the texts that
// were compared. Nothing is told a second time: a change keeps its number, its time and whether it
// was read, and clauses that now count are remembered as told. Does nothing where the lists are
// those of the last time.
void rescore(Store& store);

}  // namespace optoutlog::policy
