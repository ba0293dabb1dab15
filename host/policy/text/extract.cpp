#include "policy/text/extract.h"

#include <algorithm>

#include "policy/text/normalise.h"
#include "policy/text/unicode.h"

namespace optoutlog::policy {
namespace {

bool ends_with(std::string_view text, std::string_view tail) {
  if (text.size() < tail.size()) return false;
  return std::equal(tail.rbegin(), tail.rend(), text.rbegin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

std::string_view without_mark(std::string_view bytes, std::string& charset) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF")
    charset = "utf-8";
  else if (bytes.substr(0, 2) == "\xFF\xFE")
    charset = "utf-16le";
  else if (bytes.substr(0, 2) == "\xFE\xFF")
    charset = "utf-16be";
  return bytes;
}

}  // namespace

Kind kind_of(std::string_view path, std::string_view bytes) {
  if (ends_with(path, ".html") || ends_with(path, ".htm") || ends_with(path, ".xhtml"))
    return Kind::kHtml;
  if (ends_with(path, ".md") || ends_with(path, ".markdown")) return Kind::kMarkdown;
  if (ends_with(path, ".txt")) return Kind::kText;
  std::string head;
  for (const char c : bytes.substr(0, 1024))
    head.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  const bool html =
      head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos;
  return html ? Kind::kHtml : Kind::kText;
}

std::string Document::text() const {
  std::string out;
  for (const Sentence& sentence : sentences) (out += sentence.text) += '\n';
  return out;
}

Stop::Stop(const std::atomic<bool>& when) {
  detail::set_stop(&when);
}
Stop::~Stop() {
  detail::set_stop(nullptr);
}

Document extract(std::string_view bytes, Kind kind, std::string_view charset) {
  Document document;
  if (bytes.size() > kMaxBytes) {
    document.problem = "extract.too-large";
    return document;
  }
  // A byte-order mark is the one thing that cannot lie, then the header, then the page itself
  // (WHATWG order).
  std::string named(charset);
  bytes = without_mark(bytes, named);
  if (named.empty() && kind == Kind::kHtml) named = detail::charset_of_html(bytes);
  const auto utf8 = to_utf8(bytes, named);
  if (!utf8) {
    document.problem = "extract.charset";
    return document;
  }

  detail::Visible visible;
  if (kind == Kind::kHtml)
    visible = detail::visible_html(*utf8);
  else if (kind == Kind::kMarkdown)
    visible = detail::visible_markdown(*utf8);
  else
    visible.text = *utf8;
  document.problem = visible.problem;
  document.title = tidy(visible.title);
  document.lang = visible.lang;
  document.asks_password = visible.asks_password;
  if (!document.problem.empty()) return document;

  std::string_view rest = visible.text;
  while (!rest.empty() && !document.truncated && !detail::is_stopped()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    detail::split_sentences(rest.substr(0, end), document.sentences);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    document.truncated = document.sentences.size() > kMaxSentences;
  }
  if (document.truncated) document.sentences.resize(kMaxSentences);
  return document;
}

}  // namespace optoutlog::policy
