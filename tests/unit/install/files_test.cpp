#include "install/system/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "install/doctor/findings.h"
#include "install/system/permissions.h"
#include "tests/unit/install/tree.h"

using namespace optoutlog::install;

TEST_CASE("a pipe, a folder and a device are no files to read, and nobody waits for them") {
  Tree tree;
  const fs::path pipe = tree.path / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  CHECK_FALSE(read_file(pipe));
  CHECK_FALSE(read_file(tree.path));
  CHECK_FALSE(read_file("/dev/zero"));
  CHECK_FALSE(read_file(tree.path / "none"));
  tree.write("empty", "");
  CHECK(read_file(tree.path / "empty") == "");
  tree.write("long", std::string(kMostBytesRead + 1, 'x'));
  CHECK(read_file(tree.path / "long")->size() == kMostBytesRead);
}

TEST_CASE("the outermost folder that is closed to others is found, behind links too") {
  Tree tree;
  fs::permissions(tree.path, fs::perms::owner_all | fs::perms::others_exec);
  tree.write("a/b/program", "");
  for (const char* folder : {"a", "a/b"})
    fs::permissions(tree.path / folder, fs::perms::owner_all | fs::perms::others_exec);
  fs::create_symlink("a/b/program", tree.path / "link");
  CHECK_FALSE(closed_folder(tree.path / "a/b/program", true));
  CHECK_FALSE(closed_folder(tree.path / "link", true));
  fs::permissions(tree.path / "a/b", fs::perms::owner_all);
  CHECK(closed_folder(tree.path / "a/b/program", true) == tree.path / "a/b");
  CHECK(closed_folder(tree.path / "link", true) == tree.path / "a/b");
  fs::permissions(tree.path / "a", fs::perms::owner_all);
  CHECK(closed_folder(tree.path / "a/b/program", true) == tree.path / "a");
  CHECK_FALSE(closed_folder(tree.path / "a/b/program", false));
  CHECK_FALSE(closed_folder(tree.path / "link", false));
}

TEST_CASE("a path in a remedy is one word of the shell, whatever its letters") {
  CHECK(shell_quoted("/a b") == "'/a b'");
  CHECK(shell_quoted("it's") == R"('it'\''s')");
  const Check check =
      explain("binary.not-executable", {{"program", "/it's/host"}, {"sudo program", "sudo "}});
  CHECK(check.remedy == R"(sudo chmod a+x '/it'\''s/host')");
  CHECK(check.what.find("/it's/host") == 0);
}
