#pragma once
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <string>

#include "install/system/machine.h"

// A throw-away computer in a folder: a home, a root, two programs; and what is in it, to compare.
namespace optoutlog::install {

class Tree {
 public:
  Tree() {
    std::string pattern = (fs::temp_directory_path() / "optoutlog ü XXXXXX").string();
    if (!mkdtemp(pattern.data())) std::abort();
    path = pattern;
    for (const char* folder : {"home", "root", "bin"}) fs::create_directories(path / folder);
    program("optoutlog-host");
    machine.root = path / "root";
    machine.words = {{"home", home().string()},
                     {"config", (home() / ".config").string()},
                     {"chrome-config", (home() / ".config").string()},
                     {"support", (home() / "Library/Application Support").string()},
                     {"localappdata", (home() / "AppData/Local").string()},
                     {"appdata", (home() / "AppData/Roaming").string()}};
    machine.user_data = home() / ".local/share/optoutlog";
    machine.system_data = "/var/lib/optoutlog";
  }
  ~Tree() {
    std::error_code error;
    fs::remove_all(path, error);
  }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  fs::path home() const { return path / "home"; }
  fs::path host() const { return path / "bin" / "optoutlog-host"; }

  void program(const std::string& name) {
    write("bin/" + name, "#!/bin/sh\n");
    fs::permissions(path / "bin" / name,
                    fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
  }

  void write(const std::string& name, const std::string& bytes) {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << bytes;
  }

  // Every path below with its bytes and mode.
  std::map<std::string, std::string> all() const {
    std::map<std::string, std::string> result;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      std::string bytes =
          std::to_string(static_cast<unsigned>(entry.symlink_status().permissions())) + "|";
      if (entry.is_regular_file()) {
        std::ifstream file(entry.path(), std::ios::binary);
        bytes += std::string((std::istreambuf_iterator<char>(file)), {});
      }
      result[entry.path().string()] = bytes;
    }
    return result;
  }

  fs::path path;
  Machine machine;
};

}  // namespace optoutlog::install
