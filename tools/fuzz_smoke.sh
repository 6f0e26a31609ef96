#!/usr/bin/env bash
# Replays the committed corpus of a fuzz target, then fuzzes for FUZZ_SECONDS (default 10).
#
#   tools/fuzz_smoke.sh build/asan/tests/fuzz/event_reader_fuzz tests/fuzz/corpus/event
#
# New inputs go to <target>.corpus beside the target, failing ones to <target>.crashes.
set -euo pipefail
target=$1
corpus=$2
seconds=${FUZZ_SECONDS:-10}

if [[ -z "$(ls -A "$corpus" 2>/dev/null)" ]]; then
  echo "fuzz_smoke: $corpus is missing or empty; a fuzz target needs a committed corpus" >&2
  exit 1
fi
mkdir -p "$target.corpus" "$target.crashes"
limits=(-timeout=20 -rss_limit_mb=2048 -max_len=65536 "-artifact_prefix=$target.crashes/")
"$target" "${limits[@]}" -runs=0 "$corpus"
"$target" "${limits[@]}" "-max_total_time=$seconds" -print_final_stats=1 "$target.corpus" "$corpus"
