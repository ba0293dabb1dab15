# Writes OUTPUT, a C++ file with the text of DOCUMENTS and of every file of TERMS (separated by
# commas).
# MSVC and the standard bound the length of one literal, so texts are written as joined pieces.
function(literal file out)
  file(READ ${file} text)
  string(LENGTH "${text}" length)
  set(pieces "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 4000 piece)
    string(APPEND pieces "\n    R\"~~~(${piece})~~~\"")
    math(EXPR at "${at} + 4000")
  endwhile()
  set(${out} "${pieces}" PARENT_SCOPE)
endfunction()

string(REPLACE "," ";" TERMS "${TERMS}")
set(lists "")
foreach(file ${TERMS})
  literal(${file} text)
  string(APPEND lists "${text},\n")
endforeach()
literal(${DOCUMENTS} documents)
file(WRITE ${OUTPUT} "#include \"policy/text/embedded.h\"

namespace optoutlog::policy::embedded {
const std::vector<std::string_view> kTerms = {${lists}};
const std::string_view kDocuments =${documents};
}  // namespace optoutlog::policy::embedded
")
