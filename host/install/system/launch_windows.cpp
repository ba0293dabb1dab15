#include <windows.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "install/system/launch.h"

namespace optoutlog::install {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostOutput = 4 * 1024 * 1024;
constexpr std::size_t kMostErrors = std::size_t{16} * 1024;

// What a thread reads from a pipe until it ends.
struct Reader {
  HANDLE handle = nullptr;
  std::size_t limit = 0;
  std::mutex mutex;
  std::string bytes;
  std::atomic<bool> ended{false};
  std::thread thread;

  void start() {
    thread = std::thread([this] {
      char buffer[8192];
      DWORD count = 0;
      while (ReadFile(handle, buffer, sizeof buffer, &count, nullptr) && count > 0) {
        const std::lock_guard<std::mutex> lock(mutex);
        if (bytes.size() < limit) bytes.append(buffer, count);
      }
      ended = true;
    });
  }
  std::string so_far() {
    const std::lock_guard<std::mutex> lock(mutex);
    return bytes;
  }
};

// A pipe of which `ours` is not handed on to the child.
bool make_pipe(HANDLE& read_end, HANDLE& write_end, bool child_reads) {
  SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
  return CreatePipe(&read_end, &write_end, &inherited, 1 << 20) &&
         SetHandleInformation(child_reads ? write_end : read_end, HANDLE_FLAG_INHERIT, 0);
}

// One argument as CommandLineToArgvW takes it apart again.
std::wstring quoted(const std::wstring& text) {
  std::wstring result = L"\"";
  std::size_t slashes = 0;
  for (const wchar_t c : text) {
    if (c == L'"') result.append(slashes + 1, L'\\');
    slashes = c == L'\\' ? slashes + 1 : 0;
    result += c;
  }
  result.append(slashes, L'\\');
  return result + L"\"";
}

// The child's ends, closed in this process once the child has them, and ours.
struct Pipes {
  HANDLE in_read = nullptr;
  HANDLE in_write = nullptr;
  HANDLE out_write = nullptr;
  HANDLE err_write = nullptr;
  Reader out;
  Reader err;

  bool open() {
    out.limit = kMostOutput;
    err.limit = kMostErrors;
    return make_pipe(in_read, in_write, true) && make_pipe(out.handle, out_write, false) &&
           make_pipe(err.handle, err_write, false);
  }
};

BOOL start_child(const Launch& what, const Pipes& pipes, PROCESS_INFORMATION& process) {
  std::wstring line = quoted(what.program.wstring());
  for (const std::string& argument : what.arguments)
    line += L" " + quoted(from_utf8(argument).wstring());
  STARTUPINFOW start{};
  start.cb = sizeof start;
  start.dwFlags = STARTF_USESTDHANDLES;
  start.hStdInput = pipes.in_read;
  start.hStdOutput = pipes.out_write;
  start.hStdError = pipes.err_write;
  return CreateProcessW(what.program.c_str(), line.data(), nullptr, nullptr, TRUE, CREATE_NO_WINDOW,
                        nullptr, what.program.parent_path().c_str(), &start, &process);
}

// Sends the input and reads until there is enough, the output ends, or patience does.
void converse(const Launch& what, Pipes& pipes, Launched& result) {
  pipes.out.start();
  pipes.err.start();
  DWORD count = 0;
  // The pipe holds a megabyte: the few frames of a greeting never block here.
  WriteFile(pipes.in_write, what.input.data(), static_cast<DWORD>(what.input.size()), &count,
            nullptr);
  const auto end = Clock::now() + what.patience;
  while (!result.enough && !result.timed_out) {
    const bool ended = pipes.out.ended;
    result.enough = what.enough(pipes.out.so_far());
    if (result.enough || ended) break;
    result.timed_out = Clock::now() >= end;
    Sleep(2);
  }
}

// Waits for the end, or makes it; the input has been closed.
void finish(const Launch& what, const PROCESS_INFORMATION& process, Pipes& pipes,
            Launched& result) {
  const DWORD grace = static_cast<DWORD>(what.grace.count());
  if (WaitForSingleObject(process.hProcess, grace) != WAIT_OBJECT_0) {
    result.lingered = true;
    TerminateProcess(process.hProcess, 1);
    WaitForSingleObject(process.hProcess, INFINITE);
  }
  DWORD status = 0;
  GetExitCodeProcess(process.hProcess, &status);
  result.status = static_cast<int>(status);
  // An unhandled exception ends with its code as the status (0xC0000005 and the like).
  if ((status & 0xC0000000u) == 0xC0000000u && !result.lingered)
    result.signal = static_cast<int>(status);
  pipes.out.thread.join();
  pipes.err.thread.join();
  CloseHandle(process.hThread);
  CloseHandle(process.hProcess);
}

}  // namespace

Launched launch(const Launch& what) {
  Launched result;
  Pipes pipes;
  if (!pipes.open()) {
    result.start_error = static_cast<int>(GetLastError());
    return result;
  }
  PROCESS_INFORMATION process{};
  const BOOL started = start_child(what, pipes, process);
  if (!started) result.start_error = static_cast<int>(GetLastError());
  for (HANDLE handle : {pipes.in_read, pipes.out_write, pipes.err_write}) CloseHandle(handle);
  if (started) converse(what, pipes, result);
  CloseHandle(pipes.in_write);
  if (started) finish(what, process, pipes, result);
  result.output = pipes.out.bytes;
  result.errors = pipes.err.bytes;
  CloseHandle(pipes.out.handle);
  CloseHandle(pipes.err.handle);
  return result;
}

std::map<std::string, std::string> bare_environment() {
  return {};
}

std::string start_error_text(int code) {
  return std::system_category().message(code);
}

}  // namespace optoutlog::install
