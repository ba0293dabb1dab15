#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "install/system/launch.h"

extern char** environ;  // unistd.h declares it on some systems only

namespace optoutlog::install {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMoreOutput = std::size_t{64} * 1024;
constexpr std::size_t kMostErrors = std::size_t{16} * 1024;

// A pipe whose ends do not reach the child unless dup2 puts them there. They are kept clear of 0, 1
// and 2: where those are closed at our start, pipe() would give them out, and dup2 onto itself
// changes nothing.
struct Pipe {
  int read_end = -1;
  int write_end = -1;
  Pipe() {
    int ends[2];
    if (::pipe(ends) != 0) return;
    read_end = fcntl(ends[0], F_DUPFD_CLOEXEC, 3);
    write_end = fcntl(ends[1], F_DUPFD_CLOEXEC, 3);
    close(ends[0]);
    close(ends[1]);
  }
  ~Pipe() {
    close_read();
    close_write();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_read() {
    if (read_end >= 0) close(read_end);
    read_end = -1;
  }
  void close_write() {
    if (write_end >= 0) close(write_end);
    write_end = -1;
  }
};

// Between fork and exec: only calls that are safe there, in a process of one thread.
[[noreturn]] void become(const char* program, char* const* arguments, char** environment,
                         const char* folder, bool shell, const Pipe& in, const Pipe& out,
                         const Pipe& err, int report) {
  signal(SIGPIPE, SIG_DFL);
  if (dup2(in.read_end, 0) >= 0 && dup2(out.write_end, 1) >= 0 && dup2(err.write_end, 2) >= 0 &&
      chdir(folder) == 0) {
    environ = environment;
    (shell ? execvp : execv)(program, arguments);
  }
  const int code = errno;
  [[maybe_unused]] const ssize_t ignored = write(report, &code, sizeof code);
  _exit(127);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  result.reserve(texts.size() + 1);
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

// Reads what is there; false at the end of the stream.
bool drain(int descriptor, std::string& into, std::size_t limit) {
  char buffer[8192];
  const ssize_t count = read(descriptor, buffer, sizeof buffer);
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  if (count == 0) return false;
  if (into.size() < limit) into.append(buffer, static_cast<std::size_t>(count));
  return true;
}

int milliseconds_until(Clock::time_point end) {
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
  return left < 0 ? 0 : static_cast<int>(left) + 1;
}

// Moves bytes until `enough`, the end of stdout, or the end of patience.
void converse(const Launch& what, Pipe& in, Pipe& out, Pipe& err, Launched& result) {
  const auto end = Clock::now() + what.patience;
  std::size_t written = 0;
  std::size_t limit = kMoreOutput;
  while (out.read_end >= 0) {
    pollfd polled[3] = {{out.read_end, POLLIN, 0}, {err.read_end, POLLIN, 0}, {-1, POLLOUT, 0}};
    if (in.write_end >= 0 && written < what.input.size()) polled[2].fd = in.write_end;
    const int ready = poll(polled, 3, milliseconds_until(end));
    if (ready < 0 && errno != EINTR) return;
    if (ready == 0) {
      result.timed_out = true;
      return;
    }
    if (polled[2].revents & (POLLOUT | POLLERR)) {
      const ssize_t count =
          write(in.write_end, what.input.data() + written, what.input.size() - written);
      if (count > 0) written += static_cast<std::size_t>(count);
      if (count < 0 && errno == EPIPE) in.close_write();
    }
    if (polled[1].revents && !drain(err.read_end, result.errors, kMostErrors)) err.close_read();
    if (polled[0].revents && !drain(out.read_end, result.output, limit + kMoreOutput)) return;
    limit = std::max(limit, result.output.size());
    if (what.enough(result.output)) {
      result.enough = true;
      return;
    }
  }
}

// Closes stdin and waits for the end; what it still says on stderr is kept.
void finish(const Launch& what, pid_t child, Pipe& in, Pipe& out, Pipe& err, Launched& result) {
  in.close_write();
  const auto end = Clock::now() + what.grace;
  while (out.read_end >= 0 || err.read_end >= 0) {
    pollfd polled[2] = {{out.read_end, POLLIN, 0}, {err.read_end, POLLIN, 0}};
    const int ready = poll(polled, 2, milliseconds_until(end));
    if (ready <= 0 && !(ready < 0 && errno == EINTR)) break;
    std::string rest;
    if (polled[0].revents && !drain(out.read_end, rest, kMoreOutput)) out.close_read();
    if (polled[1].revents && !drain(err.read_end, result.errors, kMostErrors)) err.close_read();
  }
  int status = 0;
  pid_t ended = 0;
  while ((ended = waitpid(child, &status, WNOHANG)) == 0 && Clock::now() < end) usleep(2000);
  if (ended == 0) {
    result.lingered = true;
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return;
  }
  if (WIFEXITED(status)) result.status = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
}

}  // namespace

Launched launch(const Launch& what) {
  Launched result;
  Pipe in;
  Pipe out;
  Pipe err;
  Pipe report;
  std::vector<std::string> arguments = {what.program.string()};
  arguments.insert(arguments.end(), what.arguments.begin(), what.arguments.end());
  std::vector<std::string> variables;
  for (const auto& [name, value] : what.variables) {
    std::string& variable = variables.emplace_back(name);
    variable += '=';
    variable += value;
  }
  const std::vector<char*> argv = pointers(arguments);
  std::vector<char*> envp = pointers(variables);
  const std::string folder = what.program.parent_path().string();

  signal(SIGPIPE, SIG_IGN);  // a host that ends early must not end us
  const pid_t child = fork();
  if (child < 0) {
    result.start_error = errno;
    return result;
  }
  if (child == 0)
    become(argv[0], argv.data(), envp.data(), folder.c_str(), what.shell, in, out, err,
           report.write_end);
  in.close_read();
  out.close_write();
  err.close_write();
  report.close_write();
  if (read(report.read_end, &result.start_error, sizeof result.start_error) > 0) {
    waitpid(child, nullptr, 0);
    return result;
  }
  converse(what, in, out, err, result);
  finish(what, child, in, out, err, result);
  return result;
}

std::map<std::string, std::string> bare_environment() {
  std::map<std::string, std::string> variables;
  for (const char* name :
       {"HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
        "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"}) {
    if (const char* value = std::getenv(name)) variables[name] = value;
  }
  variables["PATH"] = "/usr/bin:/bin:/usr/sbin:/sbin";
  return variables;
}

std::string start_error_text(int code) {
  return std::strerror(code);
}

}  // namespace optoutlog::install
