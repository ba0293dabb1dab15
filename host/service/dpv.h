#pragma once
#include <string>

#include "service/statement.h"

namespace optoutlog::service {

// What pages showed, in the words of the Data Privacy Vocabulary (DPV 2, w3id.org/dpv) as JSON-LD,
// for programs that speak it. What it has no word for that fits stays out: whether the platform is
// a controller, on what ground it trains, whether consent was ever asked for, what was only likely,
// and what the owner said. host/bundle/page/dpv.js makes the same.
std::string dpv_text(const statement::Source& source);

}  // namespace optoutlog::service
