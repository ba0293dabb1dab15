#pragma once
#include <nlohmann/json.hpp>

// The JSON library, whose own code is made once, in base/json_text.cpp: each unit would spend
// seconds on the same.
extern template class nlohmann::basic_json<>;
