#pragma once
#include <string_view>

#include "base/bytes.h"

// The hash chain of host/RECORD.md, section 2. The tags carry the version; a new format gets new
// tags.
namespace optoutlog::record {

Hash genesis(const RecordId& record);
Hash entry_digest(const Salt& salt, std::string_view payload);
Hash link_hash(std::int64_t seq, const Hash& prev, const Hash& digest);

// The mark on a row of the table `state`, over the row's values as a JSON list: damage there must
// not become a wrong answer. No protection against a person, who can write a new mark.
Hash state_mark(std::string_view row);

// The checkpoint line of section 6.
std::string checkpoint(const RecordId& record, std::int64_t count, const Hash& head);

}  // namespace optoutlog::record
