/* Measures native hosts as a browser meets them: start the process, write one frame, read one whole
 * reply, end it.
 *
 *   startup RUNS FRAME_FILE PROGRAM [ARG]...
 *
 * FRAME_FILE holds the JSON body of the request. Prints "<median> <tenth> <ninetieth>" in
 * microseconds, from just before the start to the last byte of the reply. Written in C so that the
 * measure costs less than what it measures. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char** environ;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int take(int fd, char* at, size_t left) {
  while (left > 0) {
    ssize_t n = read(fd, at, left);
    if (n <= 0) return 0;
    at += n;
    left -= (size_t)n;
  }
  return 1;
}

static int compare(const void* a, const void* b) {
  double x = *(const double*)a, y = *(const double*)b;
  return x < y ? -1 : x > y;
}

static double once(char** argv, const char* body, uint32_t size) {
  int in[2], out[2];
  pid_t pid;
  uint32_t reply;
  char* answer;
  posix_spawn_file_actions_t actions;
  double start = now(), end;
  if (pipe2(in, O_CLOEXEC) || pipe2(out, O_CLOEXEC)) return -1;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  if (posix_spawn(&pid, argv[0], &actions, NULL, argv, environ)) return -1;
  posix_spawn_file_actions_destroy(&actions);
  close(in[0]);
  close(out[1]);
  if (write(in[1], &size, sizeof size) != sizeof size || write(in[1], body, size) != (ssize_t)size)
    return -1;
  if (!take(out[0], (char*)&reply, sizeof reply) || reply > (1u << 20)) return -1;
  answer = malloc(reply);
  if (!answer || !take(out[0], answer, reply)) return -1;
  end = now();
  free(answer);
  close(in[1]);
  close(out[0]);
  waitpid(pid, NULL, 0);
  return end - start;
}

int main(int argc, char** argv) {
  static char body[65536];
  int runs = argc > 3 ? atoi(argv[1]) : 0;
  FILE* file = runs > 0 ? fopen(argv[2], "rb") : NULL;
  double* taken = calloc((size_t)(runs > 0 ? runs : 1), sizeof *taken);
  uint32_t size;
  if (!file || !taken) {
    fprintf(stderr, "usage: startup RUNS FRAME_FILE PROGRAM [ARG]...\n");
    return 2;
  }
  size = (uint32_t)fread(body, 1, sizeof body, file);
  for (int i = 0; i < runs; i++) {
    taken[i] = once(argv + 3, body, size);
    if (taken[i] < 0) {
      fprintf(stderr, "%s did not answer\n", argv[3]);
      return 1;
    }
  }
  qsort(taken, (size_t)runs, sizeof *taken, compare);
  printf("%.0f %.0f %.0f\n", taken[runs / 2], taken[runs / 10], taken[runs - 1 - runs / 10]);
  return 0;
}
