#pragma once
#include <curl/curl.h>

#include <string>

#include "policy/watch/fetch.h"

// One document on its way in: what libcurl hands over, with the limits that stop it, and what it
// came to.
namespace optoutlog::policy {

struct Transfer {
  Fetched* out = nullptr;
  bool too_large = false;
  bool refused_address = false;
  bool check_address = false;  // set: an address inside a private network is refused
  int proxy_port = 0;          // of the proxy in use, which may itself be in a private network
  std::size_t limit = kMaxBody;
};

// Makes `easy` hand its next transfer over to `transfer`.
void receive(CURL* easy, Transfer& transfer);

// Names the state of `transfer.out` once it has ended with `code` (POLICY.md, "States of a check").
void classify(CURL* easy, const FetchRequest& request, const Transfer& transfer, CURLcode code);

// No text: the state says why.
void fail(Fetched& out, const char* state, std::string detail);

}  // namespace optoutlog::policy
