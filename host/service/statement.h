#pragma once
#include <string>
#include <string_view>

#include "record/line.h"
#include "service/error.h"

// The words of the printed statement (export_html.cpp): what a line or an entry says, for a reader who never
// saw this program. All results are HTML; text of others is escaped, and isolated so that a name written from
// right to left does not turn the sentence around it.
namespace optoutlog::service::statement {

std::string escape(std::string_view text);
// Escaped, in an element of its own direction.
std::string isolated(std::string_view text);

// 2026-11-23T18:00:00.000Z as a person reads it: 2026-11-23 18:00:00 UTC.
std::string readable(const std::string& time);
std::string readable(record::Millis time);

// Platform, control, account and unit. `of` has them as members, as an entry does.
std::string subject(const json& of);
json subject_of(const record::Line& line);

// What a line says about training, for its basis; and what it says of an objection, whose answer may be
// overdue at `now`.
std::string state_of(const record::Line& line);
std::string objection_of(const record::Line& line, record::Millis now);

// What an entry says, and how it is known.
std::string what(const json& entry);
std::string how(const json& entry);

}  // namespace optoutlog::service::statement
