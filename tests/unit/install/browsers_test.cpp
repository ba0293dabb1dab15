#include "install/register/browsers.h"

#include <catch2/catch.hpp>
#include <set>

#include "tests/unit/install/tree.h"

using namespace optoutlog::install;

TEST_CASE("every row of the table yields a path on each of its systems") {
  for (const Browser& browser : browsers()) {
    INFO(browser.id);
    CHECK_FALSE(browser.source.empty());
    bool any = false;
    for (const Os os : {Os::kLinux, Os::kMacos, Os::kWindows}) {
      if (!browser.on(os)) continue;
      any = true;
      Tree tree;
      tree.machine.os = os;
      for (const auto* rows : {&browser.on(os)->user, &browser.on(os)->system}) {
        for (const PlaceRow& row : *rows) {
          const std::string home = "{home}/";
          if (row.needs.rfind(home, 0) == 0) {
            fs::create_directories(tree.home() / row.needs.substr(home.size()));
          } else if (!row.needs.empty()) {
            fs::create_directories(under_root(tree.machine.root, row.needs));
          }
          CHECK((row.mark == Mark::kNone || !row.source.empty()));
        }
      }
      const auto user = places(browser, tree.machine, Scope::kUser);
      const auto system = places(browser, tree.machine, Scope::kSystem);
      CHECK(user.size() == browser.on(os)->user.size());
      CHECK(system.size() == browser.on(os)->system.size());
      CHECK((browser.works == Works::kNo || !user.empty()));
      for (const Place& place : user) {
        CHECK(place.folder.string().find('{') == std::string::npos);
        CHECK(place.folder.string().rfind(tree.home().string(), 0) == 0);
        CHECK(place.manifest("a.b").filename() == "a.b.json");
      }
      for (const Place& place : system) {
        if (place.key.empty())
          CHECK(place.folder.string().rfind(tree.machine.root.string(), 0) == 0);
      }
    }
    CHECK(any);
  }
}

TEST_CASE("folders of native manifests carry the browsers' own names, never a misspelt one") {
  for (const Browser& browser : browsers()) {
    for (const Os os : {Os::kLinux, Os::kMacos, Os::kWindows}) {
      if (!browser.on(os)) continue;
      for (const auto* rows : {&browser.on(os)->user, &browser.on(os)->system}) {
        for (const PlaceRow& row : *rows) {
          INFO(browser.id << " " << row.path << row.key);
          const std::string& text = row.path.empty() ? row.key : row.path;
          const std::string last = text.substr(text.find_last_of("/\\") + 1);
          CHECK((last == "NativeMessagingHosts" || last == "native-messaging-hosts"));
          CHECK((os == Os::kWindows) == row.path.empty());
        }
      }
      for (const std::string& detect : browser.on(os)->detect) {
        INFO(detect);
        CHECK(detect.find("NativeMessagingHosts") == std::string::npos);
        CHECK(detect.find("native-messaging-hosts") == std::string::npos);
      }
    }
  }
}

TEST_CASE("ids of the table are unique, and Thunderbird is not in it") {
  std::set<std::string> ids;
  for (const Browser& browser : browsers()) CHECK(ids.insert(browser.id).second);
  CHECK(ids.count("thunderbird") == 0);
  for (const char* id :
       {"chrome",   "chrome-beta", "chrome-dev",   "chrome-canary", "chrome-for-testing",
        "chromium", "edge",        "brave",        "vivaldi",       "opera",
        "arc",      "helium",      "firefox",      "librewolf",     "waterfox",
        "zen",      "tor-browser", "firefox-snap", "chromium-snap", "firefox-flatpak"}) {
    INFO(id);
    CHECK(ids.count(id) == 1);
  }
}

TEST_CASE("a table with an unknown word is refused and names the browser") {
  CHECK_THROWS_WITH(
      parse_browsers(R"({"browsers":[{"id":"x","name":"X","family":"gecko","source":"s"}]})"),
      Catch::Contains("browser x") && Catch::Contains("gecko"));
}

TEST_CASE("a folder that holds nothing but native manifests is no browser") {
  Tree tree;
  const Browser& chrome = *find_browser("chrome");
  CHECK_FALSE(present(chrome, tree.machine));
  fs::create_directories(tree.home() / ".config/google-chrome/NativeMessagingHosts");
  CHECK_FALSE(present(chrome, tree.machine));
  fs::create_directories(tree.home() / ".config/google-chrome/Default");
  CHECK(present(chrome, tree.machine));
}

TEST_CASE("Firefox is not found by ~/.mozilla alone, but by its profiles in either place") {
  Tree tree;
  const Browser& firefox = *find_browser("firefox");
  fs::create_directories(tree.home() / ".mozilla/native-messaging-hosts");
  CHECK_FALSE(present(firefox, tree.machine));
  SECTION("old place") {
    fs::create_directories(tree.home() / ".mozilla/firefox");
  }
  SECTION("new place") {
    fs::create_directories(tree.home() / ".config/mozilla/firefox");
  }
  CHECK(present(firefox, tree.machine));
  CHECK(places(firefox, tree.machine, Scope::kUser).front().folder ==
        tree.home() / ".mozilla/native-messaging-hosts");
}

TEST_CASE("a command on PATH tells that a browser is there, unless it only starts the snap") {
  Tree tree;
  tree.machine.program_folders = {"/usr/bin"};
  fs::create_directories(tree.machine.root / "usr/bin");
  SECTION("a program") {
    tree.write("root/usr/bin/firefox",
               "\x7f"
               "ELF");
    CHECK(present(*find_browser("firefox"), tree.machine));
  }
  SECTION("the snap's starter") {
    tree.write("root/usr/bin/firefox", "#!/bin/sh\nexec /snap/bin/firefox \"$@\"\n");
    CHECK_FALSE(present(*find_browser("firefox"), tree.machine));
  }
}

TEST_CASE("$CHROME_CONFIG_HOME moves Chromium's folder, not Firefox's") {
  Tree tree;
  tree.machine.words["chrome-config"] = "/elsewhere";
  CHECK(places(*find_browser("chromium"), tree.machine, Scope::kUser).front().folder ==
        "/elsewhere/chromium/NativeMessagingHosts");
  CHECK(places(*find_browser("firefox"), tree.machine, Scope::kUser).front().folder ==
        tree.home() / ".mozilla/native-messaging-hosts");
}
