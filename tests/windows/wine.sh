#!/bin/sh
# Runs a Windows program under Wine as a browser would run it: `wine.sh PROGRAM.exe ARGUMENT…`,
# standard streams passed through. The prefix is $OPTOUTLOG_WINE, else build/wine;
# tests/windows/prefix.sh makes it and keeps one wineserver up.
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
export WINEPREFIX="${OPTOUTLOG_WINE:-$root/build/wine}" WINEDEBUG=-all WINEARCH=win64
export PATH="${PATH:-/usr/bin:/bin}"
# A path of this system, as the program sees it: Wine shows / as drive Z:. Relative paths and odd
# values go through as they are.
case ${OPTOUTLOG_DATA:-} in
  /*) OPTOUTLOG_DATA="Z:$(printf %s "$OPTOUTLOG_DATA" | tr / '\\')"; export OPTOUTLOG_DATA ;;
esac
wine=/usr/lib/wine/wine64
[ -x "$wine" ] || wine=wine
exec "$wine" "$@"
