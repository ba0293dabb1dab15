#define WIN32_LEAN_AND_MEAN
#include <windows.h>
// windows.h has to come first
#include <bcrypt.h>

#include <stdexcept>

#include "base/random.h"

namespace optoutlog {

void random_bytes(std::uint8_t* out, std::size_t size) {
  if (::BCryptGenRandom(nullptr, out, static_cast<ULONG>(size), BCRYPT_USE_SYSTEM_PREFERRED_RNG) !=
      0)
    throw std::runtime_error("the system's random generator failed");
}

}  // namespace optoutlog
