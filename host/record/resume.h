#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include "record/packet.h"

namespace optoutlog::record {

// Takes what an export of this very record has beyond the record's end: a record that was put back
// from a backup lacks what came after it. The links go on where ours end, with their content; what
// the export says is erased goes here too, if `may_erase`. Returns how many links were added.
// `ours` is the record's head. Inside a write transaction, which an error undoes. Errors:
// packet.conflict where both tell another story, or something would be erased that may not;
// packet.invalid where content that would be
// needed is withheld or is no entry. Throws SQLite::Exception, Contradiction where our own tables
// do.
Result<std::int64_t> resume(SQLite::Database& db, const Packet& packet, const Head& ours,
                            bool may_erase);

// The number of the first link from 1 on at which `same` fails, 0 where it holds for `common`: each
// link binds all before it.
template <class Same>
std::int64_t first_difference(std::int64_t common, const Same& same) {
  if (common == 0 || same(common)) return 0;
  std::int64_t seq = 1;
  while (same(seq)) ++seq;
  return seq;
}

}  // namespace optoutlog::record
