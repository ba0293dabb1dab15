#pragma once
#include <string>

#include "policy/text/extract.h"

// Short ways to write a document in a test.
inline optoutlog::policy::Document plain(const std::string& text) {
  return optoutlog::policy::extract(text, optoutlog::policy::Kind::kText);
}
inline optoutlog::policy::Document html_of(const std::string& text) {
  return optoutlog::policy::extract(text, optoutlog::policy::Kind::kHtml);
}
