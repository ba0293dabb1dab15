#!/bin/sh
# Installs the Debian packages of installer/packages.txt that are missing; says first which.
#
#   install-packages.sh [--yes] [--plan] GROUP…      groups: build, run, browsers, test, windows
#   install-packages.sh --tests                      all groups but windows
#   install-packages.sh --only PACKAGE GROUP…        of these groups this package alone
#
# --yes does not ask, --plan prints what is missing and installs nothing. Exit status: 0 all there,
# 1 could not, 2 usage.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
list=$here/packages.txt
yes='' plan='' only='' groups=''

usage() { sed -n '2,10s/^# \{0,1\}//p' "$0"; }
while [ $# -gt 0 ]; do
  case $1 in
    --yes) yes=1 ;;
    --plan) plan=1 ;;
    --tests) groups="build run browsers test" yes=1 ;;
    --only) [ $# -gt 1 ] || { usage >&2; exit 2; }; only=$2; shift ;;
    -h | --help) usage; exit 0 ;;
    build | run | browsers | test | windows) groups="$groups $1" ;;
    *)
      echo "install-packages.sh: '$1' is neither a group nor an option; --help shows them." >&2
      exit 2
      ;;
  esac
  shift
done
[ -n "$groups" ] || { usage >&2; exit 2; }

if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
  echo "This is no Debian: its packages cannot be installed by this script." >&2
  echo "Install what installer/packages.txt lists, by your system's own means;" \
    "then go on with --no-install." >&2
  exit 1
fi

there() { # PACKAGE COMMAND
  if [ -n "$2" ] && command -v "$2" >/dev/null 2>&1; then return 0; fi
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=''
while read -r group package tool; do
  case $group in '' | '#'*) continue ;; esac
  case " $groups " in *" $group "*) ;; *) continue ;; esac
  if [ -n "$only" ] && [ "$only" != "$package" ]; then continue; fi
  there "$package" "${tool:-}" || missing="$missing $package"
done <"$list"

if [ -z "$missing" ]; then
  echo "Packages: all there ($(echo "${groups# }" | sed 's/ /, /g'))."
  exit 0
fi
echo "These Debian packages are missing and will be installed, with what they need:"
echo "   $missing"
if [ -n "$plan" ]; then
  echo "(--plan: nothing was installed.)"
  exit 0
fi

as_root=''
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "You are not root, and there is no sudo. Ask whoever manages this computer to run:" >&2
    echo "    apt-get install$missing" >&2
    echo "and then start this again." >&2
    exit 1
  fi
  echo "They are installed with sudo, which may ask for your password."
  as_root=sudo
fi
if [ -z "$yes" ] && [ -t 0 ]; then
  printf 'Go on? [Y/n] '
  read -r answer || answer=n
  case $answer in '' | y | Y | yes) ;; *) echo "Nothing was installed."; exit 1 ;; esac
fi

apt() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@"; }
known() { # every missing package has a candidate in the lists that are here
  for package in $missing; do
    apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [^(]' || return 1
  done
}
known || apt update
# An old list may name versions that the mirror no longer has: then once more with a new one.
# shellcheck disable=SC2086
if ! apt install --no-install-recommends $missing; then
  echo "Once more, with new package lists."
  # shellcheck disable=SC2086
  if ! { apt update && apt install --no-install-recommends $missing; }; then
    echo "The packages could not be installed; apt said why above." \
      "Mend that, then start this again." >&2
    exit 1
  fi
fi
