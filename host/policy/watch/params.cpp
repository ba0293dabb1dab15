#include "policy/watch/params.h"

namespace optoutlog::policy {

void Params::wrong(const char* field, const std::string& what) {
  if (error_) return;
  error_ =
      Error(errors::kParamsInvalid,
            std::string("\"") + field + "\" " + what + ". Nothing was done.", {{"field", field}});
}

std::string Params::text(const char* field, std::size_t limit, bool required) {
  if (!has(field)) {
    if (required) wrong(field, "is missing");
    return {};
  }
  const json& value = object_[field];
  if (!value.is_string()) {
    wrong(field, "is no text");
    return {};
  }
  const auto& out = value.get_ref<const std::string&>();
  if (out.size() > limit) {
    wrong(field, "is longer than " + std::to_string(limit) + " bytes");
    return {};
  }
  if (required && out.empty()) wrong(field, "is empty");
  return out;
}

std::int64_t Params::number(const char* field, std::int64_t fallback, std::int64_t least,
                            std::int64_t most, bool required) {
  if (!has(field)) {
    if (required) wrong(field, "is missing");
    return fallback;
  }
  const json& value = object_[field];
  if (!value.is_number_integer() || value.get<std::int64_t>() < least ||
      value.get<std::int64_t>() > most) {
    wrong(field,
          "is no whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return fallback;
  }
  return value.get<std::int64_t>();
}

bool Params::flag(const char* field, bool fallback, bool required) {
  if (!has(field)) {
    if (required) wrong(field, "is missing");
    return fallback;
  }
  if (!object_[field].is_boolean()) {
    wrong(field, "is neither true nor false");
    return fallback;
  }
  return object_[field].get<bool>();
}

std::vector<std::string> Params::texts(const char* field, std::size_t limit, bool required) {
  std::vector<std::string> out;
  if (!has(field)) {
    if (required) wrong(field, "is missing");
    return out;
  }
  const json& value = object_[field];
  if (!value.is_array() || value.size() > limit) {
    wrong(field, "is no list of at most " + std::to_string(limit) + " texts");
    return out;
  }
  for (const json& item : value) {
    if (!item.is_string() || item.get_ref<const std::string&>().empty() ||
        item.get_ref<const std::string&>().size() > 200) {
      wrong(field, "holds something that is no text of 1 to 200 bytes");
      return {};
    }
    out.push_back(item.get<std::string>());
  }
  return out;
}

}  // namespace optoutlog::policy
