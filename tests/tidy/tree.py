"""The files of the source tree, as the house rules see them."""

import dataclasses
import os

SKIPPED_FOLDERS = {".git", "build", "node_modules", "__pycache__", ".cache", ".vscode", ".idea"}
SKIPPED_NAMES = {".git"}  # a file in a git worktree
TEXT_SUFFIXES = {
    ".cc",
    ".h",
    ".py",
    ".sh",
    ".cmake",
    ".txt",
    ".md",
    ".yml",
    ".yaml",
    ".json",
    ".js",
    ".mjs",
    ".inc",
    ".sql",
    "",
}
# Made by tools/schema_gen.py and `sekisho rules doc`; tests check that they are up to date.
GENERATED = {
    "src/core/schema_table.inc",
    "schema/events.schema.json",
    "docs/events.md",
    "docs/indicators.md",
    "docs/measures.md",
}


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    """One broken rule: where, and what to do about it."""

    path: str
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


class Tree:
    """All text files below `root`: {relative path: text}. Paths are written with slashes."""

    def __init__(self, root):
        self.root = root
        self.files = {}
        self.paths = set()
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(f for f in folders if f not in SKIPPED_FOLDERS)
            relative = os.path.relpath(folder, root).replace(os.sep, "/")
            prefix = "" if relative == "." else relative + "/"
            self.paths.update(prefix + f for f in folders)
            for name in sorted(names):
                if name not in SKIPPED_NAMES:
                    self.add(prefix + name)

    def add(self, path):
        self.paths.add(path)
        if os.path.splitext(path)[1] not in TEXT_SUFFIXES:
            return
        try:
            with open(os.path.join(self.root, path), encoding="utf-8") as file:
                self.files[path] = file.read()
        except (UnicodeDecodeError, OSError):
            pass  # fuzz corpora and other data

    def matching(self, *endings, below=("",)):
        """(path, text) of files with one of the endings, below one of the folders."""
        for path, text in self.files.items():
            if path.endswith(endings) and path.startswith(tuple(below)):
                yield path, text
