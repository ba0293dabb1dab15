#pragma once
#include <cstdio>
#include <string>
#include <string_view>

// Text for people, the same for every subcommand: lines that fit, colours only where they are
// wanted, no control characters from data, one form of complaint. All text is UTF-8. `man
// optoutlog`, section OUTPUT, has the rules.
namespace optoutlog::cli {

enum class Paint { kNone, kBold, kDim, kGreen, kYellow, kRed, kAdded, kGone };

// Whether this stream is a terminal; and one that takes colours: NO_COLOR (no-color.org) is empty
// or unset, TERM is not "dumb".
bool is_terminal(std::FILE* stream);
// Has the terminal take what is written for UTF-8, where it does not by itself (Windows).
void use_utf8();
bool takes_colour(std::FILE* stream);

// The width of what is written to standard output: $COLUMNS, else the terminal's, else 80. 40 to
// 1000.
int columns();

// Whether a line has a width at all: standard output is a terminal, or $COLUMNS is set. In a pipe
// or a file nothing is cut.
bool is_bounded();

// Cells that the text takes: wide characters two, combining marks none. Our own colours count
// nothing.
int cells(std::string_view text);

// The text without anything a terminal would obey: control characters and direction overrides
// become U+FFFD, line breaks and tabs a space.
std::string harmless(std::string_view text);

// A JSON text in one line with the same characters as escapes: it says what it said. JSON itself
// escapes only what is below the space.
std::string harmless_json(std::string_view text);

// The text cut to at most `width` cells, ending in … where something was cut; whole where output is
// not bounded.
std::string fit(std::string_view text, int width);

// The text filled up with spaces to `width` cells; `column` cuts it, too, and makes it harmless.
std::string filled(std::string_view text, int width);
std::string column(std::string_view text, int width);

// The text in lines of at most `width` cells, broken at spaces; `indent` spaces stand before the
// second and later lines. A longer word keeps a line of its own, and so does a command of ours.
std::string wrap(std::string_view text, int width, int indent);

// The text in that colour when standard output takes colours, else as it is.
std::string paint(Paint paint, std::string_view text);

// Prints a paragraph to standard output, made harmless, folded, `indent` spaces before each line.
// Commands in it run when they are pasted.
void say(std::string_view words, int indent = 0, Paint colour = Paint::kNone);

// As `say`, behind a label that is `cells` wide: the paragraph stands beside it.
void say_beside(std::string_view label, std::string_view words, int cells,
                Paint colour = Paint::kNone);

// Prints to standard error "optoutlog: WHAT NEXT", the next step in a line of its own where both do
// not fit one. Folded where standard error is a terminal or $COLUMNS is set. Commands in it run
// when they are pasted.
void complain(std::string_view what, std::string_view next = {});

// Writes out what is pending on standard output. False where it got lost, other than by a reader
// who went away, as `| head` does.
bool flush_output();

// A UTC time of the record ("2026-11-23T18:00:00.000Z") for people, in the local time zone, which
// it names: "2026-11-23 19:00 +01:00", "2026-11-23 18:00 UTC". Text that is no such time is
// returned harmless. kTimeCells: what the longest takes.
inline constexpr int kTimeCells = 23;
std::string local_time(std::string_view utc);

}  // namespace optoutlog::cli
