// What unregister takes away, and what it leaves.
#include "install/register/unregister.h"

#include <catch2/catch.hpp>

#include "install/register/receipt.h"
#include "tests/unit/install/registering.h"

using namespace optoutlog::install;

TEST_CASE(
    "a manifest changed after we wrote it is left alone by unregister, and removed by force") {
  Tree tree;
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"chromium"};
  REQUIRE(apply(plan_register(wanted, tree.machine), tree.machine).ok());
  tree.write(kChromiumFile, "mine now");
  const UnregisterPlan plan = plan_unregister({}, tree.machine);
  CHECK(plan.removals.empty());
  REQUIRE(plan.kept.size() == 1);
  UnregisterOptions force;
  force.force = true;
  REQUIRE_FALSE(apply(plan_unregister(force, tree.machine), tree.machine));
  CHECK_FALSE(exists_at_all(tree.path / kChromiumFile));
}

TEST_CASE("without a receipt unregister still knows its own manifests, and removes no folders") {
  Tree tree;
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"firefox"};
  REQUIRE(apply(plan_register(wanted, tree.machine), tree.machine).ok());
  fs::remove(receipt_file(tree.machine, Scope::kUser));
  REQUIRE_FALSE(apply(plan_unregister({}, tree.machine), tree.machine));
  CHECK_FALSE(
      exists_at_all(tree.home() / ".mozilla/native-messaging-hosts/org.optoutlog.host.json"));
  CHECK(exists_at_all(tree.home() / ".mozilla/native-messaging-hosts"));
}

TEST_CASE("what stopped writes left is swept, and nothing else") {
  Tree tree;
  const fs::path file = tree.path / kChromiumFile;
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"chromium"};
  REQUIRE(apply(plan_register(wanted, tree.machine), tree.machine).ok());
  for (const char* name : {".org.optoutlog.host.json.aB3xYz", ".org.optoutlog.host.json.aB3xYzz",
                           ".org.optoutlog.host.json.a.3xYz", ".org.other.json.aB3xYz"}) {
    tree.write("home/.config/chromium/NativeMessagingHosts/" + std::string(name), "");
  }
  REQUIRE_FALSE(apply(plan_unregister({}, tree.machine), tree.machine));
  const fs::path folder = file.parent_path();
  CHECK_FALSE(exists_at_all(folder / ".org.optoutlog.host.json.aB3xYz"));
  CHECK(exists_at_all(folder / ".org.optoutlog.host.json.aB3xYzz"));
  CHECK(exists_at_all(folder / ".org.optoutlog.host.json.a.3xYz"));
  CHECK(exists_at_all(folder / ".org.other.json.aB3xYz"));
}

TEST_CASE("a file that was changed after --force replaced another keeps the other in the receipt") {
  Tree tree;
  tree.write(kChromiumFile, "first");
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"chromium"};
  wanted.force = true;
  REQUIRE(apply(plan_register(wanted, tree.machine), tree.machine).ok());
  tree.write(kChromiumFile, "changed");
  REQUIRE_FALSE(apply(plan_unregister({}, tree.machine), tree.machine));
  CHECK(read_file(tree.path / kChromiumFile) == "changed");
  UnregisterOptions force;
  force.force = true;
  REQUIRE_FALSE(apply(plan_unregister(force, tree.machine), tree.machine));
  CHECK(read_file(tree.path / kChromiumFile) == "first");
}
