#pragma once
#include <set>
#include <string>
#include <vector>

#include "base/error.h"

// Reading of method params: what is missing or malformed is named in `params.invalid {field}`.
// Unknown fields are ignored, since extension and host are updated apart.
namespace optoutlog::policy {

class Params {
 public:
  explicit Params(const json& object) : object_(object) {}

  std::string text(const char* field, std::size_t limit, bool required);
  std::int64_t number(const char* field, std::int64_t fallback, std::int64_t least,
                      std::int64_t most, bool required = false);
  bool flag(const char* field, bool fallback, bool required = false);
  std::vector<std::string> texts(const char* field, std::size_t limit, bool required);
  bool has(const char* field) const { return object_.contains(field) && !object_[field].is_null(); }

  // The first thing that was wrong.
  const std::optional<Error>& error() const { return error_; }

 private:
  void wrong(const char* field, const std::string& what);
  const json& object_;
  std::optional<Error> error_;
};

}  // namespace optoutlog::policy
