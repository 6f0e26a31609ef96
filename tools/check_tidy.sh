#!/usr/bin/env bash
# Runs clang-tidy over src/ and bench/ with the commands of the clang build.
#
#   tools/check_tidy.sh [JOBS [PATH_PATTERN]]
#
# A file that was clean is not looked at again until it, a header of ours, or .clang-tidy changes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
jobs=${1:-$(nproc)}
pattern=${2:-^$PWD/(src|bench)/}
commands=build/asan/compile_commands.json
clean=build/asan/clang_tidy

[[ -f $commands ]] || { echo "check_tidy: $commands is missing; run make check" >&2; exit 1; }
mkdir -p "$clean"
state=$(find src bench -name '*.h' -o -name '*.inc' -o -name '*.def' | sort |
  xargs cat .clang-tidy | sha256sum | cut -c1-16)

# Prints the findings of one file and fails, or remembers that it is clean.
check_file() {
  local file=$1 stamp
  stamp="$clean/$( (echo "$state"; cat "$file") | sha256sum | cut -c1-32)"
  if [[ -e $stamp ]]; then return 0; fi
  if clang-tidy --quiet -p build/asan --warnings-as-errors='*' "$file" 2>/dev/null; then
    touch "$stamp"
  else
    return 1
  fi
}
export -f check_file
export state clean

python3 - "$commands" "$pattern" <<'PYTHON' | xargs -r -P "$jobs" -I{} bash -c 'check_file {}'
import json, re, sys
with open(sys.argv[1], encoding="utf-8") as file:
    for path in sorted({entry["file"] for entry in json.load(file)}):
        if re.search(sys.argv[2], path):
            print(path)
PYTHON
