#include <algorithm>
#include <iostream>
#include <sstream>

#include "base/hardening.h"
#include "cli/answer.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "version.h"

namespace {

using namespace optoutlog;

// The help in lines that fit the terminal.
class Help : public CLI::Formatter {
 public:
  Help() { column_width(static_cast<std::size_t>(std::clamp(cli::columns() / 3, 14, 26))); }
  std::string make_option_desc(const CLI::Option* option) const override {
    return fitting(CLI::Formatter::make_option_desc(option));
  }
  std::string make_subcommand(const CLI::App* command) const override {
    std::stringstream out;
    CLI::detail::format_help(out, command->get_name(), fitting(command->get_description()),
                             column_width_);
    return out.str();
  }
  std::string make_description(const CLI::App* app) const override {
    return cli::wrap(app->get_description(), cli::columns(), 0) + "\n";
  }
  std::string make_usage(const CLI::App* app, std::string name) const override {
    std::string usage = CLI::Formatter::make_usage(app, std::move(name));
    usage.erase(usage.find_last_not_of('\n') + 1);
    return cli::wrap(usage, cli::columns() - 2, 2) + "\n";
  }
  std::string make_footer(const CLI::App* app) const override {
    if (app->get_footer().empty()) return {};
    return cli::wrap(app->get_footer(), cli::columns(), 0) + "\n";
  }

 private:
  std::string fitting(const std::string& text) const {
    return cli::wrap(text, cli::columns() - static_cast<int>(column_width_), 0);
  }
};

void add_all(CLI::App& app, cli::Chosen& chosen) {
  cli::add_status(app, chosen);
  cli::add_history(app, chosen);
  cli::add_show(app, chosen);
  cli::add_open(app, chosen);
  cli::add_export(app, chosen);
  cli::add_verify(app, chosen);
  cli::add_stamp(app, chosen);
  cli::add_witness(app, chosen);
  cli::add_picture(app, chosen);
  cli::add_import(app, chosen);
  cli::add_declare(app, chosen);
  cli::add_erase(app, chosen);
  cli::add_set_aside(app, chosen);
  cli::add_register(app, chosen);
  cli::add_unregister(app, chosen);
  cli::add_doctor(app, chosen);
  cli::add_policy(app, chosen);
}

// What was typed is no command line of ours; `words` is all of it.
int misread(const CLI::App& app, const CLI::ParseError& error,
            const std::vector<std::string>& words) {
  const bool as_json = std::find(words.begin(), words.end(), "--json") != words.end();
  const CLI::App* last = &app;
  std::string command = "optoutlog";
  std::size_t depth = 0;
  for (auto below = last->get_subcommands(); !below.empty(); below = last->get_subcommands()) {
    last = below.back();
    command += " " + last->get_name();
    ++depth;
  }
  const std::string help = command + " --help";
  if (last->get_require_subcommand_min() == 0) {
    std::string what = error.what();
    what.erase(what.find_last_not_of(" \n.") + 1);
    return cli::misused(what + ".", "See: " + help, as_json);
  }
  const bool named = depth < words.size() && words[depth].rfind('-', 0) != 0;
  const auto same = [&](const CLI::App* each) { return each->get_name() == words[depth]; };
  if (named && last->get_subcommands(same).empty())
    return cli::misused("'" + words[depth] + "' is no command of " + command + ".",
                        "See which there are: " + help, as_json);
  if (depth < words.size() && words[depth] != "--json")
    return cli::misused(std::string(error.what()) + ".", "See: " + help, as_json);
  return cli::misused("Which command of " + command + "?", "See which there are: " + help, as_json);
}

int run(CLI::App& app, int argc, char** argv) {
  cli::Chosen chosen;
  add_all(app, chosen);
  if (argc < 2) {
    std::cerr << app.help();
    return errors::kParamsInvalid.exit;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {
    return app.exit(wanted);  // --help, --version
  } catch (const CLI::ParseError& error) {
    return misread(app, error, {argv + 1, argv + argc});
  }
  return chosen ? chosen() : 0;
}

}  // namespace

// optoutlog: the command for people. The native hosts are programs of their own.
int main(int argc, char** argv) {
  survive_file_limit();
  cli::use_utf8();
  CLI::App app(
      "Opt-Out Log: what social platforms may do with your posts, as seen in your own browser.");
  app.name("optoutlog");
  app.set_version_flag("--version", std::string("optoutlog ") + kVersion);
  app.require_subcommand(1);
  app.formatter(std::make_shared<Help>());  // before the subcommands, which take it over
  app.footer(
      "First steps: 'optoutlog register', then 'optoutlog doctor'. Help on one command: 'optoutlog "
      "COMMAND --help'.");
  const int status = run(app, argc, argv);
  if (cli::flush_output()) return status;
  cli::complain("Standard output could not be written, so what is there is not all.",
                "Check that the disk has room, then run this again.");
  return errors::kChannelFailed.exit;
}
