# shellcheck shell=bash
# What the stages of tests/run.sh run. Sourced by it, and given to the shell of each stage: so
# everything here is exported. It stands on run.sh's `jobs`, `logs` and `install`.

packages() {
  ./installer/install-packages.sh --tests || return
  [ "$OPTOUTLOG_FULL" != 1 ] || ./installer/install-packages.sh --yes windows
}
# npm's own mark says which lockfile the folder was made from; setup.sh leaves the development
# packages out
modules() {
  if [ -d node_modules/eslint ] && [ node_modules/.package-lock.json -nt package-lock.json ]; then
    echo "node_modules is up to date"
  else
    fetch_modules
  fi
}
fetch_modules() { npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; }
# pages of the platforms' own components: installed on their own, they are large and nothing else
# needs them
render() {
  cd tests/pages/render || return 1
  if [ "$install" = 1 ] && ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
    fetch_modules || return 1
  fi
  npm run --silent check && node --test --test-reporter=tap render.test.mjs
}
build() { # PRESET TARGET...: all of the preset without one
  local preset=$1; shift
  cmake --preset "$preset" &&
    cmake --build --preset "$preset" --parallel "$jobs" ${1:+--target "$@"}
}
# What runs under the sanitizers: the C++ tests, and the log host for the protocol's table.
under_sanitizers() {
  sed -n 's/^ *add_executable(\([a-z_]*\).*/\1/p' tests/{unit/*,fuzz}/CMakeLists.txt |
    grep -E '^test_|_tests$'
  echo optoutlog-host
}
units() { ctest --preset "$1" --verbose --parallel "$jobs"; }
protocol() { node tests/protocol/run.mjs --host "build/$1/bin/optoutlog-host"; }
no_network() { node tests/protocol/no-network.mjs --host build/release/bin/optoutlog-host; }
faults() { # the long sweeps take hours of CPU; the short ones show the same on a sample
  if [ "$OPTOUTLOG_FULL" = 1 ]; then set -- --full; else set --; fi
  python3 tests/record/faults.py --host build/release/bin/optoutlog-host "$@"
}
suite() { # DIR: its *.test.mjs under node, its test_*.py under python
  local found=0 files status=0
  mapfile -t files < <(find "$1" -name '*.test.mjs' | sort)
  if [ ${#files[@]} -gt 0 ]; then
    found=1
    node --test --test-reporter=tap --test-concurrency="${2:-$jobs}" "${files[@]}" || status=1
  fi
  mapfile -t files < <(find "$1" -name 'test_*.py' | sort)
  if [ ${#files[@]} -gt 0 ]; then
    found=1; for file in "${files[@]}"; do python3 tests/lib/unittests.py "$file" || status=1; done
  fi
  [ $found = 1 ] || { echo "no test file in $1"; status=1; }
  return $status
}
# NAME [JOBS]: that many files at a time, for they wait for pages most of the time. A browser that
# dies takes its whole file with it, so a failed file gets one more try, when no other of them runs
# beside it, and that is said
browser() {
  export OPTOUTLOG_BROWSERS=$1
  local file log status=0 files
  mapfile -t files < <(browser_files "$1")
  rm -f "$logs/$1"-*.txt*
  printf '%s\n' "${files[@]}" | xargs -P "${2:-1}" -I '{}' bash -c 'browser_file "{}"'
  for file in "${files[@]}"; do
    log=$(browser_log "$file")
    if [ -f "$log" ]; then
      cat "$log"
    else
      echo "second try of $file; the first is in $log.failed"
      node --test --test-reporter=tap "$file" || status=1
    fi
  done
  return $status
}
# With --full all of them in both. The normal run leaves out, in Chromium, what reads with the
# engine a sample of what the stage engine reads; in Firefox as well what tests the hosts behind a
# browser, the pages and components that are the same in both, and what the background concludes
# from readings
browser_files() { # NAME
  local out='operate-all|variants'
  [ "$1" = chromium ] ||
    out+='|dashboard|kept|libraries|operate|resilience|returned|sample|stamp|unseen'
  [ "$OPTOUTLOG_FULL" != 1 ] || out=none
  ls tests/e2e/*.test.mjs | grep -vE "/($out)\.test"
}
browser_log() { echo "$logs/$OPTOUTLOG_BROWSERS-$(basename "$1" .test.mjs).txt"; }
browser_file() {
  local log; log=$(browser_log "$1")
  rm -f "$log.failed"
  node --test --test-reporter=tap "$1" >"$log" 2>&1 || mv "$log" "$log.failed"
}
types() { npx --no-install tsc -p tsconfig.json && npx --no-install tsc -p tsconfig.content.json; }
own_cpp() { git ls-files 'host/*.cpp' 'host/*.h' 'tests/*.cpp' 'tests/*.h' 'tests/*.c'; }
format() { own_cpp | xargs clang-format --dry-run -Werror; }
tidy() { # our translation units, each by itself; the tests' and other systems' files are left out
  cmake --preset tidy &&
    run-clang-tidy -quiet -p build/tidy -extra-arg=-Wno-unknown-warning-option -j "$jobs" \
      "$PWD/host/.*\.cpp" 2>&1 | grep -vE '^(clang-tidy-14|[0-9]+ warnings? generated)'
  return "${PIPESTATUS[0]}"
}
lint_extension() { node tests/lib/lint-extension.mjs; }
windows() { # cross-built, then under Wine: the protocol table, the registry, doctor, the log
  local status=0
  JOBS=$jobs packaging/windows/build.sh && tests/windows/prefix.sh || return 1
  node tests/protocol/run.mjs --host build/windows/bin/optoutlog-host.exe \
    --wrap "$PWD/tests/windows/wine.sh" --jobs "$jobs" || status=1
  node --test --test-reporter=tap --test-concurrency=1 tests/windows/windows.test.mjs || status=1
  tests/windows/prefix.sh --end
  return $status
}
export -f packages modules fetch_modules render build under_sanitizers units protocol
export -f no_network faults suite browser
export -f browser_files browser_log browser_file
export -f types own_cpp format tidy lint_extension windows
export jobs logs install
