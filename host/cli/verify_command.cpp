#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "base/bytes.h"
#include "base/json_text.h"
#include "cli/answer.h"
#include "cli/bundle_file.h"
#include "cli/commands.h"
#include "cli/kept.h"
#include "cli/screen.h"
#include "cli/stamps.h"
#include "cli/terminal.h"
#include "install/system/machine.h"
#include "record/packet.h"
#include "service/page.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

struct VerifyChoice {
  std::string file;
  std::string ca;
  std::string against;
  bool json = false;
};

// An entry in one line; empty where it cannot be read.
std::string summary(const json& entry) {
  if (!entry.is_object() || text(entry, "platform").empty()) return {};
  std::string words = service::says::when(entry, voice()) + "  " + text(entry, "platform") + "/" +
                      text(entry, "control") + "  " + text(entry, "training");
  if (!text(entry, "account").empty()) words += "  " + text(entry, "account");
  return words;
}

// What an export does not show. Withheld is what lies outside its platform or account, by its
// maker's word.
std::string not_shown(const json& answer) {
  const long long withheld = answer.value("withheld", 0LL);
  if (withheld == 0) return {};
  return std::to_string(answer.value("disclosed", 0LL)) + " shown, " + std::to_string(withheld) +
         " withheld, " + std::to_string(answer.value("erased", 0LL)) +
         " erased. Whether one of the withheld belongs to the platform or account that the export "
         "names cannot be told from it.";
}

int report_broken(const json& broken, const std::string& bad, bool own) {
  const bool import = !text(broken, "source").empty();
  const std::string reason = text(broken, "reason");
  const bool token = reason == words::broken::kToken;
  const bool other = reason == words::broken::kOtherHistory;
  const char* what = import  ? "✗ An imported chain is broken"
                     : token ? "✗ A time-stamp does not hold"
                     : other ? "✗ This is not the log that was kept"
                             : "✗ The chain is broken";
  std::cout << wrap(paint(Paint::kRed, what) + " at entry " +
                        std::to_string(broken.value("seq", 0LL)) + " (" + reason + ").",
                    columns(), 0)
            << "\n";
  if (!text(broken, "says").empty()) say(text(broken, "says"));
  if (!bad.empty()) say("As it stands there now: " + bad);
  if (import) {
    say("Your own log holds. Import the other computer's file again: what is wrong is then "
        "replaced.");
  } else if (token) {
    say("The entries hold among themselves. This does not show since when they stand: do not rely "
        "on that time-stamp.");
  } else if (other) {
    say("Where you did not do that yourself, the file that was kept is the one to rely on.");
  } else if (own) {
    say("Nothing is removed. Save what is whole: optoutlog export --out FILE. Then begin a new "
        "log: optoutlog set-aside");
  }
  return 1;
}

// `bad`: the first bad entry in one line, where there is one. `own`: it is our own log, not a file.
// `imported`: how many other records were looked through.
int report(const json& answer, bool as_json, const std::string& bad, bool own,
           std::size_t imported) {
  const bool ok = answer.value("ok", false);
  if (as_json) {
    print_json(answer);
    return ok ? 0 : 1;
  }
  if (!ok) return report_broken(answer.at("broken"), bad, own);
  if (imported > 0)
    std::cout << paint(Paint::kGreen, "✓ The imported chains hold") << ": " << imported << ".\n";
  if (answer.value("entries", 0LL) == 0) {
    say(imported > 0 ? "There are no entries of your own yet."
                     : "There are no entries yet: nothing to verify.");
    return 0;
  }
  std::cout << paint(Paint::kGreen, "✓ The chain holds") << ": "
            << entries(answer.value("entries", 0LL)) << ".\n";
  if (const long long kept = answer.value("goes_on_from", 0LL); kept > 0)
    say("It goes on from what was kept, which ended at entry " + std::to_string(kept) +
        ": no link up to there was changed, left out or cut off since (an entry that is erased "
        "leaves its link). What came later stands for itself until you keep this newer line, too:");
  else
    say("No entry was found changed, swapped or taken out. This does not show whether its owner "
        "wrote the whole log anew, or cut off its end: for that, keep this line elsewhere and "
        "compare it later with --against.");
  std::cout << text(answer, "checkpoint") << "\n";
  if (const std::string more = not_shown(answer); !more.empty()) say(more);
  if (const long long pictures = answer.value("pictures", 0LL); pictures > 0)
    say("Pictures: " + std::to_string(pictures) +
        (answer.value("pictures_there", true)
             ? ". Each is the one that was kept."
             : ". They are not in this file, only their hashes; a bundle holds them."));
  if (const std::string statement = text(answer, "statement"); statement == "fits") {
    say("The statement in it says what the entries say, to the letter.");
  } else if (!statement.empty()) {
    say("The statement in it was made by another version of this program, so nothing is said of it "
        "here: do not rely on it. Compare it with that version, or read the entries.");
  }
  tell_stamps(answer);
  return 0;
}

// --ca: what the person trusts.
std::optional<int> read_roots(std::string& ca, const VerifyChoice& choice) {
  if (choice.ca.empty()) return std::nullopt;
  auto text = contents(choice.ca);
  if (!text) return unreadable(choice.ca, "Check the name of the file.", choice.json);
  ca = std::move(*text);
  return std::nullopt;
}

json broken_json(const record::Packet& packet) {
  if (!packet.broken) return nullptr;
  return {{"seq", packet.broken->seq},
          {"reason", packet.broken->reason},
          {"says", packet.broken->says},
          {"source", nullptr}};
}

