# `cpack --config build/release/CPackConfig.cmake`: a Debian package and a tarball. See
# packaging/README.md.
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME optoutlog)
set(CPACK_PACKAGE_VENDOR "Opt-Out Log")
set(CPACK_PACKAGE_CONTACT "Opt-Out Log <packages@optoutlog.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "log of what social platforms may do with your posts")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
# Two builds of one commit give the same bytes: CPack takes the times of its archives from here.
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/packaging/cpack.cmake)
set(CPACK_OPTOUTLOG_SOURCE ${CMAKE_SOURCE_DIR})

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "chromium | firefox-esr | firefox | www-browser")
set(CPACK_DEBIAN_PACKAGE_ENHANCES "chromium, firefox-esr, firefox")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${CMAKE_SOURCE_DIR}/packaging/deb/prerm ${CMAKE_SOURCE_DIR}/packaging/deb/postrm)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Social platforms train AI on what their members post, switch it on by
default, and hide the switch deep in the settings. When you stand on a
platform's settings page, the Opt-Out Log extension tells you in one sentence
whether that platform may train AI on your data. The program in this package
keeps what was seen in a log on your own computer, shared by all your
browsers, and tells you later when a switch that you had turned off is on
again. Nothing leaves your computer.
.
This package holds the log program, the watch over the platforms' policies
(off until you turn it on), the command optoutlog, and the extension, which
Debian's Chromium and Firefox load from here.")
include(CPack)
