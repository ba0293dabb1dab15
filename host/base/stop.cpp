#include "base/stop.h"

namespace optoutlog {
namespace {

Stop g_stop = nullptr;

}  // namespace

void set_stop(Stop stop) {
  g_stop = stop;
}

bool stop_asked() {
  return g_stop != nullptr && g_stop();
}

}  // namespace optoutlog
