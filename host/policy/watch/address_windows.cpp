#include <winsock2.h>

#include "policy/watch/address.h"

namespace optoutlog::policy {
unsigned long long open_socket(int family, int type, int protocol) {
  return WSASocketW(family, type, protocol, nullptr, 0,
                    WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
}
}  // namespace optoutlog::policy
