#!/bin/sh
# Sets Opt-Out Log up on Debian 12, from this folder: installs what is missing (it says what first),
# builds, registers the hosts with your browsers, checks that, and shows the main job in a browser.
#
#   ./installer/setup.sh [--yes] [--no-install] [--no-demo]
#
# --yes         does not ask before installing packages
# --no-install  installs nothing; what is missing is then an error
# --no-demo     ends after the check
#
# To take it back: ./installer/uninstall.sh
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$here"
yes='' install=1 demo=1
while [ $# -gt 0 ]; do
  case $1 in
    --yes) yes=--yes ;;
    --no-install) install='' ;;
    --no-demo) demo='' ;;
    -h | --help) sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "setup.sh: unknown option '$1'; --help shows the options." >&2; exit 2 ;;
  esac
  shift
done

step() { printf '\n== %s\n' "$1"; }
stop() { # WHAT REMEDY
  printf '\nsetup.sh stopped: %s\n%s\n' "$1" "$2" >&2
  exit 1
}

if [ "$(id -u)" = 0 ] && [ -n "${SUDO_UID:-}" ] && [ "$SUDO_UID" != 0 ]; then
  stop "you started it with sudo, so it would set Opt-Out Log up for root." \
    "Start it as yourself, without sudo: it asks for sudo where that is needed."
fi

again="See above for what to do; then start this again."

browser() { # any browser that the demonstration can drive
  for name in chromium firefox-esr firefox; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}

if [ -n "$install" ]; then
  step "Packages"
  ./installer/install-packages.sh $yes build run || stop "packages are missing." "$again"
  if ! browser; then
    echo "No Chromium or Firefox was found on this computer."
    ./installer/install-packages.sh $yes --only chromium browsers ||
      stop "there is no browser." "$again"
  fi
else
  for tool in cmake ninja c++; do
    command -v "$tool" >/dev/null 2>&1 || stop "$tool is missing." \
      "Start this without --no-install, or install what installer/packages.txt lists under build."
  done
fi

step "Build (release)"
cmake --preset release
cmake --build --preset release --target optoutlog optoutlog-host optoutlog-policy
command=$here/build/release/bin/optoutlog

step "Register with your browsers"
"$command" register || stop "registering did not work." "$again"

step "Check"
"$command" doctor || stop "a browser would not find the host." \
  "Do what stands beside 'do:' above, then run: $command doctor"

finish() {
  printf '\nDone. Next: load the folder extension/ in your browser, as README.md says.\n'
  [ "$(readlink -f "$(command -v optoutlog || echo /)")" = "$command" ] && return
  case $command in
    *[!A-Za-z0-9/._+-]*) printf "Where README.md says optoutlog, write: '%s'\n" "$command" ;;
    *) printf 'Where README.md says optoutlog, write: %s\n' "$command" ;;
  esac
}
if [ -z "$demo" ]; then finish; exit 0; fi

step "The main job"
for tool in node npm openssl; do
  command -v "$tool" >/dev/null 2>&1 ||
    stop "$tool is missing, which the demonstration needs." "Install it, or use --no-demo."
done
mark=node_modules/.package-lock.json
if [ ! -f $mark ] || [ -n "$(find package-lock.json -newer $mark)" ]; then
  echo "Fetching the demonstration's tools into node_modules (the extension itself needs none)."
  npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error ||
    stop "npm could not fetch the demonstration's tools." "Check the network, or use --no-demo."
fi
node tests/e2e/demo.mjs || stop "the demonstration did not end well." \
  "See above. Opt-Out Log itself is built and registered."
finish
