#!/usr/bin/env bash
# One room's C++ tests, built and run: tests/unit.sh ROOM [Catch2's names, tags, options]
# ROOM: a folder of tests/unit/. Works from a clean tree; builds that room's test and what it stands
# on.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ $# -eq 0 ] || ! [ -f "tests/unit/$1/CMakeLists.txt" ]; then
  rooms=$(find tests/unit -mindepth 2 -name CMakeLists.txt -printf '%h\n' |
    xargs -n1 basename | sort)
  echo "usage: tests/unit.sh ROOM [TEST]; rooms: $(xargs <<<"$rooms")" >&2
  exit 2
fi
room=$1 status=0; shift
[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
targets=$(sed -n 's/^add_executable(\([a-z_]*\).*/\1/p' "tests/unit/$room/CMakeLists.txt" |
  grep -v bench || true)
for target in $targets; do
  cmake --build build/release --target "$target"
  "build/release/bin/$target" "$@" || status=1
done
exit $status
