#include <sys/xattr.h>

#include "install/doctor/binary.h"

// Not compiled or run on a real macOS yet.
namespace optoutlog::install {

bool quarantined(const fs::path& program) {
  // getxattr(2) gives the attribute's size, or -1 where there is none.
  return getxattr(program.c_str(), "com.apple.quarantine", nullptr, 0, 0, 0) >= 0;
}

}  // namespace optoutlog::install
