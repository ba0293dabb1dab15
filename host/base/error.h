#pragma once
#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/json.h"

// Errors as values. Every failure that a program may see has one ErrorKind: a stable dotted name, a JSON-RPC
// code and the exit status of a program that ends because of it. The tables are in host/PROTOCOL.md; names
// and numbers are appended there and here, never changed, never reused.

namespace optoutlog {

using json = nlohmann::json;

struct ErrorKind {
  std::string_view name;  // "record.busy"
  int code;               // JSON-RPC code
  int exit;               // exit status, 0 where no program ends because of it
};

namespace errors {
// The stream of frames.
inline constexpr ErrorKind kFrameTooLarge{"frame.too-large", -32000, 10};
inline constexpr ErrorKind kFrameTruncated{"frame.truncated", -32001, 11};
inline constexpr ErrorKind kFrameEmpty{"frame.empty", -32002, 0};
inline constexpr ErrorKind kChannelFailed{"channel.failed", -32003, 12};
inline constexpr ErrorKind kAnswerTooLarge{"answer.too-large", -32004, 0};
// The request.
inline constexpr ErrorKind kJsonInvalid{"json.invalid", -32700, 0};
inline constexpr ErrorKind kRequestInvalid{"request.invalid", -32600, 0};
inline constexpr ErrorKind kMethodUnknown{"method.unknown", -32601, 0};
inline constexpr ErrorKind kParamsInvalid{"params.invalid", -32602, 2};
inline constexpr ErrorKind kInternal{"internal", -32603, 70};
inline constexpr ErrorKind kProtocolUnsupported{"protocol.unsupported", -32005, 0};
inline constexpr ErrorKind kCallerForbidden{"caller.forbidden", -32006, 0};
inline constexpr ErrorKind kCursorStale{"cursor.stale", -32007, 13};
// The record.
inline constexpr ErrorKind kRecordBusy{"record.busy", -32020, 20};
inline constexpr ErrorKind kRecordFull{"record.full", -32021, 21};
inline constexpr ErrorKind kRecordReadonly{"record.readonly", -32022, 22};
inline constexpr ErrorKind kRecordCorrupt{"record.corrupt", -32023, 23};
inline constexpr ErrorKind kRecordNewer{"record.newer", -32024, 24};
inline constexpr ErrorKind kRecordForeign{"record.foreign", -32025, 25};
inline constexpr ErrorKind kRecordPermissions{"record.permissions", -32026, 26};
inline constexpr ErrorKind kRecordIo{"record.io", -32027, 27};
inline constexpr ErrorKind kRecordNoPlace{"record.no-place", -32028, 28};
inline constexpr ErrorKind kRecordNone{"record.none", -32029, 29};
// An export file.
inline constexpr ErrorKind kPacketInvalid{"packet.invalid", -32040, 40};
inline constexpr ErrorKind kPacketBroken{"packet.broken", -32041, 41};
inline constexpr ErrorKind kPacketConflict{"packet.conflict", -32042, 42};
}  // namespace errors

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
  T value() && { return std::get<0>(std::move(state_)); }  // by value: safe in the head of a range-for
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
