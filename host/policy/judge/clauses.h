#pragma once
#include <string>
#include <vector>

#include "policy/judge/judge.h"

// The changed sentences that are about AI, and what they amount to.
namespace optoutlog::policy::clauses {

// Highest rank first. `takes_effect` leaves out what an announcement already told.
std::vector<Clause> of(Judgement& judgement, const Memory& memory, const TermList& terms,
                       bool takes_effect);

// Level, verdict and reasons by the clauses alone.
void weigh(Judgement& judgement);

// Notes what an alert has shown.
void remember_told(Memory& memory, const Judgement& judgement);

// "1 sentence", "2 sentences".
std::string plural(std::size_t count, const char* word);

}  // namespace optoutlog::policy::clauses
