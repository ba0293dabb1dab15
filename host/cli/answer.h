#pragma once
#include <optional>
#include <string>

#include "base/error.h"
#include "service/says.h"
#include "service/service.h"

// Between the service's methods and the terminal.
namespace optoutlog::cli {

// Tells the error to the person (standard error) and, where a program asked, as {"error": {code, message,
// data}} on standard output. Returns the exit status that PROTOCOL.md gives it.
int fail(const Error& error, bool as_json);

// What `status` answers, its pages as one: `controls` whole, `next` null.
Result<json> whole_status(service::Service& service);

// " --account 'A' --unit 'U'", quoted for a shell: what tells a control's line from the others of its
// setting.
std::string subject_flags(const json& line);

// How the command speaks to a person: "you", in the local time zone.
service::says::Voice voice();

// Whether a line waits for "was it you?": training that was denied is seen allowed, or perhaps is.
bool is_asked(const json& line);

// Says on standard error that the log is known to be damaged, where it is: what follows is then what is whole
// of it.
void warn_of_damage(service::Service& service);

// Prints the value as one JSON text on standard output.
void print_json(const json& value);

// A member that is a text, else "".
std::string text(const json& object, const char* member);

// "1 entry", "2 entries".
std::string entries(long long count);

// Asks a yes-or-no question on the terminal; nothing when there is no terminal to ask on.
std::optional<bool> ask(const std::string& question);

}  // namespace optoutlog::cli
