#include "service/service.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/unit/service/service_fixture.h"
#include "version.h"

using namespace sample;

TEST_CASE_METHOD(ServiceFixture, "hello names the host and makes nothing") {
  const json hello = ok(
      "hello",
      {{"protocol", 1}, {"client", {{"name", "ext"}, {"version", "1"}, {"browser", "firefox"}}}});
  CHECK(hello["name"] == "optoutlog-host");
  CHECK(hello["version"] == kVersion);
  CHECK(hello["protocol"] == 1);
  CHECK(hello["schema"] == 3);
  CHECK(hello["entries"] == 0);
  CHECK(hello["path"] == folder.file().string());
  CHECK(hello["problem"].is_null());
  for (const char* capability :
       {"record", "status", "history", "export", "export.csv", "verify", "erase"})
    CHECK(std::count(hello["capabilities"].begin(), hello["capabilities"].end(), capability) == 1);
  CHECK_FALSE(std::filesystem::exists(folder.file()));
  record(reading());
  CHECK(ok("hello")["entries"] == 1);
}

TEST_CASE_METHOD(ServiceFixture, "another protocol is refused with the supported ones") {
  for (const int protocol : {0, 2, 99}) {
    const Error refused = error("hello", {{"protocol", protocol}});
    CHECK(refused.is(errors::kProtocolUnsupported));
    CHECK(refused.data["supported"] == json({1}));
  }
  CHECK(field("hello", {{"protocol", "1"}}) == "protocol");
  CHECK(field("hello", {{"client", 5}}) == "client");
  CHECK(field("hello", {{"client", {{"name", 5}}}}) == "client.name");
  CHECK(field("hello", {{"client", {{"version", std::string(101, 'v')}}}}) == "client.version");
}

TEST_CASE_METHOD(ServiceFixture, "hello tells of a bad record instead of failing") {
  write_bytes(folder.file(), "this is no database");
  const json hello = ok("hello");
  CHECK(hello["problem"]["name"] == "record.foreign");
  CHECK(hello["entries"].is_null());
  CHECK(hello["schema"].is_null());
  CHECK(error("status").is(errors::kRecordForeign));
  CHECK(error("record", {{"entries", {reading()}}}).is(errors::kRecordForeign));
}

TEST_CASE_METHOD(ServiceFixture, "looking at no record gives empty answers") {
  CHECK(ok("status") == json{{"controls", json::array()}, {"next", nullptr}, {"erased", nullptr}});
  CHECK(ok("history") == json{{"entries", json::array()}, {"next", nullptr}});
  CHECK(ok("verify")["ok"] == true);
  CHECK(ok("verify")["entries"] == 0);
  CHECK(ok("erase", {{"all", true}})["erased"] == 0);
  CHECK(error("export", {{"format", "json"}}).is(errors::kRecordNone));
  CHECK_FALSE(std::filesystem::exists(folder.file()));
}

TEST_CASE_METHOD(ServiceFixture,
                 "an unknown method is named with the known ones and not repeated") {
  const Error unknown_method = error("steal<cookies>");
  CHECK(unknown_method.is(errors::kMethodUnknown));
  CHECK(unknown_method.data["methods"].size() >= 7);
  CHECK(unknown_method.message.find("steal") == std::string::npos);
}

TEST_CASE_METHOD(ServiceFixture, "record takes 1 to 1000 entries or none of them") {
  CHECK(field("record", json::object()) == "entries");
  for (const json& bad : {json(nullptr), json(1), json::object(), json::array()})
    CHECK(field("record", {{"entries", bad}}) == "entries");
  json many = json::array();
  for (int i = 0; i < 1001; ++i) many.push_back(reading());
  CHECK(field("record", {{"entries", many}}) == "entries");
  const Error refused = error("record", {{"entries", {reading(), reading({{"at", "yesterday"}})}}});
  CHECK(refused.data == json{{"field", "entries[1].at"}, {"index", 1}});
  CHECK(ok("hello")["entries"] == 0);
}

TEST_CASE_METHOD(ServiceFixture, "the effects are told entry by entry") {
  const json entry = reading();
  const json results = ok("record", {{"entries", {entry, reading(), entry}}})["results"];
  CHECK(results[0] == json{{"id", entry["id"]}, {"seq", 1}, {"effect", "recorded"}});
  CHECK(results[1]["effect"] == "confirmed");
  CHECK(results[1]["seq"] == 1);
  CHECK(results[2]["effect"] == "duplicate");
}

