"""House rules for the tree as a whole: nothing lies about unused, every page can be found."""

import json
import os
import re

from tree import Problem

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
FENCE = re.compile(r"^\s*(```|~~~)")
ENTRANCES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")


def check_compiled(tree, compile_commands):
    """Every .cc file is compiled by some target, so none rots unseen."""
    with open(compile_commands, encoding="utf-8") as file:
        compiled = {os.path.realpath(entry["file"]) for entry in json.load(file)}
    for path, text in tree.matching(".cc", below=("src/", "tests/", "bench/")):
        if "LLVMFuzzerTestOneInput" in text:
            continue  # compiled in the asan build only
        if os.path.realpath(os.path.join(tree.root, path)) not in compiled:
            yield Problem(
                path,
                1,
                "belongs to no target, so nobody compiles it; add it to the "
                "CMakeLists.txt of its folder, or delete it",
            )


def check_included(tree):
    """Every header is included by another file."""
    included = set()
    for path, text in tree.matching(".cc", ".h", below=("src/", "tests/", "bench/")):
        for name in INCLUDE.findall(text):
            if os.path.splitext(name)[0] != os.path.splitext(path.split("/", 1)[1])[0]:
                included.add(name)
    for path, _ in tree.matching(".h", below=("src/", "tests/", "bench/")):
        name = path.split("/", 1)[1]
        if name not in included and path not in included:
            yield Problem(path, 1, "no file includes it; use it or delete it")


def check_pages_are_linked(tree):
    linked = set()
    for entrance in ENTRANCES:
        for target, _ in links(tree.files.get(entrance, "")):
            linked.add(target.split("#")[0])
    for path, _ in tree.matching(".md", below=("docs/",)):
        if path not in linked:
            yield Problem(
                path,
                1,
                "nobody finds this page: link it from README.md, ARCHITECTURE.md "
                "or CONTRIBUTING.md",
            )


def links(text):
    """(target, line number) of every link outside of code."""
    in_code = False
    for number, line in enumerate(text.splitlines(), 1):
        if FENCE.match(line):
            in_code = not in_code
        if in_code:
            continue
        for match in LINK.finditer(re.sub(r"`[^`]*`", "", line)):
            yield match.group(1) or match.group(2), number


def anchors(text):
    """The anchors of the headings of a page, as GitHub makes them."""
    found = set()
    in_code = False
    for line in text.splitlines():
        if FENCE.match(line):
            in_code = not in_code
        heading = HEADING.match(line)
        if heading and not in_code:
            words = re.sub(r"[`*]", "", heading.group(1)).lower()
            found.add(re.sub(r"[^\w\- ]", "", words).replace(" ", "-"))
    return found


def check_links(tree):
    """Every relative link of every page leads to a file and, with #, to a heading of it."""
    for path, text in tree.matching(".md"):
        for target, line in links(text):
            if re.match(r"[a-z]+:", target):
                continue
            file, _, anchor = target.partition("#")
            place = os.path.normpath(os.path.join(os.path.dirname(path), file)) if file else path
            if place.rstrip("/") not in tree.paths and place != ".":
                yield Problem(path, line, f"the link to {target} leads nowhere")
            elif anchor and anchor not in anchors(tree.files.get(place, "")):
                yield Problem(path, line, f"{place} has no heading #{anchor}")


def check(tree, compile_commands=None):
    if compile_commands:
        yield from check_compiled(tree, compile_commands)
    yield from check_included(tree)
    yield from check_pages_are_linked(tree)
    yield from check_links(tree)
