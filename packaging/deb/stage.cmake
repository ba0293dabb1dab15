# Run by cpack over the staged files of the Debian package: adds what belongs to Debian alone.
#
# The system-wide manifests are written by `optoutlog register` itself, from the one table of
# browsers; then each becomes a link to one of four files under /usr/share. As links they are no
# configuration files: they go when the package is removed, and no manifest is left that names a
# program which is gone.
cmake_policy(VERSION 3.25)
set(root ${CPACK_TEMPORARY_DIRECTORY})
set(share ${root}/usr/share)
# Firefox's own id, under which Debian's Firefox looks for extensions
set(firefox {ec8030f7-c20a-464f-9b0e-13a3a9e97384})

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_QUIET)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGV}: status ${status}")
  endif()
endfunction()

# A link at root/FROM that leads to root/TO, as short as Debian's policy wants it: relative within
# a top folder, else absolute.
function(link from to)
  cmake_path(GET from PARENT_PATH folder)
  file(MAKE_DIRECTORY ${root}/${folder})
  file(REMOVE ${root}/${from})
  string(REGEX MATCH "^[^/]+" top_from ${from})
  string(REGEX MATCH "^[^/]+" top_to ${to})
  if(top_from STREQUAL top_to)
    file(RELATIVE_PATH target ${root}/${folder} ${root}/${to})
  else()
    set(target /${to})
  endif()
  file(CREATE_LINK ${target} ${root}/${from} SYMBOLIC)
endfunction()

# --- the manifests ------------------------------------------------------------------------------
# Every browser with a system place that Debian or its vendor has. An unknown name would stop the
# build here.
set(browsers chrome chrome-for-testing chromium edge firefox librewolf waterfox)
list(TRANSFORM browsers PREPEND "--browser;" OUTPUT_VARIABLE arguments)
set(places ${CPACK_TEMPORARY_DIRECTORY}.manifests)
file(REMOVE_RECURSE ${places})
file(MAKE_DIRECTORY ${places})
run(${root}/usr/bin/optoutlog register --system --root ${places}
  --host-path /usr/lib/optoutlog/optoutlog-host ${arguments})
file(GLOB_RECURSE manifests RELATIVE ${places} ${places}/*/org.optoutlog.*.json)
if(NOT manifests)
  message(FATAL_ERROR "register wrote no manifest")
endif()
foreach(manifest IN LISTS manifests)
  file(READ ${places}/${manifest} text)
  set(family chromium)
  if(text MATCHES "allowed_extensions")
    set(family firefox)
  endif()
  cmake_path(GET manifest FILENAME name)
  set(one usr/share/optoutlog/native-messaging-hosts/${family}/${name})
  file(WRITE ${root}/${one} "${text}")
  link(${manifest} ${one})
endforeach()
file(REMOVE_RECURSE ${places})

# --- the extension ------------------------------------------------------------------------------
# A name of 16 or more letters: Debian's wrapper around Chromium joins the folders with `ls -dm`,
# which puts ", " between short names, and then splits them.
link(usr/share/chromium/extensions/optoutlog-extension usr/share/webext/optoutlog)
link(usr/share/mozilla/extensions/${firefox}/optoutlog@optoutlog.org usr/share/webext/optoutlog)

# --- Debian's places and papers -----------------------------------------------------------------
file(MAKE_DIRECTORY ${share}/zsh/vendor-completions)
file(RENAME ${share}/zsh/site-functions/_optoutlog ${share}/zsh/vendor-completions/_optoutlog)
file(REMOVE_RECURSE ${share}/zsh/site-functions)
set(papers ${CPACK_OPTOUTLOG_SOURCE}/packaging/deb)
file(COPY ${papers}/copyright DESTINATION ${share}/doc/optoutlog)
configure_file(${papers}/changelog ${share}/doc/optoutlog/changelog.Debian COPYONLY)
file(MAKE_DIRECTORY ${share}/lintian/overrides)
configure_file(${papers}/lintian-overrides ${share}/lintian/overrides/optoutlog COPYONLY)
file(GLOB compressed ${share}/man/man1/*.1 ${share}/doc/optoutlog/changelog.Debian)
run(gzip -9nf ${compressed})

# Modes do not depend on the packager's umask.
file(GLOB_RECURSE all LIST_DIRECTORIES true ${root}/*)
foreach(path IN LISTS all)
  if(IS_SYMLINK ${path})
  elseif(IS_DIRECTORY ${path} OR path MATCHES "/usr/(bin|lib/optoutlog)/")
    file(CHMOD ${path} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
      GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
  else()
    file(CHMOD ${path} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  endif()
endforeach()
