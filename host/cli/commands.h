#pragma once
#include <CLI/CLI.hpp>
#include <functional>

// The subcommands of `optoutlog`. Each adds itself to the command line; what a person chose is then
// run through `Chosen`, which returns the exit status: optoutlog.1, section EXIT STATUS.
namespace optoutlog::cli {

using Chosen = std::function<int()>;

void add_status(CLI::App& app, Chosen& chosen);
void add_history(CLI::App& app, Chosen& chosen);
void add_show(CLI::App& app, Chosen& chosen);
void add_open(CLI::App& app, Chosen& chosen);
void add_export(CLI::App& app, Chosen& chosen);
void add_verify(CLI::App& app, Chosen& chosen);
void add_erase(CLI::App& app, Chosen& chosen);
void add_stamp(CLI::App& app, Chosen& chosen);    // cli/policy
void add_witness(CLI::App& app, Chosen& chosen);  // cli/policy
void add_picture(CLI::App& app, Chosen& chosen);
void add_import(CLI::App& app, Chosen& chosen);
void add_declare(CLI::App& app, Chosen& chosen);
void add_set_aside(CLI::App& app, Chosen& chosen);
void add_register(CLI::App& app, Chosen& chosen);
void add_unregister(CLI::App& app, Chosen& chosen);
void add_doctor(CLI::App& app, Chosen& chosen);
void add_policy(CLI::App& app, Chosen& chosen);  // cli/policy

}  // namespace optoutlog::cli
