#include "cli/stamps.h"

#include <algorithm>
#include <iostream>

#include "base/base64.h"
#include "base/sha256.h"
#include "cli/answer.h"
#include "cli/terminal.h"
#include "policy/stamp/token.h"
#include "record/chain.h"

namespace optoutlog::cli {
namespace {

using policy::TokenJudgement;

std::vector<std::string> bytes_of(const json& list) {
  std::vector<std::string> out;
  for (const json& text : list)
    if (auto bytes = from_base64(text.get<std::string>())) out.push_back(*bytes);
  return out;
}

TokenJudgement judge(const json& payload, const std::string& record, const std::string& ca) {
  policy::TokenQuestion question;
  const json& covers = payload.at("covers");
  const auto id = from_hex<16>(record).value_or(RecordId{});
  const auto head = from_hex<32>(covers.at("head").get<std::string>()).value_or(Hash{});
  const std::string line = record::checkpoint(id, covers.at("count").get<std::int64_t>(), head);
  question.hash = Sha256().add(line).finish();
  question.time = payload.at("time").get<std::string>();
  question.given = ca;
  question.of_record = true;
  question.certificates = bytes_of(payload.at("certificates"));
  question.crls = bytes_of(payload.value("crls", json::array()));
  const auto token = from_base64(payload.at("token").get<std::string>());
  return policy::judge_token(token.value_or(""), question);
}

// Who vouches that the authority is the one that it is called.
std::string anchor_words(const json& stamp) {
  const std::string anchor = text(stamp, "anchor");
  const std::string root = text(stamp, "root");
  if (anchor == words::anchor::kSystem)
    return "Its root certificate is one that this computer trusts: " + root + ".";
  if (anchor == words::anchor::kGiven) return "Its root certificate is one that you gave.";
  return "Nobody here vouches for the authority: its root certificate comes with the log itself. "
         "Compare what the authority publishes with this SHA-256, or name its file with --ca: " +
         text(stamp, "fingerprint");
}

void tell(const json& stamp) {
  const std::string url = text(stamp.value("authority", json::object()), "url");
  const std::string anchor = text(stamp, "anchor");
  const std::string what = "entries 1 to " + std::to_string(stamp.value("count", 0LL)) +
                           " stood as they are by " + local_time(text(stamp, "time")) + ".";
  const std::string whose = text(stamp, "signer") + ", taken from " + url;
  if (anchor.empty()) {
    say("Time-stamp, said to be taken from " + url + ": by it, " + what +
        " Its token was not checked: this build has no OpenSSL.");
  } else {
    if (anchor == words::anchor::kRecord) {
      say("Time-stamp, said to be of " + whose + ": by it, " + what + " " + anchor_words(stamp));
    } else {
      std::cout << paint(Paint::kGreen, "✓ Time-stamp") << " ";
      say("of " + whose + ": " + what + " " + anchor_words(stamp));
    }
    if (!stamp.value("revocation_seen", false))
      say("Whether the authority's certificate was revoked is not known: no list of revoked "
          "certificates is kept with it.",
          2);
  }
  const json ahead = stamp.value("ahead", json());
  const json behind = stamp.value("behind", json());
  if (ahead.is_number())
    say("Entry " + ahead.dump() +
            " says that it was written later than that, and was there: the "
            "computer's clock, or the entry, was wrong.",
        2, Paint::kYellow);
  if (behind.is_number())
    say("Entry " + behind.dump() +
            " says that it was written earlier than that, and is not "
            "covered: the computer's clock, or the entry, was wrong.",
        2, Paint::kYellow);
}

}  // namespace

Result<std::vector<json>> own_stamps(service::Service& service) {
  std::vector<json> all;
  json params = json::object();
  do {
    const auto page = service.call("stamps", params);
    if (!page) return page.error();
    for (const json& one : page->at("stamps")) all.push_back(one);
    params["cursor"] = page->at("next");
  } while (!params["cursor"].is_null());
  return all;
}

void judge_stamps(json& answer, const std::vector<json>& payloads, const std::string& record,
                  const std::string& ca) {
  if (!policy::can_check_tokens()) return;
  for (json& stamp : answer["stamps"]) {
    const auto seq = stamp.at("seq").get<std::int64_t>();
    const auto payload = std::find_if(payloads.begin(), payloads.end(), [&](const json& one) {
      return one.at("seq").get<std::int64_t>() == seq;
    });
    if (payload == payloads.end()) continue;
    const TokenJudgement found = judge(*payload, record, ca);
    stamp["why"] = found.fault.empty() ? json(nullptr) : json(found.fault);
    stamp["anchor"] = found.anchor;
    stamp["root"] = found.root;
    stamp["fingerprint"] = found.fingerprint;
    stamp["signer"] = found.signer;
    stamp["policy"] = found.policy;
    stamp["revocation_seen"] = found.revocation_seen;
    if (found.fault.empty() || !answer["broken"].is_null()) continue;
    answer["ok"] = false;
    answer["broken"] = {
        {"seq", seq},
        {"reason", words::broken::kToken},
        {"says", "Link " + std::to_string(seq) + ": the time-stamp does not hold. " + found.says},
        {"why", found.fault},
        {"source", nullptr}};
  }
}

void tell_stamps(const json& answer) {
  for (const json& stamp : answer.value("stamps", json::array())) tell(stamp);
}

}  // namespace optoutlog::cli
