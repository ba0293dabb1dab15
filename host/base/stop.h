#pragma once

// Whether whoever is to be answered has gone, or asked this process to end: what waits for another
// program then gives up. Nobody has, unless the program says how that is found.
namespace optoutlog {

using Stop = bool (*)();
void set_stop(Stop stop);
bool stop_asked();

}  // namespace optoutlog
