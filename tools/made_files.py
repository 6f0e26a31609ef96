"""Files that a tool makes, which are committed all the same: written, or compared with --check."""

import pathlib
import sys


def write_or_check(folder, files):
    """`files`: bytes by the path below `folder`. Gives the exit status of the tool that was called,
    1 when --check was asked for and a file is not as it would be made."""
    tool = pathlib.Path(sys.argv[0]).name
    stale = []
    for name, content in files.items():
        path = folder / name
        if sys.argv[1:] != ["--check"]:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        elif not path.exists() or path.read_bytes() != content:
            stale.append(name)
    if stale:
        print(f"{', '.join(stale)}: not up to date; run tools/{tool}", file=sys.stderr)
    return 1 if stale else 0
