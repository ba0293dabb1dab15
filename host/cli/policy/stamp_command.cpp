#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "base/random.h"
#include "base/sha256.h"
#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/policy/perform.h"
#include "cli/terminal.h"
#include "install/system/machine.h"

// A time-stamp of the log's head: the checkpoint's hash goes to the authority, the token that comes
// back into the log.
namespace optoutlog::cli {
namespace {

constexpr Millis kClocks = 5 * kMinute;

struct StampChoice {
  std::string authority;
  std::string ca;
  std::string crl;
  std::string policy;
  bool list = false;
  bool json = false;
};

int list(bool as_json) {
  const auto answer = policy::perform("policy.authorities", json::object());
  if (!answer) return fail(answer.error(), as_json);
  if (as_json) {
    print_json(*answer);
    return 0;
  }
  for (const json& one : answer->at("authorities")) {
    std::cout << paint(Paint::kBold, text(one, "name")) << "  " << text(one, "url") << "\n";
    const std::string source = text(one, "certificates");
    say("what it promises: " + text(one, "terms"), 2);
    say(source == "system"
            ? std::string("root certificate: one of this computer's own")
            : "root certificate: take it from " + source + " and name its file with --ca",
        2);
  }
  say("None is asked before you name it. It sees one hash and your address on the network.");
  return 0;
}

// The file's bytes under `name` in `params`; an exit status where it cannot be read.
std::optional<int> put_file(json& params, const char* name, const std::string& file,
                            const StampChoice& choice) {
  if (file.empty()) return std::nullopt;
  std::ifstream in(install::from_utf8(file), std::ios::binary);
  if (!in) return unreadable(file, "Check the name of the file.", choice.json);
  params[name] = std::string((std::istreambuf_iterator<char>(in)), {});
  return std::nullopt;
}

int not_stampable(const json& verdict, const StampChoice& choice) {
  if (verdict.at("record").is_null() || verdict.at("entries") == 0)
    return fail(Error(errors::kRecordNone,
                      "Nothing was recorded yet, so there is nothing to put a time-stamp on. Visit "
                      "a platform's settings page first."),
                choice.json);
  return fail(Trouble{"chain.broken",
                      1,
                      "The chain of the log is broken, so no time-stamp was asked for.",
                      "See what is wrong: optoutlog verify",
                      {}},
              choice.json);
}

void tell(const json& kept, const json& stamp) {
  std::cout << paint(Paint::kGreen, "✓ Time-stamped") << ": ";
  say("entries 1 to " + kept.at("count").dump() + " stood as they are by " +
      local_time(text(stamp, "time")) + ", by " + text(stamp.at("authority"), "url") + ".");
  const Millis difference = parse_time(text(stamp, "time")).value_or(0) - optoutlog::now();
  if (difference > kClocks || difference < -kClocks)
    say("Its clock and this computer's differ by " +
            std::to_string((difference < 0 ? -difference : difference) / kMinute) +
            " minutes. Entries carry this computer's time.",
        2, Paint::kYellow);
  say("It shows that nothing before it was written later or changed since. It does not show that "
      "what was written is true, and not that nothing was left out.");
}

int run_stamp(const StampChoice& choice) {
  if (choice.list) return list(choice.json);
  if (choice.authority.empty())
    return misused("Say which authority to ask.", "See which there are: optoutlog stamp --list",
                   choice.json);
  service::Service service;
  const auto verdict = service.call("verify", json::object());
  if (!verdict) return fail(verdict.error(), choice.json);
  if (!verdict->value("ok", false) || verdict->at("entries") == 0)
    return not_stampable(*verdict, choice);
  json params = {{"hash", sha256_hex(text(*verdict, "checkpoint"))},
                 {"authority", choice.authority}};
  if (!choice.policy.empty()) params["policy"] = choice.policy;
  if (const auto ended = put_file(params, "ca", choice.ca, choice)) return *ended;
  if (const auto ended = put_file(params, "crl", choice.crl, choice)) return *ended;
  const auto stamp = policy::perform("policy.stamp", params);
  if (!stamp) return fail(stamp.error(), choice.json);
  json given = {{"id", random_uuid()},
                {"covers", {{"count", verdict->at("entries")}, {"head", verdict->at("head")}}}};
  for (const char* name : {"authority", "time", "token", "certificates", "crls"})
    given[name] = stamp->at(name);
  const auto kept = service.call("stamp", given);
  if (!kept) return fail(kept.error(), choice.json);
  json told = {{"seq", kept->at("seq")}, {"count", verdict->at("entries")}};
  for (const char* name : {"authority", "time", "signer", "root", "fingerprint", "anchor", "policy",
                           "revocation_seen"})
    told[name] = stamp->at(name);
  if (choice.json)
    print_json(told);
  else
    tell(told, *stamp);
  return 0;
}

}  // namespace

void add_stamp(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<StampChoice>();
  CLI::App* command = app.add_subcommand(
      "stamp", "Let a time-stamping authority confirm since when the log stands as it is");
  command
      ->add_option("--authority", choice->authority,
                   "Whom to ask: a name of --list, or an https address (RFC 3161)")
      ->type_name("NAME|URL");
  command->add_option("--ca", choice->ca, "The authority's root certificate (PEM), which you trust")
      ->type_name("FILE");
  command->add_option("--crl", choice->crl, "Its list of revoked certificates, kept with the token")
      ->type_name("FILE");
  command->add_option("--policy", choice->policy, "The policy to ask for, and to accept alone")
      ->type_name("OID");
  command->add_flag("--list", choice->list, "The authorities that are known, and their terms");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->footer("For example: optoutlog stamp --authority sectigo. One hash is sent, no more.");
  command->callback([choice, &chosen] { chosen = [choice] { return run_stamp(*choice); }; });
}

}  // namespace optoutlog::cli
