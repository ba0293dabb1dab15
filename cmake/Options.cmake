# One interface target that every target of ours links: language level, warnings, sanitizers.
add_library(optoutlog_options INTERFACE)
target_compile_features(optoutlog_options INTERFACE cxx_std_20)
target_include_directories(optoutlog_options INTERFACE
  ${CMAKE_SOURCE_DIR}/host ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_options(optoutlog_options INTERFACE
  $<$<COMPILE_LANG_AND_ID:CXX,GNU,Clang>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wnon-virtual-dtor -Werror>
  # Else g++ spends a fifth of its time on collecting garbage; it may take 400 MB before it does.
  $<$<COMPILE_LANG_AND_ID:CXX,GNU>:--param=ggc-min-heapsize=400000>
  # embedded texts are cut into literals at bytes, not at characters
  $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wno-invalid-source-encoding>
  # g++ 12 sees overlap in every "text" + std::string&& from -O2 on (GCC bug 105651, fixed in 13).
  $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-restrict>)

# What a fault in our code or in a header of the library could do, the compiler's own checks turn
# into an end of the process; tests/bench has what they cost. Fortifying needs an optimizer.
option(OPTOUTLOG_HARDENING "The compiler's own checks; without them only to measure what they cost"
  ON)
if(OPTOUTLOG_HARDENING AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  target_compile_options(optoutlog_options INTERFACE
    -fstack-protector-strong -fstack-clash-protection
    $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3>)
  target_compile_definitions(optoutlog_options INTERFACE _GLIBCXX_ASSERTIONS)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|i.86)$")
    target_compile_options(optoutlog_options INTERFACE -fcf-protection)
  endif()
endif()

# Of a test's own code only what it does to memory is checked: the rest is a third of its compiling.
define_property(TARGET PROPERTY OPTOUTLOG_TEST INITIALIZE_FROM_VARIABLE IN_OPTOUTLOG_TEST)
if(OPTOUTLOG_SANITIZE)
  target_compile_options(optoutlog_options INTERFACE
    -fsanitize=${OPTOUTLOG_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    $<$<BOOL:$<TARGET_PROPERTY:OPTOUTLOG_TEST>>:-fno-sanitize=undefined>)
  target_link_options(optoutlog_options INTERFACE -fsanitize=${OPTOUTLOG_SANITIZE})
endif()

# For the shipped programs: libstdc++ and libgcc are linked in, libc stays shared
# (docs/DECISIONS.md, 3, has the measurement: a process start costs 0.7 ms this way, 1.2 ms with
# everything shared).
add_library(optoutlog_static_runtime INTERFACE)
if(NOT OPTOUTLOG_SANITIZE AND NOT APPLE)
  target_link_options(optoutlog_static_runtime INTERFACE -static-libstdc++ -static-libgcc)
endif()
# What nobody calls is not linked: a fifth of the file, and less for the loader to set right.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT OPTOUTLOG_SANITIZE)
  target_compile_options(optoutlog_options INTERFACE
    $<$<NOT:$<CONFIG:Debug>>:-ffunction-sections -fdata-sections>)
  target_link_options(optoutlog_static_runtime INTERFACE -Wl,--gc-sections)
endif()
# Where the loader can, addresses are resolved at start and made read-only: what a stray write
# could redirect is then fixed.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  target_link_options(optoutlog_static_runtime INTERFACE -Wl,-z,relro,-z,now)
  # A browser out of a bundle hands its LD_LIBRARY_PATH down, with libraries in it that do not fit.
  # What stands as RPATH is looked at before that, and holds for what libcurl needs too; RUNPATH,
  # which the linker would make of it, comes after and does not.
  if(CMAKE_LIBRARY_ARCHITECTURE)
    target_link_options(optoutlog_static_runtime INTERFACE
      -Wl,--disable-new-dtags,-rpath,/usr/lib/${CMAKE_LIBRARY_ARCHITECTURE})
  endif()
endif()
# Windows gives arguments, variables and names of files in the code page of the computer, which
# lacks most letters, unless a program's manifest asks for UTF-8 (from Windows 10, 1903, on).
if(WIN32)
  enable_language(RC)
  target_sources(optoutlog_static_runtime INTERFACE
    ${CMAKE_SOURCE_DIR}/packaging/windows/programs.rc)
endif()
