#pragma once
#include <functional>
#include <string>

#include "policy/watch/service.h"

// What the parts of `optoutlog policy …` share.
namespace optoutlog::policy {

// Performs a method over the watch's policy.db; Ctrl-C ends a check as policy.cancel does.
Result<json> perform(const std::string& method, const json& params,
                     const Service::Progress& progress = {});

// Performs it and prints what it answers: as JSON, or in the words of `tell`. The exit status.
int answer(const std::string& method, const json& params, bool as_json,
           const std::function<void(const json&)>& tell);

std::string day_of(const json& time);  // the day of a UTC text, "never" for null

}  // namespace optoutlog::policy
