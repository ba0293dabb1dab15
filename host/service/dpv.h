#pragma once
#include <string>

#include "record/packet.h"

// What pages showed, in the words of the Data Privacy Vocabulary (DPV 2, w3id.org/dpv) as JSON-LD,
// for programs that speak it. What it has no word for that fits stays out: whether the platform is
// a controller, on what ground it trains, whether consent was ever asked for, what was only likely,
// and what the owner said.
namespace optoutlog::service {

std::string dpv_text(const record::Packet& packet);

}  // namespace optoutlog::service
