// A build without a library for archives.
#include "bundle/bundle.h"

namespace optoutlog::bundle {

bool can_zip() {
  return false;
}
int zip(const Files&, const std::filesystem::path&, Millis) {
  return -1;
}
std::optional<Files> unzip(const std::filesystem::path&) {
  return std::nullopt;
}

}  // namespace optoutlog::bundle
