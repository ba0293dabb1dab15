#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <optional>

#include "cli/answer.h"
#include "cli/bundle_file.h"
#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "install/system/machine.h"
#include "service/service.h"
#include "service/statement.h"

namespace optoutlog::cli {
namespace {

namespace fs = std::filesystem;

struct ExportChoice {
  std::string out;
  std::string format;
  std::string platform;
  std::string account;
  std::string language;
  bool force = false;
  bool json = false;
};

// The format that the file's name asks for; "" where it has an ending that names none.
std::string format_of(const std::string& out) {
  static const std::map<std::string, std::string> kFormats = {{"", "json"},     {".json", "json"},
                                                              {".csv", "csv"},  {".html", "html"},
                                                              {".htm", "html"}, {".zip", "bundle"}};
  const auto found =
      kFormats.find(out == "-" ? "" : install::utf8(install::from_utf8(out).extension()));
  return found != kFormats.end() ? found->second : std::string();
}

// What the person's system speaks, as environments say it.
std::string_view locale_tag() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* tag = std::getenv(name); tag != nullptr && *tag != '\0') return tag;
  return "en";
}

std::string all_languages() {
  std::string all;
  for (const std::string& one : service::statement::languages())
    all += (all.empty() ? "" : ", ") + one;
  return all;
}

// The exit status where the file could not be written (an errno), or where json is all that is
// told.
std::optional<int> ended(int why, const ExportChoice& choice) {
  if (why != 0)
    return unwritable(choice.out, why,
                      "Name a file in a folder that you may write to, on a disk that has room.",
                      choice.json);
  if (!choice.json) return std::nullopt;
  print_json(json{{"file", choice.out}, {"format", choice.format}});
  return 0;
}

// The archive goes to a file alone: a terminal has no use for it.
int write_bundle(const json& params, const fs::path& target, const ExportChoice& choice) {
  if (!bundle::can_zip() || choice.out == "-")
    return misused(choice.out == "-" ? "A bundle is an archive, and is not shown on a terminal."
                                     : "This build cannot write bundles; nothing was written.",
                   choice.out == "-" ? "Name a file: --out bundle.zip"
                                     : "Take an export instead: --format json",
                   choice.json);
  const auto files = make_bundle(params, choice.language);
  if (!files) return fail(files.error(), choice.json);
  const int why = write_whole({}, target, [&](const fs::path& part) {
    return bundle::zip(*files, part, optoutlog::now());
  });
  if (const auto status = ended(why, choice)) return *status;
  say("Written: " + choice.out +
      " (bundle). It holds what you did where: give it only to whom you choose. Anybody can check "
      "it by opening the verify.html in it and choosing the bundle there, or with: optoutlog "
      "verify FILE");
  return 0;
}

int run_export(ExportChoice choice) {
  const fs::path target = install::from_utf8(choice.out);
  const bool shown = choice.out == "-";
  if (choice.format.empty()) choice.format = format_of(choice.out);
  if (choice.format.empty())
    return misused(
        "There is no format for files that end in " + install::utf8(target.extension()) +
            "; nothing was written.",
        "Say which one: --format json, csv, bundle or html (which prints to PDF from a browser).",
        choice.json);
  if (shown && choice.json && choice.format != "json")
    return misused("--json goes with --out - only where the export itself is in the json format.",
                   "Leave --json out, or name a file.", choice.json);
  std::error_code error;
  if (!shown && !choice.force && fs::exists(fs::symlink_status(target, error)))
    return fail(Trouble{"file.exists",
                        2,
                        choice.out + " is there already; nothing was written.",
                        "Name another file, or add --force to replace it.",
                        {{"path", choice.out}}},
                choice.json);
  const auto language = service::statement::language_of(
      choice.language.empty() ? locale_tag() : std::string_view(choice.language));
  if (!language && !choice.language.empty())
    return misused(
        "There is no statement in the language " + choice.language + "; nothing was written.",
        "Take one of these: " + all_languages(), choice.json);
  choice.language = language.value_or("en");
  json params = {{"format", choice.format}};
  if (choice.format == "html") params["language"] = choice.language;
  if (!choice.platform.empty()) params["platform"] = choice.platform;
  if (!choice.account.empty()) params["account"] = choice.account;
  if (choice.format == "bundle") {
    params.erase("format");
    return write_bundle(params, target, choice);
  }
  const auto all = whole_export(params);
  if (!all) return fail(all.error(), choice.json);
  if (shown) {
    std::cout << *all;
    return 0;
  }
  if (const auto status = ended(write_whole(*all, target), choice)) return *status;
  say("Written: " + choice.out + " (" + choice.format +
      "). It holds what you did where: give it only to whom you choose.");
  if (choice.format == "json")
    say("Anybody can check it with: optoutlog verify FILE. Pictures are not in it, only their "
        "hashes; a bundle holds them.");
  return 0;
}

}  // namespace

void add_export(CLI::App& app, Chosen& chosen) {
  auto choice = std::make_shared<ExportChoice>();
  CLI::App* command =
      app.add_subcommand("export", "The log as a file: to keep, to read, to show to somebody");
  command->add_option("--out", choice->out, "The file to write; - for standard output")
      ->type_name("FILE")
      ->required();
  command
      ->add_option("--format", choice->format,
                   "json: complete and verifiable; csv: for a spreadsheet; html: a dated statement "
                   "to print; bundle: a zip with these and a page that checks them in any browser "
                   "(default: by the file's ending)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"json", "csv", "html", "bundle"}));
  command->add_option("--platform", choice->platform, "Disclose only the entries of this platform")
      ->type_name("P");
  command->add_option("--account", choice->account, "Disclose only the entries of this account")
      ->type_name("A");
  command
      ->add_option(
          "--language", choice->language,
          "The language of the statement, html or in a bundle: de, en, fr … (default: that "
          "of your system, or English)")
      ->type_name("L");
  command->add_flag("--force", choice->force, "Replace the file if it is there");
  command->add_flag("--json", choice->json, kJsonHelp);
  command->footer(
      "For example, to print: optoutlog export --out statement.html --platform linkedin");
  command->callback([choice, &chosen] { chosen = [choice] { return run_export(*choice); }; });
}

}  // namespace optoutlog::cli
