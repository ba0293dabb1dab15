#include "policy/watch/documents.h"

#include <catch2/catch.hpp>
#include <set>

#include "policy/text/terms.h"

using namespace optoutlog::policy;

TEST_CASE(
    "documents: every built-in one has its own id and address, a language with a list and a grade "
    "that may ship") {
  std::set<std::string> ids, urls;
  for (const Watched& document : built_in_documents()) {
    INFO(document.id);
    CHECK(ids.insert(document.id).second);
    CHECK(urls.insert(document.url).second);
    CHECK(document.id.starts_with(document.platform + "/"));
    CHECK_FALSE(refused_url(document.url));
    CHECK(terms_for(document.lang) != nullptr);
    CHECK((document.grade == "B" || document.grade == "C"));
    CHECK(document.needs_scripts.has_value() == (document.grade == "B"));
  }
  CHECK(ids.contains("linkedin/privacy-eu"));
}

TEST_CASE("documents: addresses that cannot be watched") {
  for (const char* url : {"", "http://a.example/", "https://", "https:///x",
                          "https://u:p@a.example/", "https://u@a.example/", "https://a.example/#x",
                          "https://a.example/\nHost: b", "file:///etc/passwd", "https//a"})
    CHECK(refused_url(url));
  CHECK_FALSE(refused_url("HTTPS://A.example:8443/x?y=1"));
  CHECK(host_of("https://A.Example:8443/x") == "a.example");
  CHECK(host_of("https://[2001:DB8::1]:8443/") == "[2001:db8::1]");
  CHECK(host_of("https://good.example@evil.example/") == "evil.example");
}
