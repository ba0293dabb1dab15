#include "service/statement.h"

#include <algorithm>

#include "service/export_fixture.h"

using namespace sample;

TEST_CASE_METHOD(ExportFixture, "the statement is one page that takes no text for markup") {
  record(reading({{"account", "<script>alert(1)</script>"},
                  {"evidence", {{"label", "\"><img src=x onerror=alert(1)>"}}}}));
  record(declared("denied", {{"platform", "y"}, {"note", "by mail & phone"}}));
  record(form("submitted", {{"platform", "facebook"}}));
  const std::string html = whole("html");
  CHECK(html.rfind("<!DOCTYPE html>", 0) == 0);
  CHECK(html.find("</html>") != std::string::npos);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("<img") == std::string::npos);
  CHECK(html.find("&lt;script&gt;") != std::string::npos);
  CHECK(html.find("by mail &amp; phone") != std::string::npos);
  CHECK(html.find("The owner says: <strong>AI training not allowed</strong>") != std::string::npos);
  CHECK(html.find("The objection was sent.") != std::string::npos);
  CHECK(html.find("optoutlog-checkpoint-v1") != std::string::npos);
  // an address is told as a source, and leads nowhere
  for (const char* outside : {"href=", "url(", "@import", "http-equiv=\"refresh"})
    CHECK(html.find(outside) == std::string::npos);
}

TEST_CASE_METHOD(ExportFixture, "the statement keeps apart what was seen and what the owner says") {
  record(
      declared("denied", {{"platform", "said-first"}, {"raw", "in-app"}, {"date", "2026-11-20"}}));
  record(reading({{"platform", "seen-one"}, {"account", "\u0645\u0633\u062A\u062E\u062F\u0645"}}));
  record(form("submitted",
              {{"platform", "form-filled"}, {"note", "ticket 7"}, {"evidence", nullptr}}));
  record(reading({{"platform", "seen-two"}}));
  const std::string html = whole("html");
  const auto seen = html.find("1. What was seen");
  const auto said = html.find("2. What the owner says");
  const auto check = html.find("3. How to check");
  REQUIRE((seen < said && said < check && check != std::string::npos));
  for (const char* platform : {"seen-one", "seen-two"}) {
    CHECK(html.substr(seen, said - seen).find(platform) != std::string::npos);
    CHECK(html.substr(said, check - said).find(platform) == std::string::npos);
  }
  for (const char* platform : {"said-first", "form-filled"}) {
    CHECK(html.substr(seen, said - seen).find(platform) == std::string::npos);
    CHECK(html.substr(said, check - said).find(platform) != std::string::npos);
  }
  // Every entry with its whole hash, and names from right to left in a direction of their own.
  const json history = service.call("history", json::object()).value();
  for (const json& entry : history["entries"])
    CHECK(html.find(entry["hash"].get<std::string>()) != std::string::npos);
  CHECK(html.find("<bdi>\u0645\u0633\u062A\u062E\u062F\u0645</bdi>") != std::string::npos);
  CHECK(html.find("Rule: <code dir=\"ltr\">linkedin</code>, revision ") != std::string::npos);
}

TEST_CASE_METHOD(ExportFixture, "a statement in many pages has each entry once", "[large]") {
  for (int batch = 0; batch < 4; ++batch) {
    json entries = json::array();
    for (int i = 0; i < 300; ++i) {
      const std::string number = std::to_string(batch * 300 + i);
      const json change = {{"control", "c-" + number}, {"raw", "nr" + number + "x"}};
      entries.push_back(i % 2 == 0 ? reading(change) : declared("denied", change));
    }
    REQUIRE(service.call("record", {{"entries", entries}}).ok());
  }
  const json first = service.call("export", {{"format", "html"}}).value();
  CHECK_FALSE(first["next"].is_null());
  const std::string html = whole("html");
  const auto rows = html.find("1. What was seen");
  for (int i = 0; i < 1200; ++i) {
    const std::string own = "nr" + std::to_string(i) + "x";  // no hash holds these letters
    const auto at = html.find(own, rows);
    CHECK(at != std::string::npos);
    CHECK(html.find(own, at + 1) == std::string::npos);
  }
  CHECK(html.find("3. How to check") != std::string::npos);
}

