#include <catch2/catch.hpp>

#include "install/doctor/findings.h"
#include "install/doctor/hello.h"

using namespace optoutlog::install;

namespace {

std::string frame(const std::string& body) {
  std::string header;
  for (int shift = 0; shift < 32; shift += 8)
    header += static_cast<char>((body.size() >> shift) & 0xff);
  return header + body;
}

const std::string kHello =
    frame(R"({"jsonrpc":"2.0","id":1,"result":)"
          R"({"name":"optoutlog-host","version":"0.1.0","protocol":1,"problem":null}})");

std::vector<std::string> names(const std::string& output) {
  std::vector<std::string> result;
  for (const Issue& issue : read_greeting(output, "org.optoutlog.host").issues)
    result.push_back(issue.name);
  return result;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a bogus length is told as the characters it was made of") {
  CHECK(length_as_text(758581773) == "\r\n7-");
  CHECK(length_as_text(0x00100000).empty());
}

TEST_CASE("a host's output is told apart") {
  CHECK(names(kHello) == Names{});
  CHECK(names("Usage: host [options]\n") == Names{"launch.text-on-stdout"});
  CHECK(names("hi") == Names{"launch.text-on-stdout"});
  CHECK(names(kHello + "debug: done\n") == Names{"launch.text-on-stdout"});
  CHECK(names(std::string("\xff\xff\xff\xff{}", 6)) == Names{"launch.frame-too-long"});
  CHECK(names(kHello.substr(0, 20)) == Names{"launch.truncated"});
  CHECK(names(frame("{")) == Names{"launch.not-json"});
  CHECK(names(frame(R"({"echo":1})")) == Names{"launch.not-ours"});
  CHECK(names(frame(R"({"result":{"name":"other","protocol":1}})")) == Names{"launch.not-ours"});
  CHECK(names(frame(
            R"({"error":{"code":-32006,"message":"No.","data":{"name":"caller.forbidden"}}})")) ==
        Names{"launch.forbidden"});
  CHECK(names(frame(R"({"error":{"code":1,"message":"No."}})")) == Names{"launch.error"});
}

TEST_CASE("trouble with the record is told in the host's own words") {
  const std::string hello =
      frame(R"({"result":{"name":"optoutlog-host","version":"0.1.0","protocol":1,)"
            R"("problem":{"name":"record.newer","message":"Update."}}})");
  const Greeting greeting = read_greeting(hello, "org.optoutlog.host");
  REQUIRE(greeting.issues.size() == 1);
  CHECK(greeting.issues.front().name == "record.trouble");
  CHECK(greeting.issues.front().detail == "record.newer: Update.");
}

TEST_CASE(
    "every finding that is not well has a remedy and a sentence, and leaves no brace unfilled") {
  for (const Known& known : known_findings()) {
    INFO(known.name);
    CHECK_FALSE(known.what.empty());
    if (known.result == Outcome::kFail || known.result == Outcome::kWarn)
      CHECK_FALSE(known.remedy.empty());
    const Check check = explain(known.name, {});
    CHECK(check.what.find('{') == std::string::npos);
    CHECK(check.remedy.find('{') == std::string::npos);
  }
  CHECK(explain("no.such-thing", {}).result == Outcome::kFail);
}
