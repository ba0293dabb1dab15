#include <fstream>
#include <iostream>
#include <map>
#include <memory>

#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "install/system/machine.h"
#include "service/service.h"

namespace optoutlog::cli {
namespace {

namespace fs = std::filesystem;

struct ExportChoice {
  std::string out;
  std::string format;
  std::string platform;
  std::string account;
  bool force = false;
};

// The pages one after another into the stream. An erase in between makes the pages useless: `stale` is then
// set.
int pages(service::Service& service, json params, std::ostream& out, bool& stale) {
  for (;;) {
    const auto page = service.call("export", params);
    if (!page) {
      stale = page.error().is(errors::kCursorStale);
      return stale ? 0 : fail(page.error(), false);
    }
    out << text(*page, "text");
    const json next = page->value("next", json());
    if (next.is_null()) return 0;
    params["cursor"] = next;
  }
}

int write(const json& params, const fs::path& target) {
  service::Service service;
  // The whole export goes beside the target first: a full disk must not leave half a file under its name.
  fs::path part = target;
  part += ".part";
  for (;;) {
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    std::error_code error;
    fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, error);
    if (!file) {
      complain("Could not write " + install::utf8(target) + ".",
               "Name a file in a folder that you may write to.");
      return 1;
    }
    bool stale = false;
    const int status = pages(service, params, file, stale);
    file.close();
    if (status == 0 && !stale && file) fs::rename(part, target, error);
    const bool failed = !file || error;
    if (status != 0 || stale || failed) {
      std::error_code ignored;
      fs::remove(part, ignored);
    }
    if (stale) continue;
    if (status == 0 && failed) {
      complain("Could not write " + install::utf8(target) + ".",
               "Check that the disk has room, then try again.");
      return 1;
    }
    return status;
  }
}

int run_export(ExportChoice choice) {
  const fs::path target = install::from_utf8(choice.out);
  if (choice.format.empty()) {
    static const std::map<std::string, std::string> kFormats = {
        {"", "json"}, {".json", "json"}, {".csv", "csv"}, {".html", "html"}, {".htm", "html"}};
    const std::string ending = choice.out == "-" ? "" : install::utf8(target.extension());
    const auto format = kFormats.find(ending);
    if (format == kFormats.end()) {
      complain("There is no format for files that end in " + harmless(ending) + "; nothing was written.",
               "Say which one: --format json, csv or html (which prints to PDF from a browser).");
      return 2;
    }
    choice.format = format->second;
  }
  json params = {{"format", choice.format}};
  if (!choice.platform.empty()) params["platform"] = choice.platform;
  if (!choice.account.empty()) params["account"] = choice.account;
  if (choice.out == "-") {
    service::Service service;
    bool stale = false;
    const int status = pages(service, params, std::cout, stale);
    if (!stale) return status;
    complain("The log was changed by an erase while it was exported.", "Run this again.");
    return errors::kCursorStale.exit;
  }
  std::error_code error;
  if (!choice.force && fs::exists(fs::symlink_status(target, error))) {
    complain(choice.out + " is there already; nothing was written.",
             "Name another file, or add --force to replace it.");
    return 1;
  }
  const int status = write(params, target);
  if (status == 0) {
    std::cout << "Written: " << harmless(choice.out) << " (" << choice.format
              << "). It holds what you did where: give it "
              << "only to whom you choose.\n";
    if (choice.format == "json") std::cout << "Anybody can check it with: optoutlog verify FILE\n";
  }
  return status;
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
                   "json: complete and verifiable; csv: for a spreadsheet; html: a dated statement to print "
                   "(default: by the file's ending)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"json", "csv", "html"}));
  command->add_option("--platform", choice->platform, "Disclose only the entries of this platform")
      ->type_name("P");
  command->add_option("--account", choice->account, "Disclose only the entries of this account")
      ->type_name("A");
  command->add_flag("--force", choice->force, "Replace the file if it is there");
  command->footer("For example, to print: optoutlog export --out statement.html --platform linkedin");
  command->callback([choice, &chosen] { chosen = [choice] { return run_export(*choice); }; });
}

}  // namespace optoutlog::cli
