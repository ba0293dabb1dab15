// HTML to visible text by gumbo (a true HTML5 tree). Everything here is bounded on purpose: the
// page is a stranger's. The tree is walked with a list instead of recursion, and lives in an arena
// that is thrown away as a whole, because gumbo's own clean-up recurses once per level of nesting.
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csetjmp>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

#include "policy/text/extract.h"

namespace optoutlog::policy::detail {
namespace {

constexpr std::size_t kArenaLimit = 192u << 20;  // a real page of 1.7 MB needs about 40 MB
constexpr auto kMaxTime = std::chrono::seconds(10);

thread_local const std::atomic<bool>* stop_when = nullptr;

class Arena {
 public:
  ~Arena() {
    for (char* block : blocks_) std::free(block);
  }
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  static void* take(void* self, std::size_t size) {
    return static_cast<Arena*>(self)->allocate(size);
  }
  static void drop(void*, void*) {}

  // gumbo cannot report that memory is gone; nothing of ours is on the stack between
  std::jmp_buf overflow;

 private:
  void* allocate(std::size_t size) {
    size = (size + 15) & ~std::size_t{15};
    if (++calls_ % 256 == 0 && (is_late() || is_stopped())) std::longjmp(overflow, 1);
    if (size > left_) {
      const std::size_t block = std::max<std::size_t>(size, 1u << 20);
      held_ += block;
      if (held_ > kArenaLimit) std::longjmp(overflow, 1);
      char* fresh = static_cast<char*>(std::malloc(block));
      if (fresh == nullptr) std::longjmp(overflow, 1);
      blocks_.push_back(fresh);
      // a large one of its own; go on filling the block before
      if (size > (1u << 19)) return fresh;
      next_ = fresh;
      left_ = block;
    }
    char* out = next_;
    next_ += size;
    left_ -= size;
    return out;
  }

  bool is_late() const { return std::chrono::steady_clock::now() - begun_ > kMaxTime; }

  const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::uint64_t calls_ = 0;
  std::vector<char*> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0, held_ = 0;
};

bool name_is_one_of(std::string_view name, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_dropped(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
      return true;
    default:
      return false;
  }
}

// The page's own frame; within an article or the main part they belong to the text.
bool is_frame(GumboTag tag) {
  return tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_BUTTON ||
         tag == GUMBO_TAG_FORM;
}

bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_IMG:
      return true;
    default:
      return false;
  }
}

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view{found->value};
}

std::string lower_name(const char* text, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out.push_back(static_cast<char>(text[i] | 32));
  return out;
}

bool is_hidden(const GumboElement& element) {
  if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return true;
  std::string style;
  for (const char c : attribute(element, "style"))
    if (c != ' ') style.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  if (style.find("display:none") != std::string::npos ||
      style.find("visibility:hidden") != std::string::npos)
    return true;
  // gumbo knows no <dialog>; a closed one is not shown
  const GumboStringPiece& tag = element.original_tag;
  return element.tag == GUMBO_TAG_UNKNOWN && tag.length > 7 &&
         name_is_one_of(lower_name(tag.data + 1, 6), {"dialog"}) &&
         gumbo_get_attribute(&element.attributes, "open") == nullptr;
}

// One step of the walk: visit a node, or end its block.
struct Step {
  const GumboNode* node;
  bool leaving, shown, inside;
};

void walk(const GumboNode* root, Visible& out) {
  std::vector<Step> todo{{root, false, true, false}};
  bool title_done = false;
  while (!todo.empty()) {
    const Step step = todo.back();
    todo.pop_back();
    const GumboNode* node = step.node;
    if (step.leaving) {
      out.text.push_back('\n');
      continue;
    }
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      if (!step.shown) continue;
      for (const char* c = node->v.text.text; *c != 0; ++c)
        out.text.push_back(*c == '\n' || *c == '\r' ? ' ' : *c);
      continue;
    }
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_DOCUMENT) continue;
    const bool element = node->type == GUMBO_NODE_ELEMENT;
    const GumboVector& children = element ? node->v.element.children : node->v.document.children;
    bool shown = step.shown, inside = step.inside;
    if (element) {
      const GumboElement& it = node->v.element;
      inside = inside || it.tag == GUMBO_TAG_MAIN || it.tag == GUMBO_TAG_ARTICLE;
      if (it.tag == GUMBO_TAG_HTML) out.lang = attribute(it, "lang");
      if (it.tag == GUMBO_TAG_INPUT && attribute(it, "type") == "password")
        out.asks_password = true;
      if (it.tag == GUMBO_TAG_TITLE && !title_done) {
        title_done = true;
        for (unsigned i = 0; i < children.length; ++i) {
          const auto* child = static_cast<const GumboNode*>(children.data[i]);
          if (child->type == GUMBO_NODE_TEXT) out.title += child->v.text.text;
        }
        continue;
      }
      // walked all the same: a password field counts
      if (is_dropped(it.tag) || (is_frame(it.tag) && !inside) || is_hidden(it)) shown = false;
      if (shown && !is_inline(it.tag)) {
        out.text.push_back('\n');
        todo.push_back({node, true, true, inside});
      }
    }
    for (unsigned i = children.length; i > 0; --i)
      todo.push_back({static_cast<const GumboNode*>(children.data[i - 1]), false, shown, inside});
  }
}

}  // namespace

void set_stop(const std::atomic<bool>* when) {
  stop_when = when;
}

bool is_stopped() {
  return stop_when != nullptr && stop_when->load();
}

std::string charset_of_html(std::string_view bytes) {
  std::string head;
  for (const char c : bytes.substr(0, 4096))
    head.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
       meta = head.find("<meta", meta + 1)) {
    const std::string tag = head.substr(meta, std::min(head.find('>', meta), head.size()) - meta);
    std::size_t at = tag.find("charset=");
    if (at == std::string::npos) continue;
    at += 8;
    if (at < tag.size() && (tag[at] == '"' || tag[at] == '\'')) ++at;
    const std::size_t end = tag.find_first_of("\"'; />", at);
    const std::string name = tag.substr(at, end == std::string::npos ? end : end - at);
    // A page that says UTF-16 in bytes one can read as ASCII is UTF-8 (WHATWG prescan).
    return name.starts_with("utf-16") ? "utf-8" : name;
  }
  return {};
}

Visible visible_html(std::string_view utf8) {
  Visible out;
  if (nests_too_deep(utf8)) {
    out.problem = "extract.too-deep";
    return out;
  }
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::take;
  options.deallocator = &Arena::drop;
  options.userdata = &arena;
  options.max_errors = 0;
  if (setjmp(arena.overflow) != 0) {
    Visible refused;
    refused.problem = "extract.too-complex";
    return refused;
  }
  const GumboOutput* tree = gumbo_parse_with_options(&options, utf8.data(), utf8.size());
  walk(tree->document, out);
  for (char& c : out.lang)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  if (out.lang.size() > 35) out.lang.clear();
  return out;
}

}  // namespace optoutlog::policy::detail
