#include <algorithm>

#include "record/packet.h"
#include "service/export_fixture.h"

using namespace sample;

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

TEST_CASE_METHOD(ExportFixture, "a statement for one platform leaves the others out") {
  record(reading());
  record(reading({{"platform", "secretplatform"}}));
  for (const char* format : {"html", "csv", "json"}) {
    CHECK(whole(format, {{"platform", "linkedin"}}).find("secretplatform") == std::string::npos);
    CHECK(whole(format).find("secretplatform") != std::string::npos);
  }
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
  CHECK(html.find("AI training by others not allowed") != std::string::npos);
  CHECK(html.find("About AI training by others, not by <bdi>Tumblr</bdi> itself.") !=
        std::string::npos);
  CHECK(html.find("Does not govern:") != std::string::npos);
  const json settings = json::parse(text)["settings"];
  REQUIRE(settings.size() == 1);
  CHECK(settings[0]["trainers"] == "others");
  const json& fact = settings[0]["governs"].at(0);
  CHECK(fact.size() == 3);
  CHECK(fact["text"].size() == 1);
  CHECK(html.find(fact["text"]["en"].get<std::string>()) != std::string::npos);
  CHECK(html.find(fact["seen"].get<std::string>()) != std::string::npos);
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

TEST_CASE_METHOD(ExportFixture, "16 (7): pages of two records are never joined", "[large]") {
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
