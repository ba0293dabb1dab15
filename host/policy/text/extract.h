#pragma once
#include <atomic>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// From the bytes of a policy document to its sentences. There is one extractor for everything:
// bytes that were fetched, the page that a browser rendered, files given on the command line. It
// knows no site: over 3,409 raw snapshots of 13 real documents, nearly all distinct in bytes, such
// a generic extractor found one or two distinct texts each. Nothing is executed or loaded.
namespace optoutlog::policy {

// Raised whenever the same bytes would give another text: texts of two versions are not compared.
inline constexpr int kExtractorVersion = 2;

// of decoded input; real pages reach 1.7 MB
inline constexpr std::size_t kMaxBytes = 8u << 20;
// the longest real document has about 3,300
inline constexpr std::size_t kMaxSentences = 20'000;
inline constexpr std::size_t kMaxSentenceBytes = 16'384;  // longer ones are cut at a word

enum class Kind { kHtml, kMarkdown, kText };

// By the file name's ending, else by what the bytes look like.
Kind kind_of(std::string_view path, std::string_view bytes);

struct Sentence {
  std::string text;  // as the page shows it, white space folded
  std::string key;   // normalise.h: what it is compared by; never empty
};

struct Document {
  // Empty when the text could be read; else a stable dotted name: `extract.too-large`,
  // `extract.charset`, `extract.too-deep`, `extract.too-complex`. The other members are then empty.
  std::string problem;
  std::string title;  // <title>, or the first heading of a Markdown file
  // what the page declares in <html lang>, lower case ("en-gb"); a hint, pages lie
  std::string lang;
  bool asks_password = false;  // the page holds a password field
  bool truncated = false;      // there were more than kMaxSentences
  std::vector<Sentence> sentences;

  // The text whose SHA-256 names this version: the sentences' `text`, each followed by a line feed.
  std::string text() const;
};

// Takes `bytes` as they came, after content decoding. `charset` is the one of the Content-Type
// header; empty means that the document itself says (byte-order mark, then <meta>, then UTF-8).
// Bytes that are not valid in their charset are refused. Never throws, never recurses; bounded in
// time and memory by the limits above.
//
// While a `Stop` lives, parsing and judging in its thread end within a moment of `when` becoming
// true; what they give then is of no use.
class Stop {
 public:
  explicit Stop(const std::atomic<bool>& when);
  ~Stop();
  Stop(const Stop&) = delete;
  Stop& operator=(const Stop&) = delete;
};
Document extract(std::string_view bytes, Kind kind, std::string_view charset = {});

// The steps behind it.
namespace detail {

// Visible text with a line feed at every block break.
struct Visible {
  std::string problem, title, lang, text;
  bool asks_password = false;
};
Visible visible_html(std::string_view utf8);
void set_stop(const std::atomic<bool>* when);
bool is_stopped();
bool nests_too_deep(std::string_view html);
Visible visible_markdown(std::string_view utf8);
std::string charset_of_html(std::string_view bytes);

// Splits one block after `. ! ? ; :` followed by white space, not after usual abbreviations or
// single letters. Ends early where there are more than kMaxSentences.
void split_sentences(std::string_view block, std::vector<Sentence>& out);

}  // namespace detail
}  // namespace optoutlog::policy
