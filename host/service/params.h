#pragma once
#include <optional>
#include <string>

#include "base/error.h"
#include "record/entry.h"

// Checks of the members of `params`. Each gives the value, nothing where it is null or left out, or
// params.invalid {field}.
namespace optoutlog::service {

Error invalid_param(const std::string& field, const std::string& expected);

Result<std::optional<std::string>> optional_slug(const json& params, const char* name);
// Text of 1 to `max` bytes without control characters.
Result<std::optional<std::string>> optional_text(const json& params, const char* name,
                                                 std::size_t max);
Result<std::optional<std::int64_t>> optional_number(const json& params, const char* name,
                                                    std::int64_t min, std::int64_t max);

// The line that `of` names by platform, control, account and unit. Error: no_reading().
Result<record::Subject> subject_of(const json& params);
// params.invalid {field: of}: nothing was read of that line.
Error no_reading();

}  // namespace optoutlog::service
