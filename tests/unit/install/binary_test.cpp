#include "install/doctor/binary.h"

#include <catch2/catch.hpp>

#include "install/system/files.h"
#include "tests/unit/install/tree.h"

using namespace optoutlog::install;

TEST_CASE("the formats of programs are told by their first bytes") {
  std::string elf(
      "\x7f"
      "ELF\x02\x01\x01",
      7);
  elf.resize(64, '\0');
  elf[18] = static_cast<char>(183);
  CHECK(read_format(elf).machine == "aarch64");
  std::string pe("MZ");
  pe.resize(0x80, '\0');
  pe[0x3c] = 0x40;
  pe[0x44] = 0x64;
  pe[0x45] = static_cast<char>(0x86);
  CHECK(read_format(pe).system == "pe");
  CHECK(read_format(pe).machine == "x86_64");
  CHECK(read_format(std::string("\xcf\xfa\xed\xfe\x0c\x00\x00\x01", 8)).machine == "aarch64");
  CHECK(read_format("#! /usr/bin/env python3\n").interpreter == "/usr/bin/env");
  CHECK(read_format("").system.empty());
}

TEST_CASE("the first reason why a program cannot run is named") {
  Tree tree;
  const fs::path own = fs::canonical("/proc/self/exe");
  CHECK_FALSE(check_binary(own, false));
  CHECK(check_binary(tree.path / "none", false)->name == "binary.missing");
  CHECK(check_binary(tree.path / "bin", false)->name == "binary.folder");
  tree.write("bin/empty", "");
  CHECK(check_binary(tree.path / "bin/empty", false)->name == "binary.not-executable");
  fs::permissions(tree.path / "bin/empty", fs::perms::owner_all);
  CHECK(check_binary(tree.path / "bin/empty", false)->name == "binary.empty");
  CHECK(check_binary(tree.path / "bin/empty", true)->name == "binary.not-executable");
  tree.write("bin/other", "MZ and more");
  fs::permissions(tree.path / "bin/other", fs::perms::owner_all);
  CHECK(check_binary(tree.path / "bin/other", false)->name == "binary.wrong-system");
  tree.write("bin/other", "exec true\n");
  CHECK_FALSE(check_binary(tree.path / "bin/other", false));  // the shell's, to the browsers
  tree.write("bin/script", "#!/no/such/interpreter\n");
  fs::permissions(tree.path / "bin/script", fs::perms::owner_all);
  CHECK(check_binary(tree.path / "bin/script", false)->name == "binary.interpreter");
}
