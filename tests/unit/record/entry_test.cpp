#include "record/entry.h"

#include <catch2/catch.hpp>

#include "record/sample.h"

using namespace sample;

namespace {

std::string refused(const json& value) {
  const auto entry = record::parse_entry(value, "entries[3]");
  if (entry) return "accepted";
  CHECK(entry.error().is(errors::kParamsInvalid));
  return entry.error().data["field"];
}

std::string refused(const char* member, const json& value) {
  return refused(reading({{member, value}}));
}

}  // namespace

TEST_CASE("a full entry is stored with every member and sorted keys") {
  set_clock("2026-11-23T18:00:00.000Z");
  const auto entry = parsed(reading({{"id", "0D2B0B4A-2A8C-4A0E-9DF6-9D0F4D5D5D5D"}}));
  const std::string payload = record::payload_of(entry, g_now + 5, false, false);
  CHECK(payload ==
        R"({"account":"ada-l","actor":"none","at":"2026-11-23T18:00:00.000Z","basis":"seen",)"
        R"("browser":"chromium 156","control":"genai-training",)"
        R"("evidence":{"by":["role","attr"],"label":"Data for AI","lang":"en","rev":3,)"
        R"("route":"/mypreferences/d/settings/data-for-ai-improvement","rule":"linkedin"},)"
        R"("id":"0d2b0b4a-2a8c-4a0e-9df6-9d0f4d5d5d5d","platform":"linkedin","raw":"off",)"
        R"("received":"2026-11-23T18:00:00.005Z","sure":"sure","training":"denied","unit":null,)"
        R"("why":"ok"})");
  const json flagged = json::parse(record::payload_of(entry, g_now, true, true));
  CHECK(flagged["ahead"] == true);
  CHECK(flagged["clock"] == "back");
}

TEST_CASE("how and joins are stored where they are given, and nothing else changes") {
  set_clock("2026-11-23T18:00:00.000Z");
  const json plain = reading();
  json nulls = plain;
  nulls["how"] = nulls["joins"] = nullptr;
  CHECK(parsed(nulls).fields == parsed(plain).fields);
  json given = plain;
  given["how"] = "loaded";
  given["joins"] = "0D2B0B4A-2A8C-4A0E-9DF6-9D0F4D5D5D5D";
  const auto entry = parsed(given);
  CHECK(entry.fields["how"] == "loaded");
  CHECK(entry.joins == "0d2b0b4a-2a8c-4a0e-9df6-9d0f4d5d5d5d");
  CHECK(entry.fields["joins"] == entry.joins);
}

TEST_CASE("how has to fit the actor and the weight, and is of readings alone") {
  set_clock("2026-11-23T18:00:00.000Z");
  CHECK(refused("how", "drawn") == "entries[3].how");
  CHECK(refused("how", 1) == "entries[3].how");
  CHECK(refused(reading({{"how", "loaded"}, {"actor", "user"}})) == "entries[3].actor");
  CHECK(refused(reading({{"how", "changed"}, {"actor", "user"}})) == "entries[3].sure");
  CHECK(refused(reading({{"how", "changed"}, {"actor", "user"}, {"sure", "likely"}})) ==
        "accepted");
  CHECK(refused(unknown("unsaved", {{"how", "changed"}, {"actor", "user"}})) == "accepted");
  CHECK(refused(declared("denied", {{"how", "loaded"}})) == "entries[3].how");
  CHECK(refused(form("reached", {{"how", "loaded"}})) == "entries[3].how");
  CHECK(refused("joins", "x") == "entries[3].joins");
  CHECK(refused(declared("denied", {{"joins", random_uuid()}})) == "entries[3].joins");
  CHECK(refused(declared("unknown", {{"raw", "dropped"}})) == "accepted");
  CHECK(refused(declared("unknown", {{"raw", "drop"}})) == "entries[3].raw");
}

TEST_CASE("members that nobody asked for are not stored") {
  const auto entry =
      parsed(reading({{"cookie", "secret"}, {"evidence", {{"label", "x"}, {"html", "secret"}}}}));
  CHECK(record::payload_of(entry, g_now, false, false).find("secret") == std::string::npos);
}

