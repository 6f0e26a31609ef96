#!/usr/bin/env python3
"""The house rules, as a test.

  tests/tidy/tidy.py [build/release/compile_commands.json]

Each message names the place and says what to do instead. With the list of compile commands it also
finds .cc files that no target compiles.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import cpp_rules  # noqa: E402
import text_rules  # noqa: E402
import tree as tree_module  # noqa: E402
import tree_rules  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]


def check(root, compile_commands=None):
    tree = tree_module.Tree(root)
    problems = []
    for path, text in tree.files.items():
        problems += text_rules.check(path, text)
        if path.endswith((".cc", ".h", ".py")):
            problems += cpp_rules.check(path, text)
    problems += tree_rules.check(tree, compile_commands)
    return sorted(set(problems))


def main():
    problems = check(ROOT, sys.argv[1] if len(sys.argv) > 1 else None)
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} house rules are broken; CONTRIBUTING.md explains them")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
