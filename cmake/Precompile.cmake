# One precompiled header for every target: the JSON library and the standard headers that all of
# them read are parsed once, not once a target. clang-tidy and a compiler other than the build's
# own read the headers themselves (preset tidy; CMAKE_DISABLE_PRECOMPILE_HEADERS).
file(WRITE ${CMAKE_BINARY_DIR}/generated/precompile.cpp "")
add_library(optoutlog_precompiled OBJECT ${CMAKE_BINARY_DIR}/generated/precompile.cpp)
target_link_libraries(optoutlog_precompiled PRIVATE optoutlog_options nlohmann_json::nlohmann_json)
target_precompile_headers(optoutlog_precompiled PRIVATE
  ${CMAKE_SOURCE_DIR}/host/base/json.h
  <algorithm> <array> <charconv> <chrono> <filesystem> <fstream> <functional> <iostream> <map>
  <optional> <set> <sstream> <string> <string_view> <unordered_map> <utility> <variant> <vector>)

# Every target of ours in DIRECTORY and below reads it.
function(optoutlog_precompile directory)
  get_property(targets DIRECTORY ${directory} PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target IN LISTS targets)
    get_target_property(type ${target} TYPE)
    if(type MATCHES "LIBRARY|EXECUTABLE" AND NOT target STREQUAL "optoutlog_precompiled")
      target_precompile_headers(${target} REUSE_FROM optoutlog_precompiled)
    endif()
  endforeach()
  get_property(below DIRECTORY ${directory} PROPERTY SUBDIRECTORIES)
  foreach(sub IN LISTS below)
    optoutlog_precompile(${sub})
  endforeach()
endfunction()