TEST_CASE("what may be null may be left out") {
  json entry = reading();
  for (const char* name : {"account", "unit", "raw", "evidence", "browser"}) entry.erase(name);
  const auto parsed_entry = parsed(entry);
  CHECK_FALSE(parsed_entry.subject.account.has_value());
  CHECK(parsed_entry.fields["evidence"].is_null());
}

TEST_CASE("what has to be there is named when it is not") {
  for (const char* name :
       {"id", "at", "platform", "control", "basis", "training", "why", "sure", "actor"}) {
    json entry = reading();
    entry.erase(name);
    CHECK(refused(entry) == std::string("entries[3].") + name);
  }
  for (const json& no_object : {json(1), json("x"), json::array(), json(nullptr)})
    CHECK(refused(no_object) == "entries[3]");
}

TEST_CASE("wrong types are named") {
  for (const char* name : {"id", "at", "platform", "control", "account", "unit", "basis",
                           "training", "why", "sure", "actor", "raw", "browser"})
    for (const json& wrong : {json(5), json(true), json::array({"x"}), json::object()})
      CHECK(refused(name, wrong) == std::string("entries[3].") + name);
  CHECK(refused("evidence", "x") == "entries[3].evidence");
}

TEST_CASE("ids are UUIDs") {
  for (const char* bad :
       {"", "x", "0d2b0b4a-2a8c-4a0e-9df6-9d0f4d5d5d5", "0d2b0b4a-2a8c-4a0e-9df6-9d0f4d5d5d5dd",
        "0d2b0b4a_2a8c-4a0e-9df6-9d0f4d5d5d5d", "0d2b0b4g-2a8c-4a0e-9df6-9d0f4d5d5d5d",
        "{0d2b0b4a-2a8c-4a0e-9df6-9d0f4d5d5d5}"})
    CHECK(refused("id", bad) == "entries[3].id");
}

TEST_CASE("slugs are small words") {
  for (const char* good : {"x", "genai-training", "a1", "0", "a-b-c", "a--b"})
    CHECK(refused("platform", good) == "accepted");
  for (const char* bad : {"", "-a", "a-", "A", "a_b", "a b", "\u00e9", "a/b", "../x"})
    CHECK(refused("platform", bad) == "entries[3].platform");
  CHECK(refused("control", std::string(64, 'a')) == "accepted");
  CHECK(refused("control", std::string(65, 'a')) == "entries[3].control");
}

TEST_CASE("texts are bounded in bytes and free of control characters") {
  CHECK(refused("account", std::string(200, 'a')) == "accepted");
  CHECK(refused("account", std::string(201, 'a')) == "entries[3].account");
  std::string two_byte;
  for (int i = 0; i < 100; ++i) two_byte += "\u00e9";
  CHECK(refused("unit", two_byte) == "accepted");
  CHECK(refused("unit", two_byte + "x") == "entries[3].unit");
  CHECK(refused("account", "") == "entries[3].account");
  CHECK(refused("raw", std::string(100, 'r')) == "accepted");
  CHECK(refused("raw", std::string(101, 'r')) == "entries[3].raw");
  for (const std::string& bad :
       {std::string("a\0b", 3), std::string("\x1b[31m"), std::string("a\nb"), std::string("\x7f"),
        std::string("\u0085"), std::string("\u009b")})
    CHECK(refused("account", bad) == "entries[3].account");
  CHECK(refused("account", "\u00a0\u200f\u05d0") == "accepted");
}

