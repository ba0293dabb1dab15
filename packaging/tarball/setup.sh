#!/bin/sh
# Sets up what was unpacked here: copies the programs, registers them with your browsers, checks
# that. Needs no root.
#
#   ./setup.sh [--prefix DIR] [--plan]
#
# --prefix DIR  copies below DIR instead of ~/.local
# --plan        says what would be done, and does nothing
#
# The copies are needed: browsers keep the full path of the log program, and this folder may be
# moved or deleted.
# To take it back: ./uninstall.sh, which is copied along.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${HOME:?HOME is not set}/.local plan=''
while [ $# -gt 0 ]; do
  case $1 in
    --prefix)
      [ $# -gt 1 ] || { echo "setup.sh: --prefix needs a folder." >&2; exit 2; }
      prefix=$2
      shift
      ;;
    --plan) plan=1 ;;
    -h | --help) sed -n '2,13s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "setup.sh: unknown option '$1'; --help shows the options." >&2; exit 2 ;;
  esac
  shift
done
case $prefix in /*) ;; *) prefix=$(pwd)/$prefix ;; esac
list=$prefix/lib/optoutlog/installed.txt

stop() { # WHAT REMEDY
  printf '\nsetup.sh stopped: %s\n%s\n' "$1" "$2" >&2
  exit 1
}
if [ "$(id -u)" = 0 ] && [ -n "${SUDO_UID:-}" ] && [ "$SUDO_UID" != 0 ]; then
  stop "you started it with sudo, so it would set Opt-Out Log up for root." \
    "Start it as yourself, without sudo."
fi
"$here/bin/optoutlog" --version >/dev/null ||
  stop "the programs do not run on this computer (see above)." \
    "Where a library is missing, install it (README.txt names them); \
on another kind of processor, build from source."

cd "$here"
files=$(find bin lib share -type f | LC_ALL=C sort)
if [ -n "$plan" ]; then
  echo "$(echo "$files" | wc -l) files would be copied below $prefix."
  "$here/bin/optoutlog" register --plan
  exit 0
fi

# FOLDER: with those above it; which ones were not there is noted, so that uninstall.sh takes them
# away again
make() {
  [ -d "$1" ] && return 0
  make "$(dirname "$1")"
  mkdir "$1"
  made="$made$1
"
}
made=''
make "$prefix/lib/optoutlog"
for folder in $(echo "$files" | sed 's,/[^/]*$,,' | LC_ALL=C sort -u); do
  make "$prefix/$folder"
done
printf %s "$made" >>"$prefix/lib/optoutlog/folders.txt"
echo "$files" | while IFS= read -r file; do
  # Beside it, then in its place: a browser may be running the old one, or be about to start it.
  cp "$file" "$prefix/$file.new"
  mv "$prefix/$file.new" "$prefix/$file"
done
for file in uninstall.sh erase-log.sh LICENSE; do cp "$file" "$prefix/lib/optoutlog/$file"; done
{ echo "$files"; printf 'lib/optoutlog/%s\n' uninstall.sh erase-log.sh LICENSE; } >"$list.new"
mv "$list.new" "$list"
echo "Copied below $prefix: bin/optoutlog, lib/optoutlog, share."

command=$prefix/bin/optoutlog
"$command" register ||
  stop "registering did not work." "See above for what to do; then start this again."
"$command" doctor || stop "a browser would not find the log program." \
  "Do what stands beside 'do:' above, then run: $command doctor"
case :$PATH: in
  *:"$prefix/bin":*) ;;
  *) echo "$prefix/bin is not in your PATH: write $command, or add the folder." ;;
esac
echo
echo "Done. Next: load the extension in your browser," \
  "from $prefix/share/webext/optoutlog (README.txt tells how)."
echo "To take it back: $prefix/lib/optoutlog/uninstall.sh"
