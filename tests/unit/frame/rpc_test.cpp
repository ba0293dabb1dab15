#include "frame/rpc.h"

#include <catch2/catch.hpp>
#include <stdexcept>

using namespace optoutlog;

namespace {

Result<json> echo(const std::string& method, const json& params) {
  if (method == "fail") return Error(errors::kRecordBusy, "busy", {{"path", "/x"}});
  if (method == "throw") throw std::runtime_error("secret detail");
  if (method == "big") return json(std::string(2 * 1024 * 1024, 'x'));
  if (method == "bytes") return json("\xFF");
  return json{{"method", method}, {"params", params}};
}

json ask(const std::string& body) {
  const auto text = frame::answer(body, echo);
  REQUIRE(text.has_value());
  json answer = json::parse(*text);
  CHECK(answer["jsonrpc"] == "2.0");
  CHECK(answer.contains("id"));
  CHECK(answer.contains("result") != answer.contains("error"));
  return answer;
}

std::string name_of(const json& answer) {
  return answer["error"]["data"]["name"];
}

}  // namespace

TEST_CASE("a request is answered with its own id") {
  for (const char* id :
       {"1", "0", "-5", "\"x\"", "\"\"", "9007199254740991", "-9007199254740991"}) {
    const auto answer = ask(std::string(R"({"jsonrpc":"2.0","method":"m","id":)") + id + "}");
    CHECK(answer["id"] == json::parse(id));
    CHECK(answer["result"]["params"] == json::object());
  }
}

TEST_CASE("ids that would not come back the same are refused with id null") {
  for (const char* id : {"null", "1.5", "9007199254740992", "-9007199254740992", "true", "[]", "{}",
                         "1e3", "123456789012345678901234567890"}) {
    CAPTURE(id);
    const auto answer = ask(std::string(R"({"jsonrpc":"2.0","method":"m","id":)") + id + "}");
    CHECK(name_of(answer) == "request.invalid");
    CHECK(answer["error"]["data"]["field"] == "id");
    CHECK(answer["id"].is_null());
  }
  const auto longest =
      ask(R"({"jsonrpc":"2.0","method":"m","id":")" + std::string(200, 'i') + "\"}");
  CHECK(longest.contains("result"));
  CHECK(name_of(ask(R"({"jsonrpc":"2.0","method":"m","id":")" + std::string(201, 'i') + "\"}")) ==
        "request.invalid");
}

TEST_CASE("what is no request is refused and named") {
  CHECK(name_of(ask("")) == "frame.empty");
  CHECK(name_of(ask("{")) == "json.invalid");
  for (const char* body :
       {"[]", R"([{"jsonrpc":"2.0","id":1,"method":"m"}])", "1", "\"x\"", "null", "true"}) {
    const auto answer = ask(body);
    CHECK(name_of(answer) == "request.invalid");
    CHECK(answer["error"]["code"] == -32600);
    CHECK(answer["error"]["data"]["field"] == "");
  }
  const auto field = [](const char* body) {
    return ask(body)["error"]["data"]["field"].get<std::string>();
  };
  CHECK(field(R"({"id":1,"method":"m"})") == "jsonrpc");
  CHECK(field(R"({"jsonrpc":2.0,"id":1,"method":"m"})") == "jsonrpc");
  CHECK(field(R"({"jsonrpc":"1.0","id":1,"method":"m"})") == "jsonrpc");
  CHECK(field(R"({"jsonrpc":"2.0","id":1})") == "method");
  CHECK(field(R"({"jsonrpc":"2.0","id":1,"method":5})") == "method");
  CHECK(field(R"({"jsonrpc":"2.0","id":1,"method":"m","params":[1]})") == "params");
  CHECK(field(R"({"jsonrpc":"2.0","id":1,"method":"m","params":null})") == "params");
}

TEST_CASE("an error in the form still carries the request's id") {
  CHECK(ask(R"({"jsonrpc":"1.0","id":"mine","method":"m"})")["id"] == "mine");
}

TEST_CASE("a notification is neither executed nor answered") {
  int calls = 0;
  const auto count = [&](const std::string&, const json&) -> Result<json> {
    ++calls;
    return json();
  };
  CHECK_FALSE(frame::answer(R"({"jsonrpc":"2.0","method":"record"})", count).has_value());
  CHECK(calls == 0);
}

TEST_CASE("an error value becomes code, message and name with its parameters") {
  const auto answer = ask(R"({"jsonrpc":"2.0","id":1,"method":"fail"})");
  CHECK(answer["error"] == json{{"code", -32020},
                                {"message", "busy"},
                                {"data", {{"name", "record.busy"}, {"path", "/x"}}}});
}

TEST_CASE("an exception becomes internal and its text stays here") {
  const auto answer = ask(R"({"jsonrpc":"2.0","id":1,"method":"throw"})");
  CHECK(name_of(answer) == "internal");
  CHECK(answer.dump().find("secret") == std::string::npos);
}

TEST_CASE("an answer over 1 MiB becomes a typed error") {
  const auto answer = ask(R"({"jsonrpc":"2.0","id":1,"method":"big"})");
  CHECK(name_of(answer) == "answer.too-large");
  CHECK(answer["id"] == 1);
}

TEST_CASE("bytes that are no UTF-8 never break an answer") {
  CHECK(ask(R"({"jsonrpc":"2.0","id":1,"method":"bytes"})")["result"] == "\xEF\xBF\xBD");
}

TEST_CASE("error kinds have names and codes of their own") {
  const ErrorKind* kinds[] = {
      &errors::kFrameTooLarge,  &errors::kFrameTruncated,      &errors::kFrameEmpty,
      &errors::kChannelFailed,  &errors::kAnswerTooLarge,      &errors::kJsonInvalid,
      &errors::kRequestInvalid, &errors::kMethodUnknown,       &errors::kParamsInvalid,
      &errors::kInternal,       &errors::kProtocolUnsupported, &errors::kCallerForbidden,
      &errors::kCursorStale,    &errors::kRecordBusy,          &errors::kRecordFull,
      &errors::kRecordReadonly, &errors::kRecordCorrupt,       &errors::kRecordNewer,
      &errors::kRecordForeign,  &errors::kRecordPermissions,   &errors::kRecordIo,
      &errors::kRecordNoPlace,  &errors::kRecordNone,          &errors::kPacketInvalid,
      &errors::kPacketBroken,   &errors::kPacketConflict};
  for (const auto* a : kinds)
    for (const auto* b : kinds)
      if (a != b) {
        CHECK(a->name != b->name);
        CHECK(a->code != b->code);
        if (a->exit != 0) CHECK(a->exit != b->exit);
      }
}
