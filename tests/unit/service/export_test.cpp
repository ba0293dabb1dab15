#include <algorithm>
#include <catch2/catch.hpp>

#include "record/packet.h"
#include "record/sample.h"
#include "service/service.h"

using namespace sample;

namespace {

struct ExportFixture {
  Folder folder;
  service::Service service{folder.path(), sample::clock};
  ExportFixture() { set_clock("2026-11-23T18:00:00.000Z"); }

  void record(const json& entry) { REQUIRE(service.call("record", {{"entries", {entry}}}).ok()); }
  void record_many(int count) {
    for (int done = 0; done < count; done += 500) {
      json entries = json::array();
      for (int i = 0; i < 500; ++i)
        entries.push_back(reading({{"control", "c" + std::to_string(done + i)}}));
      REQUIRE(service.call("record", {{"entries", entries}}).ok());
    }
  }
  std::string whole(const char* format, json params = json::object(), int* pages = nullptr) {
    params["format"] = format;
    std::string text;
    for (;;) {
      const auto page = service.call("export", params);
      if (!page) throw std::runtime_error(page.error().message);
      CHECK(page->dump().size() < 1048576);
      CHECK((*page)["format"] == format);
      text += (*page)["text"].get<std::string>();
      if (pages != nullptr) ++*pages;
      if ((*page)["next"].is_null()) return text;
      params["cursor"] = (*page)["next"];
    }
  }
};

}  // namespace

TEST_CASE_METHOD(ExportFixture, "a long export comes in pages that join to one verifiable file",
                 "[large]") {
  record_many(2000);
  int pages = 0;
  const std::string text = whole("json", json::object(), &pages);
  CHECK(pages > 2);
  const auto packet = record::read_packet(text);
  REQUIRE(packet);
  CHECK_FALSE(packet->broken.has_value());
  CHECK(packet->disclosed == 2000);
}

TEST_CASE_METHOD(ExportFixture, "what is recorded while an export is under way is left out",
                 "[large]") {
  record_many(2000);
  auto first = service.call("export", {{"format", "json"}});
  REQUIRE(first);
  record(reading({{"platform", "later"}}));
  std::string text = (*first)["text"];
  json cursor = (*first)["next"];
  while (!cursor.is_null()) {
    auto page = service.call("export", {{"format", "json"}, {"cursor", cursor}});
    REQUIRE(page);
    text += (*page)["text"].get<std::string>();
    cursor = (*page)["next"];
  }
  const auto packet = record::read_packet(text);
  REQUIRE(packet);
  CHECK_FALSE(packet->broken.has_value());
  CHECK(packet->head.count == 2000);
}

TEST_CASE_METHOD(ExportFixture, "an erase between two pages makes the cursor stale") {
  record_many(2000);
  record(reading({{"platform", "x"}}));
  auto first = service.call("export", {{"format", "json"}});
  REQUIRE(first);
  REQUIRE(service.call("erase", {{"platform", "x"}}).ok());
  const auto next = service.call("export", {{"format", "json"}, {"cursor", (*first)["next"]}});
  REQUIRE_FALSE(next);
  CHECK(next.error().is(errors::kCursorStale));
}

TEST_CASE_METHOD(ExportFixture, "formats and cursors that are none are refused") {
  record(reading());
  for (const json& params : {json::object(), json{{"format", "pdf"}}, json{{"format", 1}}})
    CHECK(service.call("export", params).error().data["field"] == "format");
  for (const char* cursor : {"x", "1", "1.1", "1.1.1.1", "-1.1.0", "2.1.0", "0.1.2", "0.1.", "..",
                             "99999999999999999999.1.0", " 0.1.0"})
    CHECK(service.call("export", {{"format", "json"}, {"cursor", cursor}}).error().data["field"] ==
          "cursor");
  CHECK(service.call("export", {{"format", "json"}, {"cursor", "0.99.0"}}).ok() == false);
}

TEST_CASE_METHOD(ExportFixture, "the csv has a line an entry, quoted, and no formulas") {
  record(reading(
      {{"account", "=1+1"}, {"evidence", {{"label", "say \"no\", then\ngo"}, {"rev", 7}}}}));
  record(reading({{"platform", "gone"}}));
  REQUIRE(service.call("erase", {{"platform", "gone"}}).ok());
  const std::string csv = whole("csv");
  CHECK(csv.rfind("\xEF\xBB\xBFseq,at,received,platform,control,account,", 0) == 0);
  CHECK(
      csv.find(
          "1,2026-11-23T18:00:00.000Z,2026-11-23T18:00:00.000Z,linkedin,genai-training,'=1+1,,seen,"
          "denied,ok,sure,none,off,,,"
          "\"say \"\"no\"\", then\ngo\",,,,7,chromium 156,") != std::string::npos);
  CHECK(std::count(csv.begin(), csv.end(), '\r') == 2);
}

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
  CHECK(html.find("<strong>Denied, the owner says</strong>") != std::string::npos);
  CHECK(html.find("an answer is due by 2026-12-23") != std::string::npos);
  CHECK(html.find("optoutlog-checkpoint-v1") != std::string::npos);
  for (const char* outside : {"http:", "https:", "//", "url("})
    CHECK(html.find(outside) == std::string::npos);
}

TEST_CASE_METHOD(ExportFixture, "a statement for one platform leaves the others out") {
  record(reading());
  record(reading({{"platform", "secretplatform"}}));
  for (const char* format : {"html", "csv", "json"}) {
    CHECK(whole(format, {{"platform", "linkedin"}}).find("secretplatform") == std::string::npos);
    CHECK(whole(format).find("secretplatform") != std::string::npos);
  }
}

