#include "install/register/register.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "install/register/manifest.h"
#include "install/register/receipt.h"
#include "install/register/unregister.h"
#include "tests/unit/install/registering.h"

using namespace optoutlog::install;

TEST_CASE("register, then unregister: the tree is as it was, byte for byte and bit for bit") {
  Tree tree;
  tree.program("optoutlog-policy");
  fs::create_directories(tree.home() / ".config/chromium/Default");
  fs::create_directories(tree.home() / ".config/opera");
  fs::create_directories(tree.home() / ".mozilla/firefox");
  fs::create_directories(tree.home() / ".config/BraveSoftware/Brave-Browser/NativeMessagingHosts");
  tree.write("home/.config/BraveSoftware/Brave-Browser/Local State", "{}");
  const auto before = tree.all();
  for (const Scope scope : {Scope::kUser, Scope::kSystem}) {
    RegisterOptions wanted = options(tree);
    wanted.scope = scope;
    const RegisterPlan plan = plan_register(wanted, tree.machine);
    REQUIRE(plan.problems.empty());
    CHECK(tree.all() == before);  // a plan writes nothing
    REQUIRE(apply(plan, tree.machine).ok());
    const auto after = tree.all();
    CHECK(after != before);
    // Once more changes nothing at all.
    const RegisterPlan again = plan_register(wanted, tree.machine);
    CHECK_FALSE(again.changes());
    REQUIRE(apply(again, tree.machine).ok());
    CHECK(tree.all() == after);

    UnregisterOptions back;
    back.scope = scope;
    REQUIRE_FALSE(apply(plan_unregister(back, tree.machine), tree.machine));
    CHECK(tree.all() == before);
  }
}

TEST_CASE("both hosts are registered where both are there, one where one is") {
  Tree tree;
  fs::create_directories(tree.home() / ".mozilla/firefox");
  CHECK(plan_register(options(tree), tree.machine).writes.size() == 1);
  tree.program("optoutlog-policy");
  CHECK(plan_register(options(tree), tree.machine).writes.size() == 2);
}

TEST_CASE("a manifest that is not ours is refused, replaced by force, and put back by unregister") {
  Tree tree;
  tree.write(kChromiumFile, "{\"name\": \"org.optoutlog.host\"}");
  const auto before = tree.all();
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"chromium"};
  const RegisterPlan refused = plan_register(wanted, tree.machine);
  REQUIRE(refused.problems.size() == 1);
  CHECK(refused.problems.front().name == "register.not-ours");
  CHECK_FALSE(apply(refused, tree.machine).ok());
  CHECK(tree.all() == before);

  wanted.force = true;
  REQUIRE(apply(plan_register(wanted, tree.machine), tree.machine).ok());
  CHECK(read_file(tree.path / kChromiumFile) ==
        build_manifest(Family::kChromium, "org.optoutlog.host", tree.host().string()));
  REQUIRE_FALSE(apply(plan_unregister({}, tree.machine), tree.machine));
  const auto after = tree.all();
  CHECK(read_file(tree.path / kChromiumFile) == "{\"name\": \"org.optoutlog.host\"}");
  CHECK(after.size() == before.size());
}

TEST_CASE("our own manifest for a binary that moved is updated without force") {
  Tree tree;
  tree.write(kChromiumFile,
             build_manifest(Family::kChromium, "org.optoutlog.host", "/gone/optoutlog-host"));
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"chromium"};
  const RegisterPlan plan = plan_register(wanted, tree.machine);
  REQUIRE(plan.problems.empty());
  CHECK(plan.writes.front().effect == Effect::kUpdate);
}

TEST_CASE("16 (19): a place that cannot be written is named, and the rest is done") {
  Tree tree;
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"chromium", "firefox"};
  tree.write("home/.mozilla", "a file where a folder has to be");
  const RegisterPlan plan = plan_register(wanted, tree.machine);
  const Applied applied = apply(plan, tree.machine);
  CHECK_FALSE(applied.stopped);
  REQUIRE(applied.failures.size() == 1);
  CHECK_FALSE(applied.failures.front().problem.remedy.empty());
  const Write& failed = plan.writes[applied.failures.front().write];
  CHECK(failed.family == Family::kFirefox);
  const Receipt receipt = read_receipt(tree.machine, Scope::kUser);
  CHECK_FALSE(receipt.file(failed.file));
  for (const Write& write : plan.writes) {
    CHECK(fs::exists(write.file) == (write.file != failed.file));
    CHECK((receipt.file(write.file) != nullptr) == (write.file != failed.file));
  }
}

