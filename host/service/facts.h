#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

// What the statement says of one entry (host/bundle/STATEMENT.md). host/bundle/page/facts.js says
// the same, and is written on its own: what of one is changed is changed in both.
namespace optoutlog::service::facts {

std::string escape(std::string_view text);
// Text of others, in a direction of its own, and in their language where it is known.
std::string isolated(std::string_view text, std::string_view lang = {});
std::string code(std::string_view text);

// A member as text, number, time, list of texts; "", 0 or empty where it is none.
std::string text(const json& from, const char* member);
std::int64_t count(const json& from, const char* member);
std::string time(const json& from, const char* member);
std::vector<std::string> list(const json& from, const char* member);
// Another entry's member, or null.
const json& child(const json& from, const char* name);

// A time of the record as people read it.
std::string readable(const std::string& time);
// The sentence of `words` with each $1, $2 … replaced.
std::string fill(const json& words, const char* sentence, const std::vector<std::string>& values);

bool tells(const json& entry);
bool is_change(const json& entry);
bool is_sure(const json& entry);
// Whether the setting is about training. `setting`: of an export's `settings`; null: not known.
bool is_about_training(const json* setting);
std::string state(const json& entry, const json* setting, const json& words);
std::string reason_of(const json& entry, const json& words);
// How far the reading can be relied on.
std::string doubt(const json& entry, const json& words, const char* changed);

// What an entry says, when, and how it is known.
std::string what(const json& entry, const json* setting, const json& words);
std::string when(const json& entry, const json& words);
std::string how(const json& entry, const json& words);

std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace optoutlog::service::facts
