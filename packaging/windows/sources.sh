#!/bin/sh
# Makes what Debian has no MinGW package of: SQLite, SQLiteCpp, curl (with Schannel), libmd,
# utf8proc and gumbo as static libraries for Windows, from the distribution's own source packages,
# and the headers of nlohmann/json, CLI11, dtl and Catch2.
#
#   sources.sh DIR      DIR/prefix is the result; DIR/sources what was fetched (by apt, signatures
#                       checked)
#
# Needs dpkg-dev, g++-mingw-w64-x86-64-posix, cmake, ninja-build, tclsh and the -dev packages of the
# header libraries (installer/packages.txt, groups build and windows). A library that is there is
# not made again. About four minutes.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
[ $# = 1 ] || { sed -n '2,12s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mkdir -p "$1"
work=$(CDPATH='' cd -- "$1" && pwd)
prefix=$work/prefix sources=$work/sources
host=x86_64-w64-mingw32
mkdir -p "$prefix/include" "$prefix/lib" "$prefix/share/cmake" "$sources"
jobs=${JOBS:-$(nproc)}

stop() { echo "packaging/windows/sources.sh: $1" >&2; exit 1; }
for tool in $host-g++-posix cmake ninja tclsh dpkg-source apt-get; do
  command -v "$tool" >/dev/null ||
    stop "$tool is missing; ./installer/install-packages.sh build windows installs it."
done

# --- fetching: a source list of its own, from the mirrors of this machine's binary packages -------
apt_folder=$work/apt
apt() {
  apt-get -q -o Dir::Etc::SourceList="$apt_folder/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$apt_folder/lists" -o Dir::Cache="$apt_folder/cache" "$@"
}
fetch() { # PACKAGE: unpacked in sources/PACKAGE, with the distribution's patches
  [ -d "$sources/$1" ] && return 0
  if [ ! -d "$apt_folder/lists" ]; then
    mkdir -p "$apt_folder/lists/partial" "$apt_folder/cache/archives/partial"
    apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)' \
      'Created-By: Packages' 'Origin: Debian' | sort -u >"$apt_folder/sources.list"
    [ -s "$apt_folder/sources.list" ] ||
      stop "apt knows no Debian mirror; apt-get update, then start this again."
    apt update || {
      rm -rf "$apt_folder/lists"
      stop "the source lists could not be fetched; apt said why above."
    }
  fi
  rm -rf "$sources/$1.part"
  mkdir "$sources/$1.part"
  # apt gives up its rights for the download where it can; the folder need not be open to its user.
  (cd "$sources/$1.part" && apt source --only-source -o APT::Sandbox::User=root "$1") ||
    stop "the source package $1 could not be fetched."
  mv "$sources/$1.part"/*/ "$sources/$1"
  rm -rf "$sources/$1.part"
}

# Mirrors do not always hold every source package of every release. This takes the original archive
# alone (no Debian patches), of this release or the next, by the checksum in the signed index.
fetch_original() { # PACKAGE
  [ -d "$sources/$1" ] && return 0
  next=$apt_folder/next
  if [ ! -d "$next/lists" ]; then
    mkdir -p "$next/lists/partial" "$next/cache/archives/partial"
    sed -n 's/^deb-src \([^ ]*\) bookworm main$/&\ndeb-src \1 trixie main/p' \
      "$apt_folder/sources.list" >"$next/sources.list"
    (apt_folder=$next; apt update) || { rm -rf "$next/lists"; return 1; }
  fi
  (
    apt_folder=$next
    for release in bookworm trixie; do
      apt source --print-uris -t "$release" "$1" 2>/dev/null | grep '\.orig\.tar\.' | head -n 1 | {
        read -r address name _ sum || exit 1
        address=${address#\'}
        /usr/lib/apt/apt-helper -o APT::Sandbox::User=root \
          download-file "${address%\'}" "$sources/$name" "$sum" || exit 1
        rm -rf "$sources/$1.part"
        mkdir "$sources/$1.part"
        tar -xf "$sources/$name" -C "$sources/$1.part"
        mv "$sources/$1.part"/*/ "$sources/$1"
        rm -rf "$sources/$1.part"
      } && exit 0
    done
    exit 1
  )
}

