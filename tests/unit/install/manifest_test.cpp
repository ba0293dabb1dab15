#include "install/register/manifest.h"

#include <catch2/catch.hpp>

using namespace optoutlog::install;

namespace {

constexpr const char* kName = "org.optoutlog.host";

std::string good(Family family) {
  return build_manifest(family, kName, "/usr/lib/optoutlog/optoutlog-host");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::vector<std::string> names(Family family, const std::string& bytes) {
  std::vector<std::string> result;
  for (const Issue& issue : validate_manifest(family, Os::kLinux, kName, bytes).issues)
    result.push_back(issue.name);
  return result;
}

}  // namespace

TEST_CASE("what register builds is valid, in both styles, for any path") {
  for (const Family family : {Family::kChromium, Family::kFirefox}) {
    for (const char* path :
         {"/usr/bin/optoutlog-host", "/home/jörg müller/a \"quoted\" \\ folder/optoutlog-host"}) {
      const std::string bytes = build_manifest(family, kName, path);
      const Verdict verdict = validate_manifest(family, Os::kLinux, kName, bytes);
      CHECK(verdict.issues.empty());
      CHECK(verdict.manifest.path == path);
      CHECK(looks_like_ours(family, kName, bytes));
      CHECK(bytes.back() == '\n');
    }
  }
}

TEST_CASE("each fault of a manifest has its own name") {
  const std::string chromium = good(Family::kChromium);
  const std::string id = "dnlnjpjcbedekafhfdnfjdbooljkdomi";
  const std::string origin = "chrome-extension://" + id + "/";
  struct Fault {
    std::string bytes;
    std::string name;
  };
  const std::vector<Fault> faults = {
      {"", "manifest.empty"},
      {"\xEF\xBB\xBF" + chromium, "manifest.bom"},
      {chromium + std::string(1, '\0'), "manifest.json"},
      {std::string("\xFF\xFE{\0", 4), "manifest.not-utf8"},
      {replaced(chromium, "Log", "L\xF6g"), "manifest.not-utf8"},
      {replaced(chromium, "\"type\"", ",\"type\""), "manifest.json"},
      {replaced(chromium, "\n  ]\n}", "\n  ],\n}"), "manifest.trailing-comma"},
      {replaced(chromium, origin + "\"", origin + "\","), "manifest.trailing-comma"},
      {chromium.substr(0, chromium.size() / 2), "manifest.json"},
      {"[]", "manifest.json"},
      {replaced(chromium, kName, "org.optoutlog.hosts"), "manifest.name"},
      {replaced(chromium, kName, "org.optoutlog.Host"), "manifest.name-invalid"},
      {replaced(chromium, kName, "org.optoutlog-host"), "manifest.name-invalid"},
      {replaced(chromium, kName, "org..optoutlog"), "manifest.name-invalid"},
      {replaced(chromium, "Opt-Out Log: keeps the record on this computer", ""),
       "manifest.description"},
      {replaced(chromium, "stdio", "pipe"), "manifest.type"},
      {replaced(chromium, "/usr/lib", "usr/lib"), "manifest.path-relative"},
      {replaced(chromium, "/usr/lib/optoutlog/optoutlog-host", ""), "manifest.path"},
      {replaced(chromium, "allowed_origins", "allowed_extensions"), "manifest.callers"},
      {replaced(chromium, origin, "chrome-extension://" + id), "manifest.origin-invalid"},
      {replaced(chromium, origin, "chrome-extension://*/"), "manifest.origin-invalid"},
      {replaced(chromium, origin, origin + "\", \"chrome-extension://" + id + ":80/"),
       "manifest.origin-invalid"},
      {replaced(chromium, origin, origin + "\", \"chrome-extension:///"),
       "manifest.origin-invalid"},
      {replaced(chromium, origin, origin + "\", \"https://" + id + "/"), "manifest.origin-invalid"},
      {replaced(chromium, id, id.substr(1)), "manifest.origin-missing"},
      {replaced(chromium, id, "q" + id.substr(1)), "manifest.origin-missing"},
      {replaced(chromium, id, "abcdefghijklmnopabcdefghijklmnop"), "manifest.origin-missing"},
  };
  for (const Fault& fault : faults) {
    INFO(fault.name << "\n" << fault.bytes);
    CHECK(names(Family::kChromium, fault.bytes) == std::vector<std::string>{fault.name});
  }
}

TEST_CASE("Chromium takes an origin with a path, in capitals, and beside one of no possible id") {
  const std::string chromium = good(Family::kChromium);
  const std::string id = "dnlnjpjcbedekafhfdnfjdbooljkdomi";
  for (const std::string& other : {std::string("zzz"), id + "a", id.substr(1)}) {
    CHECK(
        names(Family::kChromium, replaced(chromium, id, other + "/\", \"chrome-extension://" + id))
            .empty());
  }
  CHECK(names(Family::kChromium, replaced(chromium, id + "/", id + "/page.html")).empty());
  CHECK(
      names(Family::kChromium, replaced(chromium, id, "DNLNJPJCBEDEKAFHFDNFJDBOOLJKDOMI")).empty());
}

TEST_CASE("Firefox's rules are its own: comments, ids, capitals, no member besides") {
  const std::string firefox = good(Family::kFirefox);
  CHECK(
      names(Family::kFirefox, replaced(firefox, "\"type\"", "\"allowed_origins\": [], \"type\"")) ==
      std::vector<std::string>{"manifest.member"});
  CHECK(names(Family::kChromium,
              replaced(good(Family::kChromium), "\"type\"", "\"version\": 1, \"type\""))
            .empty());
  CHECK(names(Family::kFirefox, "// ours\n" + firefox) ==
        std::vector<std::string>{"manifest.comment"});
  CHECK(names(Family::kFirefox, replaced(firefox, "optoutlog@optoutlog.org", "optoutlog")) ==
        std::vector<std::string>{"manifest.extension-invalid"});
  CHECK(names(Family::kFirefox,
              replaced(firefox, "optoutlog@optoutlog.org", "other@optoutlog.org")) ==
        std::vector<std::string>{"manifest.extension-missing"});
  // Capitals are allowed by Firefox: the name is then merely another one.
  CHECK(names(Family::kFirefox, replaced(firefox, kName, "org.optoutlog.Host")) ==
        std::vector<std::string>{"manifest.name"});
}

TEST_CASE("both families skip a byte order mark, and doctor only warns of it") {
  for (const Family family : {Family::kChromium, Family::kFirefox}) {
    CHECK(validate_manifest(family, Os::kLinux, kName, "\xEF\xBB\xBF" + good(family)).valid());
  }
}

TEST_CASE("Chromium skips comments, and doctor only warns of them") {
  const Verdict verdict = validate_manifest(Family::kChromium, Os::kLinux, kName,
                                            "// ours\n" + good(Family::kChromium));
  REQUIRE(verdict.issues.size() == 1);
  CHECK(verdict.issues.front().name == "manifest.comment-skipped");
  CHECK(verdict.valid());
}

TEST_CASE("a path is absolute as its system sees it") {
  CHECK(absolute_path(Os::kLinux, "/a"));
  CHECK_FALSE(absolute_path(Os::kLinux, "C:\\a"));
  CHECK(absolute_path(Os::kWindows, "C:\\a"));
  CHECK(absolute_path(Os::kWindows, "\\\\server\\share\\a"));
  CHECK_FALSE(absolute_path(Os::kWindows, "a\\b"));
}

TEST_CASE("a manifest that somebody changed no longer looks like ours") {
  CHECK_FALSE(looks_like_ours(Family::kChromium, kName, good(Family::kChromium) + " "));
  CHECK_FALSE(looks_like_ours(Family::kChromium, kName, good(Family::kFirefox)));
  CHECK_FALSE(looks_like_ours(Family::kChromium, kName, "{}"));
}
