#pragma once
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

// Text for people in a terminal: colours only where they are wanted, columns that fit, no control characters
// from data. All text is UTF-8.
namespace optoutlog::cli {

enum class Paint { kNone, kBold, kDim, kGreen, kYellow, kRed };

// Whether this stream is a terminal that takes colours: NO_COLOR (no-color.org) is empty or unset, TERM is
// not "dumb".
bool takes_colour(std::FILE* stream);

// Columns of the terminal on standard output; $COLUMNS or 80 where it is none. Never below 40.
int columns();

// Cells that the text takes: wide East Asian characters and emoji two, combining marks none.
int cells(std::string_view text);

// The text without anything a terminal would obey: control characters and direction overrides become U+FFFD,
// line breaks and tabs a space.
std::string harmless(std::string_view text);

// The text cut to at most `width` cells, ending in … where something was cut.
std::string fit(std::string_view text, int width);

// The text cut or filled up with spaces to exactly `width` cells.
std::string column(std::string_view text, int width);

// The text in lines of at most `width` cells, broken at spaces; the second and later lines begin with
// `indent` spaces.
std::string wrap(std::string_view text, int width, int indent);

// The text in that colour when standard output takes colours, else as it is.
std::string paint(Paint paint, std::string_view text);

// A UTC time of the record ("2026-11-23T18:00:00.000Z") for people, in the local time zone: "2026-11-23
// 19:00". Text that is no such time is returned harmless.
std::string local_time(std::string_view utc);

// Prints to standard error what happened and the next step; commands in it run when they are pasted.
void complain(std::string_view what, std::string_view remedy = {});

}  // namespace optoutlog::cli
