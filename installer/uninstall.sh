#!/bin/sh
# Takes back what setup.sh did, except the packages: unregisters the hosts. Your log stays unless
# you say otherwise.
#
#   ./installer/uninstall.sh [--erase-log] [--system]
#
# --erase-log  removes the log, what was put aside of it, and the policy watch's data too, for good
#              (it asks, unless --yes is given)
# --system     takes back what was registered for all users (needs root)
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$here/installer/erase-log.sh"
erase='' yes='' system=''
while [ $# -gt 0 ]; do
  case $1 in
    --erase-log) erase=1 ;;
    --yes) yes=--yes ;;
    --system) system=--system ;;
    -h | --help) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "uninstall.sh: unknown option '$1'; --help shows the options." >&2; exit 2 ;;
  esac
  shift
done

command=$here/build/release/bin/optoutlog
[ -x "$command" ] || command=$(command -v optoutlog) || {
  echo "uninstall.sh: the command optoutlog was not found." \
    "Build it first (cmake --build --preset release)." >&2
  exit 1
}
# shellcheck disable=SC2086
"$command" unregister $system || {
  echo "uninstall.sh stopped there: see above for what to do." >&2
  exit 1
}

find_log || exit 2
if [ -n "$erase" ]; then
  erase_log "$command" "$yes" || exit $?
elif [ -e "$data/record.db" ]; then
  echo "Your log stays in $data. To remove it too: $0 --erase-log"
fi
echo "The extension is removed in the browser itself; built files are in $here/build."
