#pragma once
#include "base/json.h"
#include "policy/judge/judge.h"

namespace optoutlog::policy {

// How much of the changed sentences goes into the JSON form: none, the clauses, or every change.
enum class Detail { kSummary, kClauses, kChanges };

// The JSON form of a judgement (POLICY.md, "A judgement"), the same for the command and the host.
nlohmann::json to_json(const Judgement& judgement, Detail detail);

// Title, hash and size of one side of a comparison.
nlohmann::json to_json(const Document& document);

}  // namespace optoutlog::policy
