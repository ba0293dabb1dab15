#!/usr/bin/env bash
# The tests and gates of the project, cold, on one machine, of many a sample: ./tests/run.sh
#
#   --full         all of them, in both browsers, and longer runs: clang-tidy, release builds, the
#                  package installed, Windows under Wine, the long sweeps, the bench
#   --only NAME    only stages whose name starts with NAME (may be repeated)
#   --list         names the stages and ends
#   --no-install   installs nothing; a missing tool then fails the stage that needs it
#
# A stage writes its output to tests/out/logs/<stage>.log and one line here; a failed one shows its
# tail, and the run goes on. The run ends with a table and the line "N passed, N failed". Exit
# status: 0 nothing failed, 1 something did, 2 usage. What a stage runs is in tests/lib/stages.sh.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
logs=tests/out/logs
full=0 install=1 list=0 only=()
while [ $# -gt 0 ]; do
  case $1 in
    --full) full=1 ;;
    --only)
      [ $# -gt 1 ] || { echo "--only needs a name; --list shows them" >&2; exit 2; }
      only+=("$2")
      shift
      ;;
    --list) list=1 ;;
    --no-install) install=0 ;;
    -h | --help) sed -n '2,12p' tests/run.sh | sed 's/^# \{0,1\}//'; exit 0 ;;
    *) echo "unknown option $1; --help shows the options" >&2; exit 2 ;;
  esac
  shift
done
export OPTOUTLOG_FULL=$full
export OPTOUTLOG_BIN=${OPTOUTLOG_BIN:-$PWD/build/release/bin}
jobs=$(nproc 2>/dev/null || echo 2)
limit=3000 # seconds that a stage may take
[ "$full" = 1 ] && limit=14400
export TIMEFORMAT='%U %S' # seconds of the processor: in programs, in the system
results=$logs/results.txt # a line per stage, from whichever lane ran it

# Counts the tests in a log: node --test, Catch2 under ctest, and the plain closing line that our
# own runners print. A gate without tests of its own counts as one.
count() { # LOG STATUS -> "passed failed"
  awk -v status="$2" '
    /^# pass [0-9]+$/ { p += $3 }
    /^# fail [0-9]+$/ { f += $3 }
    /^# cancelled [0-9]+$/ { f += $3 }
    /All tests passed \([0-9]+ assertions? in [0-9]+ test cases?\)/ {
        match($0, /in [0-9]+ test/); p += substr($0, RSTART + 3) + 0 }
    /test cases: +[0-9]+ \|/ { n = split($0, part, "|"); for (i = 2; i <= n; i++) {
        if (part[i] ~ /passed/) p += part[i] + 0; if (part[i] ~ /failed/) f += part[i] + 0 } }
    /^[0-9]+ passed, [0-9]+ failed/ { p += $1; f += $3 }
    END {
        if (status != 0 && f == 0) f = 1
        if (status == 0 && p == 0) p = 1
        print p + 0, f + 0 }' "$1"
}

wanted() {
  [ ${#only[@]} -eq 0 ] && return 0
  local name; for name in "${only[@]}"; do [[ $1 == "$name"* ]] && return 0; done
  return 1
}

# What a stage needs to have been built or fetched first.
needs() { # STAGE
  case $1 in
    unit-asan | protocol-asan) echo build-asan ;;
    protocol-release | protocol-selftest) echo build-release ;;
    no-network | policy-calls | faults | record | installer | packaging) echo build-release ;;
    policy | cli | extension | e2e-* | screens | cases-* | bench) echo modules build-release ;;
    engine) echo modules render ;;
    render | gates | rules | behaviour | server | types | eslint | web-ext) echo modules ;;
  esac
}

note() { printf '%s\n' "$1" >>"$results"; }

# What a reader needs of a failed stage at once.
tail_of() { # LOG
  # a failed test's own words, also where they are several lines
  grep -nE -A3 '^ *not ok |\*\*\*Failed|error:|FAILED' "$1" |
    grep -vE 'duration_ms|failureType|^--$| +---$' | head -n 24 | cut -c1-300 | sed 's/^/      /'
  tail -n 15 "$1" | cut -c1-200 | sed 's/^/    | /'
}

