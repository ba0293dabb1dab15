# Headers made at configure time from the one place where each fact is kept:
# the version from project(), the caller ids and host names from manifests/ids.json.
set(ids_file ${CMAKE_SOURCE_DIR}/manifests/ids.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ids_file})
file(READ ${ids_file} ids)

# Turns the JSON array at KEY into a C++ initializer list of strings.
function(optoutlog_id_list key out)
  string(JSON count LENGTH "${ids}" ${key})
  math(EXPR last "${count} - 1")
  set(items "")
  foreach(index RANGE ${last})
    string(JSON value GET "${ids}" ${key} ${index})
    string(APPEND items "\"${value}\", ")
  endforeach()
  set(${out} "${items}" PARENT_SCOPE)
  set(${out}_COUNT ${count} PARENT_SCOPE)
endfunction()

optoutlog_id_list(chromium OPTOUTLOG_CHROMIUM_IDS)
optoutlog_id_list(firefox OPTOUTLOG_FIREFOX_IDS)
string(JSON OPTOUTLOG_HOST_NAME GET "${ids}" names host)
string(JSON OPTOUTLOG_POLICY_NAME GET "${ids}" names policy)

configure_file(${CMAKE_SOURCE_DIR}/cmake/version.h.in ${CMAKE_BINARY_DIR}/generated/version.h @ONLY)
configure_file(${CMAKE_SOURCE_DIR}/cmake/ids.h.in ${CMAKE_BINARY_DIR}/generated/ids.h @ONLY)
