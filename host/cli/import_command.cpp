#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "base/base64.h"
#include "cli/answer.h"
#include "cli/bundle_file.h"
#include "cli/commands.h"
#include "cli/screen.h"
#include "cli/terminal.h"
#include "install/system/machine.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

struct ImportChoice {
  std::string file;
  std::string remove;
  bool erase_too = false;
  bool json = false;
  bool list = false;
};

int list_sources(bool as_json) {
  service::Service service;
  const auto result = service.call("sources", json::object());
  if (!result) return fail(result.error(), as_json);
  if (as_json) {
    print_json(*result);
    return 0;
  }
  const json& sources = result->at("sources");
  for (const json& source : sources) {
    std::cout << text(source, "record") << "\n";
    say(entries(source.value("entries", 0LL)) + " that can be read, of " +
            std::to_string(source.value("links", 0LL)) + "; imported " +
            local_time(text(source, "imported")) + "; written by " + text(source, "tool"),
        2);
  }
  if (sources.empty()) std::cout << "Nothing was imported.\n";
  return 0;
}

int remove_source(const ImportChoice& choice) {
  service::Service service;
  const auto result = service.call("forget", {{"source", choice.remove}});
  if (!result) {
    if (result.error().is(errors::kParamsInvalid))
      return misused("No imported record has the id " + choice.remove + ".",
                     "List them: optoutlog import --list", choice.json);
    return fail(result.error(), choice.json);
  }
  if (choice.json) {
    print_json(*result);
    return 0;
  }
  say("Removed: the imported record " + choice.remove + ". Your own log was not touched.");
  return 0;
}

int run_import(const ImportChoice& choice) {
  if (choice.list) return list_sources(choice.json);
  if (!choice.remove.empty()) return remove_source(choice);
  if (choice.file.empty()) {
    return misused("Say which file to import.", "For example: optoutlog import log.json",
                   choice.json);
  }
  std::ifstream file(install::from_utf8(choice.file), std::ios::binary);
  if (!file) {
    return unreadable(choice.file, "Check the name; it has to be an export as json, or a bundle.",
                      choice.json);
  }
  auto working = std::make_unique<Working>("Taking it in", !choice.json);
  Unpacked unpacked;
  const auto packet =
      export_in(choice.file, std::string((std::istreambuf_iterator<char>(file)), {}), unpacked);
  if (!packet) return fail(packet.error(), choice.json);
  json params = {{"packet", *packet}, {"erase_too", choice.erase_too}};
  for (const auto& [name, bytes] : bundle::pictures_in(unpacked.files))
    params["pictures"][name] = to_base64(bytes);
  service::Service service;
  const auto result = service.call("import", params);
  working.reset();
  if (!result) return fail(result.error(), choice.json);
  if (choice.json) {
    print_json(*result);
    return 0;
  }
  if (result->value("own", false)) {
    const long long lacked = result->value("added", 0LL);
    if (lacked == 0)
      say("That is an export of this very log, and the log has all of it: nothing to import.");
    else
      say("That is an export of this very log, and goes on where the log ended. What the log "
          "lacked was taken: " +
          std::to_string(lacked) + (lacked == 1 ? " link." : " links."));
    return 0;
  }
  const std::string id = text(*result, "record");
  const long long added = result->value("added", 0LL);
  say("Imported: " + std::to_string(added) + " new " + (added == 1 ? "entry" : "entries") +
      " of the record " + id + ", " + std::to_string(result->value("entries", 0LL)) +
      " in all. They stand apart from your own; see them with:");
  say("optoutlog history --source " + id);
  if (params.contains("pictures"))
    say("Its pictures were not taken, only their hashes: keep the bundle.");
  return 0;
}

}  // namespace

void add_import(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<ImportChoice>();
  CLI::App* command =
      app.add_subcommand("import", "Keep another computer's export beside your own log");
  command->add_option("FILE", choice->file, "An export in the json format, or a bundle");
  command->add_flag("--list", choice->list, "List what was imported so far");
  command->add_option("--remove", choice->remove, "Remove what was imported under this ID")
      ->type_name("ID");
  command->add_flag("--erase-too", choice->erase_too,
                    "Erase here what an export of this very log says is erased");
  add_utc(command);
  command->add_flag("--json", choice->json, kJsonHelp);
  command->footer("For example: optoutlog import laptop.json. It never changes what status says.");
  command->callback([choice, &chosen] { chosen = [choice] { return run_import(*choice); }; });
}

}  // namespace optoutlog::cli
