#include "policy/watch/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <catch2/catch.hpp>

namespace {
bool is_private(const char* text) {
  sockaddr_in four{};
  four.sin_family = AF_INET;
  if (inet_pton(AF_INET, text, &four.sin_addr) == 1)
    return optoutlog::policy::is_private_address(reinterpret_cast<sockaddr*>(&four));
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  REQUIRE(inet_pton(AF_INET6, text, &six.sin6_addr) == 1);
  return optoutlog::policy::is_private_address(reinterpret_cast<sockaddr*>(&six));
}
}  // namespace

TEST_CASE("addresses: what nobody public has is private, also in IPv6 clothes") {
  for (const char* address : {"127.0.0.1",
                              "10.1.2.3",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.168.1.1",
                              "169.254.169.254",
                              "100.64.0.1",
                              "100.127.255.255",
                              "0.0.0.0",
                              "224.0.0.1",
                              "255.255.255.255",
                              "198.18.0.1",
                              "::1",
                              "::",
                              "fe80::1",
                              "fd00::1",
                              "ff02::1",
                              "::ffff:127.0.0.1",
                              "::ffff:192.168.1.1",
                              "64:ff9b::10.0.0.1",
                              "::10.0.0.1",
                              "fec0::1"}) {
    INFO(address);
    CHECK(is_private(address));
  }
}

TEST_CASE("addresses: public neighbours of private ranges are public") {
  for (const char* address :
       {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.1", "192.167.1.1",
        "198.20.0.1", "2606:4700::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"}) {
    INFO(address);
    CHECK_FALSE(is_private(address));
  }
}
