#!/bin/sh
# Makes the Wine prefix for the tests and keeps one wineserver up for an hour after the last program
# (starting one costs seconds for each program). `prefix.sh --end` ends that wineserver, and no
# other.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
export WINEPREFIX="${OPTOUTLOG_WINE:-$root/build/wine}" WINEDEBUG=-all WINEARCH=win64 DISPLAY=
server=/usr/lib/wine/wineserver64
[ -x "$server" ] || server=wineserver
if [ "${1:-}" = --end ]; then
  [ ! -d "$WINEPREFIX" ] || "$server" -k || true
  exit 0
fi
wine=/usr/lib/wine/wine64
[ -x "$wine" ] || wine=wine
command -v "$wine" >/dev/null || {
  echo "prefix.sh: Wine is not here; ./installer/install-packages.sh windows installs it." >&2
  exit 1
}
mkdir -p "$WINEPREFIX"
"$server" -p3600 || true
# No browser engine, no .NET: nothing here needs them, and Wine would ask for downloads.
[ -e "$WINEPREFIX/system.reg" ] ||
  WINEDLLOVERRIDES='mscoree,mshtml=' "$wine" wineboot --init >/dev/null 2>&1
# Wine's services are started by the first program and keep its streams open; so that is this one,
# not a test's.
"$wine" cmd /c exit </dev/null >/dev/null 2>&1
[ -d "$WINEPREFIX/drive_c/windows" ]
