#include <sys/socket.h>

#include "policy/watch/address.h"

namespace optoutlog::policy {
int open_socket(int family, int type, int protocol) {
#ifdef SOCK_CLOEXEC
  type |= SOCK_CLOEXEC;
#endif
  return socket(family, type, protocol);
}
}  // namespace optoutlog::policy
