#include "service/params.h"

#include "record/entry.h"

namespace optoutlog::service {
namespace {

const json& member(const json& params, const char* name) {
  static const json kNull;
  const auto found = params.find(name);
  return found == params.end() ? kNull : *found;
}

}  // namespace

Error invalid_param(const std::string& field, const std::string& expected) {
  return Error(errors::kParamsInvalid, field + " has to be " + expected + ".", {{"field", field}});
}

Result<std::optional<std::string>> optional_slug(const json& params, const char* name) {
  const json& value = member(params, name);
  if (value.is_null()) return std::optional<std::string>();
  if (!value.is_string() || !record::is_slug(value.get_ref<const std::string&>()))
    return invalid_param(name, std::string(words::slug::kSays));
  return std::optional(value.get<std::string>());
}

Result<std::optional<std::string>> optional_text(const json& params, const char* name,
                                                 std::size_t max) {
  const json& value = member(params, name);
  if (value.is_null()) return std::optional<std::string>();
  if (!value.is_string() || !record::is_text(value.get_ref<const std::string&>(), max))
    return invalid_param(
        name, "a text of 1 to " + std::to_string(max) + " bytes without control characters");
  return std::optional(value.get<std::string>());
}

Result<std::optional<std::int64_t>> optional_number(const json& params, const char* name,
                                                    std::int64_t min, std::int64_t max) {
  const json& value = member(params, name);
  if (value.is_null()) return std::optional<std::int64_t>();
  // A number above 2^63 is unsigned in the library and would come out negative.
  const bool fits = value.is_number_integer() &&
                    !(value.is_number_unsigned() &&
                      value.get<std::uint64_t>() > static_cast<std::uint64_t>(max)) &&
                    value.get<std::int64_t>() >= min && value.get<std::int64_t>() <= max;
  if (!fits)
    return invalid_param(
        name, "a whole number from " + std::to_string(min) + " to " + std::to_string(max));
  return std::optional(value.get<std::int64_t>());
}

Error no_reading() {
  return invalid_param("of",
                       "platform, control, account and unit of a setting that was read from a "
                       "page; nothing was kept");
}

Result<record::Subject> subject_of(const json& params) {
  const json of = params.value("of", json());
  if (!of.is_object()) return no_reading();
  const auto platform = optional_slug(of, "platform");
  const auto control = optional_slug(of, "control");
  const auto account = optional_text(of, "account", words::bounds::kAccount);
  const auto unit = optional_text(of, "unit", words::bounds::kUnit);
  if (!platform || !*platform || !control || !*control || !account || !unit) return no_reading();
  return record::Subject{**platform, **control, *account, *unit};
}

}  // namespace optoutlog::service
