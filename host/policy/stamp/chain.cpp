#include "policy/stamp/chain.h"

#include <algorithm>
#include <initializer_list>

#include "base/words.h"

namespace optoutlog::policy {
namespace {

using namespace ssl;

// 112 bits: no RSA key below 2048, no signature over SHA-1.
constexpr int kSecurityLevel = 2;

Certificates stack_of(const std::vector<std::string>& certificates, STACK_OF(X509) * more) {
  Certificates stack(sk_X509_new_null());
  for (const std::string& bytes : certificates)
    if (auto one = whole<Certificate, d2i_X509>(bytes)) sk_X509_push(stack.get(), one.release());
  for (int i = 0; i < sk_X509_num(more); ++i) {
    X509* one = sk_X509_value(more, i);
    X509_up_ref(one);
    sk_X509_push(stack.get(), one);
  }
  return stack;
}

// By OpenSSL: its headers and those of libmd, which base/sha256.h stands on, cannot be read
// together.
std::string fingerprint_of(const std::string& bytes) {
  Hash hash{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, EVP_sha256(), nullptr);
  return to_hex(hash);
}

bool is_root(X509* certificate) {
  return X509_check_issued(certificate, certificate) == X509_V_OK;
}

// The roots that one kind of voucher stands for; null where it has none.
Store store_of(std::string_view anchor, const TokenQuestion& question) {
  Store store(X509_STORE_new());
  std::vector<std::string> roots;
  if (anchor == words::anchor::kSystem) {
    X509_STORE_set_default_paths(store.get());
    ERR_clear_error();
    return store;
  }
  if (anchor == words::anchor::kGiven) roots = certificates_of(question.given);
  if (anchor == words::anchor::kRecord && question.of_record) roots = question.certificates;
  int count = 0;
  for (const std::string& bytes : roots) {
    auto one = whole<Certificate, d2i_X509>(bytes);
    if (!one || !is_root(one.get())) continue;
    X509_STORE_add_cert(store.get(), one.get());
    ++count;
  }
  return count > 0 ? std::move(store) : Store();
}

void set_fault(TokenJudgement& found, int code) {
  const std::string why = X509_verify_cert_error_string(code);
  switch (code) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
      found.fault = words::token::kExpired;
      found.says = "A certificate of the authority was not valid at the time that the token gives.";
      return;
    case X509_V_ERR_INVALID_PURPOSE:
      found.fault = words::token::kPurpose;
      found.says = "The token is signed by a certificate that is not for time-stamps alone.";
      return;
    default:
      found.fault = words::token::kCertificate;
      found.says =
          "The authority's certificate does not lead to a root that is trusted here (" + why + ").";
  }
}

// Whether the list was current at the time, or is newer.
bool is_of(const X509_CRL* list, Millis time) {
  const auto at = static_cast<time_t>(time / kSecond);
  const ASN1_TIME* next = X509_CRL_get0_nextUpdate(list);
  return ASN1_TIME_cmp_time_t(X509_CRL_get0_lastUpdate(list), at) >= 0 ||
         (next != nullptr && ASN1_TIME_cmp_time_t(next, at) >= 0);
}

// RFC 3161, section 4: after an orderly end what was signed before it stands; where the reason is
// not given, or is that the key was lost, nothing does.
bool stands_after(const X509_REVOKED* entry, Millis time) {
  const ASN1_TIME* revoked = X509_REVOKED_get0_revocationDate(entry);
  if (ASN1_TIME_cmp_time_t(revoked, static_cast<time_t>(time / kSecond)) <= 0) return false;
  int critical = 0;
  auto* reason = static_cast<ASN1_ENUMERATED*>(
      X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, &critical, nullptr));
  if (reason == nullptr) return false;
  const long code = ASN1_ENUMERATED_get(reason);
  ASN1_ENUMERATED_free(reason);
  return code == CRL_REASON_UNSPECIFIED || code == CRL_REASON_AFFILIATION_CHANGED ||
         code == CRL_REASON_SUPERSEDED || code == CRL_REASON_CESSATION_OF_OPERATION;
}

}  // namespace

std::string name_of(const X509* certificate) {
  const Bio out(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(out.get(), X509_get_subject_name(certificate), 0,
                     XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

Store vouch(X509* signer, STACK_OF(X509) * more, const TokenQuestion& question,
            TokenJudgement& found) {
  const Certificates untrusted = stack_of(question.certificates, more);
  bool told = false;
  for (const std::string_view anchor :
       {words::anchor::kGiven, words::anchor::kSystem, words::anchor::kRecord}) {
    Store store = store_of(anchor, question);
    if (!store) continue;
    X509_VERIFY_PARAM* param = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(param, static_cast<time_t>(found.time / kSecond));
    X509_VERIFY_PARAM_set_auth_level(param, kSecurityLevel);
    const StoreContext context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store.get(), signer, untrusted.get());
    X509_STORE_CTX_set_purpose(context.get(), X509_PURPOSE_TIMESTAMP_SIGN);
    const bool good = X509_verify_cert(context.get()) == 1;
    const int code = X509_STORE_CTX_get_error(context.get());
    ERR_clear_error();
    if (!good) {
      // What was found wrong with the chain itself says more than that nobody knows its root.
      const bool unknown = found.fault == words::token::kCertificate;
      if (!told || unknown) set_fault(found, code);
      told = true;
      continue;
    }
    const Certificates chain(X509_STORE_CTX_get1_chain(context.get()));
    for (int i = 0; i < sk_X509_num(chain.get()); ++i)
      found.certificates.push_back(der(sk_X509_value(chain.get(), i), i2d_X509));
    const X509* root = sk_X509_value(chain.get(), sk_X509_num(chain.get()) - 1);
    found.root = name_of(root);
    found.fingerprint = fingerprint_of(found.certificates.back());
    found.anchor = anchor;
    found.fault.clear();
    found.says.clear();
    return store;
  }
  return {};
}

void look_for_revocation(STACK_OF(X509_CRL) * more, const TokenQuestion& question,
                         TokenJudgement& found) {
  std::vector<std::string> lists = question.crls;
  for (int i = 0; i < sk_X509_CRL_num(more); ++i)
    lists.push_back(der(sk_X509_CRL_value(more, i), i2d_X509_CRL));
  for (std::size_t i = 0; i + 1 < found.certificates.size(); ++i) {
    const auto one = whole<Certificate, d2i_X509>(found.certificates[i]);
    const auto issuer = whole<Certificate, d2i_X509>(found.certificates[i + 1]);
    for (const std::string& bytes : lists) {
      const auto list = whole<Crl, d2i_X509_CRL>(bytes);
      if (!list ||
          X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_subject_name(issuer.get())) !=
              0 ||
          X509_CRL_verify(list.get(), X509_get0_pubkey(issuer.get())) != 1)
        continue;
      found.revocation_seen = found.revocation_seen || (i == 0 && is_of(list.get(), found.time));
      if (std::find(found.crls.begin(), found.crls.end(), bytes) == found.crls.end())
        found.crls.push_back(bytes);
      X509_REVOKED* entry = nullptr;
      if (X509_CRL_get0_by_cert(list.get(), &entry, one.get()) != 1) continue;
      if (stands_after(entry, found.time)) continue;
      found.fault = words::token::kRevoked;
      found.says =
          "A certificate of the authority was revoked, in a way that takes back the token.";
    }
  }
  ERR_clear_error();
}

}  // namespace optoutlog::policy
