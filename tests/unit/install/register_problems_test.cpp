// What register refuses, each by its own name, without writing anything.
#include <catch2/catch.hpp>

#include "install/register/unregister.h"
#include "tests/unit/install/registering.h"

using namespace optoutlog::install;

namespace {

void check_refused(const RegisterOptions& wanted, const Tree& tree, const std::string& name) {
  const RegisterPlan plan = plan_register(wanted, tree.machine);
  REQUIRE(plan.problems.size() == 1);
  CHECK(plan.problems.front().name == name);
  CHECK_FALSE(plan.problems.front().remedy.empty());
  CHECK(plan.writes.empty());
}

}  // namespace

TEST_CASE("a missing or lame binary: nothing is written") {
  Tree tree;
  fs::create_directories(tree.home() / ".mozilla/firefox");
  SECTION("missing") {
    fs::remove(tree.host());
  }
  SECTION("not executable") {
    fs::permissions(tree.host(), fs::perms::owner_read);
  }
  SECTION("a folder") {
    fs::remove(tree.host());
    fs::create_directory(tree.host());
  }
  const auto before = tree.all();
  const RegisterPlan plan = plan_register(options(tree), tree.machine);
  REQUIRE(plan.problems.size() == 1);
  CHECK(plan.problems.front().name == "host.missing");
  CHECK_FALSE(apply(plan, tree.machine).ok());
  CHECK(tree.all() == before);
}

TEST_CASE("sudo for one user, an unknown browser, a sandboxed one, none at all: each its own") {
  Tree tree;
  RegisterOptions wanted = options(tree);
  std::string name;
  SECTION("sudo") {
    tree.machine.sudo = true;
    name = "user.sudo";
  }
  SECTION("unknown") {
    wanted.browsers = {"netscape"};
    name = "browser.unknown";
  }
  SECTION("sandboxed") {
    wanted.browsers = {"chromium-snap"};
    name = "browser.sandboxed";
  }
  SECTION("other system") {
    wanted.browsers = {"arc"};
    name = "browser.other-system";
  }
  SECTION("none") {
    name = "browser.none";
  }
  SECTION("only one that cannot work") {
    fs::create_directories(tree.home() / "snap/chromium");
    name = "browser.none-usable";
  }
  SECTION("only one that has to be named") {
    fs::create_directories(tree.home() / "tor-browser/Browser/TorBrowser/Data/Browser");
    name = "browser.none-usable";
  }
  SECTION("one that has to be there, and is not") {
    wanted.browsers = {"tor-browser"};
    name = "browser.none-usable";
  }
  check_refused(wanted, tree, name);
}

TEST_CASE("another's home, a damaged receipt, a folder in the way, no home: each its own") {
  Tree tree;
  RegisterOptions wanted = options(tree);
  std::string name;
  SECTION("root in another's home, with force too") {
    tree.machine.foreign_home = true;
    wanted.force = true;
    name = "user.other-home";
    CHECK(plan_unregister({}, tree.machine).problems.front().name == name);
  }
  SECTION("a damaged receipt") {
    tree.write("home/.local/share/optoutlog/registered.json", "{\"format\": 1, \"fil");
    wanted.browsers = {"firefox"};
    name = "receipt.damaged";
    CHECK(plan_unregister({}, tree.machine).notices.front().name == name);
  }
  SECTION("a folder where a manifest has to be") {
    fs::create_directories(tree.path / kChromiumFile);
    wanted.browsers = {"chromium"};
    wanted.force = true;
    name = "register.unreadable";
    const RegisterPlan plan = plan_register(wanted, tree.machine);
    REQUIRE(plan.problems.size() == 1);
    CHECK(plan.problems.front().name == name);
    return;
  }
  SECTION("no home") {
    tree.machine.user_data.clear();
    name = "user.no-home";
  }
  check_refused(wanted, tree, name);
}
