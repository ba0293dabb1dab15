#include "base/json_text.h"

#include <vector>

namespace optoutlog {
namespace {

// Builds the value while watching two things that the library's own parser lets pass: depth, and a
// key that comes twice in one object (it would keep the last, another reader the first).
class Builder : public nlohmann::json_sax<json> {
 public:
  json root;
  const char* why = "syntax";
  std::size_t at = 0;

  bool null() override { return put(json(nullptr)); }
  bool boolean(bool value) override { return put(json(value)); }
  bool number_integer(number_integer_t value) override { return put(json(value)); }
  bool number_unsigned(number_unsigned_t value) override { return put(json(value)); }
  bool number_float(number_float_t value, const string_t&) override { return put(json(value)); }
  bool string(string_t& value) override { return put(json(std::move(value))); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (open_.back()->contains(name)) {
      why = "duplicate-key";
      return false;
    }
    key_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    at = position;
    if (error.id == 406) why = "number";  // a number that no double can hold
    return false;
  }

 private:
  json* place(json value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    json& slot = parent[key_];
    slot = std::move(value);
    return &slot;
  }
  bool put(json value) {
    place(std::move(value));
    return true;
  }
  bool open(json value) {
    if (open_.size() >= static_cast<std::size_t>(kMaxDepth)) {
      why = "depth";
      return false;
    }
    // Pointers into an array stay valid: only its newest element is ever open, and it grows when
    // that is closed.
    open_.push_back(place(std::move(value)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::vector<json*> open_;
  std::string key_;
};

// Well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF). Returns the
// offset of the first bad byte, or npos.
std::size_t first_bad_utf8(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  std::size_t i = 0;
  while (i < text.size()) {
    const unsigned c = byte(i);
    const unsigned d = byte(i + 1);
    if (c < 0x80) {
      i += 1;
    } else if (c >= 0xC2 && c <= 0xDF && tail(i + 1)) {
      i += 2;
    } else if (c >= 0xE0 && c <= 0xEF && tail(i + 1) && tail(i + 2) && !(c == 0xE0 && d < 0xA0) &&
               !(c == 0xED && d > 0x9F)) {
      i += 3;
    } else if (c >= 0xF0 && c <= 0xF4 && tail(i + 1) && tail(i + 2) && tail(i + 3) &&
               !(c == 0xF0 && d < 0x90) && !(c == 0xF4 && d > 0x8F)) {
      i += 4;
    } else {
      return i;
    }
  }
  return std::string_view::npos;
}

Error invalid(const char* why, std::size_t at) {
  return Error(errors::kJsonInvalid,
               std::string("The message is not a valid JSON text (") + why + ", near byte " +
                   std::to_string(at) + "). Nothing was done; send it again as valid UTF-8 JSON.",
               {{"why", why}, {"at", at}});
}

}  // namespace

Result<json> parse_json(std::string_view text) {
  if (text.empty()) return invalid("empty", 0);
  if (text.substr(0, 3) == "\xEF\xBB\xBF") return invalid("bom", 0);
  // The library takes a NUL byte for the end of the text and would not look at what follows.
  if (const auto at = text.find('\0'); at != std::string_view::npos) return invalid("nul", at);
  if (const auto at = first_bad_utf8(text); at != std::string_view::npos)
    return invalid("utf-8", at);
  Builder builder;
  if (!json::sax_parse(text.begin(), text.end(), &builder)) return invalid(builder.why, builder.at);
  return std::move(builder.root);
}

}  // namespace optoutlog
