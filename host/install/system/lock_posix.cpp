#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

#include "install/system/lock.h"

namespace optoutlog::install {

std::shared_ptr<void> lock_folder(const fs::path& folder, std::chrono::milliseconds patience) {
  const auto descriptor =
      std::make_shared<int>(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC));
  std::shared_ptr<void> held(descriptor.get(), [descriptor](void*) {
    if (*descriptor >= 0) close(*descriptor);
  });
  const auto until = std::chrono::steady_clock::now() + patience;
  while (*descriptor >= 0 && flock(*descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) break;
    if (std::chrono::steady_clock::now() > until) return nullptr;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return held;
}

}  // namespace optoutlog::install
