// Preloaded into a native host: each time a message has come, it tries from inside what the walls
// are to hold back, and says on standard error how the kernel answered: "inside NAME=ERRNO …". The
// files of $OPTOUTLOG_TEST_FILES, apart by colons, are opened for reading.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static void attempt(void) {
  char line[4096];
  int at = snprintf(line, sizeof line, "inside landlock=%ld", syscall(444, NULL, 0, 1));
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  at += snprintf(line + at, sizeof line - at, " socket=%d", fd < 0 ? errno : 0);
  if (fd >= 0) close(fd);
  char* const none[] = {NULL};
  execve("/bin/no such program", none, none);
  at += snprintf(line + at, sizeof line - at, " exec=%d", errno);
  at += snprintf(line + at, sizeof line - at, " ptrace=%d",
                 ptrace(PTRACE_SEIZE, getppid(), NULL, NULL) < 0 ? errno : 0);
  char* files = strdup(getenv("OPTOUTLOG_TEST_FILES") ? getenv("OPTOUTLOG_TEST_FILES") : "");
  for (char* file = strtok(files, ":"); file; file = strtok(NULL, ":")) {
    const int open_file = open(file, O_RDONLY);
    at += snprintf(line + at, sizeof line - at, " %s=%d", strrchr(file, '/') + 1,
                   open_file < 0 ? errno : 0);
    if (open_file >= 0) close(open_file);
  }
  free(files);
  dprintf(STDERR_FILENO, "%s\n", line);
}

// What a program calls whose compiler knows how large the buffer is.
ssize_t __read_chk(int fd, void* buffer, size_t size, size_t room);
ssize_t __read_chk(int fd, void* buffer, size_t size, size_t room) {
  if (size > room) abort();
  return read(fd, buffer, size);
}

ssize_t read(int fd, void* buffer, size_t size) {
  static ssize_t (*real)(int, void*, size_t);
  if (!real) real = (ssize_t(*)(int, void*, size_t))dlsym(RTLD_NEXT, "read");
  const ssize_t got = real(fd, buffer, size);
  const int before = errno;
  // The channel, which is no file.
  if (got > 0 && fd > STDERR_FILENO && lseek(fd, 0, SEEK_CUR) < 0) attempt();
  errno = before;
  return got;
}
