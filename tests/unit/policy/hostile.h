#pragma once
#include <functional>
#include <string>
#include <vector>

// Pages that somebody made to keep a reader busy: families that grow with their size.
struct Family {
  const char* name;
  std::function<std::string(std::size_t)> page;  // about so many bytes
};

inline std::function<std::string(std::size_t)> repeated(std::string head, std::string unit) {
  return [head = std::move(head), unit = std::move(unit)](std::size_t size) {
    std::string out = head;
    while (out.size() + unit.size() <= size) out += unit;
    return out;
  };
}

// Units that differ from one another: "@" becomes a number.
inline std::function<std::string(std::size_t)> numbered(std::string head, std::string unit) {
  return [head = std::move(head), unit = std::move(unit)](std::size_t size) {
    std::string out = head;
    for (std::size_t i = 0; out.size() + unit.size() + 8 <= size; ++i)
      for (const char c : unit) c == '@' ? out += std::to_string(i) : out += c;
    return out;
  };
}

inline const std::vector<Family>& hostile_families() {
  static const std::vector<Family> families = {
      {"open elements", repeated("", "<div>")},
      {"depth behind stray end tags", repeated("", "</span><div></b>")},
      {"misnested formatting", repeated("", "<a><p><b></a><i></p>")},
      {"formatting that is reopened", repeated("<b><i><u><s><em>", "<p>x")},
      {"a tag that never ends", repeated("<p ", "<a </a ")},
      {"a quote that never ends", repeated("", "<a x=\"<i y='")},
      {"attributes without end", numbered("<p ", "a@=1 ")},
      {"comments without end", repeated("", "<!-- - -- ")},
      {"character references", repeated("<p>", "&amp;&#x41;&notit;")},
      {"tables in tables", repeated("", "<table>x<tr><td>")},
      {"icons within icons", repeated("", "<svg><path/><g></g><title>x</svg>")},
      {"paragraphs and items left open", repeated("", "<p>word word<li>word")},
      {"scripts that do not end", repeated("", "<script></s<style></s")},
      {"breaks", repeated("", "<br>")},
      {"one word", repeated("<p>", "train")},
      {"short sentences", repeated("<p>", "we! ")},
      {"stops and nothing else", repeated("<p>", ". ! ; a. 1. ")},
      {"words of one kind, then of another",
       [](std::size_t size) {
         return "<p>" + repeated("", "train ")(size / 2) +
                repeated("", "AI model not you ")(size / 2);
       }},
      {"sentences that all differ", numbered("<p>", "We use @ posts to train AI @. ")},
      {"sentences that differ a little", numbered("<p>", "We use your posts to train AI @. ")},
  };
  return families;
}