TEST_CASE_METHOD(ExportFixture, "the statement keeps apart what was seen and what the owner says") {
  record(
      declared("denied", {{"platform", "said-first"}, {"raw", "in-app"}, {"date", "2026-11-20"}}));
  record(reading({{"platform", "seen-one"}, {"account", "\u0645\u0633\u062A\u062E\u062F\u0645"}}));
  record(form("submitted",
              {{"platform", "form-filled"}, {"note", "ticket 7"}, {"evidence", nullptr}}));
  record(reading({{"platform", "seen-two"}}));
  const std::string html = whole("html");
  const auto seen = html.find("2. What was seen");
  const auto said = html.find("3. What the owner says");
  const auto check = html.find("4. How to check");
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
  CHECK(html.find("Rule: linkedin, revision ") != std::string::npos);
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
  for (int i = 0; i < 1200; ++i) {
    const std::string own = "nr" + std::to_string(i) + "x";  // no hash holds these letters
    const auto at = html.find(own);
    CHECK(at != std::string::npos);
    CHECK(html.find(own, at + 1) == std::string::npos);
  }
  CHECK(html.find("4. How to check") != std::string::npos);
}

TEST_CASE_METHOD(ExportFixture, "a spreadsheet finds no formula in any form") {
  for (const char* text :
       {"=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20SUM(A1)"})
    record(reading({{"account", text}, {"evidence", {{"label", text}}}}));
  const std::string csv = whole("csv");
  for (const char* begin : {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    CHECK(csv.find(std::string(",") + begin) == std::string::npos);
    CHECK(csv.find(std::string("\"") + begin) == std::string::npos);
    CHECK(csv.find(std::string(",'") + begin) != std::string::npos);
  }
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
  const auto seen = html.find("<h3>Seen on the platforms");
  const auto said = html.find("<h3>Said by the owner");
  const auto end = html.find("2. What was seen");
  REQUIRE((seen < said && said < end));
  CHECK(html.substr(seen, said - seen)
            .find("When last seen, on 2026-11-23, LinkedIn’s AI-training switch was on") !=
        std::string::npos);
  CHECK(html.substr(said, end - said)
            .find("The owner says that they refused AI training on LinkedIn (2026-11-24)") !=
        std::string::npos);
  // A said day is a day.
  const auto third = html.find("3. What the owner says");
  CHECK(html.substr(third).find("<td>2026-11-24<br>written down 2026-11-24 18:00:00 UTC") !=
        std::string::npos);
  CHECK(html.find("12:00:00") == std::string::npos);
  CHECK(html.find("since 20") == std::string::npos);
}

TEST_CASE_METHOD(
    ExportFixture,
    "every export names the switch, its site, whom it is about, what it governs and not") {
  record(
      reading({{"platform", "tumblr"}, {"control", "third-party-sharing"}, {"unit", "my-blog"}}));
  const std::string html = whole("html");
  const std::string csv = whole("csv");
  const std::string text = whole("json");
  for (const std::string* file : {&html, &csv, &text}) {
    CHECK(file->find("Prevent third-party sharing") != std::string::npos);
    CHECK(file->find("www.tumblr.com") != std::string::npos);
  }
  // a paper is read later
  CHECK(html.find("does not allow AI training by others") == std::string::npos);
  CHECK(html.find("did not allow AI training by others") != std::string::npos);
  CHECK(html.find("About AI training by others, not by Tumblr itself.") != std::string::npos);
  CHECK(html.find("Does not govern:") != std::string::npos);
  const json settings = json::parse(text)["settings"];
  REQUIRE(settings.size() == 1);
  CHECK(settings[0]["trainers"] == "others");
  CHECK_FALSE(settings[0]["governs"].empty());
  CHECK_FALSE(settings[0]["governs_not"].empty());
  const auto packet = record::read_packet(text);  // verifying looks at none of it
  REQUIRE(packet);
  CHECK_FALSE(packet->broken.has_value());
}

TEST_CASE_METHOD(ExportFixture,
                 "entries of one millisecond keep their order in every export and in the history") {
  for (const char* raw : {"first", "second", "third"})
    record(
        reading({{"raw", raw}, {"training", raw == std::string("second") ? "denied" : "allowed"}}));
  for (const char* format : {"csv", "html", "json"}) {
    const std::string text = whole(format);
    CHECK(text.find("first") < text.find("second"));
    CHECK(text.find("second") < text.find("third"));
  }
  const json history = service.call("history", json::object()).value();
  CHECK(history["entries"][0]["raw"] == "third");
  CHECK(history["entries"][2]["raw"] == "first");
}

TEST_CASE_METHOD(ExportFixture, "pages of two records are never joined", "[large]") {
  record_many(2000);
  const auto first = service.call("export", {{"format", "json"}});
  REQUIRE(first);
  const json cursor = (*first)["next"];
  REQUIRE(cursor.is_string());
  const auto stale = [&](const std::string& file) {
    write_bytes(folder.file(), file);
    const auto next = service.call("export", {{"format", "json"}, {"cursor", cursor}});
    REQUIRE_FALSE(next);
    CHECK(next.error().is(errors::kCursorStale));
  };
  const std::string whole_file = bytes_of(folder.file());
  ExportFixture other;
  other.record_many(2000);
  stale(bytes_of(other.folder.file()));
  ExportFixture shorter;
  shorter.record_many(500);
  stale(bytes_of(shorter.folder.file()));

  write_bytes(folder.file(), whole_file);
  CHECK(service.call("export", {{"format", "json"}, {"cursor", cursor}}));
  std::string invented = cursor;
  invented[0] = invented[0] == '0' ? '1' : '0';
  const auto unknown = service.call("export", {{"format", "json"}, {"cursor", invented}});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().is(errors::kCursorStale));
}
