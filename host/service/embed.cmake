# Writes OUTPUT, a C++ file with the words of WORDS by language, what the rules say in it, and the
# style of the statement.
include(${CMAKE_CURRENT_LIST_DIR}/../../cmake/Literal.cmake)

file(GLOB files ${WORDS}/*.json)
set(list "")
foreach(file ${files})
  get_filename_component(language ${file} NAME_WE)
  literal(${file} pieces)
  set(facts "\"{}\"")  # the rules themselves are in English
  if(EXISTS ${WORDS}/rules/${language}.json)
    literal(${WORDS}/rules/${language}.json facts)
  endif()
  string(APPEND list "    Words{\"${language}\",${pieces},${facts}},\n")
endforeach()
literal(${WORDS}/statement.css style)
file(WRITE ${OUTPUT} "#include \"service/statement_words.h\"

namespace optoutlog::service::embedded {
const std::array<Words, kLanguages> kWords = {{
${list}}};
const std::string_view kStyle =${style};
}  // namespace optoutlog::service::embedded
")
