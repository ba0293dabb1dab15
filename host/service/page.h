#pragma once
#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "record/record.h"

namespace optoutlog::service {

// A page ends once it holds this much. An answer may be 1 MiB; the room above is for the last item
// and for the escapes of a text that is itself JSON.
inline constexpr std::size_t kPageBytes = std::size_t{500} * 1024;
inline constexpr std::int64_t kMaxPageLines = 2000;

// A line of `status`, as the protocol writes it.
json line_json(const record::Line& line);

// The time-stamps of a chain, as `verify` tells them: without their tokens.
json stamps_json(const std::vector<record::Stamp>& stamps);

// The newest erase, as `hello` and `status` tell it; null without one.
json erased_json(const std::optional<record::LastErase>& last);

}  // namespace optoutlog::service
