#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "targets.h"

// One libFuzzer program for all targets: OPTOUTLOG_FUZZ_TARGET names one of them.
namespace {

using namespace optoutlog::fuzz;

Target chosen() {
  const char* name = std::getenv("OPTOUTLOG_FUZZ_TARGET");
  for (const Target& target : all_targets())
    if (name != nullptr && std::string_view(target.name) == name) return target;
  std::fputs("OPTOUTLOG_FUZZ_TARGET names no target; tests/fuzz/run.sh --list shows them\n",
             stderr);
  std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Target target = chosen();
  target.run(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
