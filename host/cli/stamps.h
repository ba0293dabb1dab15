#pragma once
#include <string>
#include <vector>

#include "record/stamp.h"
#include "service/service.h"

// The time-stamps of a chain as the command tells them: the log keeps tokens and cannot judge them,
// so that is done here, without any network.
namespace optoutlog::cli {

// The time-stamps of our own log, tokens and all.
Result<std::vector<json>> own_stamps(service::Service& service);

// Judges the token of each of `payloads` (contents of links, each with its `seq`) for the record of
// that id (hexadecimal) and adds what was found to the time-stamp of that number in
// `answer["stamps"]`, as optoutlog.1 describes it. The first that does not hold becomes
// `answer["broken"]`, unless something is broken already. `ca`: roots that the person trusts (PEM).
void judge_stamps(json& answer, const std::vector<json>& payloads, const std::string& record,
                  const std::string& ca);

// What they show, for a person.
void tell_stamps(const json& answer);

}  // namespace optoutlog::cli