TEST_CASE_METHOD(ServiceFixture, "status says what the protocol promises") {
  record(reading());
  g_now += kDay;
  record(reading({{"training", "allowed"}, {"raw", "on"}}));
  g_now += kMinute;
  record(unknown("layout-changed"));
  record(form("submitted", {{"platform", "facebook"}, {"account", nullptr}}));
  CHECK(ok("status") == json::parse(R"({"controls":[
          {"platform":"facebook","control":"genai-training","account":null,"unit":null,
           "training":"unknown","basis":"form","why":"ok","sure":null,
           "since":"2026-11-24T18:01:00.000Z","seen":null,"tried":null,"stale":false,
           "returned":false,"answer":null,"decided":null,"known":"unknown","denied":null,
           "kept":null,"run":null,"before":null,"declared":null,
           "form":{"step":"submitted","at":"2026-11-24T18:01:00.000Z",
                   "asked":"2026-11-24T18:01:00.000Z","due":"2026-12-24T18:01:00.000Z"}},
          {"platform":"linkedin","control":"genai-training","account":"ada-l","unit":null,
           "training":"allowed","basis":"seen","why":"layout-changed","sure":"sure",
           "since":"2026-11-24T18:00:00.000Z","seen":"2026-11-24T18:00:00.000Z",
           "tried":"2026-11-24T18:01:00.000Z","stale":true,"returned":true,"answer":null,
           "decided":"2026-11-24T18:00:00.000Z","known":"allowed",
           "denied":"2026-11-23T18:00:00.000Z","form":null,"kept":null,"declared":null,
           "run":{"training":"allowed","first":"2026-11-24T18:00:00.000Z",
                  "last":"2026-11-24T18:00:00.000Z","times":1},
           "before":{"training":"denied","first":"2026-11-23T18:00:00.000Z",
                     "last":"2026-11-23T18:00:00.000Z","times":1}}],
          "next":null,"erased":null})"));
  record(declared("unknown", {{"raw", "answer-not-me"}}));
  CHECK(ok("status")["controls"][1]["answer"] == "not-me");
  record(declared("unknown", {{"raw", "answer-me"}}));
  CHECK(ok("status")["controls"][1]["answer"].is_null());
  CHECK(ok("status")["controls"][1]["returned"] == false);
}

TEST_CASE_METHOD(ServiceFixture, "status is paged so that every answer fits a frame", "[large]") {
  for (int batch = 0; batch < 3; ++batch) {
    json entries = json::array();
    for (int i = 0; i < 1000; ++i)
      entries.push_back(reading({{"control", "c" + std::to_string(batch * 1000 + i)},
                                 {"account", std::string(200, 'a')},
                                 {"evidence", nullptr}}));
    ok("record", {{"entries", entries}});
  }
  std::set<std::string> controls;
  json params = json::object();
  int pages = 0;
  for (;;) {
    const json page = ok("status", params);
    CHECK(page.dump().size() < 1048576);
    for (const json& line : page["controls"]) CHECK(controls.insert(line["control"]).second);
    ++pages;
    if (page["next"].is_null()) break;
    params["cursor"] = page["next"];
  }
  CHECK(pages > 1);
  CHECK(controls.size() == 3000);
  CHECK(field("status", {{"cursor", "x"}}) == "cursor");
  CHECK(field("status", {{"cursor", -1}}) == "cursor");
}

TEST_CASE_METHOD(ServiceFixture, "history gives what was stored, newest first, with the way on") {
  for (int i = 0; i < 5; ++i) record(reading({{"control", "c" + std::to_string(i)}}));
  const json first = ok("history", {{"limit", 2}});
  REQUIRE(first["entries"].size() == 2);
  CHECK(first["entries"][0]["seq"] == 5);
  CHECK(first["entries"][0]["control"] == "c4");
  CHECK(first["entries"][0]["received"] == "2026-11-23T18:00:00.000Z");
  CHECK(first["entries"][0]["hash"].get<std::string>().size() == 64);
  CHECK(first["next"] == 4);
  const json second = ok("history", {{"limit", 2}, {"before", first["next"]}});
  CHECK(second["entries"][0]["seq"] == 3);
  const json last = ok("history", {{"limit", 2}, {"before", second["next"]}});
  CHECK(last["entries"].size() == 1);
  CHECK(last["next"].is_null());
  CHECK(ok("history", {{"limit", 5}})["next"].is_null());
}

TEST_CASE_METHOD(ServiceFixture, "history checks its params") {
  CHECK(field("history", {{"limit", 0}}) == "limit");
  CHECK(field("history", {{"limit", 501}}) == "limit");
  CHECK(field("history", {{"limit", 1.5}}) == "limit");
  CHECK(field("history", {{"before", 0}}) == "before");
  CHECK(field("history", {{"before", 18446744073709551615u}}) == "before");
  CHECK(field("history", {{"platform", "NO"}}) == "platform");
  CHECK(field("history", {{"control", 5}}) == "control");
  CHECK(field("history", {{"account", ""}}) == "account");
}