TEST_CASE("evidence is bounded member by member") {
  const auto with = [](const char* member, const json& value) {
    return refused("evidence", {{member, value}});
  };
  CHECK(with("label", std::string(300, 'l')) == "accepted");
  CHECK(with("label", std::string(301, 'l')) == "entries[3].evidence.label");
  CHECK(with("label", "two\nlines\tand a tab") == "accepted");
  CHECK(with("label", "\x1b") == "entries[3].evidence.label");
  CHECK(with("lang", std::string(36, 'l')) == "entries[3].evidence.lang");
  CHECK(with("route", "/" + std::string(499, 'r')) == "accepted");
  CHECK(with("route", "/" + std::string(500, 'r')) == "entries[3].evidence.route");
  CHECK(with("route", "settings") == "entries[3].evidence.route");
  CHECK(with("route", "/settings?token=secret") == "entries[3].evidence.route");
  CHECK(with("route", "/#/settings/privacy") == "accepted");
  CHECK(with("by", json::array()) == "accepted");
  CHECK(with("by", json(std::vector<std::string>(16, "role"))) == "accepted");
  CHECK(with("by", json(std::vector<std::string>(17, "role"))) == "entries[3].evidence.by");
  CHECK(with("by", {1}) == "entries[3].evidence.by");
  CHECK(with("by", {std::string(65, 'b')}) == "entries[3].evidence.by");
  CHECK(with("rule", "Not A Slug") == "entries[3].evidence.rule");
  CHECK(with("rev", 0) == "accepted");
  CHECK(with("rev", 2147483647) == "accepted");
  for (const json& bad : {json(-1), json(2147483648), json(1.5), json("3")})
    CHECK(with("rev", bad) == "entries[3].evidence.rev");
}

TEST_CASE("a reading says ok exactly when training is known") {
  CHECK(refused("why", "not-found") == "entries[3].why");
  CHECK(refused(unknown("ok")) == "entries[3].why");
  for (const char* why :
       {"other-page", "not-found", "ambiguous", "conflict", "layout-changed", "signed-out",
        "not-offered", "locked", "mixed", "unsaved", "unsettled", "no-access"})
    CHECK(refused(unknown(why)) == "accepted");
  CHECK(refused(unknown("because")) == "entries[3].why");
  CHECK(refused("sure", "none") == "entries[3].sure");
  CHECK(refused("sure", nullptr) == "entries[3].sure");
  CHECK(refused("sure", "likely") == "accepted");
  CHECK(refused(unknown("locked", {{"sure", nullptr}})) == "accepted");
}

TEST_CASE("notes and dates belong to what the user says") {
  CHECK(refused("note", "x") == "entries[3].note");
  CHECK(refused("date", "2026-11-01") == "entries[3].date");
  CHECK(refused(declared("denied", {{"note", std::string(500, 'n')}, {"date", "2026-11-01"}})) ==
        "accepted");
  CHECK(refused(declared("denied", {{"note", std::string(501, 'n')}})) == "entries[3].note");
  CHECK(refused(declared("denied", {{"date", "2026-02-30"}})) == "entries[3].date");
  CHECK(refused(form("confirmed", {{"note", "by mail"}, {"date", "2026-11-01"}})) == "accepted");
}

TEST_CASE("declared entries name a state or an answer") {
  for (const char* good : {"allowed", "denied"}) CHECK(refused(declared(good)) == "accepted");
  CHECK(refused(declared("unknown")) == "entries[3].raw");
  CHECK(refused(declared("unknown", {{"raw", "maybe"}})) == "entries[3].raw");
  for (const char* answer : {"answer-me", "answer-not-me"})
    CHECK(refused(declared("unknown", {{"raw", answer}})) == "accepted");
  CHECK(refused(declared("denied", {{"why", "locked"}})) == "entries[3].why");
}

TEST_CASE("form entries name a step and no state") {
  for (const char* step : {"reached", "submitted", "confirmed", "answered-yes", "answered-no"})
    CHECK(refused(form(step)) == "accepted");
  CHECK(refused(form("sent")) == "entries[3].raw");
  CHECK(refused(form("confirmed", {{"training", "denied"}})) == "entries[3].training");
  CHECK(refused(form("confirmed", {{"training", nullptr}})) == "accepted");
}

TEST_CASE("a refusal never repeats what was sent") {
  const auto entry = record::parse_entry(reading({{"platform", "SECRET<script>"}}), "entries[0]");
  REQUIRE_FALSE(entry);
  CHECK(entry.error().message.find("SECRET") == std::string::npos);
}
