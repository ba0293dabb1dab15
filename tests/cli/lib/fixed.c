/* A computer on which it is always the same moment and chance always throws the same: what the
 * programs then say of a record can be compared letter by letter (tests/cli/golden.test.mjs).
 * Loaded before the C library; OPTOUTLOG_TEST_NOW: seconds since 1970. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec* out) {
  const char* now = getenv("OPTOUTLOG_TEST_NOW");
  if (clock != CLOCK_REALTIME || now == NULL) return (int)syscall(SYS_clock_gettime, clock, out);
  out->tv_sec = atoll(now);
  out->tv_nsec = 0;
  return 0;
}

time_t time(time_t* out) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (out != NULL) *out = now.tv_sec;
  return now.tv_sec;
}

int getentropy(void* out, size_t size) {
  static unsigned char next;
  for (size_t at = 0; at < size; ++at) ((unsigned char*)out)[at] = ++next;
  return 0;
}
