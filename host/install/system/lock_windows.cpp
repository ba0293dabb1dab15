#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "install/system/lock.h"

namespace optoutlog::install {

// One for this session, whatever the folder: a mutex has no place in the file system.
std::shared_ptr<void> lock_folder(const fs::path&, std::chrono::milliseconds patience) {
  const HANDLE mutex = CreateMutexW(nullptr, FALSE, L"Local\\optoutlog-register");
  if (mutex == nullptr) return std::make_shared<int>(0);
  std::shared_ptr<void> held(mutex, [](HANDLE each) {
    ReleaseMutex(each);  // fails, without harm, where it was not taken
    CloseHandle(each);
  });
  const DWORD taken = WaitForSingleObject(mutex, static_cast<DWORD>(patience.count()));
  return taken == WAIT_TIMEOUT ? nullptr : held;
}

}  // namespace optoutlog::install
