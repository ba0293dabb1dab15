#include <algorithm>
#include <iostream>
#include <sstream>

#include "base/hardening.h"
#include "cli/commands.h"
#include "cli/policy/commands.h"
#include "cli/terminal.h"
#include "version.h"

namespace {

// The help in lines that fit the terminal.
class Help : public CLI::Formatter {
 public:
  std::string make_option_desc(const CLI::Option* option) const override {
    return fitting(CLI::Formatter::make_option_desc(option));
  }
  std::string make_subcommand(const CLI::App* command) const override {
    std::stringstream out;
    CLI::detail::format_help(out, command->get_name(), fitting(command->get_description()), column_width_);
    return out.str();
  }
  std::string make_description(const CLI::App* app) const override {
    return optoutlog::cli::wrap(app->get_description(), optoutlog::cli::columns(), 0) + "\n";
  }
  std::string make_footer(const CLI::App* app) const override {
    if (app->get_footer().empty()) return {};
    return optoutlog::cli::wrap(app->get_footer(), optoutlog::cli::columns(), 0) + "\n";
  }

 private:
  std::string fitting(const std::string& text) const {
    const int room = optoutlog::cli::columns() - static_cast<int>(column_width_);
    return optoutlog::cli::wrap(text, std::max(room, 20), 0);
  }
};

}  // namespace

// optoutlog: the command for people. The native hosts are programs of their own.
int main(int argc, char** argv) {
  using namespace optoutlog;
  survive_file_limit();
  CLI::App app("Opt-Out Log: what social platforms may do with your posts, as seen in your own browser.");
  app.name("optoutlog");
  app.set_version_flag("--version", std::string("optoutlog ") + kVersion);
  app.require_subcommand(1);
  app.formatter(std::make_shared<Help>());  // before the subcommands, which take it over
  app.get_formatter()->column_width(26);
  app.footer(
      "First steps: 'optoutlog register', then 'optoutlog doctor'. Help on one command: 'optoutlog COMMAND "
      "--help'.");

  cli::Chosen chosen;
  cli::add_status(app, chosen);
  cli::add_history(app, chosen);
  cli::add_export(app, chosen);
  cli::add_verify(app, chosen);
  cli::add_import(app, chosen);
  cli::add_declare(app, chosen);
  cli::add_erase(app, chosen);
  cli::add_set_aside(app, chosen);
  cli::add_register(app, chosen);
  cli::add_unregister(app, chosen);
  cli::add_doctor(app, chosen);
  add_policy_commands(app);

  if (argc < 2) {
    std::cout << app.help();
    return 2;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::RuntimeError& error) {
    return error.get_exit_code();
  } catch (const CLI::Success& wanted) {
    return app.exit(wanted);  // --help, --version
  } catch (const CLI::ParseError& error) {
    std::string command;
    for (const CLI::App* each : app.get_subcommands()) command = " " + each->get_name();
    const std::string first = argv[1];
    if (command.empty() && first.rfind('-', 0) != 0) {
      cli::complain("'" + first + "' is no command of optoutlog.", "See which there are: optoutlog --help");
    } else {
      cli::complain(error.what(), "See: optoutlog" + command + " --help");
    }
    return 2;
  }
  if (!chosen) return 0;
  const int status = chosen();
  std::cout.flush();
  return status;
}
