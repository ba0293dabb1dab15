# Writes OUTPUT, a C++ file with the page that checks a bundle: one HTML file, of the scripts of
# PAGE in the order of SCRIPTS (separated by commas), its style and its texts, and the words of the
# statement in WORDS.
include(${CMAKE_CURRENT_LIST_DIR}/../../cmake/Literal.cmake)

set(script "")
string(REPLACE "," ";" names "${SCRIPTS}")
foreach(name ${names})
  file(READ ${PAGE}/${name}.js text)
  # modules for the tests; here one script after the other
  string(REGEX REPLACE "\nimport [^;]*;" "" text "${text}")
  string(REGEX REPLACE "\nexport " "\n" text "${text}")
  string(APPEND script "${text}")
endforeach()
set(texts "")
set(words "")
string(REPLACE "," ";" languages "${LANGUAGES}")
foreach(language ${languages})
  file(READ ${PAGE}/texts/${language}.json text)
  string(APPEND texts "\"${language}\": ${text},\n")
  file(READ ${WORDS}/${language}.json text)
  string(APPEND words "\"${language}\": ${text},\n")
endforeach()
file(READ ${PAGE}/page.css style)
file(READ ${PAGE}/page.html page)
string(REPLACE "/* style */" "${style}" page "${page}")
file(READ ${WORDS}/statement.css statement)
string(REPLACE "/* texts */" "${texts}" page "${page}")
string(REPLACE "/* words */" "${words}" page "${page}")
string(REPLACE "/* statement style */" "${statement}" page "${page}")
string(REPLACE "/* script */" "${script}" page "${page}")
literal_text("${page}" pieces)
file(WRITE ${OUTPUT} "#include \"bundle/bundle.h\"

namespace optoutlog::bundle {
const std::string_view kPage =${pieces};
}  // namespace optoutlog::bundle
")
