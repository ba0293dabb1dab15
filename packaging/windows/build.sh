#!/bin/sh
# Cross-builds the three programs for 64-bit Windows: optoutlog.exe, optoutlog-host.exe,
# optoutlog-policy.exe.
#
#   build.sh [OUT [LIBRARIES]]     OUT: build folder (build/windows), the programs are in OUT/bin
#                                  LIBRARIES: what sources.sh makes (build/windows-libraries), made
#                                  first where it is missing
#
# About five minutes on two cores the first time. JOBS says how many compilers run at once.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
case ${1:-} in -h | --help) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 0 ;; esac
out=${1:-$root/build/windows}
libraries=${2:-$root/build/windows-libraries}
"$here/sources.sh" "$libraries"
libraries=$(CDPATH='' cd -- "$libraries" && pwd)
cmake -S "$root" -B "$out" -G Ninja -DCMAKE_BUILD_TYPE=Release -DOPTOUTLOG_TESTS=OFF \
  -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" -DOPTOUTLOG_WINDOWS_PREFIX="$libraries/prefix"
cmake --build "$out" --parallel "${JOBS:-$(nproc)}" \
  --target optoutlog optoutlog-host optoutlog-policy
echo "Windows programs: $out/bin"
