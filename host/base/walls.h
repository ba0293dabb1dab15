#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"

// What a native host gives up for good once it has begun, held by the kernel: Landlock for files,
// seccomp for system calls. A fault in the reading of a message or of a page then reaches no
// further. Where the system has neither, the process runs as before and says so.
namespace optoutlog {

// What a process still needs.
struct Reach {
  // Folders in which it reads, writes, makes and removes.
  std::vector<std::filesystem::path> own = {};
  // What is only read; of these, what is not there is passed over.
  std::vector<std::filesystem::path> read = {};
  bool network = false;
};

// Which walls stand. Both false: this system has none, or refused them.
struct Walls {
  bool files = false;  // no file outside Reach; held for this thread and those that it begins
  bool calls = false;  // no program started, no other process' memory, no socket without `network`
};

// Raises them; to be called before there is a second thread. Called again, they become narrower,
// never wider. A call that is refused fails with EPERM, a file with EACCES.
Walls raise_walls(const Reach& reach);
// The same for calls alone.
bool wall_off_calls(const Reach& reach);
// Whether walls around files could be raised here.
bool can_wall_off_files();
// Whether this program has walls to raise on this system.
bool has_walls();

// The walls of a process whose own folder is one, which may be made later.
class Enclosure {
 public:
  // Until the folder is there: what is in the nearest folder above it is the process' own; or every
  // file is within reach, where in that folder lies what this process is not to see.
  enum class Before : std::uint8_t { kNearestAbove, kEverything };

  // None yet.
  Enclosure() = default;
  // Raised around `folder` and `rest`.
  Enclosure(std::filesystem::path folder, Reach rest, Before before = Before::kNearestAbove);

  // To be asked before the folder is used; closes the walls around it once it was made. False where
  // another folder lies there than the one that the walls were raised around, or none any more:
  // only a new process can use it.
  bool hold();
  // Whether the folder was there, so that the walls are as narrow as they will be.
  bool closed() const { return !identity_.empty(); }
  const Walls& walls() const { return walls_; }
  // For `hello`: the names of those that stand, or will once there is a folder; null where this
  // program has none to raise.
  json told() const;

 private:
  std::filesystem::path folder_;
  Reach rest_;
  Walls walls_;
  bool later_ = false;    // walls around files can be raised, and will once the folder is there
  std::string identity_;  // of the folder; empty while it is not there
};

}  // namespace optoutlog