TEST_CASE("16 (19): where no place can be written everything is as before") {
  Tree tree;
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"firefox"};
  tree.write("home/.mozilla", "a file where a folder has to be");
  const auto before = tree.all();
  const Applied applied = apply(plan_register(wanted, tree.machine), tree.machine);
  REQUIRE(applied.stopped);
  CHECK_FALSE(applied.stopped->remedy.empty());
  CHECK(tree.all() == before);
}

TEST_CASE("a manifest is 0644 and system folders 0755 whatever the umask") {
  Tree tree;
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"chromium"};
  wanted.scope = Scope::kSystem;
  const mode_t old = umask(077);
  const bool done = apply(plan_register(wanted, tree.machine), tree.machine).ok();
  umask(old);
  REQUIRE(done);
  const fs::path folder = tree.machine.root / "etc/chromium/native-messaging-hosts";
  CHECK(static_cast<unsigned>(fs::status(folder / "org.optoutlog.host.json").permissions()) ==
        0644);
  CHECK(static_cast<unsigned>(fs::status(folder).permissions()) == 0755);
  CHECK(static_cast<unsigned>(fs::status(folder.parent_path()).permissions()) == 0755);
}

TEST_CASE("the receipt is there before the first manifest, and comes back when register fails") {
  Tree tree;
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"chromium"};
  REQUIRE(apply(plan_register(wanted, tree.machine), tree.machine).ok());
  const auto before = tree.all();
  wanted.browsers = {"firefox"};
  tree.write("home/.mozilla", "a file where a folder has to be");
  REQUIRE_FALSE(apply(plan_register(wanted, tree.machine), tree.machine).ok());
  fs::remove(tree.home() / ".mozilla");
  CHECK(tree.all() == before);
}

TEST_CASE("what stands at a place is put back: kind, mode and bytes") {
  Tree tree;
  const fs::path file = tree.path / "home/a file";
  SECTION("a file") {
    tree.write("home/a file", std::string("\xff\0text", 6));
    fs::permissions(file, fs::perms::owner_read);
  }
  SECTION("a link") {
    fs::create_symlink("no/where", file);
  }
  const auto before = read_standing(file);
  REQUIRE(before);
  REQUIRE_FALSE(write_atomically(file, "another"));
  CHECK_FALSE(*read_standing(file) == *before);
  REQUIRE_FALSE(put_back(file, *before));
  const auto after = read_standing(file);
  REQUIRE(after);
  CHECK(*after == *before);
  CHECK(after->mode == before->mode);
}

TEST_CASE("Tor Browser gets a manifest only when it is named, and only where it is installed") {
  Tree tree;
  const std::string data = "tor-browser/Browser/TorBrowser/Data/Browser";
  fs::create_directories(tree.home() / data);
  fs::create_directories(tree.home() / ".mozilla/firefox");
  const RegisterPlan all = plan_register(options(tree), tree.machine);
  CHECK(all.writes.size() == 1);
  REQUIRE(all.skipped.size() == 1);
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"tor-browser"};
  const RegisterPlan named = plan_register(wanted, tree.machine);
  REQUIRE(named.writes.size() == 1);
  CHECK(named.writes.front().file.string().find(data + "/.mozilla/native-messaging-hosts/") !=
        std::string::npos);
}

TEST_CASE("on Windows a key points to one manifest of the family") {
  Tree tree;
  tree.machine.os = Os::kWindows;
  tree.machine.root.clear();
  RegisterOptions wanted = options(tree);
  wanted.browsers = {"chrome", "vivaldi"};
  // The path would not be absolute there; what is planned is what counts here.
  const RegisterPlan plan = plan_register(wanted, tree.machine);
  REQUIRE(plan.problems.size() == 1);
  CHECK(plan.problems.front().name == "host.relative");
  wanted.program_in_manifest = "C:\\Program Files\\Opt-Out Log\\optoutlog-host";
  CHECK(places(*find_browser("chrome"), tree.machine, Scope::kUser).front().key ==
        "Software\\Google\\Chrome\\NativeMessagingHosts");
}
