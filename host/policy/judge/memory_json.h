#pragma once
#include <string>

#include "policy/judge/judge.h"

namespace optoutlog::policy {

// What the store keeps of a Memory, without the sentences of its baseline: those are a text of
// their own.
std::string to_text(const Memory& memory);
// Takes what to_text() gave; throws nlohmann::json::exception on anything else.
Memory memory_from(const std::string& text);

// A document again from its kept text: one sentence a line.
std::vector<Sentence> sentences_of(const std::string& text);
// The text that sentences_of() takes and whose SHA-256 names it.
std::string text_of(const std::vector<Sentence>& sentences);

}  // namespace optoutlog::policy
