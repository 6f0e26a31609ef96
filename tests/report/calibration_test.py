"""The page of `sekisho calibrate` in a real browser."""

import os
import pathlib
import subprocess
import tempfile
import unittest

import pages
from pages import CONTRAST


class CalibrationPage(unittest.TestCase):
    """The page of `sekisho calibrate`, at the width of a phone and of a desk, in each language."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.page = pathlib.Path(folder.name) / "calibration.html"
        subprocess.run(
            [pages.program, "calibrate", "--format", "html", "-o", cls.page, "--indicator", "B01",
             "--indicator", "A03", "--indicator", "A09", pages.PLATFORM],
            check=True, timeout=120, env={**os.environ, "LANG": "C.UTF-8"},
        )  # fmt: skip

    def test_every_number_has_its_column(self):
        pages.shown.resize(1280, 900)
        pages.shown.open(self.page)
        widths = pages.shown.evaluate(
            "[...document.querySelectorAll('table')].map((table) =>"
            " [...table.rows].map((row) => row.cells.length))"
        )
        self.assertGreater(len(widths), 1)
        for rows in widths:
            self.assertEqual(len(set(rows)), 1, widths)

    def test_fits_and_reads_in_each_language(self):
        for width in (360, 1280):
            for scheme in ("light", "dark"):
                pages.shown.prefer(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
                pages.shown.resize(width, 900)
                pages.shown.open(self.page)
                for language in ("en", "ja", "ko"):
                    pages.shown.evaluate(
                        f"document.querySelector('[data-language={language}]').click()"
                    )
                    self.assertLessEqual(
                        pages.shown.evaluate("document.documentElement.scrollWidth"), width
                    )
                    text = pages.shown.evaluate("document.body.innerText")
                    self.assertNotRegex(text, r"undefined|NaN|\$\d|\[object")
                    self.assertEqual(pages.shown.evaluate(CONTRAST), [])


if __name__ == "__main__":
    pages.main()
