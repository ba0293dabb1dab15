#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "record/check.h"

// An export file, read and verified without any database (host/RECORD.md, sections 5 and 7).
namespace optoutlog::record {

struct Packet {
  Head head;  // as the file says; `erased` is not used
  std::string tool;
  std::string exported;
  Scope scope;
  std::int64_t disclosed = 0;
  std::int64_t erased = 0;
  std::int64_t withheld = 0;
  struct Link {
    StoredLink stored;
    ChainCheck::Content content;
  };
  std::vector<Link> links;
  std::vector<Stamp> stamps;
  std::vector<Picture> pictures;
  std::optional<Broken> broken;  // the first thing that is wrong; none: it verifies
};

// Error: packet.invalid {why} when the text is no export or lacks a member. A chain that does not
// verify is no error but `broken`.
Result<Packet> read_packet(std::string_view text);

}  // namespace optoutlog::record
