#pragma once
#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/json.h"
#include "base/words.h"

// Errors as values. Every failure that a program may see has one ErrorKind: a stable dotted name, a
// JSON-RPC code and the exit status of a program that ends because of it. They are in base/words.h;
// names and numbers are appended, never changed, never reused.

namespace optoutlog {

using json = nlohmann::json;

struct Error {
  const ErrorKind* kind;       // never null; points to a constant
  std::string message;         // for a person: what happened, why, and the one next step
  json data = json::object();  // the parameters that PROTOCOL.md lists for this kind

  Error(const ErrorKind& k, std::string m, json d = json::object())
      : kind(&k), message(std::move(m)), data(std::move(d)) {}
  bool is(const ErrorKind& k) const { return kind->name == k.name; }
};

// A value of T or an Error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(Error error)
      : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  // Only when ok().
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  // by value: safe in the head of a range-for
  T value() && { return std::get<0>(std::move(state_)); }
  T& operator*() { return std::get<0>(state_); }
  const T& operator*() const { return std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  // Only when !ok().
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return !error_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace optoutlog