# --- making ---------------------------------------------------------------------------------------
library() { # NAME FLAGS FILE…: compiles the files into lib/libNAME.a
  name=$1 flags=$2; shift 2
  rm -rf "$work/objects/$name"
  mkdir -p "$work/objects/$name"
  for file; do
    case $file in *.cpp) compiler=$host-g++-posix ;; *) compiler=$host-gcc-posix ;; esac
    # shellcheck disable=SC2086
    $compiler -O2 $flags -I"$prefix/include" -c "$file" \
      -o "$work/objects/$name/$(basename "$file").o"
  done
  $host-gcc-ar-posix rcs "$prefix/lib/lib$name.a.part" "$work/objects/$name"/*.o
  mv "$prefix/lib/lib$name.a.part" "$prefix/lib/lib$name.a"
}
there() { [ -e "$prefix/lib/lib$1.a" ]; }

if ! there sqlite3; then
  echo "== SQLite"
  fetch sqlite3
  (
    cd "$sources/sqlite3"
    ./configure --disable-tcl --disable-readline >/dev/null && make -s sqlite3.c sqlite3.h
  )
  cp "$sources/sqlite3/sqlite3.h" "$prefix/include/"
  # The switches with which Debian builds its libsqlite3, as far as they matter to us.
  library sqlite3 "-DSQLITE_THREADSAFE=1 -DSQLITE_SECURE_DELETE -DSQLITE_ENABLE_COLUMN_METADATA \
    -DSQLITE_OMIT_LOAD_EXTENSION" "$sources/sqlite3/sqlite3.c"
fi
if ! there SQLiteCpp; then
  echo "== SQLiteCpp"
  fetch sqlitecpp
  cp -R "$sources/sqlitecpp/include/SQLiteCpp" "$prefix/include/"
  library SQLiteCpp "-std=c++17 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_OMIT_LOAD_EXTENSION" \
    "$sources/sqlitecpp/src"/*.cpp
fi
if ! there md; then
  echo "== libmd"
  fetch libmd
  cp "$sources/libmd/include/sha2.h" "$sources/libmd/include/sha256.h" "$prefix/include/"
  : >"$prefix/include/config.h"  # what configure would write; SHA-2 asks nothing of it
  library md "-I$here/libmd" "$sources/libmd/src/sha2.c"
  rm "$prefix/include/config.h"
fi
if ! there utf8proc; then
  echo "== utf8proc"
  fetch utf8proc
  cp "$sources/utf8proc/utf8proc.h" "$prefix/include/"
  library utf8proc "-DUTF8PROC_STATIC" "$sources/utf8proc/utf8proc.c"
fi
if ! there gumbo; then
  echo "== gumbo"
  (fetch gumbo-parser) || fetch_original gumbo-parser ||
    stop "the source of gumbo could not be fetched."
  cp "$sources/gumbo-parser/src/gumbo.h" "$sources/gumbo-parser/src/tag_enum.h" "$prefix/include/"
  library gumbo "-std=c99" "$sources/gumbo-parser/src"/*.c
fi
if ! there curl; then
  echo "== curl (with Schannel, HTTP and HTTPS alone)"
  fetch curl
  cmake -S "$sources/curl" -B "$work/objects/curl" -G Ninja -Wno-dev --log-level=WARNING \
    -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_INSTALL_PREFIX="$prefix" -DBUILD_SHARED_LIBS=OFF -DBUILD_CURL_EXE=OFF \
    -DBUILD_TESTING=OFF -DENABLE_MANUAL=OFF -DHTTP_ONLY=ON -DCURL_USE_SCHANNEL=ON \
    -DCURL_USE_LIBSSH2=OFF -DCURL_USE_LIBPSL=OFF -DCURL_ZLIB=OFF -DUSE_NGHTTP2=OFF \
    -DENABLE_UNICODE=OFF -DCURL_DISABLE_NTLM=ON
  cmake --build "$work/objects/curl" --parallel "$jobs"
  cmake --install "$work/objects/curl" >/dev/null
fi

# Header libraries: copied one by one, since /usr/include as a whole holds this system's own
# headers.
for folder in nlohmann CLI dtl catch2; do
  [ -d "/usr/include/$folder" ] ||
    stop "/usr/include/$folder is missing; ./installer/install-packages.sh build installs it."
  rm -rf "$prefix/include/$folder"
  cp -RL "/usr/include/$folder" "$prefix/include/"
done
rm -rf "$prefix/share/cmake/nlohmann_json" "$prefix/share/cmake/CLI11"
cp -R /usr/share/cmake/nlohmann_json /usr/share/cmake/CLI11 "$prefix/share/cmake/"
echo "Windows libraries: $prefix"
