# Writes OUTPUT, a C++ file with the text of DOCUMENTS, AUTHORITIES, WITNESSES and of every file
# of TERMS and SLOTS (separated by commas).
include(${CMAKE_CURRENT_LIST_DIR}/../../../cmake/Literal.cmake)

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
literal(${AUTHORITIES} authorities)
literal(${WITNESSES} witnesses)
file(WRITE ${OUTPUT} "#include \"policy/text/embedded.h\"

namespace optoutlog::policy::embedded {
const std::vector<std::string_view> kTerms = {${lists}};
const std::vector<std::string_view> kSlots = {${slots}};
const std::string_view kDocuments =${documents};
const std::string_view kAuthorities =${authorities};
const std::string_view kWitnesses =${witnesses};
}  // namespace optoutlog::policy::embedded
")
