# Run by cpack over the staged files of the tarball: adds the two scripts and what they share, the
# licence and what to read first.
cmake_policy(VERSION 3.25)
set(root ${CPACK_TEMPORARY_DIRECTORY})
set(here ${CPACK_OPTOUTLOG_SOURCE}/packaging/tarball)
file(COPY ${here}/setup.sh ${here}/uninstall.sh DESTINATION ${root}
  FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
    GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
file(COPY ${here}/README.txt ${CPACK_OPTOUTLOG_SOURCE}/LICENSE
    ${CPACK_OPTOUTLOG_SOURCE}/installer/erase-log.sh DESTINATION ${root}
  FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
# The notices of what is compiled in.
file(COPY ${CPACK_OPTOUTLOG_SOURCE}/packaging/deb/copyright DESTINATION ${root}/share/doc/optoutlog)
