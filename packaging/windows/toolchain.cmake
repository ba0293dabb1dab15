# Cross-building for 64-bit Windows with Debian's MinGW-w64 (the posix flavour has std::thread).
#   cmake -DCMAKE_TOOLCHAIN_FILE=packaging/windows/toolchain.cmake -DOPTOUTLOG_WINDOWS_PREFIX=DIR …
# DIR is what packaging/windows/sources.sh made.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_SYSTEM_VERSION 10.0)
foreach(kind IN ITEMS C:gcc-posix CXX:g++-posix RC:windres)
  string(REGEX MATCH "^[A-Z]+" language ${kind})
  string(REGEX REPLACE "^[A-Z]+:" "" program ${kind})
  set(CMAKE_${language}_COMPILER x86_64-w64-mingw32-${program})
endforeach()

# Windows 10, in every header.
set(CMAKE_C_FLAGS_INIT "-D_WIN32_WINNT=0x0A00")
set(CMAKE_CXX_FLAGS_INIT "-D_WIN32_WINNT=0x0A00")
# One file that needs nothing beside Windows' own DLLs.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -s")

list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES OPTOUTLOG_WINDOWS_PREFIX)
set(CMAKE_FIND_ROOT_PATH ${OPTOUTLOG_WINDOWS_PREFIX} /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
foreach(kind IN ITEMS LIBRARY INCLUDE PACKAGE)
  set(CMAKE_FIND_ROOT_PATH_MODE_${kind} ONLY)
endforeach()
# curl's own package file knows which system libraries a static curl needs; FindCURL does not.
set(CMAKE_FIND_PACKAGE_PREFER_CONFIG ON)
find_program(wine_program NAMES wine64 wine PATHS /usr/lib/wine)
if(wine_program)
  set(CMAKE_CROSSCOMPILING_EMULATOR ${wine_program})
endif()
