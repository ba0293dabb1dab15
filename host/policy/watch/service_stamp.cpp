// The methods of time-stamps: one hash goes to an authority that was named, and what comes back is
// judged before anybody keeps it. Nothing of it is kept here.
#include <algorithm>

#include "base/base64.h"
#include "policy/stamp/authorities.h"
#include "policy/stamp/token.h"
#include "policy/watch/documents.h"
#include "policy/watch/fetch.h"
#include "policy/watch/params.h"
#include "policy/watch/service.h"

namespace optoutlog::policy {
namespace {

constexpr std::size_t kUrl = 2'000;
constexpr std::size_t kFile = 1u << 20;  // certificates in PEM

Result<Authority> authority_of(const std::string& wanted) {
  json names = json::array();
  for (const Authority& one : known_authorities()) {
    if (one.name == wanted || one.url == wanted) return one;
    names.push_back(one.name);
  }
  if (wanted.find("://") == std::string::npos)
    return Error(errors::kPolicyAuthorityUnknown,
                 "No time-stamping authority is known as \"" + wanted +
                     "\". Nothing was sent. Name one of those that are listed, or its https "
                     "address.",
                 {{"authority", wanted}, {"names", names}});
  if (const auto why = refused_url(wanted))
    return Error(errors::kPolicyUrlRefused,
                 "This address cannot be asked for a time-stamp: " + *why + ". Nothing was sent.",
                 {{"url", wanted}, {"why", *why}});
  return Authority{"", host_of(wanted), wanted, "", "", {}, ""};
}

json authority_json(const Authority& authority) {
  return {{"name", authority.name.empty() ? json(nullptr) : json(authority.name)},
          {"url", authority.url}};
}

json texts_of(const std::vector<std::string>& all) {
  json list = json::array();
  for (const std::string& bytes : all) list.push_back(to_base64(bytes));
  return list;
}

json judgement_json(const TokenJudgement& found) {
  const auto or_null = [](const std::string& text) {
    return text.empty() ? json(nullptr) : json(text);
  };
  return {{"time", found.time == 0 ? json(nullptr) : json(format_time(found.time))},
          {"policy", or_null(found.policy)},
          {"signer", or_null(found.signer)},
          {"root", or_null(found.root)},
          {"fingerprint", or_null(found.fingerprint)},
          {"anchor", or_null(found.anchor)},
          {"revocation_seen", found.revocation_seen}};
}

Error token_error(const TokenJudgement& found, const Authority& authority) {
  std::string next = " Nothing was kept. Try again, or another authority.";
  if (found.fault == words::token::kCertificate && authority.certificates != "system")
    next = " Nothing was kept. Take the authority's root certificate from a place that you trust" +
           (authority.certificates.empty() ? std::string() : " (" + authority.certificates + ")") +
           ", and name its file: --ca FILE";
  return Error(
      errors::kPolicyTokenInvalid,
      authority.title + " answered with a time-stamp that does not hold. " + found.says + next,
      {{"authority", authority.url}, {"why", found.fault}});
}

Error unanswered(const Authority& authority, const Fetched& fetched) {
  return Error(errors::kPolicyStampUnanswered,
               authority.title + " gave no time-stamp. " + fetched.detail +
                   " Nothing was kept. Try again later, or another authority.",
               {{"authority", authority.url}, {"state", fetched.state}});
}

Error refused(const Authority& authority, const StampReply& reply) {
  const bool named = !reply.failure.empty();
  return Error(errors::kPolicyStampRefused,
               authority.title + " refused to make a time-stamp" +
                   (named ? " (" + reply.failure + ")" : std::string()) +
                   ". Nothing was kept. Try another authority.",
               {{"authority", authority.url},
                {"status", reply.status},
                {"failure", named ? json(reply.failure) : json(nullptr)}});
}

// The list of texts in base64 under `name`, as bytes.
std::optional<std::vector<std::string>> bytes_of(const json& params, const char* name) {
  std::vector<std::string> out;
  const json list = params.value(name, json::array());
  if (!list.is_array() || list.size() > 16) return std::nullopt;
  for (const json& text : list) {
    auto bytes = text.is_string() ? from_base64(text.get_ref<const std::string&>()) : std::nullopt;
    if (!bytes) return std::nullopt;
    out.push_back(std::move(*bytes));
  }
  return out;
}

Error wrong(const char* field, const std::string& what) {
  return Error(errors::kParamsInvalid, std::string("\"") + field + "\" " + what + ".",
               {{"field", field}});
}

json authorities() {
  json list = json::array();
  for (const Authority& one : known_authorities())
    list.push_back({{"name", one.name},
                    {"title", one.title},
                    {"url", one.url},
                    {"terms", one.terms},
                    {"certificates", one.certificates},
                    {"policy", one.policies},
                    {"grade", one.grade}});
  return {{"authorities", std::move(list)}};
}

// The token, judged again without any network.
Result<json> token(const json& object) {
  Params params(object);
  TokenQuestion question;
  const auto bytes = from_base64(params.text("token", 64u << 10, true));
  const auto hash = from_hex<32>(params.text("hash", 64, true));
  question.time = params.text("time", 24, false);
  question.given = params.text("ca", kFile, false);
  question.of_record = true;
  if (params.error()) return *params.error();
  auto certificates = bytes_of(object, "certificates");
  auto crls = bytes_of(object, "crls");
  if (!hash) return wrong("hash", "is not 64 hexadecimal digits");
  if (!certificates) return wrong("certificates", "is no list of texts in base64");
  if (!crls) return wrong("crls", "is no list of texts in base64");
  question.hash = *hash;
  question.certificates = std::move(*certificates);
  question.crls = std::move(*crls);
  const TokenJudgement found = judge_token(bytes.value_or(""), question);
  json result = judgement_json(found);
  result["ok"] = found.fault.empty();
  result["why"] = found.fault.empty() ? json(nullptr) : json(found.fault);
  result["says"] = found.says.empty() ? json(nullptr) : json(found.says);
  return result;
}

}  // namespace

bool Service::is_about_stamps(const std::string& method) {
  return can_check_tokens() &&
         (method == "policy.stamp" || method == "policy.token" || method == "policy.authorities");
}

Result<json> Service::stamp(const json& object, unsigned arrived) {
  Params params(object);
  const auto hash = from_hex<32>(params.text("hash", 64, true));
  const std::string wanted = params.text("authority", kUrl, true);
  const std::string ca = params.text("ca", kFile, false);
  const std::string crl = params.text("crl", kFile, false);
  const std::string policy = params.text("policy", 100, false);
  if (params.error()) return *params.error();
  if (!hash) return wrong("hash", "is not 64 hexadecimal digits");
  if (!ca.empty() && certificates_of(ca).empty()) return wrong("ca", "holds no certificate");
  if (!crl.empty() && crls_of(crl).empty())
    return wrong("crl", "holds no list of revoked certificates");
  const auto authority = authority_of(wanted);
  if (!authority) return authority.error();
  const auto request = stamp_request(*hash, policy);
  if (!request) return wrong("policy", "is no object identifier");

  if (!begin(arrived))
    return Error(errors::kPolicyCheckRunning,
                 "A check is running already. Wait for it, or cancel it first. Nothing was sent.");
  const Running running{checking_};
  FetchRequest fetch;
  fetch.url = authority->url;
  fetch.stamp_request = request->bytes;
  const Fetched fetched = Fetcher(FetchOptions::from_environment()).get(fetch, cancelled_);
  if (fetched.state != "ok") return unanswered(*authority, fetched);
  const StampReply reply = stamp_reply(fetched.body);
  if (reply.read && !reply.granted) return refused(*authority, reply);
  TokenQuestion question;
  question.hash = *hash;
  question.nonce = request->nonce;
  question.policy = policy;
  question.given = ca;
  question.certificates = certificates_of(ca);
  question.crls = crls_of(crl);
  TokenJudgement found = judge_token(reply.token, question);
  const auto& allowed = authority->policies;
  if (found.fault.empty() && !allowed.empty() &&
      std::find(allowed.begin(), allowed.end(), found.policy) == allowed.end()) {
    found.fault = words::token::kPolicy;
    found.says = "The token was made under another policy than the authority has for these.";
  }
  if (!found.fault.empty()) return token_error(found, *authority);
  json result = judgement_json(found);
  result["authority"] = authority_json(*authority);
  result["token"] = to_base64(reply.token);
  result["certificates"] = texts_of(found.certificates);
  result["crls"] = texts_of(found.crls);
  return result;
}

Result<json> Service::about_stamps(const std::string& method, const json& params,
                                   unsigned arrived) {
  if (method == "policy.authorities") return authorities();
  if (method == "policy.token") return token(params);
  return stamp(params, arrived);
}

}  // namespace optoutlog::policy
