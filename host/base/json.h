#pragma once
#include <nlohmann/json.hpp>
#include <string_view>

// The JSON library. What most units use of it is made once, in base/json.cpp, for each would spend
// seconds on the same: these members, and the parser. The class as a whole is not, for it has
// readers and writers of binary formats that nobody here asks for.
#define OPTOUTLOG_JSON_MEMBERS(declared)                                             \
  declared template basic_json<>::basic_json(const basic_json<>&);                   \
  declared template basic_json<>::basic_json(basic_json<>::initializer_list_t, bool, \
                                             basic_json<>::value_t);                 \
  declared template basic_json<>::~basic_json() noexcept;                            \
  declared template basic_json<>::string_t basic_json<>::dump(                       \
      int, char, bool, basic_json<>::error_handler_t) const;                         \
  declared template void basic_json<>::push_back(basic_json<>&&);                    \
  declared template void basic_json<>::push_back(const basic_json<>&);               \
  declared template basic_json<>::const_reference basic_json<>::at(                  \
      const basic_json<>::object_t::key_type&) const;                                \
  declared template basic_json<>::reference basic_json<>::operator[](                \
      basic_json<>::object_t::key_type);

namespace nlohmann {
OPTOUTLOG_JSON_MEMBERS(extern)
}

namespace optoutlog {

// The value of a text of our own making, or of another program where its faults are the caller's
// to name: as the library reads it, and its exceptions. Strangers' texts are read by parse_json().
nlohmann::json json_of(std::string_view text);

enum class Comments { kRefused, kSkipped };
// The same without exceptions: is_discarded() where it is no JSON text.
nlohmann::json json_or_discarded(std::string_view text, Comments comments = Comments::kRefused);

}  // namespace optoutlog
