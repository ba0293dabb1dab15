#pragma once
#include "record/tables.h"

// Links with their content as the tables hold them. Inside a transaction of Database; throws
// SQLite::Exception.
namespace optoutlog::record {

// The columns that stored_link_of() takes, then control, unit, id, joins. `outdated`: the table has
// no column `joins` yet.
std::string links_where(bool outdated, const std::string& rest);

StoredLink stored_link_of(SQLite::Statement& s);

std::optional<std::string> text_or_none(const SQLite::Column& column);

template <std::size_t N>
std::array<std::uint8_t, N> bytes_or_zero(const SQLite::Column& column) {
  return from_blob<N>(column.getBlob(), column.getBytes()).value_or(std::array<std::uint8_t, N>{});
}

}  // namespace optoutlog::record
