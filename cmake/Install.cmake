# `cmake --install`: the programs, their manual pages, the completions, the extension. Relative to
# the prefix alone; what a Debian package adds (system-wide manifests, links for the browsers) is
# in packaging/deb/stage.cmake.
include(GNUInstallDirs)

install(TARGETS optoutlog RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# Browsers start these by their full path: they are not for PATH. The command looks for them here.
if(WIN32)
  install(TARGETS optoutlog-host optoutlog-policy RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
else()
  install(TARGETS optoutlog-host optoutlog-policy RUNTIME DESTINATION lib/optoutlog)
  install(FILES host/cli/optoutlog.1 packaging/man/optoutlog-host.1 packaging/man/optoutlog-policy.1
    DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES host/cli/completions/optoutlog.bash RENAME optoutlog
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES host/cli/completions/_optoutlog
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES host/cli/completions/optoutlog.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
install(FILES README.md host/PROTOCOL.md host/RECORD.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The extension as a folder, with its `key`: a browser that loads it from here gives it its fixed
# id. The list of what is shipped is kept in one place, scripts/pack-extension.py, and asked when
# installing: a list of an earlier configure run would leave out a file that came since.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_Interpreter_FOUND)
  install(CODE "
    execute_process(
      COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/scripts/pack-extension.py --files
      OUTPUT_VARIABLE shipped OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
      message(FATAL_ERROR \"The extension cannot be packed: see above.\")
    endif()
    string(REPLACE \"\\n\" \";\" shipped \"\${shipped}\")
    foreach(file IN LISTS shipped)
      cmake_path(GET file PARENT_PATH folder)
      file(INSTALL ${CMAKE_SOURCE_DIR}/extension/\${file}
        DESTINATION \${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/webext/optoutlog/\${folder})
    endforeach()
  ")
else()
  message(STATUS "Without Python 3 the extension is not installed along")
endif()
