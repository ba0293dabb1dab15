#include <catch2/catch.hpp>

#include "text.h"

using namespace optoutlog::policy;

namespace {
std::vector<std::string> sentences_of(const Document& document) {
  std::vector<std::string> out;
  for (const Sentence& sentence : document.sentences) out.push_back(sentence.text);
  return out;
}
using List = std::vector<std::string>;
}  // namespace

TEST_CASE("HTML: chrome, scripts and hidden parts are not text") {
  const auto document = html_of(
      "<html lang=EN-gb><head><title> The  Policy "
      "</title><style>p{}</style></head><body><nav>Home</nav><header>Top</header>"
      "<p>One.</p><script>var a='Two.'</script><p hidden>Three.</p><div style='color:red; Display "
      ": None'><p>Four.</p></div>"
      "<form>Five.<input "
      "type=password></form><footer>Six.</footer><template>Seven.</template><p>Eight.</p></body></"
      "html>");
  CHECK(sentences_of(document) == List{"One.", "Eight."});
  CHECK(document.title == "The Policy");
  CHECK(document.lang == "en-gb");
  CHECK(document.asks_password);
}

TEST_CASE("HTML: inline elements join, blocks and cells part") {
  const auto document = html_of(
      "<p>We <b>train</b> AI<a href=x>-models</a>.<br>Next</p><table><tr><td>a cell<td>b "
      "cell</table><ul><li>x one<li>y two</ul>");
  CHECK(sentences_of(document) ==
        List{"We train AI-models.", "Next", "a cell", "b cell", "x one", "y two"});
}

TEST_CASE("HTML: a page nested as deep as a hostile one can be is refused, not crashed on") {
  std::string deep;
  for (int i = 0; i < 300'000; ++i) deep += "<div>";
  CHECK(html_of(deep).problem == "extract.too-deep");
  std::string formatting = "<p>";  // every new paragraph opens all of them again
  for (int i = 0; i < 900; ++i) formatting += "<b id=" + std::to_string(i) + ">";
  for (int i = 0; i < 200'000; ++i) formatting += "<p>x";
  CHECK(html_of(formatting).problem == "extract.too-complex");
}

TEST_CASE("HTML: many unclosed paragraphs and list items are an ordinary page") {
  std::string page = "<ul>";
  for (int i = 0; i < 5'000; ++i) page += "<li>item number " + std::to_string(i);
  const auto document = html_of(page);
  CHECK(document.problem.empty());
  CHECK(document.sentences.size() == 5'000);
}

TEST_CASE("limits: bytes, sentences and the length of one sentence") {
  CHECK(plain(std::string(kMaxBytes + 1, 'a')).problem == "extract.too-large");
  std::string many;
  for (std::size_t i = 0; i < kMaxSentences + 10; ++i)
    many += "word " + std::to_string(i) + " here.\n";
  const auto document = plain(many);
  CHECK(document.truncated);
  CHECK(document.sentences.size() == kMaxSentences);
  std::string long_one;
  while (long_one.size() < 3 * kMaxSentenceBytes) long_one += "wörter ";
  for (const auto& sentence : plain(long_one).sentences)
    CHECK(sentence.text.size() <= kMaxSentenceBytes);
}

TEST_CASE("charset: mark before header before meta; what does not decode is refused") {
  CHECK(sentences_of(html_of("\xEF\xBB\xBF<meta charset=latin1><p>caf\xC3\xA9 one")) ==
        List{"café one"});
  CHECK(sentences_of(html_of("<meta charset='iso-8859-1'><p>caf\xE9 one")) == List{"café one"});
  CHECK(sentences_of(extract("<meta charset=utf-8><p>caf\xE9 one", Kind::kHtml, "windows-1252")) ==
        List{"café one"});
  CHECK(html_of("<p>caf\xE9 one").problem == "extract.charset");
}

TEST_CASE(
    "Markdown: links keep their label, images, emphasis, tables and setext headings lose their "
    "marks") {
  const auto document = extract(
      "The Policy\n==========\n\nYou **may** [opt\\-out](https://x.example/a_(b) \"t)\") "
      "now.\nStill the same _block_.\n\n"
      "![logo](x.png)\n\n| **Use** | To train<br>To sell |\n| --- | --- |\n\n*   first point\n*   "
      "second point\n\n> quoted snake_case\n",
      Kind::kMarkdown);
  CHECK(document.title == "The Policy");
  CHECK(sentences_of(document) == List{"The Policy", "You may opt-out now.",
                                       "Still the same block.", "Use", "To train", "To sell",
                                       "first point", "second point", "quoted snake_case"});
}

TEST_CASE("sentences: abbreviations, list numbers and German days do not end one") {
  CHECK(sentences_of(
            plain("We share it (e.g. with X Corp. and others). You may object! Why? Here: so.")) ==
        List{"We share it (e.g. with X Corp. and others).", "You may object!", "Why?",
             "Here:", "so."});
  CHECK(sentences_of(plain("1. Introduction to it")) == List{"1. Introduction to it"});
  CHECK(sentences_of(plain("Sie treten am 1. Juni 2025 in Kraft. Danach gilt es.")) ==
        List{"Sie treten am 1. Juni 2025 in Kraft.", "Danach gilt es."});
  CHECK(sentences_of(plain("See section 3. The rest follows.")) ==
        List{"See section 3.", "The rest follows."});
}

TEST_CASE("the kind is told by the name, else by the bytes") {
  CHECK(kind_of("a.HTML", "") == Kind::kHtml);
  CHECK(kind_of("a.md", "<html>") == Kind::kMarkdown);
  CHECK(kind_of("a", "<!DOCTYPE HTML><p>") == Kind::kHtml);
  CHECK(kind_of("a", "words") == Kind::kText);
}

TEST_CASE("a header, footer, form or button within the main part belongs to the text") {
  CHECK(sentences_of(html_of("<header>Parley</header><main><header>Title of it</header>"
                             "<form>A choice <button>Opt out</button></form></main>"
                             "<footer>Imprint</footer>")) ==
        List{"Title of it", "A choice", "Opt out"});
}

TEST_CASE("what is not shown is no text: visibility and closed dialogs") {
  CHECK(sentences_of(html_of("<p>Shown here.</p><p style='visibility: hidden'>Not this.</p>"
                             "<dialog>Nor this.</dialog><dialog open>But this.</dialog>")) ==
        List{"Shown here.", "But this."});
}

TEST_CASE("depth is counted truly: stray end tags hide none, icons make none") {
  std::string stray, icons = "<p>A text that is seen.</p>";
  for (int i = 0; i < 5'000; ++i) stray += "<b></i>";
  CHECK(html_of(stray).problem == "extract.too-deep");
  for (int i = 0; i < 1'500; ++i) icons += "<svg><path d='M0'/><g/></svg>";
  CHECK(html_of(icons).problem.empty());
}

TEST_CASE("parsing hears that it is to stop") {
  std::string large;
  for (int i = 0; i < 100'000; ++i) large += "<p>words</p>";
  const std::atomic<bool> now{true};
  const Stop stop(now);
  CHECK_FALSE(html_of(large).problem.empty());
}
