#include "frame/caller.h"

#include <catch2/catch.hpp>

#include "ids.h"

using namespace optoutlog;
using frame::CallerKind;
using frame::parse_caller;

namespace {
const std::string kId(ids::kChromium[0]);
const std::string kOrigin = "chrome-extension://" + kId + "/";
}  // namespace

TEST_CASE("the argv of Chrome on Linux, with and without the slash") {
  for (const std::string& origin : {kOrigin, "chrome-extension://" + kId}) {
    const auto caller = parse_caller({origin});
    CHECK(caller.kind == CallerKind::kChromium);
    CHECK(caller.id == kId);
    CHECK(caller.allowed);
  }
}

TEST_CASE("switches after the origin are ignored") {
  CHECK(parse_caller({kOrigin, "--parent-window=0"}).allowed);
  CHECK(parse_caller(
            {kOrigin, "--parent-window=132456", "--reconnect-command=YWJj", "--connect-id=5"})
            .allowed);
}

TEST_CASE("another extension is recognised and not allowed") {
  const auto caller = parse_caller({"chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/"});
  CHECK(caller.kind == CallerKind::kChromium);
  CHECK_FALSE(caller.allowed);
}

TEST_CASE("malformed origins are callers that are refused, not persons") {
  const std::string origins[] = {
      "chrome-extension://" + kId.substr(1) + "/",         // 31 letters
      "chrome-extension://" + kId + "a/",                  // 33 letters
      "chrome-extension://" + std::string(32, 'q') + "/",  // outside a-p
      "chrome-extension://" + std::string(32, 'A') + "/",
      "chrome-extension://" + kId + "//",
      "chrome-extension://" + kId + "/page.html",
      "chrome-extension:///",
      "chrome-extension://",
      "moz-extension://0d2b0b4a-2a8c-4a0e-9df6-9d0f4d5d5d5d/",
      "https://example.org/",
      " " + kOrigin,
  };
  for (const auto& origin : origins) {
    CAPTURE(origin);
    const auto caller = parse_caller({origin});
    CHECK(caller.kind == CallerKind::kUnknown);
    CHECK_FALSE(caller.allowed);
  }
}

TEST_CASE("the argv of Firefox") {
  const auto caller =
      parse_caller({"/home/a b/.mozilla/native-messaging-hosts/x.json", ids::kFirefox[0]});
  CHECK(caller.kind == CallerKind::kFirefox);
  CHECK(caller.id == ids::kFirefox[0]);
  CHECK(caller.allowed);
  CHECK(parse_caller({"C:\\Users\\A\\x.json", ids::kFirefox[0], "more"}).allowed);
}

TEST_CASE("another add-on, a missing id and a strange one are refused") {
  CHECK(parse_caller({"/x.json", "other@example.org"}).kind == CallerKind::kFirefox);
  CHECK_FALSE(parse_caller({"/x.json", "other@example.org"}).allowed);
  CHECK(parse_caller({"/x.json"}).kind == CallerKind::kUnknown);
  CHECK(parse_caller({"/x.json", ""}).kind == CallerKind::kUnknown);
  CHECK(parse_caller({"/x.json", "a b"}).kind == CallerKind::kUnknown);
  // the Chromium id does not open the Firefox door
  CHECK_FALSE(parse_caller({"/x.json", kId}).allowed);
}

TEST_CASE("nothing, an empty word, and words are a person") {
  CHECK(parse_caller({}).kind == CallerKind::kPerson);
  for (const char* word : {"", "--help", "status", "-", ".json", "chrome-extension"}) {
    CHECK(parse_caller({word}).kind == CallerKind::kPerson);
    CHECK_FALSE(parse_caller({word}).allowed);
  }
}

TEST_CASE("the origin has to be the first argument") {
  CHECK_FALSE(parse_caller({"--parent-window=0", kOrigin}).allowed);
}
