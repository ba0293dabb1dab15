// Preloaded into a program: its C library's clock of the day stands $OPTOUTLOG_TEST_SHIFT seconds
// off.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

int clock_gettime(clockid_t clock, struct timespec* now) {
  static int (*real)(clockid_t, struct timespec*);
  if (!real) real = (int (*)(clockid_t, struct timespec*))dlsym(RTLD_NEXT, "clock_gettime");
  const int result = real(clock, now);
  const char* shift = getenv("OPTOUTLOG_TEST_SHIFT");
  if (result == 0 && clock == CLOCK_REALTIME && shift) now->tv_sec += strtol(shift, NULL, 10);
  return result;
}
