#pragma once
#include <CLI/CLI.hpp>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

// A person in front of a terminal: how much is shown at once, what is said while they wait, and by
// which clock. None of it does anything in a pipe, a file, or for a program.
namespace optoutlog::cli {

// Adds --utc: every time that the command tells, and every day that it takes, is of UTC.
void add_utc(CLI::App* command);

// What a number on the command line has to be that counts something: a whole one, from 1 on.
CLI::Validator counting_number();

// While it lives, what is printed goes to the person's pager: $PAGER, else less, which goes by
// itself where all of it fits. None where $PAGER is empty or "cat", or output is no terminal.
class Pager {
 public:
  Pager();
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  int terminal_ = -1;
  int reader_ = -1;
};

// While it lives, and after the first second, says on standard error what goes on, how far it has
// come (base/progress.h) and for how long; takes it away again.
class Working {
 public:
  Working(std::string what, bool wanted);
  ~Working();
  Working(const Working&) = delete;
  Working& operator=(const Working&) = delete;

 private:
  void tell();
  std::string what_;
  std::mutex lock_;
  std::condition_variable over_;
  bool done_ = false;
  std::thread teller_;
};

}  // namespace optoutlog::cli
