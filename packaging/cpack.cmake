# Read by cpack once for each generator: the Debian package and the tarball differ in their prefix
# and in what is added.
if(CPACK_GENERATOR STREQUAL "DEB")
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  set(CPACK_PRE_BUILD_SCRIPTS ${CPACK_OPTOUTLOG_SOURCE}/packaging/deb/stage.cmake)
else()
  set(CPACK_PACKAGING_INSTALL_PREFIX /)
  set(CPACK_PRE_BUILD_SCRIPTS ${CPACK_OPTOUTLOG_SOURCE}/packaging/tarball/stage.cmake)
endif()
