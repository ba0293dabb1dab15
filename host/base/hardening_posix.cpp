#include <sys/resource.h>

#include <csignal>

#if defined(__linux__)
#include <sys/prctl.h>
#endif

#include "base/hardening.h"

namespace optoutlog {

void survive_file_limit() {
  (void)::signal(SIGXFSZ, SIG_IGN);
}

void harden_process() {
  survive_file_limit();
  const rlimit none{0, 0};
  (void)::setrlimit(RLIMIT_CORE, &none);
#if defined(__linux__)
  // Chrome leaves new privileges allowed on purpose, for hosts that call sudo.
  (void)::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
}

}  // namespace optoutlog
