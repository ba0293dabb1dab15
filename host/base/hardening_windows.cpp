#include "base/hardening.h"

namespace optoutlog {

// Nothing to give up: the browser's job object and the user's own token bound the process.
void harden_process() {}
void survive_file_limit() {}

}  // namespace optoutlog
