#include "install/doctor/binary.h"

#include <sstream>

#include "install/system/files.h"
#include "install/system/permissions.h"

namespace optoutlog::install {
namespace {

unsigned number(const std::string& head, std::size_t at, std::size_t bytes, bool big_endian) {
  unsigned value = 0;
  for (std::size_t i = 0; i < bytes && at + i < head.size(); ++i) {
    const auto byte = static_cast<unsigned char>(head[at + i]);
    value |= static_cast<unsigned>(byte) << (8 * (big_endian ? bytes - 1 - i : i));
  }
  return value;
}

std::string named(unsigned code, std::initializer_list<std::pair<unsigned, const char*>> names) {
  for (const auto& [value, name] : names) {
    if (value == code) return name;
  }
  return "machine " + std::to_string(code);
}

std::optional<Issue> check_format(const fs::path& program) {
  std::error_code error;
  const auto bytes = read_file(program);
  // What may be run need not be open to readers: then the launch tells.
  if (!bytes && fs::is_regular_file(program, error)) return std::nullopt;
  const std::string head = bytes.value_or("").substr(0, 4096);
  if (head.empty()) return Issue{"binary.empty", utf8(program)};
  const Format format = read_format(head);
  const Format own = own_format();
  if (format.system == "script") {
    if (!fs::exists(format.interpreter, error))
      return Issue{"binary.interpreter", format.interpreter};
    return std::nullopt;
  }
  // What is no program of any system may be a script without a first line, which Chromium runs: the
  // launch tells.
  if (format.system.empty()) return std::nullopt;
  if (format.system != own.system) return Issue{"binary.wrong-system", format.system};
  if (format.machine != own.machine && format.machine != "universal") {
    return Issue{"binary.wrong-architecture", format.machine + " instead of " + own.machine};
  }
  return std::nullopt;
}

}  // namespace

// ELF: gABI chapter 4; PE: Microsoft's PE format; Mach-O: mach-o/loader.h.
Format read_format(const std::string& head) {
  if (head.substr(0, 2) == "#!") {
    std::istringstream line(head.substr(2, head.find('\n') - 2));
    Format format{"script", "", ""};
    line >> format.interpreter;
    return format;
  }
  if (head.substr(0, 4) ==
      "\x7f"
      "ELF") {
    const bool big = head.size() > 5 && head[5] == 2;
    return {"elf",
            named(number(head, 18, 2, big), {{3, "x86"},
                                             {62, "x86_64"},
                                             {40, "arm"},
                                             {183, "aarch64"},
                                             {243, "riscv"},
                                             {21, "ppc64"},
                                             {22, "s390x"},
                                             {258, "loongarch"}}),
            ""};
  }
  if (head.substr(0, 2) == "MZ") {
    const std::size_t at = number(head, 0x3c, 4, false);
    return {"pe",
            named(number(head, at + 4, 2, false),
                  {{0x14c, "x86"}, {0x8664, "x86_64"}, {0xaa64, "aarch64"}}),
            ""};
  }
  const unsigned magic = number(head, 0, 4, false);
  if (magic == 0xfeedfacf) {
    return {"macho",
            named(number(head, 4, 4, false), {{0x01000007, "x86_64"}, {0x0100000c, "aarch64"}}),
            ""};
  }
  if (magic == 0xbebafeca) return {"macho", "universal", ""};
  return {};
}

Format own_format() {
#if defined(_WIN32)
  const char* system = "pe";
#elif defined(__APPLE__)
  const char* system = "macho";
#else
  const char* system = "elf";
#endif
#if defined(__x86_64__) || defined(_M_X64)
  return {system, "x86_64", ""};
#elif defined(__aarch64__) || defined(_M_ARM64)
  return {system, "aarch64", ""};
#elif defined(__i386__)
  return {system, "x86", ""};
#elif defined(__arm__)
  return {system, "arm", ""};
#elif defined(__riscv)
  return {system, "riscv", ""};
#elif defined(__powerpc64__)
  return {system, "ppc64", ""};
#elif defined(__s390x__)
  return {system, "s390x", ""};
#else
  return {system, "loongarch", ""};
#endif
}

std::optional<Issue> check_binary(const fs::path& program, bool everybody) {
  std::error_code error;
  if (!fs::exists(program, error)) {
    if (const auto closed = closed_folder(program, false))
      return Issue{"binary.folder-closed", utf8(*closed)};
    return Issue{"binary.missing", utf8(program)};
  }
  if (fs::is_directory(program, error)) return Issue{"binary.folder", utf8(program)};
  if (mounted_without_exec(program)) return Issue{"binary.no-exec", utf8(program)};
  if (!runnable(program, everybody)) return Issue{"binary.not-executable", utf8(program)};
  if (everybody) {
    if (const auto closed = closed_folder(program, true))
      return Issue{"binary.folder-closed", utf8(*closed)};
  }
  if (quarantined(program)) return Issue{"binary.quarantined", utf8(program)};
  return check_format(program);
}

}  // namespace optoutlog::install