// In one line what the first link that is wrong holds, where it can be read.
std::string broken_link(const record::Packet& packet) {
  if (!packet.broken) return {};
  const auto at = static_cast<std::size_t>(packet.broken->seq);
  if (at < 1 || at > packet.links.size()) return {};
  const auto entry = parse_json(packet.links[at - 1].stored.payload);
  return entry ? summary(*entry) : std::string();
}

// An exported file, without any database; the answer has the members of the method `verify` and the
// counts of what the file shows.
int verify_file(const VerifyChoice& choice) {
  auto bytes = contents(choice.file);
  if (!bytes)
    return unreadable(choice.file, "Check the name; it has to be an export as json, or a bundle.",
                      choice.json);
  Unpacked unpacked;
  auto working = std::make_unique<Working>("Checking the file", !choice.json);
  const auto packet_text = export_in(choice.file, std::move(*bytes), unpacked);
  if (!packet_text) return fail(packet_text.error(), choice.json);
  const auto packet = record::read_packet(*packet_text);
  working.reset();
  if (!packet) return fail(packet.error(), choice.json);
  json statement;
  if (!unpacked.files.empty() && !packet->broken) {
    if (const auto good = bundle::check_copies(unpacked.files, *packet); !good)
      return fail(good.error(), choice.json);
    const auto fits = check_documents(unpacked, *packet_text);
    if (!fits) return fail(fits.error(), choice.json);
    statement = *fits ? "fits" : "other-version";
  }
  const std::string id = to_hex(packet->head.record);
  const std::string head = to_hex(packet->head.hash);
  const std::string count = std::to_string(packet->head.count);
  json answer = {{"ok", !packet->broken},
                 {"entries", packet->head.count},
                 {"head", head},
                 {"record", id},
                 {"checkpoint", "optoutlog-checkpoint-v1 " + id + " " + count + " " + head},
                 {"broken", broken_json(*packet)},
                 {"stamps", service::stamps_json(packet->stamps)},
                 {"pictures", packet->pictures.size()},
                 {"disclosed", packet->disclosed},
                 {"erased", packet->erased},
                 {"withheld", packet->withheld},
                 {"statement", std::move(statement)}};
  if (unpacked.files.empty()) answer["pictures_there"] = false;
  std::string ca;
  if (const auto ended = read_roots(ca, choice)) return *ended;
  std::vector<json> payloads;
  for (const auto& stamp : packet->stamps) {
    payloads.push_back(stamp.payload);
    payloads.back()["seq"] = stamp.seq;
  }
  judge_stamps(answer, payloads, id, ca);
  if (!choice.against.empty())
    if (const auto ended = compare_kept(answer, *packet, choice.against, choice.json))
      return *ended;
  return report(answer, choice.json, broken_link(*packet), false, 0);
}

// The same for our own log: its tokens, and what was kept of it elsewhere.
std::optional<int> look_outside(json& answer, service::Service& service,
                                const VerifyChoice& choice) {
  std::string ca;
  if (const auto ended = read_roots(ca, choice)) return ended;
  if (!answer.at("broken").is_null()) return std::nullopt;
  if (!answer.at("stamps").empty()) {
    const auto payloads = own_stamps(service);
    if (!payloads) return fail(payloads.error(), choice.json);
    judge_stamps(answer, *payloads, text(answer, "record"), ca);
  }
  if (choice.against.empty()) return std::nullopt;
  if (answer.at("record").is_null())
    return compare_kept(answer, record::Packet{}, choice.against, choice.json);
  const auto all = whole_export({{"format", "json"}});
  if (!all) return fail(all.error(), choice.json);
  const auto packet = record::read_packet(*all);
  if (!packet) return fail(packet.error(), choice.json);
  return compare_kept(answer, *packet, choice.against, choice.json);
}

int run_verify(const VerifyChoice& choice) {
  if (!choice.file.empty()) return verify_file(choice);
  service::Service service;
  auto working = std::make_unique<Working>("Checking the log", !choice.json);
  auto answer = service.call("verify", json::object());
  if (!answer) return fail(answer.error(), choice.json);
  const auto ended = look_outside(*answer, service, choice);
  working.reset();
  if (ended) return *ended;
  std::string bad;
  const auto sources = service.call("sources", json::object());
  if (const json broken = answer->value("broken", json());
      broken.is_object() && broken.value("source", json()).is_null()) {
    const auto seq = broken.value("seq", 0LL);
    const auto found = service.call("history", {{"before", seq + 1}, {"limit", 1}});
    if (found && !found->at("entries").empty() && found->at("entries")[0].value("seq", 0LL) == seq)
      bad = summary(found->at("entries")[0]);
  }
  return report(*answer, choice.json, bad, true, sources ? sources->at("sources").size() : 0);
}

}  // namespace

void add_verify(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<VerifyChoice>();
  CLI::App* command = app.add_subcommand(
      "verify", "Check that nothing in the log, or in an exported file, was changed");
  command->add_option("FILE", choice->file, "An export (json); without it, your own log");
  command->add_option("--ca", choice->ca, "Root certificates (PEM) that you trust for time-stamps")
      ->type_name("FILE");
  command
      ->add_option("--against", choice->against,
                   "What was kept elsewhere: an earlier export, or a file with its checkpoint")
      ->type_name("FILE");
  add_utc(command);
  command->add_flag("--json", choice->json, kJsonHelp);
  command->footer("Exit status 1 when the chain is broken.");
  command->callback([choice, &chosen] { chosen = [choice] { return run_verify(*choice); }; });
}

}  // namespace optoutlog::cli
