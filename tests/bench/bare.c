/* The smallest host that makes an entry durable: the same SQLite, journal mode and syncing as the
 * record, one table, one row a frame, the frame as the answer. The yardstick for the first entry.
 * The database is the file that the first argument names. */
#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

static int all(ssize_t (*call)(int, void*, size_t), int fd, char* at, size_t left) {
  while (left > 0) {
    ssize_t n = call(fd, at, left);
    if (n <= 0) return 0;
    at += n;
    left -= (size_t)n;
  }
  return 1;
}

static ssize_t put(int fd, void* at, size_t n) {
  return write(fd, at, n);
}

int main(int argc, char** argv) {
  sqlite3* db;
  sqlite3_stmt* insert;
  if (argc < 2 || sqlite3_open(argv[1], &db) != SQLITE_OK) return 1;
  if (sqlite3_exec(db,
                   "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
                   "CREATE TABLE IF NOT EXISTS entry (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)",
                   NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2(db, "INSERT INTO entry (body) VALUES (?)", -1, &insert, NULL) != SQLITE_OK)
    return 1;
  for (;;) {
    uint32_t size;
    char* body;
    if (!all(read, 0, (char*)&size, sizeof size) || size > (1u << 20)) break;
    body = malloc(size);
    if (!body || !all(read, 0, body, size)) return 1;
    sqlite3_bind_text(insert, 1, body, (int)size, SQLITE_STATIC);
    if (sqlite3_step(insert) != SQLITE_DONE) return 1;
    sqlite3_reset(insert);
    if (!all(put, 1, (char*)&size, sizeof size) || !all(put, 1, body, size)) return 1;
    free(body);
  }
  sqlite3_finalize(insert);
  sqlite3_close(db);
  return 0;
}
