#include "install/doctor/binary.h"

// Systems without such an attribute.
namespace optoutlog::install {

bool quarantined(const fs::path&) {
  return false;
}

}  // namespace optoutlog::install
