// Landlock and seccomp by the system calls themselves: Debian 12's headers and libraries know only
// the first of Landlock's versions (docs.kernel.org/userspace-api/landlock.html has them all).
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>

#include "base/walls.h"

namespace optoutlog {
namespace {

// The same numbers on every architecture.
constexpr long kCreateRuleset = 444;
constexpr long kAddRule = 445;
constexpr long kRestrictSelf = 446;

struct Ruleset {
  std::uint64_t fs;
  std::uint64_t net;
  std::uint64_t scoped;
};
struct [[gnu::packed]] Beneath {
  std::uint64_t allowed;
  std::int32_t parent;
};

// Bits of Ruleset::fs.
constexpr std::uint64_t kWriteFile = 1 << 1;
constexpr std::uint64_t kReadFile = 1 << 2;
constexpr std::uint64_t kReadDir = 1 << 3;
constexpr std::uint64_t kRemoveFile = 1 << 5;
constexpr std::uint64_t kMakeDir = 1 << 7;
constexpr std::uint64_t kMakeReg = 1 << 8;
constexpr std::uint64_t kTruncate = 1 << 14;
constexpr std::uint64_t kOwn =
    kWriteFile | kReadFile | kReadDir | kRemoveFile | kMakeDir | kMakeReg | kTruncate;

// 0 and less: there is none.
long landlock_version() {
  return ::syscall(kCreateRuleset, nullptr, 0, 1);
}

// Every right that this version of Landlock can hold back.
std::uint64_t rights_of(long version) {
  int bits = 13;
  if (version >= 2) bits = 14;
  if (version >= 3) bits = 15;
  if (version >= 5) bits = 16;
  return (std::uint64_t{1} << bits) - 1;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;  // whose own work at the end of a process needs what is held back
#else
constexpr bool kSanitized = false;
#endif

// False where a path that is there could not be added.
bool add_rule(int ruleset, const std::filesystem::path& path, std::uint64_t rights) {
  const int fd = ::open(path.c_str(), O_PATH | O_CLOEXEC);
  if (fd < 0) return errno == ENOENT || errno == ENOTDIR || errno == EACCES || errno == ELOOP;
  struct stat info {};
  const bool folder = ::fstat(fd, &info) == 0 && S_ISDIR(info.st_mode);
  const Beneath rule{folder ? rights : rights & (kReadFile | kWriteFile | kTruncate), fd};
  const bool added = ::syscall(kAddRule, ruleset, 1, &rule, 0) == 0;
  ::close(fd);
  return added;
}

bool wall_off_files(const Reach& reach) {
  const long version = landlock_version();
  if (version < 1) return false;
  const std::uint64_t all = rights_of(version);
  const Ruleset attributes{all, 0, 0};
  const auto fd = static_cast<int>(::syscall(kCreateRuleset, &attributes, sizeof attributes.fs, 0));
  if (fd < 0) return false;
  bool whole = true;
  for (const auto& folder : reach.own) whole = add_rule(fd, folder, kOwn & all) && whole;
  for (const auto& path : reach.read) whole = add_rule(fd, path, kReadFile | kReadDir) && whole;
  if (kSanitized) whole = add_rule(fd, "/proc", kReadFile | kReadDir) && whole;
  const bool raised = whole && ::syscall(kRestrictSelf, fd, 0) == 0;
  ::close(fd);
  return raised;
}

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__i386__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_I386;
#elif defined(__aarch64__) && defined(__AARCH64EL__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#elif defined(__arm__) && defined(__ARMEL__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_ARM;
#elif defined(__riscv) && __riscv_xlen == 64
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_RISCV64;
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_PPC64LE;
#elif defined(__s390x__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_S390X;
#else
constexpr std::uint32_t kArchitecture = 0;  // one whose numbers nobody has looked at: no wall
#endif

// Programs, other processes, what goes round these filters, and another view of the file system.
constexpr long kNever[] = {__NR_process_vm_readv,
                           __NR_process_vm_writev,
                           438 /* pidfd_getfd */,
                           __NR_kcmp,
                           425 /* io_uring_setup, _enter, _register */,
                           426,
                           427,
                           __NR_bpf,
                           __NR_perf_event_open,
                           __NR_userfaultfd,
                           __NR_add_key,
                           __NR_request_key,
                           __NR_keyctl,
                           __NR_unshare,
                           __NR_setns,
                           __NR_mount,
                           __NR_umount2,
                           __NR_pivot_root,
                           __NR_chroot,
                           428 /* open_tree, move_mount, fsopen, fsconfig, fsmount, fspick */,
                           429,
                           430,
                           431,
                           432,
                           433};
// What a sanitizer's report needs.
constexpr long kPrograms[] = {__NR_execve, __NR_execveat, __NR_ptrace};
constexpr long kSockets[] = {
#if defined(__NR_socketcall)
    __NR_socketcall,
#endif
#if defined(__NR_accept)
    __NR_accept,
#endif
    __NR_socket,     __NR_socketpair, __NR_connect,  __NR_bind,     __NR_listen,  __NR_accept4,
    __NR_sendto,     __NR_sendmsg,    __NR_sendmmsg, __NR_recvfrom, __NR_recvmsg, __NR_recvmmsg};

}  // namespace

bool can_wall_off_files() {
  return landlock_version() >= 1;
}

bool wall_off_calls(const Reach& reach) {
  if (kArchitecture == 0 || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  constexpr auto at = [](std::size_t member) { return static_cast<std::uint32_t>(member); };
  std::vector<sock_filter> filter = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, at(offsetof(seccomp_data, arch))),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, at(offsetof(seccomp_data, nr)))};
  const sock_filter refuse = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
#if defined(__x86_64__)
  filter.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1));  // the x32 numbers
  filter.push_back(refuse);
#endif
  const auto deny = [&](const auto& calls) {
    for (const long call : calls) {
      filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
      filter.push_back(refuse);
    }
  };
  if (!kSanitized) {
    deny(kNever);
    deny(kPrograms);
  }
  if (!reach.network) deny(kSockets);
  filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  return ::syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

Walls raise_walls(const Reach& reach) {
  Walls walls;
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return walls;
  walls.files = wall_off_files(reach);
  walls.calls = wall_off_calls(reach);
  return walls;
}

bool has_walls() {
  return true;
}

}  // namespace optoutlog
