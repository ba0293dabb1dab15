#include "cli/screen.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <iostream>

#include "base/progress.h"
#include "cli/answer.h"
#include "cli/terminal.h"
#include "install/register/register.h"
#include "install/system/machine.h"

#ifndef _WIN32
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace optoutlog::cli {
namespace {

#ifndef _WIN32
// What a shell runs; empty: there is none, or none is wanted.
std::string pager() {
  const char* named = std::getenv("PAGER");
  if (named != nullptr) return std::strcmp(named, "cat") == 0 ? std::string() : named;
  const auto& folders = install::this_machine().program_folders;
  const auto has = [](const auto& folder) { return install::is_program(folder / "less"); };
  return std::any_of(folders.begin(), folders.end(), has) ? "less" : "";
}

// In the child: the pager reads what we write. Colours pass, and what fits the screen stays on it.
[[noreturn]] void become(const std::string& program, const int (&ends)[2]) {
  dup2(ends[0], STDIN_FILENO);
  close(ends[0]);
  close(ends[1]);
  setenv("LESS", "FRX", 0);
  execl("/bin/sh", "sh", "-c", program.c_str(), nullptr);
  _exit(127);
}
#endif

// "40000 entries checked, 1200 taken in, "; empty where nothing of it has begun.
std::string how_far() {
  std::string words;
  if (const auto checked = progress.checked.load(); checked > 0)
    words = entries(checked) + " checked, ";
  if (const auto taken = progress.taken.load(); taken > 0)
    words += std::to_string(taken) + " taken in, ";
  return words;
}

}  // namespace

void add_utc(CLI::App* command) {
  command->add_flag_callback(
      "--utc",
      [] {
#ifdef _WIN32
        _putenv_s("TZ", "UTC0");
        _tzset();
#else
        setenv("TZ", "UTC0", 1);
        tzset();
#endif
      },
      "All times and days are of UTC, not of your time zone");
}

CLI::Validator counting_number() {
  const auto wrong = [](const std::string& word) {
    const bool digits = !word.empty() && word.size() <= 18 &&
                        word.find_first_not_of("0123456789") == std::string::npos;
    if (digits && word.find_first_not_of('0') != std::string::npos) return std::string();
    return "'" + word + "' is no whole number from 1 on";
  };
  return CLI::Validator(wrong, "");
}

#ifdef _WIN32
Pager::Pager() = default;
Pager::~Pager() = default;
#else
Pager::Pager() {
  const std::string program = pager();
  if (program.empty() || !is_terminal(stdout)) return;
  // both are known of the terminal alone, and kept
  paint(Paint::kBold, "x");
  setenv("COLUMNS", std::to_string(columns()).c_str(), 1);
  int ends[2];
  std::cout.flush();
  if (pipe(ends) != 0) return;
  reader_ = fork();
  if (reader_ == 0) become(program, ends);
  close(ends[0]);
  if (reader_ > 0) {
    std::signal(SIGPIPE, SIG_IGN);  // whoever has read enough leaves
    std::signal(SIGINT, SIG_IGN);   // it is meant for the pager
    terminal_ = dup(STDOUT_FILENO);
    dup2(ends[1], STDOUT_FILENO);
  }
  close(ends[1]);
}

Pager::~Pager() {
  if (terminal_ < 0) return;
  std::cout.flush();
  std::cout.clear();
  dup2(terminal_, STDOUT_FILENO);  // the pager comes to its end
  close(terminal_);
  waitpid(reader_, nullptr, 0);
  std::signal(SIGINT, SIG_DFL);
}
#endif

Working::Working(std::string what, bool wanted) : what_(std::move(what)) {
  const char* term = std::getenv("TERM");
  const bool dumb = term != nullptr && std::strcmp(term, "dumb") == 0;
  if (wanted && !dumb && is_terminal(stderr)) teller_ = std::thread([this] { tell(); });
}

Working::~Working() {
  if (!teller_.joinable()) return;
  {
    const std::lock_guard<std::mutex> held(lock_);
    done_ = true;
  }
  over_.notify_all();
  teller_.join();
}

void Working::tell() {
  std::unique_lock<std::mutex> held(lock_);
  int seconds = 0;
  while (!over_.wait_for(held, std::chrono::seconds(1), [this] { return done_; }))
    std::cerr << "\r" << what_ << " … " << how_far() << ++seconds << " s" << std::flush;
  if (seconds > 0) std::cerr << "\r\x1b[K" << std::flush;
}

}  // namespace optoutlog::cli
