#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "frame/channel.h"

// Not run on a real Windows machine. ReadFile and WriteFile on the handles leave the C library's
// text mode out of the question: a line feed stays a line feed, and 0x1A does not end the input.
namespace optoutlog::frame {
namespace {

Error failed(const char* what, DWORD error) {
  const std::string why = "system error " + std::to_string(error);
  return Error(errors::kChannelFailed, std::string(what) + " failed: " + why + ".", {{"why", why}});
}

HANDLE handle(std::intptr_t value) {
  return reinterpret_cast<HANDLE>(value);
}

bool usable(HANDLE h) {
  return h != nullptr && h != INVALID_HANDLE_VALUE;
}

}  // namespace

// Browsers on Windows close the pipe and end the process; there is no signal to wait for.
bool Pipe::terminated() {
  return false;
}

bool Pipe::ending() {
  return false;
}

Result<Pipe> Pipe::take_stdio() {
  const HANDLE in = ::GetStdHandle(STD_INPUT_HANDLE);
  const HANDLE out = ::GetStdHandle(STD_OUTPUT_HANDLE);
  if (!usable(out))
    return Error(errors::kChannelFailed, "Standard output is closed, so no answer can be given.",
                 {{"why", "standard output is closed"}});
  HANDLE own_in = INVALID_HANDLE_VALUE;
  HANDLE own_out = INVALID_HANDLE_VALUE;
  const HANDLE self = ::GetCurrentProcess();
  if (!usable(in) || !::DuplicateHandle(self, in, self, &own_in, 0, FALSE, DUPLICATE_SAME_ACCESS))
    own_in = ::CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                           OPEN_EXISTING, 0, nullptr);
  if (!::DuplicateHandle(self, out, self, &own_out, 0, FALSE, DUPLICATE_SAME_ACCESS))
    return failed("Taking standard output", ::GetLastError());
  // Chrome may hand over no standard error at all; then the output place is left empty.
  ::SetStdHandle(STD_OUTPUT_HANDLE, ::GetStdHandle(STD_ERROR_HANDLE));
  return Pipe(reinterpret_cast<std::intptr_t>(own_in), reinterpret_cast<std::intptr_t>(own_out));
}

Result<std::size_t> Pipe::read_some(char* buffer, std::size_t size) {
  DWORD got = 0;
  if (::ReadFile(handle(in_), buffer, static_cast<DWORD>(size), &got, nullptr))
    return static_cast<std::size_t>(got);
  const DWORD error = ::GetLastError();
  if (error == ERROR_BROKEN_PIPE || error == ERROR_HANDLE_EOF || error == ERROR_OPERATION_ABORTED)
    return std::size_t{0};
  return failed("Reading from the browser", error);
}

bool Pipe::is_quiet(int) const {
  return false;
}

Result<bool> Pipe::write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    DWORD put = 0;
    if (!::WriteFile(handle(out_), bytes.data(), static_cast<DWORD>(bytes.size()), &put, nullptr)) {
      const DWORD error = ::GetLastError();
      if (error == ERROR_BROKEN_PIPE || error == ERROR_NO_DATA) return false;
      return failed("Writing to the browser", error);
    }
    bytes.remove_prefix(put);
  }
  return true;
}

}  // namespace optoutlog::frame
