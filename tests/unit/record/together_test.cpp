#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "record/sample.h"

// Several processes on one record.
using namespace sample;

namespace {

// Runs `body` in `count` child processes and gives how many of them returned true.
template <class Body>
int in_children(int count, const Body& body) {
  std::vector<pid_t> children;
  for (int i = 0; i < count; ++i) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) ::_exit(body(i) ? 0 : 1);
    children.push_back(child);
  }
  int fine = 0;
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) ++fine;
  }
  return fine;
}

}  // namespace

TEST_CASE("eight writers at once: none lost, none doubled, none hears of busy") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  constexpr int kEach = 40;
  const int fine = in_children(8, [&](int child) {
    auto record = record::Record::open(folder.path(), true, sample::clock);
    if (!record) return false;
    for (int i = 0; i < kEach; ++i) {
      const auto added = (*record)->append(
          {parsed(reading({{"control", "c" + std::to_string(child) + "-" + std::to_string(i)}}))});
      if (!added || added->at(0).effect != record::Effect::kRecorded) return false;
    }
    return true;
  });
  CHECK(fine == 8);
  auto record = open(folder);
  const auto verdict = record->verify().value();
  CHECK_FALSE(verdict.broken.has_value());
  CHECK(verdict.head.count == 8 * kEach);
  CHECK(record->lines(0, 1000)->size() == 8 * kEach);
}

TEST_CASE("the same entry from many processes is recorded once") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  const json value = reading();
  const int recorded = in_children(6, [&](int) {
    auto record = record::Record::open(folder.path(), true, sample::clock);
    if (!record) return false;
    const auto added = (*record)->append({parsed(value)});
    return added && added->at(0).effect == record::Effect::kRecorded;
  });
  CHECK(recorded == 1);
  CHECK(open(folder)->head()->count == 1);
}

TEST_CASE("readers, writers and an erase get along") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  const int fine = in_children(5, [&](int child) {
    auto record = record::Record::open(folder.path(), true, sample::clock);
    if (!record) return false;
    for (int i = 0; i < 15; ++i) {
      bool good = false;
      if (child == 0) {
        good = (*record)->lines(0, 100).ok() && (*record)->history({}).ok();
      } else if (child == 1) {
        const auto verdict = (*record)->verify();
        good = verdict.ok() && !verdict->broken;
      } else if (child == 2) {
        good = (*record)->erase({"doomed", {}}).ok();
      } else {
        good = (*record)
                   ->append({parsed(
                       reading({{"platform", i % 2 == 0 ? "doomed" : "kept"},
                                {"control", std::to_string(child) + "-" + std::to_string(i)}}))})
                   .ok();
      }
      if (!good) return false;
    }
    return true;
  });
  CHECK(fine == 5);
  CHECK_FALSE(open(folder)->verify()->broken.has_value());
}

TEST_CASE("a writer killed at any moment leaves a record that opens and verifies") {
  set_clock("2026-11-23T18:00:00.000Z");
  Folder folder;
  int acknowledged = 0;
  for (int round = 0; round < 12; ++round) {
    int pipe_ends[2];
    REQUIRE(::pipe(pipe_ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      auto record = record::Record::open(folder.path(), true, sample::clock);
      for (int i = 0; record && i < 1000; ++i) {
        const auto added = (*record)->append(
            {parsed(reading({{"control", std::to_string(round) + "-" + std::to_string(i)}}))});
        if (!added || ::write(pipe_ends[1], "x", 1) != 1) break;
      }
      ::_exit(0);
    }
    ::close(pipe_ends[1]);
    // The moment is tied to what was acknowledged, not to a clock.
    char tick = 0;
    for (int i = 0; i <= round && ::read(pipe_ends[0], &tick, 1) == 1; ++i) ++acknowledged;
    ::kill(child, SIGKILL);
    while (::read(pipe_ends[0], &tick, 1) == 1) ++acknowledged;
    ::close(pipe_ends[0]);
    ::waitpid(child, nullptr, 0);
  }
  auto record = open(folder);
  const auto verdict = record->verify().value();
  CHECK_FALSE(verdict.broken.has_value());
  CHECK(verdict.head.count >= acknowledged);
  CHECK(verdict.head.count <= acknowledged + 12);  // at most one unacknowledged for each kill
}
