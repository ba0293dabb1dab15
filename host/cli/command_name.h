#pragma once
#include <string>
#include <string_view>

// How a person starts this very program, so that a command we print runs when it is pasted.
namespace optoutlog::cli {

// "optoutlog" where a shell finds this program under that name; else its full path, quoted where a
// shell needs that.
const std::string& own_command();

// The length of the command of ours that the text begins with, options and values included; 0 where
// it begins with none. It is there to be pasted, and so is not broken over lines.
std::size_t command_length(std::string_view text);

// The text with own_command() for "optoutlog" in each command that it tells.
std::string pasteable(std::string_view text);

}  // namespace optoutlog::cli
