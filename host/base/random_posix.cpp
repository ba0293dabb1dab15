#include <unistd.h>

#include <stdexcept>

#if defined(__APPLE__)
#include <sys/random.h>
#endif

#include "base/random.h"

namespace optoutlog {

void random_bytes(std::uint8_t* out, std::size_t size) {
  if (::getentropy(out, size) != 0)
    throw std::runtime_error("the system's random generator failed");
}

}  // namespace optoutlog
