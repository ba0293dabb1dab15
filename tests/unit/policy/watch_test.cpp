#include "policy/watch/watch.h"

#include <catch2/catch.hpp>

using namespace optoutlog::policy;

namespace {

using optoutlog::kDay;
using optoutlog::Millis;
constexpr Millis kStart = 1'740'000'000'000;  // 2025-02-19

const std::string kBase =
    "<title>Parley</title><p>Parley Privacy Policy</p><p>This policy explains which personal data "
    "we collect.</p>"
    "<p>You give us your name and the posts that you write.</p><p>We use your data to run the "
    "service.</p>"
    "<p>We keep our records for two years.</p><p>You can download your data in the "
    "settings.</p><p>Write to us in Dublin.</p>";

Watched a_document() {
  Watched document;
  document.id = "parley/privacy";
  document.platform = "parley";
  document.url = "https://parley.example/privacy";
  document.lang = "en";
  return document;
}

Page page(const std::string& html, const std::string& capture = "fetch",
          const std::string& url = "https://parley.example/privacy") {
  return {html, "utf-8", url, capture, "etag", "", "", 200};
}

}  // namespace

TEST_CASE("watch: what is no policy does not become the first text") {
  const Outcome out =
      consume(a_document(), Look{}, page("<p>Log in to go on.</p><input type=password>"), kStart);
  CHECK(out.look.state == "wall");
  CHECK_FALSE(out.look.has_baseline);
  CHECK(out.look.failing_since == kStart);
}

TEST_CASE("watch: since when a check fails is kept over looks and ends with a good one") {
  Look look = consume(a_document(), Look{}, page(kBase), kStart).look;
  Fetched bad;
  bad.state = "blocked";
  for (int day = 1; day <= 3; ++day) look = failed(look, bad, kStart + day * kDay);
  CHECK(look.failing_since == kStart + kDay);
  CHECK(look.good == kStart);
  look = consume(a_document(), look, page(kBase), kStart + 4 * kDay).look;
  CHECK(look.failing_since == 0);
  CHECK(look.state == "unchanged");
}

TEST_CASE("watch: another address waits for a second look, then is a new baseline and no alert") {
  Look look = consume(a_document(), Look{}, page(kBase), kStart).look;
  const Page other = page(kBase + "<p>We use your posts to train AI models.</p>", "fetch",
                          "https://parley.example/eu/privacy");
  Outcome out = consume(a_document(), look, other, kStart + kDay);
  CHECK(out.look.state == "waiting");
  CHECK_FALSE(out.change);
  out = consume(a_document(), out.look, other, kStart + 2 * kDay);
  CHECK(out.look.state == "new-baseline");
  REQUIRE(out.change);
  CHECK(out.change->verdict == "new-baseline");
  CHECK(out.look.final_url == "https://parley.example/eu/privacy");
}

TEST_CASE("watch: the browser's rendering is not compared with fetched bytes") {
  const Look look = consume(a_document(), Look{}, page(kBase), kStart).look;
  const Outcome same = consume(a_document(), look, page(kBase, "page"), kStart + kDay);
  CHECK(same.look.state == "unchanged");
  const Outcome other =
      consume(a_document(), look,
              page(kBase + "<p>We use your posts to train AI models.</p>", "page"), kStart + kDay);
  CHECK(other.look.state == "waiting");
}

TEST_CASE("watch: a newer extractor reads the kept bytes again and starts no alarm") {
  Look look = consume(a_document(), Look{}, page(kBase), kStart).look;
  look.extractor = kExtractorVersion - 1;
  look.memory.baseline.sentences.pop_back();  // as the older extractor saw it
  CHECK(consume(a_document(), look, page(kBase), kStart + kDay).look.state == "unchanged");
}

TEST_CASE("watch: a wait that the site asks for is kept, at most a day; without a number an hour") {
  Fetched wait;
  wait.state = "asked-to-wait";
  CHECK(failed(Look{}, wait, kStart).not_before == kStart + 3'600'000);
  wait.retry_after_seconds = 86'400 * 30;
  CHECK(failed(Look{}, wait, kStart).not_before == kStart + kDay);
  Look look = failed(Look{}, wait, kStart);
  CHECK(not_now(a_document(), look, kStart + kDay / 2, true) == "asked-to-wait");
  CHECK_FALSE(not_now(a_document(), look, kStart + kDay, true));
}

TEST_CASE(
    "watch: once a day, once a minute when asked, and a clock that was set back freezes nothing") {
  Look look;
  look.checked = kStart;
  CHECK(not_now(a_document(), look, kStart + 60'000, false) == "checked-today");
  CHECK(not_now(a_document(), look, kStart + 59'000, true) == "checked-today");
  CHECK_FALSE(not_now(a_document(), look, kStart + 60'000, true));
  CHECK_FALSE(not_now(a_document(), look, kStart + kDay, false));
  CHECK_FALSE(not_now(a_document(), look, kStart - 5 * kDay, false));
}

TEST_CASE("watch: a wait that a clock half a year ahead counted binds nobody") {
  Fetched wait;
  wait.state = "asked-to-wait";
  const Look look = failed(Look{}, wait, kStart + 180 * kDay);
  CHECK_FALSE(not_now(a_document(), look, kStart, false));
  const Look soon = failed(Look{}, wait, kStart + 60'000);  // a clock that was set by a minute
  CHECK(not_now(a_document(), soon, kStart, false) == "asked-to-wait");
}

TEST_CASE("watch: a cancelled fetch changes nothing, a 304 is a good look") {
  Look look = consume(a_document(), Look{}, page(kBase), kStart).look;
  Fetched fetched;
  fetched.state = "cancelled";
  CHECK(failed(look, fetched, kStart + kDay).checked == kStart);
  fetched.state = "not-modified";
  CHECK(failed(look, fetched, kStart + kDay).good == kStart + kDay);
}

TEST_CASE("watch: a page that moves in one sentence confirms by its clauses") {
  Look look = consume(a_document(), Look{}, page(kBase), kStart).look;
  const auto changed = [](int number) {
    return page(kBase + "<p>We use your posts to train AI models.</p><p>You are visitor " +
                std::to_string(number) + " of the day here.</p>");
  };
  Outcome out = consume(a_document(), look, changed(1), kStart + kDay);
  CHECK(out.look.state == "waiting");
  out = consume(a_document(), out.look, changed(2), kStart + 2 * kDay);
  CHECK(out.look.state == "alert");
}

TEST_CASE("watch: a text refused three times over a week becomes the new baseline") {
  std::string large = kBase;
  for (int i = 0; i < 30; ++i)
    large += "<p>Line " + std::to_string(i) + " of the policy is here.</p>";
  Look look = consume(a_document(), Look{}, page(large), kStart).look;
  const Page small = page(kBase + "<p>We use your posts to train AI models.</p>");
  for (const int day : {1, 4}) {
    look = consume(a_document(), look, small, kStart + day * kDay).look;
    CHECK(look.state == "collapsed");
  }
  const Outcome out = consume(a_document(), look, small, kStart + 9 * kDay);
  CHECK(out.look.state == "new-baseline");
  REQUIRE(out.change);
  CHECK(out.change->level == 3);
}

TEST_CASE("watch: a site is believed for two weeks that nothing changed") {
  const Look look = consume(a_document(), Look{}, page(kBase), kStart).look;
  CHECK(look.memory.read == kStart);
  Fetched same;
  same.state = "not-modified";
  const Look later = failed(look, same, kStart + kDay);
  CHECK(later.state == "unchanged");
  CHECK(later.detail.find("2025-02-19") != std::string::npos);
  CHECK(later.memory.read == kStart);
}
