#pragma once
#include <string>

#include "base/json.h"
#include "service/service.h"

// What a word of the person has to stand on: the line of the log that it is about.
namespace optoutlog::cli {

// What a word needs that is an answer, or takes something back.
struct Ground {
  bool (*is_there)(const json& line);
  const char* missing;
  const char* others;  // where there is some elsewhere
};
// An answer needs its question: a line on which training was seen allowed again.
extern const Ground kQuestion;
extern const Ground kSaid;

// Refuses an entry whose line has no ground for it, and names those that have. The exit status, 0
// where it may be written.
int refuse_without(const Ground& ground, service::Service& service, const json& entry,
                   bool as_json);

// Where the log knows an account of the setting and none was named, the word stands beside what was
// seen of it, and not under it.
void hint_at_account(service::Service& service, const json& entry, const std::string& number);

}  // namespace optoutlog::cli
