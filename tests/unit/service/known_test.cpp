#include "service/known.h"

#include <catch2/catch.hpp>

// The names of platforms: of the rules, and of sites on which the user pointed at a switch.
namespace known = optoutlog::service::known;

TEST_CASE("a site of the user's own is called by its host") {
  CHECK(known::name("linkedin") == "LinkedIn");
  CHECK(known::name("own-www-exampler-test") == "www.exampler.test");
  CHECK(known::name("own-a--b-example-org") == "a-b.example.org");
  CHECK(known::name("own-xn----abc-example") == "xn--abc.example");
  CHECK(known::name("owner") == "owner");
  CHECK(known::name("unheard-of") == "unheard-of");
  CHECK(known::own_site("own-example-org") == "example.org");
  CHECK(known::own_site("linkedin").empty());
}
