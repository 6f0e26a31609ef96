#!/usr/bin/env python3
"""What `make install` puts in place works from there, and needs nothing of the source tree.

  tests/tidy/install_test.py build/release
"""

import os
import pathlib
import subprocess
import sys
import tempfile

EVENTS = "".join(
    f'{{"id":"e{n}","time":"2026-04-01T00:{n:02}:00Z","type":"session.start","account":"u1",'
    f'"session":"s{n}","ip":"{ip}"}}\n'
    for n, ip in enumerate(("192.0.2.1", "198.51.100.7", "203.0.113.9", "192.0.2.200"))
)


def run(*command, **options):
    done = subprocess.run(
        command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False, **options
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    if not (build / "sekisho").exists():
        print(f"skipped: {build}/sekisho is not built")
        return 77
    with tempfile.TemporaryDirectory() as name:
        prefix = pathlib.Path(name) / "usr"
        run("cmake", "--install", str(build), "--prefix", str(prefix))
        for path in ("share/sekisho/indicators", "share/doc/sekisho/README.md"):
            if not (prefix / path).exists():
                sys.exit(f"{path} was not installed")
        moved = pathlib.Path(name) / "elsewhere"
        prefix.rename(moved)
        (moved / "my.ndjson").write_text(EVENTS, encoding="utf-8")
        environment = {k: v for k, v in os.environ.items() if k != "SEKISHO_DATA_DIR"}
        found = run(
            str(moved / "bin/sekisho"), "scan", "--format", "ndjson", "my.ndjson",
            cwd=moved, env=environment,
        )
        if '"B01"' not in found or "u1" not in found:
            sys.exit(f"the installed program found no B01 for u1:\n{found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