# stage NAME NEEDS COMMAND...: runs it and notes the result. NEEDS is a space-separated list of
# paths or patterns; where one of them matches nothing in the repository the stage has nothing to
# test, and is skipped and counted as such.
stage() {
  local name=$1 needs=$2 need start status counts log cpu; shift 2
  [ "$list" = 1 ] && { echo "$name"; return; }
  wanted "$name" || return
  log=$logs/$name.log
  for need in $needs; do
    if ! compgen -G "$need" >/dev/null; then
      note "skip|$name|-|-|-|-|nothing there: $need"
      printf 'skip  %-18s nothing there: %s\n' "$name" "$need"; return
    fi
  done
  start=$SECONDS
  { time timeout --kill-after=30 "$limit" "$@" >"$log" 2>&1 </dev/null; } 2>"$log.cpu"; status=$?
  cpu=$(tail -n 1 "$log.cpu" | awk '{ printf "%d", $1 + $2 }'); rm -f "$log.cpu"
  counts=$(count "$log" $status)
  if [ $status -eq 0 ] && [ "${counts#* }" = 0 ]; then
    note "ok|$name|${counts% *}|0|$((SECONDS - start)) s|$cpu s"
    printf 'ok    %-18s %s passed  (%s s)\n' "$name" "${counts% *}" $((SECONDS - start))
  else
    note "FAIL|$name|${counts% *}|${counts#* }|$((SECONDS - start)) s|$cpu s|$log"
    printf 'FAIL  %-18s %s passed, %s failed, status %s  (%s s)  %s\n' \
      "$name" "${counts% *}" "${counts#* }" $status $((SECONDS - start)) "$log"
    tail_of "$log"
  fi
}

# together LANE...: all at the same time, each with one stage after the other; their lines come as
# they end.
together() {
  local lane
  for lane in "$@"; do if [ "$list" = 1 ]; then "$lane"; else "$lane" & fi; done
  wait
}
# What waits for nothing gives way to what waits for pages.
yields() { [ "$list" = 1 ] || renice -n 19 -p "$BASHPID" >/dev/null; }

# shellcheck source=tests/lib/stages.sh
. tests/lib/stages.sh

