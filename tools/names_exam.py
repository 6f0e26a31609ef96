#!/usr/bin/env python3
"""An exam for the comparison of names: pairs written by hand, before the comparison was looked at.

  tools/names_exam.py build/release/sekisho              # figures by kind, both halves
  tools/names_exam.py build/release/sekisho --show dev   # and the pairs that went wrong
  tools/names_exam.py --pairs final > pairs.csv

The pairs are the lines of tests/names/exam/*.txt, "+ name | name" for two writings of one name and
"- name | name" for a near miss, below the kind in brackets. In each kind every second match and
every second near miss belongs to the final half. Only the dev half is looked at pair by pair while
the comparison is improved; of the final half nothing is printed but figures.
"""

import argparse
import csv
import io
import pathlib
import subprocess
import sys

EXAM = pathlib.Path(__file__).resolve().parent.parent / "tests" / "names" / "exam"
UNMATCHED = ("unrelated", "unclear")


def read_pairs(half):
    """(kind, name, name, match) of one half, in the order of the files."""
    seen, pairs, kind = {}, [], None
    for path in sorted(EXAM.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                kind = line.strip("[]")
            elif line[:2] in ("+ ", "- "):
                name1, name2 = line[2:].split(" | ")
                match = line[0] == "+"
                place = seen[kind, match] = seen.get((kind, match), -1) + 1
                if ("dev", "final")[place % 2] == half:
                    pairs.append((kind, name1, name2, match))
    return pairs


def write_pairs(pairs, file):
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["name1", "name2", "is_match"])
    for _, name1, name2, match in pairs:
        writer.writerow([name1, name2, "true" if match else "false"])


def ask(program, pairs):
    """The program's rows, one per pair, and the figures that it prints below them."""
    text = io.StringIO()
    write_pairs(pairs, text)
    ran = subprocess.run([program, "names", "--pairs", "/dev/stdin"], input=text.getvalue(),
                         capture_output=True, text=True, check=True)  # fmt: skip
    rows, _, figures = ran.stdout.partition("\n\n")
    return list(csv.DictReader(io.StringIO(rows))), figures


def f1(true, false, missed):
    return 2 * true / (2 * true + false + missed) if true else 0.0


def show_figures(pairs, rows):
    counts = {}
    for (kind, _, _, match), row in zip(pairs, rows):
        count = counts.setdefault(kind, [0, 0, 0, 0])
        count[2 * (not match) + (row["outcome"] in UNMATCHED)] += 1
    print(f"{'kind':58} matches found  taken for one  F1")
    for kind, (true, missed, false, refused) in counts.items():
        print(f"{kind:58} {true:4} of {true + missed:3}  {false:6} of {false + refused:3}"
              f"  {f1(true, false, missed):.2f}")  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?")
    parser.add_argument("--show", choices=["dev"])
    parser.add_argument("--pairs", choices=["dev", "final"])
    arguments = parser.parse_args()
    if arguments.pairs:
        return write_pairs(read_pairs(arguments.pairs), sys.stdout)
    if not arguments.program:
        parser.error("name the program, build/release/sekisho")
    for half in ("dev", "final"):
        pairs = read_pairs(half)
        rows, figures = ask(arguments.program, pairs)
        print(f"\n{half}")
        show_figures(pairs, rows)
        print(figures, end="")
        for (kind, name1, name2, match), row in zip(pairs, rows):
            if arguments.show == half and match != (row["outcome"] not in UNMATCHED):
                print(f"{'missed' if match else 'taken'} | {kind} | {name1} | {name2}"
                      f" | {row['score']} {row['outcome']} {row['explanation']}")  # fmt: skip
    return None


if __name__ == "__main__":
    main()
