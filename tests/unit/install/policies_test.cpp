#include "install/doctor/policies.h"

#include <catch2/catch.hpp>

#include "ids.h"
#include "tests/unit/install/tree.h"

using namespace optoutlog::install;

namespace {

// A computer with these policy files; what is asked of it is what the browser would make of them.
struct Managed {
  Tree tree;

  void chromium(const std::string& name, const std::string& text) {
    tree.write("root/etc/chromium/policies/managed/" + name, text);
  }
  void firefox(const std::string& name, const std::string& text) {
    tree.write("root/etc/firefox/policies/" + name, text);
  }
  Policies of(const char* browser) const {
    return read_policies(*find_browser(browser), tree.machine);
  }
  std::string blocked(const char* browser = "chromium") const {
    const auto issue = of(browser).extension_blocked;
    return issue ? issue->detail : "";
  }
  bool denied(const char* browser = "chromium") const {
    return of(browser).permission_blocked.has_value();
  }
};

const std::string kId(optoutlog::ids::kChromium.front());
const std::string kAddOn(optoutlog::ids::kFirefox.front());

std::string settings(const std::string& entries) {
  return R"({"ExtensionSettings": {)" + entries + "}}";
}
std::string in_firefox(const std::string& entries) {
  return R"({"policies": {"ExtensionSettings": {)" + entries + "}}}";
}

}  // namespace

TEST_CASE("policies of all files of a folder are judged together, the last file first") {
  Managed computer;
  computer.chromium("a.json", R"({"ExtensionInstallBlocklist": ["*"]})");
  CHECK(computer.blocked().find("ExtensionInstallBlocklist in ") == 0);
  computer.chromium("b.json", R"({"ExtensionInstallAllowlist": [")" + kId + R"("]})");
  CHECK(computer.blocked() == "");
  computer.chromium("c.json", R"({"ExtensionInstallAllowlist": []})");
  CHECK(computer.blocked() != "");
  computer.chromium("d", R"({"ExtensionInstallBlocklist": []})");  // whatever it is called
  CHECK(computer.blocked() == "");
}

TEST_CASE("the lists of hosts are merged over the files too") {
  Managed computer;
  computer.chromium("a.json", R"({"NativeMessagingBlocklist": ["*"]})");
  computer.chromium("b.json", R"({"NativeMessagingAllowlist": ["org.optoutlog.host"]})");
  CHECK_FALSE(computer.of("chromium").forbids("org.optoutlog.host"));
  CHECK(computer.of("chromium").forbids("org.optoutlog.policy"));
  CHECK(computer.of("chromium").blocked_source.find("a.json") != std::string::npos);
}

