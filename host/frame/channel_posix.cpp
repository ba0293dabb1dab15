#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "frame/channel.h"

namespace optoutlog::frame {
namespace {

volatile std::sig_atomic_t g_terminated = 0;
int g_input = -1;  // what take_stdio() took
void on_terminate(int) {
  g_terminated = 1;
}

Error failed(const char* what, int error) {
  return Error(errors::kChannelFailed, std::string(what) + " failed: " + std::strerror(error) + ".",
               {{"why", std::strerror(error)}});
}

// A closed descriptor 0, 1 or 2 would be given to the next file that is opened: the database.
void fill(int fd, int flags) {
  if (::fcntl(fd, F_GETFD) != -1 || errno != EBADF) return;
  const int opened = ::open("/dev/null", flags);
  if (opened >= 0 && opened != fd) {
    ::dup2(opened, fd);
    ::close(opened);
  }
}

// Waits without SIGTERM being able to slip in between the look at the flag and the wait: the signal
// is blocked everywhere else and only let in by ppoll. Returns false when terminated.
bool wait_for(int fd, short events) {
  sigset_t mask;
  ::sigprocmask(SIG_SETMASK, nullptr, &mask);
  sigdelset(&mask, SIGTERM);
  pollfd item{fd, events, 0};
// no ppoll: a short time slice bounds the wait after a signal that came just before
#if defined(__APPLE__)
  ::sigprocmask(
      SIG_UNBLOCK,
      [] {
        static sigset_t s;
        sigemptyset(&s);
        sigaddset(&s, SIGTERM);
        return &s;
      }(),
      nullptr);
  while (g_terminated == 0 && ::poll(&item, 1, 500) == 0) {
  }
#else
  while (g_terminated == 0 && ::ppoll(&item, 1, nullptr, &mask) < 0 && errno == EINTR) {
  }
#endif
  return g_terminated == 0;
}

}  // namespace

bool Pipe::terminated() {
  return g_terminated != 0;
}

bool Pipe::ending() {
  if (g_terminated != 0) return true;
  sigset_t waiting;
  // Blocked but for the waits for input: it is looked for.
  if (::sigpending(&waiting) == 0 && sigismember(&waiting, SIGTERM) == 1) return true;
  pollfd item{g_input, POLLIN, 0};
  if (g_input < 0 || ::poll(&item, 1, 0) <= 0) return false;
  return (item.revents & POLLHUP) != 0 && (item.revents & POLLIN) == 0;
}

Result<Pipe> Pipe::take_stdio() {
  const bool has_output = ::fcntl(STDOUT_FILENO, F_GETFD) != -1;
  fill(STDIN_FILENO, O_RDONLY);
  fill(STDERR_FILENO, O_WRONLY);
  if (!has_output) {
    fill(STDOUT_FILENO, O_WRONLY);
    return Error(errors::kChannelFailed, "Standard output is closed, so no answer can be given.",
                 {{"why", "standard output is closed"}});
  }
  const int in = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
  const int out = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (in < 0 || out < 0) return failed("Taking standard input and output", errno);
  ::dup2(STDERR_FILENO, STDOUT_FILENO);
  const int null = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (null >= 0) {
    ::dup2(null, STDIN_FILENO);
    ::close(null);
  }

  ::signal(SIGPIPE, SIG_IGN);
  sigset_t term;
  sigemptyset(&term);
  sigaddset(&term, SIGTERM);
  ::sigprocmask(SIG_BLOCK, &term, nullptr);
  struct sigaction action {};
  action.sa_handler = on_terminate;  // no SA_RESTART: the wait has to end
  ::sigaction(SIGTERM, &action, nullptr);
  g_input = in;
  return Pipe(in, out);
}

Result<std::size_t> Pipe::read_some(char* buffer, std::size_t size) {
  const int fd = static_cast<int>(in_);
  for (;;) {
    if (!wait_for(fd, POLLIN)) return std::size_t{0};
    const ssize_t got = ::read(fd, buffer, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno == EINTR || errno == EAGAIN) continue;
    if (errno == ECONNRESET) return std::size_t{0};
    return failed("Reading from the browser", errno);
  }
}

bool Pipe::is_quiet(int millis) const {
  pollfd item{static_cast<int>(in_), POLLIN, 0};
#if defined(__APPLE__)
  return ::poll(&item, 1, millis) == 0 && g_terminated == 0;
#else
  sigset_t mask;
  ::sigprocmask(SIG_SETMASK, nullptr, &mask);
  sigdelset(&mask, SIGTERM);
  const timespec limit{millis / 1000, millis % 1000 * 1'000'000L};
  return ::ppoll(&item, 1, &limit, &mask) == 0 && g_terminated == 0;
#endif
}

Result<bool> Pipe::write_all(std::string_view bytes) {
  const int fd = static_cast<int>(out_);
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(put));
      continue;
    }
    if (errno == EINTR) continue;
    if (errno == EAGAIN) {  // a non-blocking pipe that is full
      pollfd item{fd, POLLOUT, 0};
      ::poll(&item, 1, -1);
      continue;
    }
    if (errno == EPIPE || errno == ECONNRESET) return false;
    return failed("Writing to the browser", errno);
  }
  return true;
}

}  // namespace optoutlog::frame
