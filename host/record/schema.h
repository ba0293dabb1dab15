#pragma once
#include <optional>
#include <string>

namespace SQLite {
class Database;
}

// The tables of host/RECORD.md, section 1, and the way from older ones.
namespace optoutlog::record {

inline constexpr int kApplicationId = 0x4F4F4C31;  // "OOL1"
inline constexpr int kSchemaVersion = 3;

// Makes the tables in an empty database and gives the record its id. Inside a write transaction.
// Throws SQLite::Exception.
void create_schema(SQLite::Database& db);

// Brings the tables from `from` to kSchemaVersion. Inside a write transaction that has checked the
// version after it got the lock. Throws SQLite::Exception, or Contradiction where an entry is not
// whole.
void migrate_schema(SQLite::Database& db, int from);

// The name of a table, index or trigger of the present version that is not as create_schema() or
// migrate_schema() makes it, is not there, or is one too many; none where all are. Throws
// SQLite::Exception.
std::optional<std::string> changed_schema(SQLite::Database& db);

}  // namespace optoutlog::record
