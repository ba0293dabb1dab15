#pragma once
#include <cstddef>

namespace optoutlog::policy::terminal {
bool is_terminal();     // standard output is one
std::size_t columns();  // its width, 80 where unknown
bool colours();         // a terminal, and neither NO_COLOR (https://no-color.org) nor TERM=dumb
}  // namespace optoutlog::policy::terminal