# Compiling the same file for the second time is free where ccache is there.
if [ -z "${CMAKE_CXX_COMPILER_LAUNCHER:-}" ] && command -v ccache >/dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi
[ "$list" = 1 ] || { [ ${#only[@]} -gt 0 ] || rm -rf "$logs"; mkdir -p "$logs"; : >"$results"; }
if [ ${#only[@]} -gt 0 ] && [ "$list" = 0 ]; then
  for name in $(bash "tests/run.sh" --list); do wanted "$name" && only+=($(needs "$name")); done
fi
[ "$install" = 1 ] && stage packages installer/install-packages.sh bash -c packages
javascript() {
  [ "$install" = 0 ] || stage modules package-lock.json bash -c modules
  stage render tests/pages/render/package-lock.json bash -c render # the browsers' tests read it
}
compiled() {
  stage build-release CMakeLists.txt \
    bash -c 'build release optoutlog-host optoutlog-policy optoutlog says_table'
}
together javascript compiled

suites() { # DIR... below tests/, a stage each
  local dir
  for dir in "$@"; do stage "$dir" "tests/$dir/*test*" bash -c "suite tests/$dir"; done
}
# What is compiled once more, with the sanitizers, takes the time that the others leave.
sanitized() {
  yields
  stage build-asan CMakeLists.txt bash -c 'build asan $(under_sanitizers)'
  # what is installed is compiled otherwise: the same tests once more, with --full or by name
  { [ "$list" = 1 ] || [ "$full" = 1 ] || [ ${#only[@]} -gt 0 ]; } && {
    stage unit-release 'tests/unit/*/CMakeLists.txt' bash -c 'build release && units release'
    stage protocol-release 'tests/protocol/cases/*.json' bash -c 'protocol release'
  }
  stage unit-asan 'tests/unit/*/CMakeLists.txt' bash -c 'units asan'
  stage protocol-asan 'tests/protocol/cases/*.json' bash -c 'protocol asan'
}
# These wait for servers, locks and processes; some of what they test has a second to answer.
programs() {
  suites policy installer cli record
  stage faults tests/record/faults.py bash -c faults
  stage protocol-selftest tests/protocol/selftest.mjs node tests/protocol/selftest.mjs
  stage no-network tests/protocol/no-network.mjs bash -c no_network
  stage policy-calls tests/policy/system-calls.mjs node tests/policy/system-calls.mjs
  stage packaging tests/packages/deb.test.mjs bash -c 'suite tests/packages 1'
  stage clang-format .clang-format bash -c format
}
scripts() {
  yields
  suites gates rules engine behaviour extension server
  stage types 'extension/background/*.js' bash -c types
  stage eslint eslint.config.js npx --no-install eslint --max-warnings 0 .
  stage web-ext extension/manifest.json bash -c lint_extension
}
in_chromium() {
  stage e2e-chromium 'tests/e2e/*.test.mjs extension/manifest.json' bash -c 'browser chromium 2'
  stage screens tests/e2e/screens.mjs node tests/e2e/screens.mjs
}
in_firefox() {
  # beside another file a round of checks in Firefox does not come to its end in time
  stage e2e-firefox 'tests/e2e/*.test.mjs extension/manifest.json' \
    bash -c "browser firefox $((2 - full))"
}
# Five lanes side by side: the browsers' tests wait for pages most of the time.
together programs in_chromium in_firefox scripts sanitized

# a quarter of an hour on two cores: with --full only
{ [ "$list" = 1 ] || [ "$full" = 1 ]; } && stage clang-tidy 'host/base/*.cpp' bash -c tidy
# every behaviour case in both real browsers; the normal run plays them in jsdom (stage behaviour)
for name in chromium firefox; do
  { [ "$list" = 1 ] || [ "$full" = 1 ]; } &&
    stage "cases-$name" tests/behaviour/run.mjs \
      node tests/behaviour/run.mjs --browser "$name" --jobs 5
done
# nine targets, ten minutes each, by clang's libFuzzer; their corpus runs in unit-asan
{ [ "$list" = 1 ] || [ "$full" = 1 ]; } &&
  stage fuzz tests/fuzz/run.sh tests/fuzz/run.sh
# needs MinGW and Wine, and ten minutes: with --full only
{ [ "$list" = 1 ] || [ "$full" = 1 ]; } &&
  stage windows packaging/windows/build.sh bash -c windows
# it measures, and tests nothing that the others do not
{ [ "$list" = 1 ] || [ "$full" = 1 ] || [ ${#only[@]} -gt 0 ]; } &&
  stage bench tests/bench/bench.mjs node tests/bench/bench.mjs
[ "$list" = 1 ] && exit 0

if ! [ -s "$results" ]; then
  echo "no stage is called ${only[*]}; --list shows them" >&2
  exit 2
fi
echo
printf '%-5s %-18s %8s %8s %8s %8s  %s\n' '' stage passed failed wall processor ''
while IFS='|' read -r result name ok bad wall cpu rest; do
  printf '%-5s %-18s %8s %8s %8s %8s  %s\n' \
    "$result" "$name" "$ok" "$bad" "$wall" "$cpu" "$rest"
done <"$results"
skipped=$(grep -c '^skip|' "$results")
[ "$skipped" -gt 0 ] && echo "$skipped stages skipped: what they test is not in the repository"
echo
awk -F'|' -v minutes=$((SECONDS / 60)) '
  { cpu += $6 }
  END { printf "%d minutes in all, %d of processor time; the longest stages:\n", minutes, cpu / 60 }
' "$results"
awk -F'|' '$1 != "skip" { print $5 + 0, $2 }' "$results" | sort -rn | head -n 8 |
  awk '{ printf "  %5d s  %s\n", $1, $2 }'
echo
awk -F'|' '
  $1 != "skip" { p += $3; f += $4 }
  END { printf "%d passed, %d failed\n", p, f; exit f > 0 }' "$results"
