#!/usr/bin/env python3
"""Tests of tools/run_docs.py: what a page promises is compared with what is printed."""

import os
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import run_docs  # noqa: E402


class Matches(unittest.TestCase):
    def test_exact_and_trailing_blanks(self):
        self.assertTrue(run_docs.matches(["a b", "", "c", ""], "a b \n\nc\n"))
        self.assertFalse(run_docs.matches(["a b"], "a b\nc\n"))
        self.assertFalse(run_docs.matches(["a b", "c"], "a b\n"))

    def test_ellipsis_within_a_line(self):
        self.assertTrue(run_docs.matches(["took … ms"], "took 12 ms\n"))
        self.assertFalse(run_docs.matches(["took … ms"], "took 12 s\n"))
        self.assertFalse(run_docs.matches(["a … b"], "a 1\n2 b\n"))

    def test_ellipsis_for_lines(self):
        self.assertTrue(run_docs.matches(["a", "…", "b"], "a\n1\n2\nb\n"))
        self.assertTrue(run_docs.matches(["a", "…"], "a\n"))
        self.assertFalse(run_docs.matches(["a", "…", "b"], "a\n1\n"))

    def test_nothing_is_a_pattern(self):
        self.assertFalse(run_docs.matches(["a.c"], "abc\n"))


class RunPage(unittest.TestCase):
    def run_text(self, text):
        with tempfile.TemporaryDirectory(dir=ROOT / "tests") as folder:
            page = pathlib.Path(folder) / "page.md"
            page.write_text(text, encoding="utf-8")
            program = pathlib.Path(folder) / "program"
            program.write_text('#!/bin/sh\nif [ $# -gt 0 ]; then cat "$@"; else echo usage; fi\n')
            os.chmod(program, 0o755)
            return run_docs.run_page(page, program)

    def test_file_blocks_and_commands(self):
        count, problems = self.run_text(
            '```json file=my.ndjson\n{"a": 1}\n```\ntext\n'
            '```console\n$ sekisho my.ndjson\n{"a": 1}\n$ build/release/sekisho\nusage\n```\n'
        )
        self.assertEqual((count, problems), (2, []))

    def test_difference_is_shown_with_its_line(self):
        count, problems = self.run_text("\n```console\n$ sekisho\nhello\n```\n")
        self.assertEqual(count, 1)
        self.assertIn("page.md:3: `sekisho` prints something else", problems[0])
        self.assertIn("+usage", problems[0])

    def test_other_blocks_are_not_run(self):
        self.assertEqual(self.run_text("```\n$ false\n```\n```sh\n$ false\n```\n"), (0, []))


if __name__ == "__main__":
    unittest.main()
