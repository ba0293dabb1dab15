#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  optoutlog::fuzz::frames(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
