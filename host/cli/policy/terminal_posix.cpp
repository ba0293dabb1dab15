#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "cli/policy/terminal.h"

namespace optoutlog::policy::terminal {

bool is_terminal() {
  return isatty(STDOUT_FILENO) == 1;
}

std::size_t columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

bool colours() {
  const char* none = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return is_terminal() && (none == nullptr || *none == 0) &&
         !(term != nullptr && std::string_view(term) == "dumb");
}

}  // namespace optoutlog::policy::terminal
