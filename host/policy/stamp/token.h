#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/clock.h"

// Time-stamp tokens of RFC 3161: asked for, read, and judged, by OpenSSL. Pure: no network, no file
// but the computer's store of root certificates. Texts that hold bytes are named so.
namespace optoutlog::policy {

// False in a build without OpenSSL: then nothing below may be called.
bool can_check_tokens();

// ---- Asking
// The bytes of a request for `hash` (SHA-256), with a new nonce and the wish for the certificate.
// `policy`: an object identifier, or empty.
struct StampRequest {
  std::string bytes;
  std::string nonce;  // bytes, as a positive number
};
std::optional<StampRequest> stamp_request(const Hash& hash, const std::string& policy);

// What an authority answered.
struct StampReply {
  bool read = false;     // it is an answer of RFC 3161 at all
  bool granted = false;  // with a token
  int status = -1;       // PKIStatus
  std::string failure;   // PKIFailureInfo, or the authority's own text; may be empty
  std::string token;     // bytes
};
StampReply stamp_reply(std::string_view bytes);

// ---- Judging
struct TokenQuestion {
  Hash hash{};             // that it has to be about
  std::string nonce;       // of the request; empty: not looked at
  std::string policy;      // that it has to name; empty: any
  std::string time;        // that it has to give, as the record writes times; empty: any
  std::string given;       // certificates in PEM that the person trusts as roots; empty: none
  bool of_record = false;  // a root that the record itself brings counts where no other does
  std::vector<std::string> certificates;  // bytes; to build the chain with
  std::vector<std::string> crls;          // bytes; lists of revoked certificates
};

struct TokenJudgement {
  std::string fault;  // of words::token; empty: it holds
  std::string says;   // the fault in one sentence
  Millis time = 0;    // that the token gives
  std::string policy;
  std::string signer;                     // the authority's certificate, in one line
  std::string root;                       // likewise
  std::string fingerprint;                // SHA-256 of the root, hexadecimal
  std::string anchor;                     // of words::anchor: who vouches for the root
  bool revocation_seen = false;           // a list of revoked certificates was looked at
  std::vector<std::string> certificates;  // bytes; the chain, signer first, root last
  std::vector<std::string> crls;          // bytes; the lists that were looked at
};

// Whether the token stands, judged at the time that it gives: a certificate that ended since does
// not take back what it signed.
TokenJudgement judge_token(std::string_view token, const TokenQuestion& question);

// ---- Files
// Certificates, or lists of revoked ones, of a file in PEM or DER; empty where it is none.
std::vector<std::string> certificates_of(const std::string& file);
std::vector<std::string> crls_of(const std::string& file);

}  // namespace optoutlog::policy
