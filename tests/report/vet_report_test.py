"""The pages of `sekisho vet --format html` and `--sheet --format html` in a real browser."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import pages
from pages import CONTRAST

FULL = pathlib.Path(__file__).parent / "full_candidate.json"
# Contradictions, an odd request, somebody who writes markup into his name.
HOSTILE = "</script><script>document.title='taken'</script>"
CASE = {
    "format": "sekisho.candidate/1", "id": "c-17", "role_id": "backend-2026",
    "audience": "client", "jurisdiction": "JP", "as_of": "2026-04-10T09:00:00+09:00",
    "source": "platform", "stage_since": "2026-04-01T09:00:00+09:00",
    "claims": {"names": [{"value": "山本翔太", "kind": "legal"}],
               "education": [{"school": "University A", "from": "2016", "to": "2020"}]},
    "documents": [{"type": "passport", "name": "山本翔太",
                   "check": {"method": "ic_chip", "result": "genuine", "by": "R"}}],
    "profiles": [{"site": "profiles.example.com", "fields": {
        "names": [{"value": HOSTILE + "\u202e"}],
        "education": [{"school": "Polytechnic B", "from": "2014", "to": "2018"}]}}],
    "payout": [{"kind": "bank", "holder": "ﾓﾘ ｹﾝｼﾞ"}],
    "requests": [{"at": "2026-04-06T09:00:00+09:00", "kind": "crypto_payment"}],
    "checks": [{"measure": "M01", "state": "done", "result": "passed", "by": "R",
                "at": "2026-04-03T09:00:00+09:00"},
               {"measure": "M04", "state": "done", "result": "passed", "by": "I",
                "at": "2026-04-03T10:00:00+09:00"}],
    "overrides": [{"gate": "confidential", "by": "R", "second": "S", "reason": "public code",
                   "at": "2026-04-09T09:00:00+09:00"}],
}  # fmt: skip


class VetPages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.case = cls.folder / "case.json"
        cls.case.write_text(json.dumps(CASE), encoding="utf-8")
        cls.report = cls.page("report.html", cls.case)
        cls.full = cls.page("full.html", FULL)
        cls.sheet = cls.page("sheet.html", FULL, "--sheet")
        cls.all = (cls.report, cls.full, cls.sheet)

    @classmethod
    def vet(cls, *arguments):
        done = subprocess.run(
            [pages.program, "vet", *arguments], capture_output=True, timeout=60, check=True,
            env={**os.environ, "LANG": "C.UTF-8"},
        )  # fmt: skip
        return done.stdout.decode()

    @classmethod
    def page(cls, name, *arguments):
        cls.vet(*arguments, "--format", "html", "-o", cls.folder / name)
        return cls.folder / name

    def show(self, page, width=1280, scheme="light"):
        pages.shown.prefer(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
        pages.shown.resize(width, 900)
        pages.shown.open(page)

    def value(self, expression):
        return pages.shown.evaluate(expression)

    def texts(self, selector):
        return self.value(
            f"[...document.querySelectorAll({json.dumps(selector)})].map((one) => one.innerText)"
        )

    def test_opens_without_complaint_and_asks_for_nothing(self):
        for page in self.all:
            self.show(page)
            self.value("document.querySelectorAll('details').forEach((one) => one.open = true)")
            self.assertEqual(pages.shown.problems(), [])
            self.assertEqual(len(pages.shown.requests()), 1)
            self.assertEqual(self.value("document.querySelectorAll('script').length"), 2)
            self.assertNotIn("taken", self.value("document.title"))
            self.assertNotIn("\u202e", page.read_text(encoding="utf-8"))

    def test_says_the_same_as_the_report_for_programs(self):
        for file, page in ((self.case, self.report), (FULL, self.full)):
            report = json.loads(self.vet(file, "--format", "json", "--lang", "en"))
            self.show(page)
            self.value("document.querySelector('[data-language=en]').click()")
            self.assertIn(report["next_step"], self.texts("#next .next")[0])
            self.assertEqual(self.texts("#next .level")[0].split()[-1], report["level"])
            self.assertEqual(self.texts("#findings .finding h3 .code"),
                             [one["indicator"] for one in report["findings"]])  # fmt: skip
            self.assertEqual(self.texts("#findings .sentence"),
                             [one["message"].replace("\u202e", "⟨U+202E⟩")
                              for one in report["findings"]])  # fmt: skip
            self.assertEqual(self.texts("#tasks tbody .code"),
                             [one["measure"] for one in report["tasks"]])  # fmt: skip
            states = self.value("[...document.querySelectorAll('.gate')].map((one) =>"
                                " one.className.split('gate-')[1])")  # fmt: skip
            self.assertEqual(states, [one["state"] for one in report["gates"]])
            self.assertEqual(self.texts("#skipped tbody .code"),
                             [one["id"] for one in report["not_evaluated"]])  # fmt: skip
            self.assertEqual(len(self.texts("#matrix tbody tr")), len(report["matrix"]))
            for section in ("next", "about"):
                self.assertIn(report["limits"], self.texts("#" + section)[0])

    def test_sources_stand_side_by_side(self):
        self.show(self.report)
        self.assertEqual(
            self.texts("#matrix thead th")[2:],
            ["What the candidate says", "Document 1", "Profile 1", "Payout account 1"],
        )
        cells = self.value(
            "[...document.querySelectorAll('#matrix tbody tr')].map((one) =>"
            " [...one.cells].map((cell) => cell.innerText.trim()))"
        )
        education = next(row for row in cells if row[0] == "education")
        self.assertEqual(education, ["education", "≠ differs", "University A 2016–2020", "–",
                                     "Polytechnic B 2014–2018", "–"])  # fmt: skip

    def test_what_is_missing_leads_to_its_task(self):
        self.show(self.report)
        link = "document.querySelector('.gate a').getAttribute('href')"
        self.assertEqual(self.value(f"document.querySelectorAll({link}).length"), 1)
        gates = self.texts(".gate h3")
        self.assertIn("✓ open", gates[0])  # any activity: papers and person are verified
        self.assertIn("✕ closed", gates[1])
        self.assertIn("! overridden", gates[-1])
        self.assertIn("public code", self.texts(".gate")[-1])

    def test_reads_and_fits_in_each_language(self):
        for page in self.all:
            for width in (360, 1280):
                for scheme in ("light", "dark"):
                    self.show(page, width, scheme)
                    self.value(
                        "document.querySelectorAll('details').forEach((one) => one.open = true)"
                    )
                    for language in ("en", "ja", "ko"):
                        self.value(f"document.querySelector('[data-language={language}]').click()")
                        text = self.value("document.body.innerText")
                        self.assertNotRegex(text, r"undefined|NaN|\$\d|\[object|null")
                        self.assertLessEqual(
                            self.value("document.documentElement.scrollWidth"), width
                        )
                        self.assertEqual(self.value(CONTRAST), [], (page.name, scheme))

    def test_folded_lines_leave_no_gaps_in_japanese(self):
        """YAML joins lines with a space; Japanese has none between its own letters."""
        for page in self.all:
            self.show(page)
            self.value("document.querySelector('[data-language=ja]').click()")
            self.value("document.querySelectorAll('details').forEach((one) => one.open = true)")
            text = self.value("document.querySelector('main').innerText")
            letter = "[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff、。]"
            self.assertEqual(re.findall(f".{{0,9}}{letter} {letter}.{{0,9}}", text), [])

    def test_has_landmarks_headings_and_heads_of_tables(self):
        for page in self.all:
            self.show(page)
            for selector in ("header", "nav[aria-label]", "main", "h1"):
                count = f"document.querySelectorAll({json.dumps(selector)}).length"
                self.assertEqual(self.value(count), 1, selector)
            levels = self.value("[...document.querySelectorAll('h1,h2,h3,h4,h5')]"
                                ".map((h) => +h.tagName[1])")  # fmt: skip
            self.assertLessEqual(max(b - a for a, b in zip(levels, levels[1:])), 1)
            for wrong in ("table:not(:has(caption))", "thead th:not([scope=col])",
                          "tbody tr:not(:has(th[scope=row]))",
                          "svg:not([role=img]):not([aria-hidden])"):  # fmt: skip
                self.assertEqual(self.value(f"document.querySelectorAll('{wrong}').length"), 0)

    def test_can_be_used_with_the_keyboard(self):
        self.show(self.report)
        pages.shown.press("Tab")
        self.assertEqual(self.value("document.activeElement.className"), "skip")
        self.value("document.querySelector('#findings summary').focus()")
        pages.shown.press("Enter", text="\r")
        self.assertTrue(self.value("document.activeElement.parentElement.open"))

    def test_prints(self):
        for page in (self.report, self.sheet):
            for language in ("en", "ja", "ko"):
                self.show(page)
                self.value(f"document.querySelector('[data-language={language}]').click()")
                target = self.folder / "print.pdf"
                pages.shown.pdf(target)
                # Pages of A4: width 595, height 842 points.
                self.assertGreater(target.read_bytes().count(b"/Type /Page\n"), 1)

    def test_sheet_has_every_question_with_its_boxes(self):
        self.show(self.sheet)
        self.value("document.querySelector('[data-language=en]').click()")
        printed = self.vet(FULL, "--sheet", "--lang", "en")
        ids = re.findall(r"• (Q\d+) ", printed)
        shown = "[...document.querySelectorAll('.question')].map((one) => one.dataset.question)"
        self.assertEqual(self.value(shown), ids)
        self.assertIn("Q17", ids)
        boxes = self.value("document.querySelectorAll('.box').length")
        self.assertEqual(boxes, printed.count("[ ]"))
        for word in ("nationality", "accent", "looks"):
            self.assertIn(word, self.texts("#head .note")[0])


if __name__ == "__main__":
    pages.main()
