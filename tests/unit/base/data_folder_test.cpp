#include "base/data_folder.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>

#include "record/sample.h"

using namespace sample;
namespace fs = std::filesystem;

namespace {

// Sets variables (null: unset) and puts back what was there.
class Environment {
 public:
  explicit Environment(const std::map<const char*, const char*>& values) {
    for (const auto& [name, value] : values) {
      const char* before = std::getenv(name);
      before_.emplace_back(name, before == nullptr ? std::optional<std::string>()
                                                   : std::optional<std::string>(before));
      if (value == nullptr) {
        ::unsetenv(name);
      } else {
        ::setenv(name, value, 1);
      }
    }
  }
  ~Environment() {
    for (const auto& [name, value] : before_) {
      if (value) {
        ::setenv(name.c_str(), value->c_str(), 1);
      } else {
        ::unsetenv(name.c_str());
      }
    }
  }

 private:
  std::vector<std::pair<std::string, std::optional<std::string>>> before_;
};

mode_t mode_of(const fs::path& path) {
  struct stat info {};
  REQUIRE(::lstat(path.c_str(), &info) == 0);
  return info.st_mode & 0777;
}

}  // namespace

TEST_CASE("the folder is the first of the three that is named") {
  {
    Environment e({{"OPTOUTLOG_DATA", "/a/b/"}, {"XDG_DATA_HOME", "/x"}, {"HOME", "/h"}});
    CHECK(data_folder()->string() == "/a/b/");
  }
  {
    Environment e({{"OPTOUTLOG_DATA", ""}, {"XDG_DATA_HOME", "/x"}, {"HOME", "/h"}});
    CHECK(data_folder().value() == "/x/optoutlog");
  }
  {
    Environment e({{"OPTOUTLOG_DATA", nullptr}, {"XDG_DATA_HOME", "relative"}, {"HOME", "/h"}});
    CHECK(data_folder().value() == "/h/.local/share/optoutlog");
  }
}

TEST_CASE("without HOME the user database is asked") {
  Environment e({{"OPTOUTLOG_DATA", nullptr}, {"XDG_DATA_HOME", nullptr}, {"HOME", nullptr}});
  const auto folder = data_folder();
  REQUIRE(folder);
  CHECK(folder->is_absolute());
}

TEST_CASE("a relative OPTOUTLOG_DATA is refused") {
  Environment e({{"OPTOUTLOG_DATA", "data"}, {"HOME", "/h"}});
  const auto folder = data_folder();
  REQUIRE_FALSE(folder);
  CHECK(folder.error().is(errors::kRecordNoPlace));
}

TEST_CASE("new folders and files are for this user alone, whatever the umask") {
  Folder folder;
  const mode_t before = ::umask(0);
  const auto deep = folder.path() / "a" / "b c" / "\u00e9";
  CHECK(make_folder(deep).ok());
  CHECK(make_file(deep / "f").ok());
  ::umask(before);
  CHECK(mode_of(folder.path() / "a") == 0700);
  CHECK(mode_of(deep) == 0700);
  CHECK(mode_of(deep / "f") == 0600);
  CHECK(make_folder(deep).ok());
  CHECK(make_file(deep / "f").ok());
}

TEST_CASE("a folder that others may write into is refused and the remedy is told") {
  Folder folder;
  ::chmod(folder.path().c_str(), 0770);
  const auto checked = check_folder(folder.path());
  REQUIRE_FALSE(checked);
  CHECK(checked.error().is(errors::kRecordPermissions));
  CHECK(checked.error().message.find("chmod 700") != std::string::npos);
  ::chmod(folder.path().c_str(), 0755);
  CHECK(check_folder(folder.path()).ok());
}

TEST_CASE("a file that others may open, a link and a folder in its place are refused") {
  Folder folder;
  const auto file = folder.file();
  CHECK(check_file(file).value() == Presence::kAbsent);
  CHECK(make_file(file).ok());
  CHECK(check_file(file).value() == Presence::kPresent);
  for (const mode_t mode : {0640, 0604, 0660, 0666}) {
    ::chmod(file.c_str(), mode);
    CHECK(check_file(file).error().is(errors::kRecordPermissions));
  }
  fs::remove(file);
  fs::create_symlink("/etc/passwd", file);
  CHECK(check_file(file).error().is(errors::kRecordPermissions));
  fs::remove(file);
  fs::create_directory(file);
  CHECK(check_file(file).error().is(errors::kRecordPermissions));
}

TEST_CASE("a file where the folder should be is told") {
  Folder folder;
  std::ofstream(folder.path() / "plain") << "x";
  CHECK_FALSE(make_folder(folder.path() / "plain").ok());
  CHECK_FALSE(make_folder(folder.path() / "plain" / "below").ok());
}
