#pragma once

struct sockaddr;

namespace optoutlog::policy {

// Loopback, private, link-local, CGNAT, unique-local, multicast, unspecified, and IPv4 addresses in
// IPv6 clothes.
int port_of(const sockaddr* address);
bool is_private_address(const sockaddr* address);

// A socket that child processes do not inherit.
#ifdef _WIN32
unsigned long long open_socket(int family, int type, int protocol);
#else
int open_socket(int family, int type, int protocol);
#endif

}  // namespace optoutlog::policy
