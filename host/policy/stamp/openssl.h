#pragma once
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs7.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>
#include <string_view>

// OpenSSL's objects, owned.
namespace optoutlog::policy::ssl {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
inline void free_certificates(STACK_OF(X509) * stack) {
  sk_X509_pop_free(stack, X509_free);
}

using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Certificates = std::unique_ptr<STACK_OF(X509), Freed<free_certificates>>;
using Crl = std::unique_ptr<X509_CRL, Freed<X509_CRL_free>>;
using Number = std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>>;
using Token = std::unique_ptr<PKCS7, Freed<PKCS7_free>>;
using Info = std::unique_ptr<TS_TST_INFO, Freed<TS_TST_INFO_free>>;
using Store = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>>;

// The whole of `bytes` as one DER object; null where it is none, or something follows.
template <class Owned, auto Read>
Owned whole(std::string_view bytes) {
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* end = at + bytes.size();
  Owned object(Read(nullptr, &at, static_cast<long>(bytes.size())));
  ERR_clear_error();
  return object && at == end ? std::move(object) : Owned();
}

template <class T, class Write>
std::string der(const T* object, Write write) {
  unsigned char* bytes = nullptr;
  const int size = write(object, &bytes);
  if (size <= 0) return {};
  std::string out(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return out;
}

}  // namespace optoutlog::policy::ssl
