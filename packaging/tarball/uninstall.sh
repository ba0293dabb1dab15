#!/bin/sh
# Takes back what setup.sh did: unregisters the log program and removes the copies. Your log stays
# unless you say otherwise.
#
#   uninstall.sh [--prefix DIR] [--erase-log [--yes]]
#
# --prefix DIR  what was given to setup.sh (default: where this file is, else ~/.local)
# --erase-log   removes the log, what was put aside of it, and the policy watch's data too, for good
#               (it asks, unless --yes is given)
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=installer/erase-log.sh
. "$here/erase-log.sh"
prefix=${HOME:?HOME is not set}/.local erase='' yes=''
if [ -e "$here/installed.txt" ]; then prefix=$(CDPATH='' cd -- "$here/../.." && pwd); fi
while [ $# -gt 0 ]; do
  case $1 in
    --prefix)
      [ $# -gt 1 ] || { echo "uninstall.sh: --prefix needs a folder." >&2; exit 2; }
      prefix=$2
      shift
      ;;
    --erase-log) erase=1 ;;
    --yes) yes=--yes ;;
    -h | --help) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "uninstall.sh: unknown option '$1'; --help shows the options." >&2; exit 2 ;;
  esac
  shift
done
list=$prefix/lib/optoutlog/installed.txt
[ -e "$list" ] || {
  echo "uninstall.sh: nothing of Opt-Out Log's setup.sh was found below $prefix." \
    "If it was set up elsewhere, say --prefix DIR." >&2
  exit 1
}

command=$prefix/bin/optoutlog
if [ -x "$command" ]; then
  "$command" unregister || {
    echo "uninstall.sh stopped there, and removed no program: see above for what to do." >&2
    exit 1
  }
fi
find_log || exit 2
if [ -n "$erase" ]; then
  erase_log "$command" "$yes" || { status=$?; echo "The programs stay, too." >&2; exit "$status"; }
elif [ -e "$data/record.db" ]; then
  echo "Your log stays: it is the folder $data."
fi

# The files that setup.sh noted, then the folders that it made, innermost first, where they are
# empty.
folders=$(LC_ALL=C sort -r "$prefix/lib/optoutlog/folders.txt" 2>/dev/null || true)
while IFS= read -r file; do rm -f -- "$prefix/$file"; done <"$list"
rm -f -- "$list" "$prefix/lib/optoutlog/folders.txt"
echo "$folders" | while IFS= read -r folder; do
  [ -z "$folder" ] || rmdir -- "$folder" 2>/dev/null || true
done
echo "Removed from $prefix. The extension is removed in the browser itself."
