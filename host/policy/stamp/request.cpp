// Asking an authority and reading what it answers; texts around the bytes.
#include <algorithm>

#include "base/random.h"
#include "policy/stamp/openssl.h"
#include "policy/stamp/token.h"

namespace optoutlog::policy {
namespace {

using namespace ssl;

std::string failure_of(const TS_STATUS_INFO* info) {
  static constexpr struct {
    int bit;
    const char* name;
  } kFailures[] = {{0, "badAlg"},
                   {2, "badRequest"},
                   {5, "badDataFormat"},
                   {14, "timeNotAvailable"},
                   {15, "unacceptedPolicy"},
                   {16, "unacceptedExtension"},
                   {17, "addInfoNotAvailable"},
                   {25, "systemFailure"}};
  const ASN1_BIT_STRING* bits = TS_STATUS_INFO_get0_failure_info(info);
  for (const auto& [bit, name] : kFailures)
    if (bits != nullptr && ASN1_BIT_STRING_get_bit(bits, bit) == 1) return name;
  return {};
}

template <class Owned, auto ReadPem, auto ReadDer, auto Write>
std::vector<std::string> objects_of(const std::string& file) {
  std::vector<std::string> out;
  const Bio in(BIO_new_mem_buf(file.data(), static_cast<int>(file.size())));
  // an enciphered one is passed over, where OpenSSL would ask the terminal for its password
  const auto no_password = [](char*, int, int, void*) { return 0; };
  while (auto one = Owned(ReadPem(in.get(), nullptr, no_password, nullptr)))
    out.push_back(der(one.get(), Write));
  if (out.empty())
    if (const auto one = whole<Owned, ReadDer>(file)) out.push_back(der(one.get(), Write));
  ERR_clear_error();
  return out;
}

}  // namespace

std::optional<StampRequest> stamp_request(const Hash& hash, const std::string& policy) {
  const std::unique_ptr<TS_REQ, Freed<TS_REQ_free>> request(TS_REQ_new());
  const std::unique_ptr<TS_MSG_IMPRINT, Freed<TS_MSG_IMPRINT_free>> imprint(TS_MSG_IMPRINT_new());
  const std::unique_ptr<X509_ALGOR, Freed<X509_ALGOR_free>> algorithm(X509_ALGOR_new());
  Hash message = hash;
  X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
  bool good = TS_REQ_set_version(request.get(), 1) == 1 &&
              TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
              TS_MSG_IMPRINT_set_msg(imprint.get(), message.data(), 32) == 1 &&
              TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 &&
              TS_REQ_set_cert_req(request.get(), 1) == 1;
  auto nonce = random_array<16>();
  nonce[0] = static_cast<std::uint8_t>((nonce[0] & 0x7F) | 0x40);  // positive, of full length
  BIGNUM* number = BN_bin2bn(nonce.data(), static_cast<int>(nonce.size()), nullptr);
  const Number value(BN_to_ASN1_INTEGER(number, nullptr));
  BN_free(number);
  good = good && value && TS_REQ_set_nonce(request.get(), value.get()) == 1;
  if (!policy.empty()) {
    const std::unique_ptr<ASN1_OBJECT, Freed<ASN1_OBJECT_free>> object(
        OBJ_txt2obj(policy.c_str(), 1));
    good = good && object && TS_REQ_set_policy_id(request.get(), object.get()) == 1;
  }
  ERR_clear_error();
  if (!good) return std::nullopt;
  return StampRequest{der(request.get(), i2d_TS_REQ),
                      {reinterpret_cast<const char*>(nonce.data()), nonce.size()}};
}

StampReply stamp_reply(std::string_view bytes) {
  StampReply reply;
  const auto response = whole<std::unique_ptr<TS_RESP, Freed<TS_RESP_free>>, d2i_TS_RESP>(bytes);
  if (!response) return reply;
  reply.read = true;
  const TS_STATUS_INFO* info = TS_RESP_get_status_info(response.get());
  reply.status = static_cast<int>(ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(info)));
  reply.failure = failure_of(info);
  PKCS7* token = TS_RESP_get_token(response.get());
  reply.granted = (reply.status == 0 || reply.status == 1) && token != nullptr;
  if (reply.granted) reply.token = der(token, i2d_PKCS7);
  return reply;
}

std::vector<std::string> certificates_of(const std::string& file) {
  return objects_of<Certificate, PEM_read_bio_X509, d2i_X509, i2d_X509>(file);
}

std::vector<std::string> crls_of(const std::string& file) {
  return objects_of<Crl, PEM_read_bio_X509_CRL, d2i_X509_CRL, i2d_X509_CRL>(file);
}

}  // namespace optoutlog::policy