TEST_CASE(
    "ExtensionSettings override the older lists, and what names the extension overrides what names "
    "all") {
  Managed computer;
  computer.chromium("a.json", R"({"ExtensionInstallBlocklist": ["*"]})");
  SECTION("the extension's own entry lets it in") {
    computer.chromium("b.json", settings('"' + kId + R"(": {"installation_mode": "allowed"})"));
    CHECK(computer.blocked() == "");
  }
  SECTION("so does an entry for several") {
    computer.chromium("b.json", settings(R"("abcdefghijklmnopabcdefghijklmnop, )" + kId +
                                         R"(": {"installation_mode": "normal_installed"})"));
    CHECK(computer.blocked() == "");
  }
  SECTION("an entry without a mode takes over that of all") {
    computer.chromium("b.json", settings('"' + kId + R"(": {"toolbar_pin": "force_pinned"})"));
    CHECK(computer.blocked() != "");
  }
  SECTION("the entry for all lets it in") {
    computer.chromium("b.json", settings(R"("*": {"installation_mode": "allowed"})"));
    CHECK(computer.blocked() == "");
  }
  SECTION("the entry for all blocks, the older list names the extension") {
    computer.chromium("b.json", settings(R"("*": {"installation_mode": "blocked"})"));
    CHECK(computer.blocked().find("ExtensionSettings in ") == 0);
    computer.chromium("c.json", R"({"ExtensionInstallAllowlist": [")" + kId + R"("]})");
    CHECK(computer.blocked() == "");
  }
  SECTION("the extension is installed by policy") {
    computer.chromium("b.json",
                      R"({"ExtensionInstallForcelist": [")" + kId + R"(;https://example.org/"]})");
    CHECK(computer.blocked() == "");
  }
  SECTION("the extension's own entry blocks it, whatever the lists say") {
    computer.chromium("b.json", R"({"ExtensionInstallAllowlist": [")" + kId + R"("]})");
    computer.chromium("c.json", settings('"' + kId + R"(": {"installation_mode": "removed"})"));
    CHECK(computer.blocked().find("ExtensionSettings in ") == 0);
  }
}

TEST_CASE("Chromium: a policy that denies nativeMessaging") {
  Managed computer;
  const std::string deny = R"({"blocked_permissions": ["tabs", "nativeMessaging"]})";
  SECTION("to all") {
    computer.chromium("a.json", settings(R"("*": )" + deny));
    CHECK(computer.denied());
    CHECK(computer.blocked() == "");
  }
  SECTION("to the extension") {
    computer.chromium("a.json", settings('"' + kId + "\": " + deny));
    CHECK(computer.denied());
  }
  SECTION("to the extension, and allows it again") {
    computer.chromium("a.json", settings('"' + kId +
                                         R"(": {"blocked_permissions": ["nativeMessaging"],)"
                                         R"( "allowed_permissions": ["nativeMessaging"]})"));
    CHECK_FALSE(computer.denied());
  }
  SECTION("to all but the extension, which an entry or a list names") {
    computer.chromium("a.json", settings(R"("*": )" + deny + ", \"" + kId + "\": {}"));
    CHECK_FALSE(computer.denied());
    computer.chromium("a.json", settings(R"("*": )" + deny));
    computer.chromium("b.json", R"({"ExtensionInstallAllowlist": [")" + kId + R"("]})");
    CHECK_FALSE(computer.denied());
  }
  SECTION("another permission") {
    computer.chromium("a.json", settings(R"("*": {"blocked_permissions": ["tabs"]})"));
    CHECK_FALSE(computer.denied());
  }
}

TEST_CASE("Firefox: the add-on's own entry hides the entry for all") {
  Managed computer;
  const std::string all =
      R"("*": {"installation_mode": "blocked", "blocked_permissions": ["nativeMessaging"],
                              "allowed_permissions": ["nativeMessaging"]})";
  computer.firefox("policies.json", in_firefox(all));
  CHECK(computer.blocked("firefox").find("ExtensionSettings in ") == 0);
  CHECK(computer.denied("firefox"));  // what "*" allows counts for nothing
  computer.firefox("policies.json", in_firefox(all + ", \"" + kAddOn + "\": {}"));
  CHECK(computer.blocked("firefox") == "");
  CHECK_FALSE(computer.denied("firefox"));
  computer.firefox("policies.json",
                   in_firefox('"' + kAddOn + R"(": {"blocked_permissions": ["nativeMessaging"]})"));
  CHECK(computer.denied("firefox"));
}

TEST_CASE("Firefox: only policies.json counts, and /etc's before that of the program's folder") {
  Managed computer;
  const std::string block = in_firefox(R"("*": {"installation_mode": "blocked"})");
  computer.firefox("old-policies.json", block);
  CHECK(computer.blocked("firefox") == "");
  computer.tree.write("root/usr/lib/firefox/distribution/policies.json", block);
  CHECK(computer.blocked("firefox") != "");
  computer.firefox("policies.json", R"({"policies": {}})");
  CHECK(computer.blocked("firefox") == "");
}

TEST_CASE("what is no policy file does no harm") {
  Managed computer;
  computer.chromium("a.json", "[]");
  computer.chromium("b.json", "{");
  computer.chromium("c.json", R"({"ExtensionSettings": ["*"], "ExtensionInstallBlocklist": "*"})");
  fs::create_directories(computer.tree.machine.root / "etc/chromium/policies/managed/d.json");
  CHECK(computer.blocked() == "");
  CHECK_FALSE(computer.denied());
}
