#!/usr/bin/env python3
"""Checks or rewrites the format of our C++ files.

  tools/check_format.py           names every file that is not formatted, with its first difference
  tools/check_format.py --write   formats them

clang-format 14 (Debian 12) decides: later versions differ in small things, so with another version
the check says so and exits 77 (skipped), and --write still works.
"""

import argparse
import concurrent.futures
import difflib
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
VERSION = "14"
SKIPPED = 77


def our_files():
    for folder in ("src", "tests", "bench"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".cc", ".h") and "node_modules" not in path.parts:
                yield path


def find_tool():
    """(path, is it the version that decides); path is None when there is none."""
    path = shutil.which(f"clang-format-{VERSION}") or shutil.which("clang-format")
    if path is None:
        return None, False
    version = subprocess.run([path, "--version"], capture_output=True, text=True, check=True)
    return path, f"version {VERSION}." in version.stdout


def first_difference(tool, path):
    before = path.read_text(encoding="utf-8")
    after = subprocess.run(
        [tool, "--style=file", str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    changes = [line for line in lines if not line.startswith(("---", "+++"))]
    if not changes:
        return None
    return f"{path.relative_to(ROOT)}: not formatted; run make format\n    " + "\n    ".join(
        changes[:6]
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    tool, decides = find_tool()
    files = list(our_files())
    if tool is None:
        print("clang-format is not installed: run make test once, or install it", file=sys.stderr)
        return 1
    if arguments.write:
        command = [tool, "-i", "--style=file", *map(str, files)]
        return subprocess.run(command, check=False).returncode
    if not decides:
        print(f"skipped: clang-format {VERSION} decides, this system has another version")
        return SKIPPED
    with concurrent.futures.ThreadPoolExecutor() as pool:
        problems = [p for p in pool.map(lambda f: first_difference(tool, f), files) if p]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
