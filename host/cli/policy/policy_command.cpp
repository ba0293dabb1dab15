#include <utility>

#include "cli/policy/commands.h"

namespace optoutlog::cli {
namespace {

// Below the help of each.
constexpr std::pair<const char*, const char*> kExamples[] = {
    {"compare",
     "For example: optoutlog policy compare before.html after.html. Exit status 1 when a clause "
     "changed."},
    {"list", "For example: optoutlog policy list --all"},
    {"check", "For example: optoutlog policy check"},
    {"show", "For example: optoutlog policy show 3"},
    {"read", "For example: optoutlog policy read 3"},
    {"add", "For example: optoutlog policy add https://example.org/privacy --name 'My forum'"},
    {"remove", "For example: optoutlog policy remove own/example.org-1"},
    {"follow", "For example: optoutlog policy follow linkedin x, then: optoutlog policy on"},
    {"unfollow", "For example: optoutlog policy unfollow linkedin"},
    {"on", "What it fetches: optoutlog policy list"},
    {"off", "To have it watched again: optoutlog policy on"},
    {"export", "For example: optoutlog policy export --out changes.json"},
};

}  // namespace

void add_policy(CLI::App& app, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("policy", "Watch what platforms write about AI in their policies");
  command->require_subcommand(1);
  policy::add_compare(*command, chosen);
  policy::add_watch(*command, chosen);
  policy::add_show(*command, chosen);
  for (const auto& [name, words] : kExamples) command->get_subcommand(name)->footer(words);
}

}  // namespace optoutlog::cli
