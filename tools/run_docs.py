#!/usr/bin/env python3
"""Runs the shell examples of the documentation and compares what they print.

  tools/run_docs.py --program build/release/sekisho [PAGE.md…]

A ```console block holds commands ("$ sekisho scan my.ndjson") and what they print. An ellipsis
stands for any text within a line; a line that is only an ellipsis stands for any number of lines.
A block whose fence says file=NAME (```json file=my.ndjson) is written to that file first. Every
page has a folder of its own, in which examples/, indicators/, mappings/ and the program are found
as in the source tree. Without the program nothing can be run: exit 77 (skipped).
"""

import argparse
import dataclasses
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SKIPPED = 77
TIMEOUT_S = 120
FENCE = re.compile(r"^```\s*(\S*)\s*(.*)$")
LINKED = ("examples", "indicators", "mappings", "schema", "docs", "src", "tools")


@dataclasses.dataclass
class Block:
    """One fenced block: its language, the words after it, its lines, and where it starts."""

    language: str
    words: str
    line: int
    lines: list


@dataclasses.dataclass
class Step:
    """One command and the lines it should print."""

    command: str
    line: int
    expected: list


def blocks(text):
    block = None
    for number, line in enumerate(text.splitlines(), 1):
        fence = FENCE.match(line)
        if block is None and fence:
            block = Block(fence.group(1), fence.group(2), number, [])
        elif block is not None and line.rstrip() == "```":
            yield block
            block = None
        elif block is not None:
            block.lines.append(line)


def steps(block):
    found = []
    for offset, line in enumerate(block.lines, 1):
        if line.startswith("$ "):
            found.append(Step(line[2:], block.line + offset, []))
        elif line.startswith("> ") and found and not found[-1].expected:
            found[-1].command += "\n" + line[2:]  # a command that goes on
        elif found:
            found[-1].expected.append(line)
    return found


def pattern_of(expected):
    """A regular expression for the expected lines."""
    parts = []
    for line in expected:
        if line.strip() == "…":
            parts.append(r"(?:[^\n]*\n)*?")
        else:
            parts.append(
                ".*?".join(re.escape(piece) for piece in line.rstrip().split("…")) + r"\s*?\n"
            )
    return re.compile("".join(parts))


def matches(expected, printed):
    text = "".join(line.rstrip() + "\n" for line in printed.splitlines())
    while expected and not expected[-1].strip():
        expected = expected[:-1]
    return pattern_of(expected).fullmatch(text) is not None


def run_step(step, folder, environment):
    """What went wrong, or None."""
    try:
        done = subprocess.run(
            ["bash", "-c", step.command],
            cwd=folder,
            env=environment,
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            stderr=subprocess.STDOUT,
            timeout=TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"`{step.command}` did not end within {TIMEOUT_S} s"
    if matches(step.expected, done.stdout):
        return None
    difference = difflib.unified_diff(
        step.expected, done.stdout.splitlines(), "page", "program", lineterm=""
    )
    return f"`{step.command}` prints something else\n    " + "\n    ".join(difference)


def prepare(folder, program):
    for name in LINKED:
        if (ROOT / name).exists():
            os.symlink(ROOT / name, folder / name)
    (folder / "build/release").mkdir(parents=True)
    os.symlink(program, folder / "build/release/sekisho")


def run_page(page, program):
    """(number of commands run, list of problems)."""
    count, problems = 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prepare(folder, program)
        environment = {
            **os.environ,
            "PATH": f"{folder}/build/release:{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
            "HOME": name,
        }
        for block in blocks(page.read_text(encoding="utf-8")):
            target = re.search(r"\bfile=(\S+)", block.words)
            if target:
                path = folder / target.group(1)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text("\n".join(block.lines) + "\n", encoding="utf-8")
            for step in steps(block) if block.language == "console" else []:
                count += 1
                problem = run_step(step, folder, environment)
                if problem:
                    problems.append(f"{page.relative_to(ROOT)}:{step.line}: {problem}")
    return count, problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("pages", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    if not arguments.program.exists():
        print(f"skipped: {arguments.program} is not built")
        return SKIPPED
    pages = [p.resolve() for p in arguments.pages] or sorted(
        [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    )
    total, problems = 0, []
    for page in pages:
        count, found = run_page(page, arguments.program.resolve())
        total += count
        problems += found
    for problem in problems:
        print(problem)
    print(f"{total} commands of {len(pages)} pages run, {len(problems)} differ")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
