#pragma once
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/terminal.h"
#include "install/system/files.h"
#include "service/says.h"
#include "service/service.h"

// Between what the subcommands do and the terminal: errors, JSON and questions in one form. The
// form is described in optoutlog.1, sections OUTPUT and EXIT STATUS.
namespace optoutlog::cli {

// Help text of --json, the same for every subcommand.
inline constexpr const char* kJsonHelp = "One JSON document, for programs";

// What went wrong in a subcommand itself; what the methods answer is an Error.
struct Trouble {
  std::string name;  // for programs
  int exit = 2;
  std::string what;  // a sentence: what happened, and why
  std::string next;  // the next step
  json data = json::object();
};

// Tells it to the person, on standard error, and where a program asked as {"error": {name, message,
// exit, data, …}} on standard output. Returns the exit status. An Error has that of PROTOCOL.md.
int fail(const Trouble& trouble, bool as_json);
int fail(const Error& error, bool as_json);

// The problems of one registration or examination, told one by one; a program gets the first, and
// all of them as `problems`.
int fail(const std::vector<install::Problem>& problems, int exit, bool as_json,
         json data = json::object());

// The command line cannot be carried out: `params.invalid`, status 2.
int misused(const std::string& what, const std::string& next, bool as_json);

// A file that was named on the command line cannot be opened, as errno says; or not be written, as
// the number `why` says, 0 where it is not known.
int unreadable(const std::string& file, const std::string& next, bool as_json);
int unwritable(const std::string& file, int why, const std::string& next, bool as_json);

// Asks on the terminal whether to go on. Nothing where the answer is yes, else the exit status:
// there is no terminal to ask on, or the answer is no. `nothing`: "nothing was erased".
std::optional<int> stopped(const std::string& question, const std::string& nothing, bool as_json);

// Prints the value as one JSON document in one line on standard output. `Value`: json, ordered or
// not.
template <class Value>
void print_json(const Value& value) {
  std::cout << harmless_json(value.dump(-1, ' ', false, Value::error_handler_t::replace)) << "\n";
}

// What `status` answers, its pages as one: `controls` whole, `next` null.
Result<json> whole_status(service::Service& service);

// What `export` answers, its pages as one. An erase between two pages makes the earlier ones
// useless: then it begins again.
Result<std::string> whole_export(const json& asked);

// The bytes of the picture of this entry, its parts as one; `told` gets what is said of it.
Result<std::string> whole_picture(service::Service& service, std::int64_t seq, json& told);

// " --account 'A' --unit 'U'", quoted for a shell: what tells a control's line from the others of
// its setting.
std::string subject_flags(const json& line);

// How the command speaks to a person: "you", in the local time zone.
service::says::Voice voice();

// Whether a line waits for "was it you?": training that was denied is seen allowed, or perhaps is.
bool is_asked(const json& line);

// Says on standard error that the log is known to be damaged, where it is: what follows is then
// what is whole of it.
void warn_of_damage(service::Service& service);

// A member that is a text, else `otherwise`.
std::string text(const json& object, const char* member, const char* otherwise = "");

// "1 entry", "2 entries".
std::string entries(long long count);

}  // namespace optoutlog::cli
