#include "policy/stamp/token.h"

#include "base/words.h"
#include "policy/stamp/chain.h"

namespace optoutlog::policy {
namespace {

using namespace ssl;

TokenJudgement& fail(TokenJudgement& found, std::string_view fault, const char* says) {
  found.fault = fault;
  found.says = says;
  return found;
}

std::string text_of(const ASN1_OBJECT* object) {
  char text[128];
  const int size = OBJ_obj2txt(text, sizeof text, object, 1);
  return size > 0 && size < static_cast<int>(sizeof text) ? text : "";
}

std::string text_of(const ASN1_STRING* string) {
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)),
          static_cast<std::size_t>(ASN1_STRING_length(string))};
}

// 20261130120000.25Z as milliseconds. Fractions of a millisecond are left out.
std::optional<Millis> time_of(const ASN1_GENERALIZEDTIME* time) {
  const std::string text = time == nullptr ? std::string() : text_of(time);
  if (text.size() < 15 || text.back() != 'Z') return std::nullopt;
  std::string millis = "000";
  if (text.size() > 15) {
    if (text[14] != '.' || text.size() == 16) return std::nullopt;
    millis = (text.substr(15, text.size() - 16) + "000").substr(0, 3);
  }
  return parse_time(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2) + "T" +
                    text.substr(8, 2) + ":" + text.substr(10, 2) + ":" + text.substr(12, 2) + "." +
                    millis + "Z");
}

bool is_about(TS_TST_INFO* info, const Hash& hash) {
  TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info);
  const ASN1_OBJECT* algorithm = nullptr;
  X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
  const std::string bytes = text_of(TS_MSG_IMPRINT_get_msg(imprint));
  return OBJ_obj2nid(algorithm) == NID_sha256 &&
         bytes == std::string(reinterpret_cast<const char*>(hash.data()), hash.size());
}

bool has_nonce(const TS_TST_INFO* info, const std::string& nonce) {
  const ASN1_INTEGER* number = TS_TST_INFO_get_nonce(info);
  if (number == nullptr) return false;
  BIGNUM* value = ASN1_INTEGER_to_BN(number, nullptr);
  BIGNUM* wanted = BN_bin2bn(reinterpret_cast<const unsigned char*>(nonce.data()),
                             static_cast<int>(nonce.size()), nullptr);
  const bool same = value != nullptr && wanted != nullptr && BN_cmp(value, wanted) == 0;
  BN_free(value);
  BN_free(wanted);
  return same;
}

// The one signer's part: over SHA-2, and as being a time-stamp.
PKCS7_SIGNER_INFO* signer_info(PKCS7* token) {
  STACK_OF(PKCS7_SIGNER_INFO)* all = PKCS7_get_signer_info(token);
  if (sk_PKCS7_SIGNER_INFO_num(all) != 1) return nullptr;
  PKCS7_SIGNER_INFO* info = sk_PKCS7_SIGNER_INFO_value(all, 0);
  const ASN1_OBJECT* digest = nullptr;
  X509_ALGOR_get0(&digest, nullptr, nullptr, info->digest_alg);
  const int nid = OBJ_obj2nid(digest);
  if (nid != NID_sha256 && nid != NID_sha384 && nid != NID_sha512) return nullptr;
  const ASN1_TYPE* type = PKCS7_get_signed_attribute(info, NID_pkcs9_contentType);
  if (type == nullptr || type->type != V_ASN1_OBJECT ||
      OBJ_obj2nid(type->value.object) != NID_id_smime_ct_TSTInfo)
    return nullptr;
  return info;
}

constexpr const char* kUnreadable = "The token is no time-stamp token of RFC 3161.";
constexpr const char* kSigner =
    "The token is not signed as a time-stamp is: by one signer, over SHA-256 or longer.";
constexpr const char* kSignature =
    "The token's signature does not fit what it says, or is by a method that is not known here.";

void judge_signature(PKCS7* token, const TokenQuestion& question, TokenJudgement& found) {
  if (signer_info(token) == nullptr) {
    fail(found, words::token::kSignature, kSigner);
    return;
  }
  STACK_OF(X509)* own = token->d.sign->cert;
  Certificates more(sk_X509_new_null());
  for (const std::string& bytes : question.certificates)
    if (auto one = whole<Certificate, d2i_X509>(bytes)) sk_X509_push(more.get(), one.release());
  STACK_OF(X509)* signers = PKCS7_get0_signers(token, more.get(), 0);
  if (sk_X509_num(signers) != 1) {
    sk_X509_free(signers);
    ERR_clear_error();
    fail(found, words::token::kCertificate, "The certificate that signed the token is not there.");
    return;
  }
  X509* signer = sk_X509_value(signers, 0);
  sk_X509_free(signers);
  found.signer = name_of(signer);
  const Store store = vouch(signer, own, question, found);
  if (!store) return;
  if (TS_RESP_verify_signature(token, more.get(), store.get(), nullptr) != 1)
    fail(found, words::token::kSignature, kSignature);
  ERR_clear_error();
  if (found.fault.empty()) look_for_revocation(token->d.sign->crl, question, found);
}

}  // namespace

TokenJudgement judge_token(std::string_view bytes, const TokenQuestion& question) {
  TokenJudgement found;
  const auto token = whole<Token, d2i_PKCS7>(bytes);
  if (!token || !PKCS7_type_is_signed(token.get()) || token->d.sign == nullptr)
    return fail(found, words::token::kUnreadable, kUnreadable);
  const Info info(PKCS7_to_TS_TST_INFO(token.get()));
  ERR_clear_error();
  if (!info || TS_TST_INFO_get_version(info.get()) != 1)
    return fail(found, words::token::kUnreadable, kUnreadable);
  found.policy = text_of(TS_TST_INFO_get_policy_id(info.get()));
  const auto time = time_of(TS_TST_INFO_get_time(info.get()));
  if (!time) return fail(found, words::token::kTime, "The token gives no time that can be read.");
  found.time = *time;
  if (!is_about(info.get(), question.hash))
    return fail(found, words::token::kImprint,
                "The token is about something else than this head of the chain.");
  if (!question.nonce.empty() && !has_nonce(info.get(), question.nonce))
    return fail(found, words::token::kNonce,
                "The token does not answer this request: it lacks its number, or has another.");
  if (!question.policy.empty() && question.policy != found.policy)
    return fail(found, words::token::kPolicy,
                "The token was made under another policy than was asked for.");
  if (!question.time.empty() && question.time != format_time(found.time))
    return fail(found, words::token::kTime,
                "The token gives another time than the record says of it.");
  judge_signature(token.get(), question, found);
  return found;
}

bool can_check_tokens() {
  return true;
}

}  // namespace optoutlog::policy
