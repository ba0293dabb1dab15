// What the walls of the native hosts hold back, tried from inside: in a child process, since there
// is no way back out.
#include "base/walls.h"

#include <catch2/catch.hpp>

#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__)
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <functional>

#include "record/sample.h"

using namespace optoutlog;
namespace fs = std::filesystem;

namespace {

// What `inside` returns in a process of its own; 200 and more: it was killed by that signal.
int in_child(const std::function<int()>& inside) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(inside());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 200 + WTERMSIG(status);
}

int opened(const fs::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (fd < 0) return errno;
  ::close(fd);
  return 0;
}

int failed(long result) {
  return result < 0 ? errno : 0;
}

Walls whole() {
  return in_child([] {
           const Walls walls = raise_walls({});
           return walls.files && walls.calls ? 1 : 0;
         }) == 1
             ? Walls{true, true}
             : Walls{};
}

// Makes the kernel's calls of these numbers fail, as a kernel does that has not got them.
void without_calls(std::initializer_list<unsigned> calls) {
  std::vector<sock_filter> filter = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0)};
  for (const unsigned call : calls) {
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS));
  }
  filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

}  // namespace

TEST_CASE("16 (13): inside the walls no socket, no program, no other process' memory", "[walls]") {
  if (!whole().calls) {
    WARN("this kernel has no such walls");
    return;
  }
  const pid_t parent = ::getpid();
  const std::vector<std::function<int()>> tries = {
      [] { return failed(::socket(AF_INET, SOCK_STREAM, 0)); },
      [] { return failed(::socket(AF_UNIX, SOCK_STREAM, 0)); },
      [] { return failed(::socket(AF_NETLINK, SOCK_RAW, 0)); },
      [] {
        int pair[2];
        return failed(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
      },
      [] { return failed(::execl("/bin/true", "true", nullptr)); },
      [] {
        const int fd = ::open("/dev/urandom", O_RDONLY);
        return failed(::syscall(__NR_execveat, fd, "", nullptr, nullptr, 0x1000));
      },
      [parent] { return failed(::ptrace(PTRACE_ATTACH, parent, nullptr, nullptr)); },
      [parent] {
        char byte = 0;
        const iovec here{&byte, 1};
        const iovec there{reinterpret_cast<void*>(&byte), 1};
        return failed(::process_vm_readv(parent, &here, 1, &there, 1, 0));
      },
      [] { return failed(::syscall(425, 1, nullptr)); },  // io_uring_setup
  };
  for (std::size_t n = 0; n < tries.size(); ++n) {
    CAPTURE(n);
    CHECK(in_child([&] {
            raise_walls({.read = {"/dev/urandom"}});
            return tries[n]();
          }) == EPERM);
  }
}

TEST_CASE("16 (14): with the network allowed it is sockets alone that are", "[walls]") {
  if (!whole().calls) {
    WARN("this kernel has no such walls");
    return;
  }
  CHECK(in_child([] {
          raise_walls({.network = true});
          return failed(::socket(AF_INET, SOCK_STREAM, 0));
        }) == 0);
  CHECK(in_child([] {
          raise_walls({.network = true});
          return failed(::execl("/bin/true", "true", nullptr));
        }) == EPERM);
}

TEST_CASE("16 (13): inside the walls its own folder and nothing beside it", "[walls]") {
  if (!whole().files) {
    WARN("this kernel has no such walls");
    return;
  }
  const sample::Folder place;
  const fs::path own = place.path() / "with space" / "own",
                 other = place.path() / "with space/other";
  fs::create_directories(own);
  fs::create_directories(other);
  std::ofstream(other / "secret") << "x";
  std::ofstream(own / "mine") << "x";
  const auto inside = [&](const std::function<int()>& attempt) {
    return in_child([&] {
      raise_walls({.own = {own}});
      return attempt();
    });
  };
  CHECK(inside([&] { return opened(other / "secret", O_RDONLY); }) == EACCES);
  CHECK(inside([&] { return opened(own / "../other/secret", O_RDONLY); }) == EACCES);
  CHECK(inside([&] { return opened(other / "secret", O_WRONLY); }) == EACCES);
  CHECK(inside([&] { return failed(::truncate((other / "secret").c_str(), 0)); }) == EACCES);
  CHECK(inside([&] { return opened(other / "new", O_CREAT | O_WRONLY); }) == EACCES);
  CHECK(inside([&] { return failed(::unlink((other / "secret").c_str())); }) == EACCES);
  CHECK(
      inside([&] { return failed(::rename((own / "mine").c_str(), (other / "x").c_str())) != 0; }));
  CHECK(
      inside([&] { return failed(::link((other / "secret").c_str(), (own / "l").c_str())) != 0; }));
  CHECK(inside([&] {
          return failed(::symlink((other / "secret").c_str(), (own / "s").c_str()));
        }) == EACCES);
  CHECK(inside([&] { return opened("/etc/passwd", O_RDONLY); }) == EACCES);
  CHECK(inside([&] { return opened("/proc/self/environ", O_RDONLY); }) == EACCES);
  CHECK(fs::file_size(other / "secret") == 1);
  // All that SQLite does with a record.
  CHECK(inside([&] {
          const fs::path made = own / "record.db", journal = own / "record.db-journal";
          int fd = ::open(made.c_str(), O_CREAT | O_RDWR, 0600);
          struct flock lock {};
          lock.l_type = F_WRLCK;
          if (fd < 0 || ::fcntl(fd, F_SETLK, &lock) != 0 || ::flock(fd, LOCK_EX) != 0) return 1;
          if (::ftruncate(fd, 4096) != 0 || ::fsync(fd) != 0 || ::fchmod(fd, 0600) != 0) return 2;
          if (opened(journal, O_CREAT | O_RDWR) != 0) return 3;
          if (::rename(made.c_str(), (own / "aside.db").c_str()) != 0) return 4;
          if (::unlink(journal.c_str()) != 0) return 5;
          fd = ::open(own.c_str(), O_RDONLY | O_DIRECTORY);
          return fd < 0 || ::fsync(fd) != 0 ? 6 : 0;
        }) == 0);
}

TEST_CASE("16 (13): a folder that a link leads to is inside the walls", "[walls]") {
  if (!whole().files) {
    WARN("this kernel has no such walls");
    return;
  }
  const sample::Folder place;
  fs::create_directories(place.path() / "real/home/data");
  fs::create_directory_symlink(place.path() / "real/home", place.path() / "home");
  fs::create_directory_symlink("home/data", place.path() / "data");
  for (const fs::path& folder : {place.path() / "home/data", place.path() / "data"})
    CHECK(in_child([&] {
            Enclosure enclosure(folder, {});
            return opened(folder / "record.db", O_CREAT | O_RDWR) + (enclosure.hold() ? 0 : 100);
          }) == 0);
}

TEST_CASE("16 (13): a folder that is made later is closed in then", "[walls]") {
  if (!whole().files) {
    WARN("this kernel has no such walls");
    return;
  }
  const sample::Folder place;
  fs::create_directories(place.path() / "home");
  const fs::path folder = place.path() / "home/share/optoutlog";
  CHECK(in_child([&] {
          Enclosure enclosure(folder, {});
          if (!enclosure.hold()) return 1;
          if (opened(place.path() / "beside", O_CREAT | O_RDWR) != EACCES) return 2;
          std::error_code error;
          if (!fs::create_directories(folder, error) || !enclosure.hold()) return 3;
          if (opened(folder / "record.db", O_CREAT | O_RDWR) != 0) return 4;
          if (opened(folder.parent_path() / "x", O_CREAT | O_RDWR) != EACCES) return 5;
          return enclosure.hold() ? 0 : 6;
        }) == 0);
}

TEST_CASE("16 (13): a folder that was replaced is found, not met by refusals", "[walls]") {
  if (!whole().files) {
    WARN("this kernel has no such walls");
    return;
  }
  const sample::Folder place;
  const fs::path folder = place.path() / "data";
  fs::create_directories(folder);
  int ready[2];
  int gone[2];
  REQUIRE(::pipe(ready) == 0);
  REQUIRE(::pipe(gone) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    Enclosure enclosure(folder, {});
    char byte = enclosure.hold() ? 'y' : 'n';
    if (::write(ready[1], &byte, 1) != 1 || ::read(gone[0], &byte, 1) != 1) ::_exit(9);
    ::_exit(enclosure.hold() ? 1 : 0);
  }
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  CHECK(byte == 'y');
  fs::rename(folder, place.path() / "moved");
  fs::create_directories(folder);
  REQUIRE(::write(gone[1], "x", 1) == 1);
  int status = -1;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
}

TEST_CASE("16 (13): a kernel without walls runs the process as before, and it says so", "[walls]") {
  const sample::Folder place;
  CHECK(in_child([&] {
          without_calls({444});  // landlock_create_ruleset
          Enclosure enclosure(place.path(), {});
          if (enclosure.walls().files || !enclosure.hold()) return 1;
          return opened("/etc/passwd", O_RDONLY);
        }) == 0);
  CHECK(in_child([&] {
          without_calls({446, __NR_seccomp});  // landlock_restrict_self
          Enclosure enclosure(place.path(), {});
          if (enclosure.told() != json::array() || !enclosure.hold()) return 1;
          return opened("/etc/passwd", O_RDONLY);
        }) == 0);
  // Nor does it promise for later what was refused now.
  CHECK(in_child([&] {
          without_calls({446, __NR_seccomp});
          const Enclosure enclosure(place.path() / "later", {});
          return enclosure.told() == json::array() ? 0 : 1;
        }) == 0);
}
#endif