TEST_CASE_METHOD(ServiceFixture, "the largest entries still make pages that fit a frame") {
  const std::string quote(300, '"');
  for (int batch = 0; batch < 2; ++batch) {
    json entries = json::array();
    for (int i = 0; i < 300; ++i)
      entries.push_back(
          reading({{"control", "c" + std::to_string(batch * 300 + i)},
                   {"raw", std::string(100, '\\')},
                   {"account", std::string(200, '"')},
                   {"unit", std::string(200, '"')},
                   {"browser", std::string(100, '"')},
                   {"evidence",
                    {{"label", quote},
                     {"route", "/" + std::string(499, '"')},
                     {"by", json(std::vector<std::string>(16, std::string(64, '"')))}}}}));
    ok("record", {{"entries", entries}});
  }
  json params = {{"limit", 500}};
  std::size_t count = 0;
  for (;;) {
    const json page = ok("history", params);
    CHECK(page.dump().size() < 1048576);
    count += page["entries"].size();
    if (page["next"].is_null()) break;
    params["before"] = page["next"];
  }
  CHECK(count == 600);
}

TEST_CASE_METHOD(ServiceFixture, "erase has to name what it means") {
  record(reading());
  CHECK(field("erase", json::object()) == "all");
  CHECK(field("erase", {{"all", false}}) == "all");
  CHECK(field("erase", {{"all", true}, {"platform", "x"}}) == "all");
  CHECK(field("erase", {{"all", 1}}) == "all");
  CHECK(field("erase", {{"platform", "Linked In"}}) == "platform");
  CHECK(field("erase", {{"platfrom", "linkedin"}}) == "all");
  const json erased = ok("erase", {{"platform", "linkedin"}, {"account", "ada-l"}});
  CHECK(erased == json{{"erased", 1},
                       {"imported", 0},
                       {"what", "platform-account"},
                       {"seq", 2},
                       {"remains", {{"entries", 0}, {"links", 2}}},
                       {"compacted", true}});
  const json note = ok("history")["entries"][0];
  CHECK(note["type"] == "erased");
  CHECK(note["count"] == 1);
  CHECK_FALSE(note.contains("ranges"));
  CHECK(ok("history", {{"platform", "linkedin"}})["entries"].empty());
}

TEST_CASE("16 (24): a statement of 3,000 settings comes in pages that join", "[large]") {
  const Folder folder;
  set_clock("2026-11-23T18:00:00.000Z");
  service::Service service(folder.path(), sample::clock);
  for (int batch = 0; batch < 6; ++batch) {
    json entries = json::array();
    for (int i = 0; i < 500; ++i)
      entries.push_back(reading({{"control", "c" + std::to_string(batch * 500 + i)}}));
    REQUIRE(service.call("record", {{"entries", entries}}).ok());
  }
  json params = {{"format", "html"}};
  std::string text;
  int pages = 0;
  do {
    const auto page = service.call("export", params);
    REQUIRE(page);
    CHECK(page->dump().size() < 1048576);
    text += (*page)["text"].get<std::string>();
    params["cursor"] = (*page)["next"];
    if (pages++ == 0) params["first"] = (*page)["next"];
  } while (!params["cursor"].is_null());
  CHECK(pages > 4);
  CHECK(text.starts_with("<!DOCTYPE html>"));
  CHECK(text.ends_with("</html>\n"));
  for (const int number : {0, 1499, 2999})
    CHECK(text.find("c" + std::to_string(number)) != std::string::npos);
  // What would no longer fit is not joined: a reading that confirms one adds no link, and is told.
  set_clock("2026-11-23T18:10:00.000Z");
  const auto again = service.call("record", {{"entries", {reading({{"control", "c1499"}})}}});
  REQUIRE(again);
  REQUIRE((*again)["results"][0]["effect"] == "confirmed");
  const auto told = service.call("export", {{"format", "html"}, {"cursor", params["first"]}});
  REQUIRE_FALSE(told);
  CHECK(told.error().is(errors::kCursorStale));
  REQUIRE(service.call("record", {{"entries", {reading({{"platform", "later"}})}}}).ok());
  const auto late = service.call("export", {{"format", "html"}, {"cursor", params["first"]}});
  REQUIRE_FALSE(late);
  CHECK(late.error().is(errors::kCursorStale));
}
