#include "cli/terminal.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iostream>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#include "cli/command_name.h"

namespace optoutlog::cli {
namespace {

constexpr int kUsual = 80;  // where nobody says another width

// $COLUMNS, or 0.
int wanted_columns() {
  const char* value = std::getenv("COLUMNS");
  const long width = value != nullptr ? std::strtol(value, nullptr, 10) : 0;
  return width > 0 ? static_cast<int>(std::clamp(width, 40L, 1000L)) : 0;
}

// The width of the terminal that the stream is, or 0.
int terminal_columns(std::FILE* stream) {
  int width = 0;
#ifdef _WIN32
  CONSOLE_SCREEN_BUFFER_INFO info;
  const HANDLE handle = GetStdHandle(stream == stdout ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
  if (GetConsoleScreenBufferInfo(handle, &info))
    width = info.srWindow.Right - info.srWindow.Left + 1;
#else
  winsize size{};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0) width = size.ws_col;
#endif
  return width > 0 ? std::max(width, 40) : 0;
}

const char* code_of(Paint colour) {
  switch (colour) {
    case Paint::kBold:
      return "1";
    case Paint::kDim:
      return "2";
    case Paint::kGreen:
      return "32";
    case Paint::kYellow:
      return "33";
    case Paint::kRed:
      return "1;31";
    case Paint::kAdded:
      return "1;32";
    case Paint::kGone:
      return "31;9";
    case Paint::kNone:
      break;
  }
  return "0";
}

}  // namespace

bool is_terminal(std::FILE* stream) {
#ifdef _WIN32
  return _isatty(_fileno(stream)) != 0;
#else
  return isatty(fileno(stream)) != 0;
#endif
}

void use_utf8() {
#ifdef _WIN32
  SetConsoleOutputCP(CP_UTF8);
#endif
}

bool takes_colour(std::FILE* stream) {
  const char* none = std::getenv("NO_COLOR");
  if (none != nullptr && *none != 0) return false;
  const char* term = std::getenv("TERM");
  if (term != nullptr && std::strcmp(term, "dumb") == 0) return false;
#ifdef _WIN32
  DWORD mode = 0;
  const HANDLE handle = GetStdHandle(stream == stdout ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
  return GetConsoleMode(handle, &mode) &&
         SetConsoleMode(handle, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
#else
  return is_terminal(stream);
#endif
}

int columns() {
  if (const int wanted = wanted_columns(); wanted > 0) return wanted;
  const int own = terminal_columns(stdout);
  return own > 0 ? own : kUsual;
}

bool is_bounded() {
  static const bool bounded = wanted_columns() > 0 || is_terminal(stdout);
  return bounded;
}

std::string paint(Paint colour, std::string_view text) {
  static const bool wanted = takes_colour(stdout);
  if (!wanted || colour == Paint::kNone || text.empty()) return std::string(text);
  return std::string("\x1b[") + code_of(colour) + "m" + std::string(text) + "\x1b[0m";
}

void say(std::string_view words, int indent, Paint colour) {
  say_beside({}, words, indent, colour);
}

void say_beside(std::string_view label, std::string_view words, int width, Paint colour) {
  const std::string folded = wrap(pasteable(harmless(words)), columns() - width, width);
  std::cout << filled(label, width) << paint(colour, folded) << "\n";
}

void complain(std::string_view what, std::string_view next) {
  const int wanted = wanted_columns();
  const int width = wanted > 0 ? wanted : terminal_columns(stderr);
  const auto fold = [width](const std::string& text) {
    return width > 0 ? wrap(text, width, 0) : text;
  };
  const std::string first = "optoutlog: " + pasteable(harmless(what));
  const std::string second = pasteable(harmless(next));
  const bool joined = cells(first) + 1 + cells(second) <= (width > 0 ? width : kUsual);
  std::cout.flush();  // in the order in which it was said
  std::cerr << fold(first);
  if (!second.empty()) std::cerr << (joined ? " " + second : "\n" + fold(second));
  std::cerr << "\n";
}

bool flush_output() {
  if (std::cout.flush()) return true;
#ifdef _WIN32
  return true;
#else
  struct stat status {};
  return fstat(STDOUT_FILENO, &status) == 0 &&
         (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
#endif
}

}  // namespace optoutlog::cli