TEST_CASE_METHOD(
    ExportFixture,
    "the statement has a row for what was seen and one for what the owner said after it") {
  record(reading({{"training", "allowed"}, {"raw", "on"}}));
  set_clock("2026-11-24T18:00:00.000Z");
  record(
      declared("denied",
               {{"at", "2026-11-24T12:00:00.000Z"}, {"date", "2026-11-24"}, {"account", "ada-l"}}));
  const std::string html = whole("html");
  const auto sheet = html.find("<section class=\"sheet\">");
  const auto third = html.find("2. What the owner says");
  REQUIRE((sheet < third && third != std::string::npos));
  CHECK(html.find("AI training allowed: first seen <bdi dir=\"ltr\">2026-11-23 18:00:00 UTC") !=
        std::string::npos);
  CHECK(html.substr(sheet, third - sheet)
            .find("The owner says: <strong>AI training not allowed</strong>") != std::string::npos);
  // A said day is a day.
  CHECK(html.substr(third).find("<td><bdi>2026-11-24</bdi><br>written down <bdi "
                                "dir=\"ltr\">2026-11-24 18:00:00 UTC") != std::string::npos);
  CHECK(html.find("12:00:00") == std::string::npos);
  CHECK(html.find("since 20") == std::string::npos);
}

TEST_CASE_METHOD(ExportFixture, "a statement tells how often and until when a state was seen") {
  record(reading());
  set_clock("2026-11-23T18:10:00.000Z");
  record(reading({{"at", "2026-11-23T18:10:00.000Z"}}));
  const json entry = json::parse(whole("json"))["entries"][0];
  CHECK(entry["again"] == json{{"times", 1}, {"last", "2026-11-23T18:10:00.000Z"}});
  CHECK(whole("html").find("last seen <bdi dir=\"ltr\">2026-11-23 18:10:00 UTC</bdi>, looks: 2.") !=
        std::string::npos);
}

TEST_CASE_METHOD(
    ExportFixture,
    "16 a statement says of what was dropped from the list what the setting is about") {
  const std::vector<json> settings = {{{"platform", "dropbox"}, {"control", "third-party-ai"}},
                                      {{"platform", "deviantart"}, {"control", "noai"}}};
  for (json setting : settings) {
    setting["training"] = "allowed";
    record(reading(setting));
  }
  const std::string before = whole("html");
  set_clock("2026-11-23T19:00:00.000Z");
  for (json setting : settings) {
    setting["raw"] = "dropped";
    record(declared("unknown", setting));
  }
  REQUIRE(service.call("status", json::object()).value()["controls"].empty());
  CHECK(json::parse(whole("json"))["settings"].size() == 2);
  for (const std::string& html : {before, whole("html")}) {
    CHECK(html.find("This setting is not about AI training.") != std::string::npos);
    CHECK(html.find("<strong>AI training by others allowed</strong>") != std::string::npos);
    CHECK(html.find("<strong>AI training allowed</strong>") == std::string::npos);
  }
}

TEST_CASE_METHOD(
    ExportFixture,
    "16 an export knows its settings by the entries, whatever the table of states says") {
  record(reading({{"platform", "dropbox"}, {"control", "third-party-ai"}}));
  tamper(folder, "UPDATE state SET line = '[]'");
  const json packet = json::parse(whole("json"));
  REQUIRE(packet["settings"].size() == 1);
  CHECK(packet["settings"][0]["trainers"].is_null());
  CHECK(packet["platforms"] == json{{"dropbox", "Dropbox"}});
  CHECK(service.call("export", {{"format", "html"}}).error().is(errors::kRecordCorrupt));
}

TEST_CASE_METHOD(ExportFixture, "a statement in each language, and none in others") {
  record(reading());
  for (const std::string& language : service::statement::languages()) {
    const std::string html = whole("html", {{"language", language}});
    std::string tag = language;
    std::replace(tag.begin(), tag.end(), '_', '-');
    CHECK(html.find("<html lang=\"" + tag + "\"") != std::string::npos);
    CHECK((html.find("dir=\"rtl\"><head>") != std::string::npos) == (language == "ar"));
    CHECK(html.find("<bdi lang=\"en\">“Data for Generative AI Improvement”") != std::string::npos);
    CHECK((html.find("AI training not allowed") != std::string::npos) == (language == "en"));
  }
  CHECK(service::statement::languages().size() == 10);
  CHECK(service::statement::language_of("de_AT.UTF-8") == "de");
  CHECK(service::statement::language_of("pt-PT") == "pt_BR");
  for (const char* none : {"xx", "C.UTF-8", "POSIX", "", "d"})
    CHECK_FALSE(service::statement::language_of(none));
  const auto refused = service.call("export", {{"format", "html"}, {"language", "xx"}});
  CHECK(refused.error().data["field"] == "language");
}
