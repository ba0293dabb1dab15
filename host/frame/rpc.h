#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

// JSON-RPC 2.0 over frames, shared by both native hosts: one request per frame, no batches. What
// the requests mean is the business of the handler.
namespace optoutlog::frame {

// Performs one method. `params` is an object, empty where the request had none.
using Handler = std::function<Result<json>(const std::string& method, const json& params)>;

// The answer to one frame's body, or nothing where none is due (a notification: no id; it is not
// executed). Never throws: an exception from the handler becomes the error `internal`, and an
// answer that is too large for a frame becomes answer.too-large.
std::optional<std::string> answer(std::string_view body, const Handler& handler);

// The body of an error answer. `id` is null where the request's own could not be read.
std::string error_body(const json& id, const Error& error);

}  // namespace optoutlog::frame
