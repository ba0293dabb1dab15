#include "policy/text/normalise.h"

#include <algorithm>

#include "policy/text/unicode.h"

namespace optoutlog::policy {
namespace {

bool is_address(std::string_view chunk) {
  const auto at = chunk.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < chunk.size();
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 5 &&
         word.find_first_not_of("ivx") == std::string_view::npos;
}

// Length in bytes of a list mark at the start of `text` together with the space behind it, else 0.
std::size_t list_mark(std::string_view text) {
  std::size_t at = 0;
  const bool open = !text.empty() && (text[0] == '(' || text[0] == '[');
  if (open) ++at;
  const std::size_t start = at;
  while (at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.')) ++at;
  std::size_t end = at;
  bool number = at > start && text[start] != '.' && at - start <= 8;
  if (!number) {
    end = start;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    const auto word = text.substr(start, end - start);
    if (word.size() != 1 && !is_roman(word)) return 0;
  }
  const bool dotted = number && text[end - 1] == '.';
  if (end < text.size() && (text[end] == ')' || text[end] == ']' || text[end] == '.'))
    ++end;
  else if (!dotted &&
           !(number && text.substr(start, end - start).find('.') != std::string_view::npos))
    return 0;
  if (end >= text.size() || text[end] != ' ') return 0;
  return end + 1;
}

}  // namespace

std::vector<Word> words(std::string_view text) {
  std::vector<Word> out;
  Word current{"", 0, 0};
  const auto flush = [&] {
    if (!current.folded.empty()) out.push_back(std::move(current));
    current = Word{"", 0, 0};
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const Class kind = classify(c);
    if (kind == Class::kWord) {
      if (is_ideograph(c)) flush();
      if (current.folded.empty()) current.begin = begin;
      append_folded(current.folded, c);
      current.end = at;
      if (is_ideograph(c)) flush();
    } else if (kind != Class::kIgnored || is_apostrophe(c)) {
      flush();
    }
  }
  flush();
  return out;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> out;
  std::string current;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const Class kind = classify(c);
    if (kind == Class::kWord) {
      append_folded(current, c);
    } else if (kind != Class::kIgnored && !current.empty()) {
      out.push_back(std::move(current));
      current.clear();
    }
  }
  if (!current.empty()) out.push_back(std::move(current));
  return out;
}

std::string sentence_key(std::string_view text) {
  std::string lowered;
  lowered.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const Class kind = classify(c);
    if (kind == Class::kSpace)
      lowered.push_back(' ');
    else if (kind != Class::kIgnored)
      append_folded(lowered, c);
  }
  std::string_view rest = lowered;
  rest.remove_prefix(std::min(rest.size(), std::min(rest.find_first_not_of(" -*"), rest.size())));
  rest.remove_prefix(list_mark(rest));

  std::string key;
  key.reserve(rest.size());
  const auto add_words = [&](std::string_view chunk) {
    bool fresh = true;
    for (std::size_t at = 0; at < chunk.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(chunk, at);
      if (classify(c) != Class::kWord) {
        fresh = true;
        continue;
      }
      if (fresh && !key.empty()) key.push_back(' ');
      fresh = false;
      key.append(chunk.substr(begin, at - begin));
    }
  };
  while (!rest.empty()) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    const std::string_view chunk = rest.substr(0, space);
    rest.remove_prefix(std::min(space + 1, rest.size()));
    if (chunk.empty() || is_address(chunk)) continue;
    if (chunk.starts_with("[email") && rest.starts_with("protected]")) {
      rest.remove_prefix(10);
      continue;
    }
    add_words(chunk);
  }
  return key;
}

std::string tidy(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const Class kind = classify(c);
    if (kind == Class::kSpace) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else if (kind != Class::kIgnored || is_apostrophe(c) || (c >= 0x300 && c <= 0x36F)) {
      out.append(text.substr(begin, at - begin));
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace optoutlog::policy
