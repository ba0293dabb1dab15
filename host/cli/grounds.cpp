#include "cli/grounds.h"

#include "cli/answer.h"
#include "cli/terminal.h"

namespace optoutlog::cli {

const Ground kQuestion = {
    is_asked,
    "Nothing that you denied was seen allowed again there, so there is nothing to answer. "
    "Nothing was written.",
    "What waits for an answer:"};
const Ground kSaid = {
    [](const json& line) { return !line.value("declared", json()).is_null(); },
    "You said nothing of that setting that could be taken back. Nothing was written.",
    "What rests on your word:"};

int refuse_without(const Ground& ground, service::Service& service, const json& entry,
                   bool as_json) {
  const auto status = whole_status(service);
  if (!status) return fail(status.error(), as_json);
  std::string others;
  for (const json& line : status->at("controls")) {
    if (!ground.is_there(line)) continue;
    const auto same = [&](const char* member) {
      return line.value(member, json()) == entry.at(member);
    };
    if (same("platform") && same("control") && same("account") && same("unit")) return 0;
    others += (others.empty() ? " " : "; ") + text(line, "platform") + " " + text(line, "control") +
              subject_flags(line);
  }
  return misused(
      ground.missing,
      others.empty() ? "See where things stand: optoutlog status" : ground.others + others,
      as_json);
}

void hint_at_account(service::Service& service, const json& entry, const std::string& number) {
  if (!text(entry, "account").empty()) return;
  const auto status = whole_status(service);
  if (!status) return;
  for (const json& line : status->at("controls")) {
    if (line.at("platform") != entry.at("platform") || line.at("control") != entry.at("control") ||
        text(line, "account").empty())
      continue;
    say("It is of no account by name. What your log knows of " + text(line, "account") +
        " stays as it is: for that, add" + subject_flags(line) +
        ". To take this one back: " + "optoutlog declare --retract " + number);
    return;
  }
}

}  // namespace optoutlog::cli
