#pragma once
#include "policy/stamp/openssl.h"
#include "policy/stamp/token.h"

// From the authority's certificate to a root, at the time that a token gives.
namespace optoutlog::policy {

// Builds and checks the chain of `signer`, and writes what it found into `found`: fault, or chain,
// root and anchor. `more`: certificates of the token itself. The store that vouched is returned,
// for the check of the signature; null with a fault.
ssl::Store vouch(X509* signer, STACK_OF(X509) * more, const TokenQuestion& question,
                 TokenJudgement& found);

// Whether one of the chain was revoked at the token's time, by the lists of the question and those
// of the token (`more`).
void look_for_revocation(STACK_OF(X509_CRL) * more, const TokenQuestion& question,
                         TokenJudgement& found);

// In one line: "CN=…,O=…".
std::string name_of(const X509* certificate);

}  // namespace optoutlog::policy
