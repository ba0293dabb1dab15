// Markdown to visible text: enough of CommonMark for policy archives, whose files are Markdown made
// from HTML. Only `policy compare` needs it; pages come as HTML. Not a renderer: it drops marks and
// keeps words.
#include <algorithm>

#include "policy/text/extract.h"
#include "policy/text/unicode.h"

namespace optoutlog::policy::detail {
namespace {

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

bool consists_of(std::string_view line, std::string_view set) {
  return !line.empty() && line.find_first_not_of(set) == std::string_view::npos;
}

// The position behind the ")" that closes a link target starting at `open`, or npos.
std::size_t behind_target(std::string_view text, std::size_t open) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t at = open; at < text.size() && at - open < 4096; ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '"' && at > 0 && (quoted || text[at - 1] == ' '))
      quoted = !quoted;
    else if (quoted)
      continue;
    else if (text[at] == '(')
      ++depth;
    else if (text[at] == ')' && --depth == 0)
      return at + 1;
  }
  return std::string_view::npos;
}

void append_tag(std::string_view tag, std::string& out) {
  std::string name;
  for (const char c : tag.substr(tag.starts_with("/") ? 1 : 0)) {
    const char l = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if ((l < 'a' || l > 'z') && (l < '0' || l > '9')) break;
    name.push_back(l);
  }
  static constexpr std::string_view kInline[] = {"a",    "b",   "i",   "u",    "em",   "strong",
                                                 "span", "sup", "sub", "code", "small"};
  if (std::find(std::begin(kInline), std::end(kInline), name) == std::end(kInline))
    out.push_back('\n');
}

// Drops inline marks: links keep their label, images vanish, emphasis and code marks go, tags go.
void append_inline(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (c == '\\' && is_ascii_punctuation(next)) {
      out.push_back(text[++at]);
    } else if (c == '!' && next == '[') {
      const auto close = text.find("](", at);
      const auto end = close == std::string_view::npos ? close : behind_target(text, close + 1);
      if (end == std::string_view::npos)
        out.push_back(c);
      else
        at = end - 1;
    } else if (c == ']' && next == '(') {
      const auto end = behind_target(text, at + 1);
      if (end != std::string_view::npos) at = end - 1;
    } else if (c == '[' || c == ']' || c == '*' || c == '`') {
      // Brackets around a label carry no words; "[email protected]" is the one exception that
      // matters.
      if (c == '[' && text.substr(at).starts_with("[email"))
        out += "[email protected]", at = std::min(text.find(']', at), text.size() - 1);
    } else if (c == '_') {
      const bool in_word = !out.empty() && at + 1 < text.size() &&
                           classify(static_cast<unsigned char>(out.back())) == Class::kWord &&
                           classify(static_cast<unsigned char>(next)) == Class::kWord;
      if (in_word) out.push_back(c);
    } else if (c == '<' && (next == '/' || ((next | 32) >= 'a' && (next | 32) <= 'z'))) {
      const auto end = text.find('>', at);
      if (end == std::string_view::npos) {
        out.push_back(c);
      } else {
        const auto tag = text.substr(at + 1, end - at - 1);
        if (tag.find("://") != std::string_view::npos || tag.find('@') != std::string_view::npos)
          out.append(tag);
        else
          append_tag(tag, out);
        at = end;
      }
    } else if (c == '|') {
      out.push_back('\n');
    } else {
      out.push_back(c);
    }
  }
}

// Strips what marks a block: quote marks, heading marks, bullets and numbers. True where a new
// block begins.
bool strip_block_mark(std::string_view& line) {
  bool fresh = false;
  while (line.starts_with('>')) line = trim(line.substr(1)), fresh = true;
  const auto hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes > 0 && hashes <= 6 && (hashes == line.size() || line[hashes] == ' ')) {
    line = trim(line.substr(hashes));
    while (!line.empty() && line.back() == '#') line.remove_suffix(1);
    return true;
  }
  if (line.size() > 1 && (line[0] == '*' || line[0] == '-' || line[0] == '+') && line[1] == ' ') {
    line = trim(line.substr(2));
    return true;
  }
  const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && digits <= 9 && digits + 1 < line.size() &&
      (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ')
    return true;
  return fresh || line.starts_with('|');
}

}  // namespace

Visible visible_markdown(std::string_view utf8) {
  Visible out;
  std::string paragraph;
  const auto flush = [&] {
    append_inline(paragraph, out.text);
    out.text.push_back('\n');
    paragraph.clear();
  };
  bool heading = false;
  while (!utf8.empty()) {
    const std::size_t end = std::min(utf8.find('\n'), utf8.size());
    const std::string_view raw = utf8.substr(0, end);
    utf8.remove_prefix(std::min(end + 1, utf8.size()));
    std::string_view line = trim(raw);
    if (line.empty()) {
      flush();
      continue;
    }
    if (consists_of(line, "=") || consists_of(line, "- ") || consists_of(line, "* ") ||
        consists_of(line, "_ ") || consists_of(line, "|-: ")) {
      if (out.title.empty() && line[0] != '|' && !paragraph.empty())
        append_inline(paragraph, out.title);
      flush();
      continue;
    }
    if (heading) flush();
    heading = line[0] == '#';
    if (strip_block_mark(line)) flush();
    if (heading && out.title.empty()) append_inline(line, out.title);
    if (!paragraph.empty()) paragraph.push_back(' ');
    paragraph.append(line);
    const std::string_view no_return =
        !raw.empty() && raw.back() == '\r' ? raw.substr(0, raw.size() - 1) : raw;
    if (no_return.ends_with("  "))
      flush();
    else if (no_return.ends_with('\\'))
      paragraph.pop_back(), flush();
  }
  flush();
  return out;
}

}  // namespace optoutlog::policy::detail
