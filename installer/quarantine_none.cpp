#include "installer/binary.h"

// Systems without such an attribute.
namespace optoutlog::installer {

bool quarantined(const fs::path&) {
  return false;
}

}  // namespace optoutlog::installer
