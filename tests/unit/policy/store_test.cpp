#include "policy/watch/store.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "policy/judge/memory_json.h"
#include "text.h"

using namespace optoutlog::policy;
namespace fs = std::filesystem;

namespace {

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "optoutlog-store-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = fs::path(name) / "data";
  }
  ~Folder() { fs::remove_all(path.parent_path()); }
  fs::path path;
};

Look a_look() {
  Look look;
  look.state = "alert";
  look.checked = look.good = 1'700'000'000'000;
  look.not_before = 5;
  look.capture = "fetch";
  look.extractor = kExtractorVersion;
  look.raw = std::string("<p>\0raw", 7);
  look.has_baseline = true;
  look.memory.baseline = plain("One sentence is here.\nAnother one is there.\n");
  look.memory.baseline.title = "Title";
  look.memory.known = {"a", "b"};
  look.memory.told = {"+x y", "-z"};
  look.memory.announced = Announced{{2026, 1, 15}, {"coming"}, {"current"}};
  look.memory.effect = Effect{{2026, 1, 15}, EffectKind::kFuture, "It goes into effect."};
  return look;
}

StoredChange a_change() {
  const std::string sha(64, '0');
  return {.document = "x/privacy",
          .platform = "x",
          .verdict = "alert",
          .phase = {},
          .effective = {},
          .final_url = {},
          .capture = {},
          .old_sha = sha,
          .new_sha = sha,
          .compared_sha = sha,
          .judgement = "{}"};
}

}  // namespace

TEST_CASE("store: a look comes back as it was saved, and only the user may read the file") {
  Folder folder;
  {
    auto store = Store::open(folder.path);
    REQUIRE(store);
    CHECK_FALSE((*store)->enabled());
    (*store)->set_enabled(true);
    CHECK((*store)->save("x/privacy", a_look(), std::nullopt, {}) == 0);
  }
  auto store = Store::open(folder.path);
  REQUIRE(store);
  CHECK((*store)->enabled());
  const Look look = (*store)->look("x/privacy");
  CHECK(look.state == "alert");
  CHECK(look.not_before == 5);
  CHECK(look.raw == std::string("<p>\0raw", 7));
  CHECK(look.memory.baseline.text() == a_look().memory.baseline.text());
  CHECK(digest_of(look.memory.baseline) == digest_of(a_look().memory.baseline));
  CHECK(look.memory.told == a_look().memory.told);
  CHECK(look.memory.announced->coming_only.contains("coming"));
  CHECK(look.memory.effect->date.iso() == "2026-01-15");
  struct stat status {};
  REQUIRE(stat((folder.path / "policy.db").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  REQUIRE(stat(folder.path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
}

TEST_CASE("store: changes are listed newest first, read once, and keep their texts") {
  Folder folder;
  auto store = Store::open(folder.path);
  REQUIRE(store);
  const StoredChange change = a_change();
  const auto first = (*store)->save("x/privacy", a_look(), change, {});
  const auto second = (*store)->save("x/privacy", a_look(), change, {});
  CHECK(second > first);
  CHECK((*store)->changes("", 0, 10).front().id == second);
  CHECK((*store)->changes("", second, 10).front().id == first);
  CHECK((*store)->changes("linkedin", 0, 10).empty());
  CHECK((*store)->unread()["x/privacy"] == 2);
  CHECK((*store)->mark_read(first, 1) == 1);
  CHECK((*store)->mark_read(first, 1) == 0);
  CHECK((*store)->mark_read(0, 1) == 1);
  CHECK((*store)->unread().empty());
  CHECK_FALSE((*store)->text(std::string(64, '1')));
}

TEST_CASE("store: a foreign, newer or broken file is named and not touched") {
  Folder folder;
  fs::create_directories(folder.path);
  fs::permissions(folder.path, fs::perms::owner_all);
  const auto file = folder.path / "policy.db";
  const auto write = [&](const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  };
  const std::string junk(5'000, 'x');
  write(junk);
  const auto foreign = Store::open(folder.path);
  REQUIRE_FALSE(foreign);
  CHECK(foreign.error().kind->name == "policy.store-foreign");
  std::ifstream in(file, std::ios::binary);
  CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == junk);
}
