#pragma once
#include <optional>
#include <string>

#include "base/error.h"
#include "record/packet.h"

// What a person kept of a record elsewhere: the only thing that shows a record written anew, or cut
// off at its end (host/RECORD.md, sections 6 and 8).
namespace optoutlog::cli {

// All of a file; nothing where it cannot be read.
std::optional<std::string> contents(const std::string& name);

// Compares the chain with the head in `file`, an earlier export or any text with a checkpoint. What
// does not go on from it becomes `answer["broken"]`, unless something is broken already; what does
// becomes `answer["goes_on_from"]`, the count of entries that were kept. An exit status where the
// file cannot be read or holds nothing of the kind.
std::optional<int> compare_kept(json& answer, const record::Packet& packet, const std::string& file,
                                bool as_json);

}  // namespace optoutlog::cli
