#pragma once
#include <string>

#include "policy/watch/service.h"

// What the parts of `optoutlog policy …` share.
namespace optoutlog::policy {

// Says the error on standard error and ends the command with its exit status.
[[noreturn]] void fail(const Error& error);

// Performs a method over the data folder's policy.db; Ctrl-C ends a check as policy.cancel does. Ends the
// command on an error.
json perform(const std::string& method, const json& params, const Service::Progress& progress = {});

std::string dump(const json& value);  // indented, as --json prints it
std::string text(const json& value, const char* otherwise = "-");
std::string day_of(const json& time);  // the day of a UTC text, "never" for null
std::string pad(std::string value, std::size_t width);

}  // namespace optoutlog::policy
