#!/usr/bin/env bash
# The fuzz targets, each for a while, from the corpus on: tests/fuzz/run.sh [SECONDS [TARGET...]]
#
#   SECONDS  for each target; 600 without
#   --list   names the targets
#   --keep   afterwards what reached new code is added to tests/fuzz/corpus, and each target's
#            corpus is made as small as it can be with the same reach
#
# Needs clang++ with libFuzzer (Debian: clang). What a run finds lies in tests/out/fuzz/, and the
# input that broke a property in tests/out/fuzz/found/. Ends with "N passed, M failed".
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
targets=(frames texts packets imports manifests pages days changes tokens)
keep=0 seconds=600
while [ $# -gt 0 ]; do
  case $1 in
    --list) printf '%s\n' "${targets[@]}"; exit 0 ;;
    --keep) keep=1 ;;
    [0-9]*) seconds=$1 ;;
    *)
      [[ " ${targets[*]} " == *" $1 "* ]] ||
        { echo "no target is called $1; --list shows them" >&2; exit 2; }
      chosen+=("$1")
      ;;
  esac
  shift
done
[ -z "${chosen+x}" ] || targets=("${chosen[@]}")
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --parallel "$(nproc)" | tail -n 1
program=$PWD/build/fuzz/bin/optoutlog_fuzz
out=$PWD/tests/out/fuzz
mkdir -p "$out/found"
passed=0 failed=0
for target in "${targets[@]}"; do
  export OPTOUTLOG_FUZZ_TARGET=$target
  corpus=tests/fuzz/corpus/$target
  mkdir -p "$out/$target" "$corpus"
  if "$program" -max_total_time="$seconds" -max_len=65536 -timeout=30 -rss_limit_mb=4096 \
    -print_final_stats=1 -artifact_prefix="$out/found/$target-" \
    "$out/$target" "$corpus" >"$out/$target.log" 2>&1; then
    passed=$((passed + 1)) found=nothing
  else
    failed=$((failed + 1)) found="a broken property: $out/$target.log"
  fi
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$target.log")
  printf '%-10s %9s executions in %s s, found %s\n' \
    "$target" "${executions:-?}" "$seconds" "$found"
  if [ "$keep" = 1 ]; then
    rm -rf "$out/small" && mkdir "$out/small"
    "$program" -merge=1 -max_len=65536 "$out/small" "$corpus" "$out/$target" \
      >"$out/$target-merge.log" 2>&1
    rm -rf "$corpus" && cp -r "$out/small" "$corpus"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
