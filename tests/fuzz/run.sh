#!/usr/bin/env bash
# The fuzz targets, each for a while, from the corpus on: tests/fuzz/run.sh [SECONDS [TARGET...]]
#
#   SECONDS  for each target; 600 without
#   --list   names the targets
#   --keep   afterwards what reached new code in up to 2 KiB is kept in tests/fuzz/corpus, as few
#            inputs as have the same reach
#
# It starts from tests/fuzz/seeds, a readable file each, and tests/fuzz/corpus, a line of base64
# each.
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
  seeds=tests/fuzz/seeds/$target corpus=tests/fuzz/corpus/$target.txt
  mkdir -p "$out/$target"
  number=0
  while read -r line; do
    number=$((number + 1))
    base64 -d <<<"$line" >"$out/$target/kept-$number"
  done < <(cat "$corpus" 2>/dev/null)
  if "$program" -max_total_time="$seconds" -max_len=65536 -timeout=30 -rss_limit_mb=4096 \
    -print_final_stats=1 -artifact_prefix="$out/found/$target-" \
    "$out/$target" "$seeds" >"$out/$target.log" 2>&1; then
    passed=$((passed + 1)) found=nothing
  else
    failed=$((failed + 1)) found="a broken property: $out/$target.log"
  fi
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$target.log")
  printf '%-10s %9s executions in %s s, found %s\n' \
    "$target" "${executions:-?}" "$seconds" "$found"
  if [ "$keep" = 1 ]; then
    rm -rf "$out/small" && mkdir "$out/small"
    "$program" -set_cover_merge=1 -max_len=2048 "$out/small" "$out/$target" \
      >"$out/$target-merge.log" 2>&1
    for input in "$out/small"/*; do base64 -w 0 "$input" && echo; done | LC_ALL=C sort >"$corpus"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
