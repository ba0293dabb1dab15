#pragma once
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/error.h"
#include "service/says.h"

// The printed statement (export_html.cpp): the sentences of says.h as HTML, for a reader who never
// saw this program. Text of others is escaped, and isolated so that a name written from right to
// left does not turn the sentence around it.
namespace optoutlog::service::statement {

std::string escape(std::string_view text);
// Escaped, in an element of its own direction.
std::string isolated(std::string_view text);

// 2026-11-23T18:00:00.000Z as a person reads it: 2026-11-23 18:00:00 UTC.
std::string readable(std::string_view time);
std::string readable(Millis time);

// A statement speaks of its owner, in UTC.
says::Voice voice(Millis now);

// Platform, the setting's own name, account and unit. `of` has them as members: a line or an entry.
std::string subject(const json& of);

// The state of a row, its sentence, and what has to be said with it.
std::string state_of(const says::Row& row);
// What the objection's answer waits for, and such: the row's sentences alone.
std::string sentences_of(const says::Row& row);

// What a setting governs and what not, whom it is about, where it is; empty where the rules do not
// know it.
std::string governs(const json& of);

// What an entry says, and how it is known.
std::string what(const json& entry, const says::Voice& voice);
std::string how(const json& entry);

}  // namespace optoutlog::service::statement
