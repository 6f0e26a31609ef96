#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages of the given groups of tools/packages.txt that are missing.
#
#   tools/install_packages.sh build test
#
# Does nothing, and needs no rights, when all are there.
set -euo pipefail

list="$(dirname "$0")/packages.txt"
groups=" $* "

fail() {
  printf 'install_packages: %s\n' "$@" >&2
  exit 1
}

is_installed() {
  [[ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]
}

# True when apt can install the package here.
is_available() {
  local candidate
  candidate="$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: //p')"
  [[ -n "$candidate" && "$candidate" != "(none)" ]]
}

# The entries of the chosen groups of which no alternative is installed, one per line.
missing_entries() {
  local group entry rest name
  while read -r group entry rest; do
    [[ -z "$group" || "$group" == \#* || "$groups" != *" $group "* ]] && continue
    for name in ${entry//|/ }; do
      is_installed "$name" && continue 2
    done
    printf '%s\n' "$entry"
  done <"$list"
}

# The first alternative that apt knows; "-" means that it also goes without.
choose() {
  local name
  for name in ${1//|/ }; do
    if [[ "$name" == - ]] || is_available "$name"; then
      printf '%s\n' "$name"
      return
    fi
  done
  fail "this distribution has none of: ${1//|/, }" \
    "Sekisho is built on Debian 12, Debian 13 and Ubuntu 24.04 (universe enabled)."
}

[[ $# -gt 0 ]] || fail "name the groups to install: build, test, bench"
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  fail "apt was not found; on this system install the libraries of tools/packages.txt by hand," \
    "then run: make build SKIP_PACKAGES=1"
fi

mapfile -t missing < <(missing_entries)
[[ ${#missing[@]} -gt 0 ]] || exit 0

as_root=()
if [[ "$(id -u)" -ne 0 ]]; then
  command -v sudo >/dev/null ||
    fail "these packages are missing: ${missing[*]}" "Run this as root, or install sudo."
  as_root=(sudo)
  # Without a terminal sudo cannot ask for a password; say so instead of waiting.
  if [[ ! -t 0 ]]; then as_root=(sudo --non-interactive); fi
fi
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes
  -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)

echo "installing ${#missing[@]} packages: ${missing[*]}"
"${apt[@]}" update ||
  fail "apt-get update failed (see above); check the network and /etc/apt, then try again"
packages=()
for entry in "${missing[@]}"; do
  name="$(choose "$entry")"
  [[ "$name" == - ]] || packages+=("$name")
done
[[ ${#packages[@]} -gt 0 ]] || exit 0
"${apt[@]}" install --no-install-recommends "${packages[@]}" ||
  fail "apt-get install failed (see above); mend it and run the same command again"
