#include "frame/rpc.h"

#include <cstdio>

#include "base/json_text.h"
#include "frame/frame.h"

namespace optoutlog::frame {
namespace {

constexpr std::size_t kMaxIdBytes = 200;
constexpr std::size_t kMaxMethodBytes = 64;
constexpr std::int64_t kMaxIdNumber = (std::int64_t{1} << 53) - 1;

// Ids are echoed, so they are bounded, and numbers are such that every JSON reader gets the same
// value back.
bool is_id(const json& id) {
  if (id.is_string()) return id.get_ref<const std::string&>().size() <= kMaxIdBytes;
  if (id.is_number_unsigned())
    return id.get<std::uint64_t>() <= static_cast<std::uint64_t>(kMaxIdNumber);
  if (id.is_number_integer()) return id.get<std::int64_t>() >= -kMaxIdNumber;
  return false;
}

Error invalid_request(const char* why, const char* field) {
  return Error(
      errors::kRequestInvalid,
      std::string("The message is not a JSON-RPC 2.0 request: ") + why + ". Nothing was done.",
      {{"field", field}});
}

// `text` can hold anything that was read as UTF-8; `dump` must not throw on what a system call's
// message brings.
std::string dump(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string result_body(const json& id, json result) {
  return dump({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
}

}  // namespace

std::string error_body(const json& id, const Error& error) {
  json data = error.data.is_object() ? error.data : json::object();
  data["name"] = error.kind->name;
  return dump(
      {{"jsonrpc", "2.0"},
       {"id", id},
       {"error",
        {{"code", error.kind->code}, {"message", error.message}, {"data", std::move(data)}}}});
}

std::optional<std::string> answer(std::string_view body, const Handler& handler) {
  if (body.empty())
    return error_body(nullptr, Error(errors::kFrameEmpty,
                                     "The message is empty. Send one JSON-RPC request in it."));
  const auto parsed = parse_json(body);
  if (!parsed) return error_body(nullptr, parsed.error());
  const json& request = *parsed;

  if (request.is_array())
    return error_body(nullptr, invalid_request("batches are not supported", ""));
  if (!request.is_object()) return error_body(nullptr, invalid_request("it is not an object", ""));
  const bool has_id = request.contains("id");
  if (has_id && !is_id(request["id"]))
    return error_body(
        nullptr,
        invalid_request("the id is no string of at most 200 bytes and no whole number", "id"));
  const json id = has_id ? request["id"] : json(nullptr);
  if (request.value("jsonrpc", json()) != "2.0")
    return error_body(id, invalid_request("\"jsonrpc\" is not \"2.0\"", "jsonrpc"));
  const json method = request.value("method", json());
  if (!method.is_string() || method.get_ref<const std::string&>().size() > kMaxMethodBytes)
    return error_body(id, invalid_request("\"method\" is no string of at most 64 bytes", "method"));
  const json params = request.value("params", json::object());
  if (!params.is_object())
    return error_body(id, invalid_request("\"params\" is not an object", "params"));
  if (!has_id) return std::nullopt;

  try {
    auto result = handler(method.get<std::string>(), params);
    if (!result) return error_body(id, result.error());
    std::string text = result_body(id, std::move(*result));
    if (text.size() <= kMaxOutbound) return text;
    return error_body(id,
                      Error(errors::kAnswerTooLarge,
                            "The answer is too large for one message. Ask for fewer items at once.",
                            {{"length", text.size()}, {"limit", kMaxOutbound}}));
  } catch (const std::exception& error) {
    // Errors are values here; an exception is a fault of ours or memory that ran out. The text
    // stays local.
    std::fprintf(stderr, "internal: %s\n", error.what());
    return error_body(
        id,
        Error(
            errors::kInternal,
            "The host met a fault of its own. Nothing that was acknowledged is lost; try again."));
  }
}

}  // namespace optoutlog::frame
