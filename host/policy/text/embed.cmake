# Writes OUTPUT, a C++ file with the text of DOCUMENTS and of every file of TERMS and SLOTS
# (separated by commas).
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

function(literals files out)
  string(REPLACE "," ";" files "${files}")
  set(lists "")
  foreach(file ${files})
    literal(${file} text)
    string(APPEND lists "${text},\n")
  endforeach()
  set(${out} "${lists}" PARENT_SCOPE)
endfunction()

literals("${TERMS}" lists)
literals("${SLOTS}" slots)
literal(${DOCUMENTS} documents)
file(WRITE ${OUTPUT} "#include \"policy/text/embedded.h\"

namespace optoutlog::policy::embedded {
const std::vector<std::string_view> kTerms = {${lists}};
const std::vector<std::string_view> kSlots = {${slots}};
const std::string_view kDocuments =${documents};
}  // namespace optoutlog::policy::embedded
")
