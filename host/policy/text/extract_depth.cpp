// How deep a page nests, before the parser sees it.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "policy/text/extract.h"

namespace optoutlog::policy::detail {
namespace {

constexpr int kMaxNesting = 1'000;  // open elements; browsers themselves stop at 512

bool is_among(std::string_view name, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// Elements whose end tag HTML lets one leave out, and those that have none.
bool never_nests(std::string_view name) {
  return is_among(name, {"p",      "li",    "td",    "th",     "tr",   "dt",   "dd",
                         "tbody",  "thead", "tfoot", "option", "br",   "hr",   "img",
                         "input",  "meta",  "link",  "col",    "area", "base", "wbr",
                         "source", "track", "embed", "param",  "html", "head", "body"});
}

// Where the next ">" stands, for positions that only grow: each byte is looked at once.
class NextEnd {
 public:
  explicit NextEnd(std::string_view html) : html_(html) {}
  std::size_t behind(std::size_t at) {
    if (at > end_ || end_ == 0) end_ = std::min(html_.find('>', at), html_.size());
    return end_;
  }

 private:
  std::string_view html_;
  std::size_t end_ = 0;
};

}  // namespace

// Elements that stay open make parsing quadratic; count them before gumbo sees the page. An end tag
// closes what is open by its name and nothing else, so that stray ones hide no depth; an icon's
// "<path/>" closes itself. Never under-counts what nests for certain.
bool nests_too_deep(std::string_view html) {
  std::unordered_map<std::string, int> open;
  int depth = 0;
  NextEnd next_end(html);
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    if (html.substr(at, 4) == "<!--") {
      const auto end = html.find("-->", at + 4);
      if (end == std::string_view::npos) return false;
      at = end;
      continue;
    }
    std::size_t from = at + 1;
    const bool closing = from < html.size() && html[from] == '/';
    if (closing) ++from;
    std::string name;
    while (from < html.size() && name.size() < 16 &&
           ((html[from] | 32) >= 'a' && (html[from] | 32) <= 'z'))
      name.push_back(static_cast<char>(html[from++] | 32));
    if (name.empty() || never_nests(name)) continue;
    if (closing) {
      const auto found = open.find(name);
      if (found != open.end() && found->second > 0) --found->second, --depth;
      continue;
    }
    const bool drawn = open["svg"] > 0 || open["math"] > 0;
    const std::size_t end = next_end.behind(from);
    if ((drawn || name == "svg") && end < html.size() && html[end - 1] == '/') continue;
    ++open[name];
    if (++depth > kMaxNesting) return true;
    if (!drawn && (name == "script" || name == "style")) {
      const auto close = html.find("</", end);
      if (close == std::string_view::npos) return false;
      at = close - 1;
    }
  }
  return false;
}

}  // namespace optoutlog::policy::detail
