#pragma once
#include <string>

#include "policy/judge.h"

namespace optoutlog::policy {

// What the store keeps of a Memory, without the sentences of its baseline: those are a text of their own.
std::string toText(const Memory& memory);
// Takes what toText() gave; throws nlohmann::json::exception on anything else.
Memory memoryFrom(const std::string& text);

// A document again from its kept text: one sentence a line.
std::vector<Sentence> sentencesOf(const std::string& text);
// The text that sentencesOf() takes and whose SHA-256 names it.
std::string textOf(const std::vector<Sentence>& sentences);

}  // namespace optoutlog::policy
