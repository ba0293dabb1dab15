# One interface target that every target of ours links: language level, warnings, sanitizers.
add_library(optoutlog_options INTERFACE)
target_compile_features(optoutlog_options INTERFACE cxx_std_20)
target_include_directories(optoutlog_options INTERFACE
  ${CMAKE_SOURCE_DIR}/host ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_options(optoutlog_options INTERFACE
  $<$<COMPILE_LANG_AND_ID:CXX,GNU,Clang>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wnon-virtual-dtor -Werror>
  # g++ 12 sees overlap in every "text" + std::string&& from -O2 on (GCC bug 105651, fixed in 13).
  $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-restrict>)

if(OPTOUTLOG_SANITIZE)
  target_compile_options(optoutlog_options INTERFACE
    -fsanitize=${OPTOUTLOG_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(optoutlog_options INTERFACE -fsanitize=${OPTOUTLOG_SANITIZE})
endif()

# For the shipped programs: libstdc++ and libgcc are linked in, libc stays shared
# (docs/DECISIONS.md, 3, has the measurement: a process start costs 0.7 ms this way, 1.2 ms with
# everything shared).
add_library(optoutlog_static_runtime INTERFACE)
if(NOT OPTOUTLOG_SANITIZE AND NOT APPLE)
  target_link_options(optoutlog_static_runtime INTERFACE -static-libstdc++ -static-libgcc)
endif()
# Where the loader can, addresses are resolved at start and made read-only: what a stray write
# could redirect is then fixed.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  target_link_options(optoutlog_static_runtime INTERFACE -Wl,-z,relro,-z,now)
endif()
