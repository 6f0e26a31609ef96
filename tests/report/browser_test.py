"""The report in a real browser: what a person sees, clicks and types."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import browser

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLATFORM = ROOT / "examples/platform.ndjson"
SKIPPED = 77
HOSTILE = {
    "account": 'u</script><script>document.title="taken"</script>',
    "device": '"><img src=x onerror=alert(1)>',
    "user_agent": "\u202efdp.exe \u200b<b>bold</b>",
    "session": "{subject} $0 ${1} `x`",
}
_program = None
_browser = None


def make_report(folder, events, *options):
    page = pathlib.Path(folder) / "report.html"
    subprocess.run(
        [_program, "scan", "--format", "html", "-o", page, *options, events],
        check=True, timeout=120, env={**os.environ, "LANG": "C.UTF-8"},
    )  # fmt: skip
    return page


def hostile_events():
    lines = []
    for number in range(6):
        event = {"time": f"2026-04-01T00:{number:02}:00Z", "type": "session.start",
                 "id": f"</b>{number}", "ip": f"192.0.2.{number}", **HOSTILE}  # fmt: skip
        lines.append(json.dumps(event))
        lines.append(json.dumps({**event, "account": "o'k & <co>", "id": f"x{number}"}))
    for account in ("</title>", "a\u2028b", "-->"):
        event = {"time": "2026-04-01T01:00:00Z", "type": "document.submission", "account": account,
                 "id": "d" + account, "document": {"type": "passport", "number": "<i>77777</i>",
                                                   "issuer": "Example"}}  # fmt: skip
        lines.append(json.dumps(event))
    return "\n".join(lines) + "\n"


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.page = make_report(folder.name, PLATFORM)

    def setUp(self):
        _browser.prefer(prefers_color_scheme="light", prefers_reduced_motion="reduce")
        _browser.resize(1280, 900)
        _browser.open(self.page)

    def value(self, expression):
        return _browser.evaluate(expression)

    def count(self, selector):
        return self.value(f"document.querySelectorAll({json.dumps(selector)}).length")

    def text(self, selector):
        return self.value(f"document.querySelector({json.dumps(selector)}).innerText")

    def click(self, selector):
        self.value(f"document.querySelector({json.dumps(selector)}).click()")

    def open_everything(self):
        for _ in range(2):
            self.value(
                "document.querySelectorAll('.opener[aria-expanded=false]')"
                ".forEach((button) => button.click())"
            )

    def test_opens_without_complaint_and_asks_for_nothing(self):
        self.open_everything()
        self.assertEqual(_browser.problems(), [])
        self.assertEqual([a for a in _browser.requests() if not a.startswith("file:")], [])
        self.assertEqual(len(_browser.requests()), 1)
        self.assertNotRegex(self.page.read_text(encoding="utf-8"), r"(?i)(src|href)=\"?https?:")

    def test_names_accounts_groups_and_reasons(self):
        self.assertIn("Signs listed by public notices", self.text(".lead"))
        self.assertGreater(self.count("#accounts .card"), 10)
        self.assertGreater(self.count("#groups .card"), 1)
        self.click("#accounts .opener")
        for heading in ("What the sign means", "What would clear it", "Who published it"):
            self.assertIn(heading, self.text("#accounts .inside"))
        self.assertGreater(self.count("#accounts .events tbody tr"), 0)
        self.click("#groups .opener")
        self.assertGreater(self.count("#groups svg .line"), 1)
        self.assertGreater(self.count("#groups table tbody tr"), 0)
        self.open_everything()
        self.assertIn("Not evaluated", self.text("#unevaluated"))
        self.assertGreater(self.count("#unevaluated tbody tr"), 20)

    def test_changes_the_language_in_place(self):
        self.click("#accounts .opener")
        name = self.text("#accounts .name")
        for code, heading in (("ja", "概要"), ("ko", "요약"), ("en", "Summary")):
            self.click(f"[data-language={code}]")
            self.assertEqual(self.text("#summary-title"), heading)
            self.assertEqual(self.value("document.documentElement.lang"), code)
            self.assertEqual(self.text("#accounts .name"), name)
            self.assertEqual(self.count("#accounts .inside:not([hidden])"), 1)
            pressed = "document.querySelector('[aria-pressed=true]').lang"
            self.assertEqual(self.value(pressed), code)
            self.assertNotEqual(self.text("[aria-live=polite]"), "")
        self.assertEqual(_browser.problems(), [])

    def test_no_phrase_is_missing_in_any_language(self):
        for code in ("en", "ja", "ko"):
            self.click(f"[data-language={code}]")
            self.open_everything()
            text = self.text("main")
            for mark in ("undefined", "[object", "NaN", "$0", "$1", "{subject}", "{value}"):
                self.assertFalse(mark in text, mark)

    def test_can_be_used_with_the_keyboard(self):
        _browser.press("Tab")
        self.assertEqual(self.value("document.activeElement.className"), "skip")
        seen = set()
        for _ in range(40):
            _browser.press("Tab")
            seen.add(self.value(
                "document.activeElement.closest('header, nav, section')?.tagName"
                " + ' ' + (document.activeElement.dataset.language || '')"
            ))  # fmt: skip
        self.assertLessEqual({"HEADER en", "HEADER ja", "HEADER ko", "NAV ", "SECTION "}, seen)
        self.value("document.querySelector('#accounts .opener').focus()")
        _browser.press("Enter", text="\r")
        opened = "document.activeElement.getAttribute('aria-expanded')"
        self.assertEqual(self.value(opened), "true")
        _browser.press(" ", code="Space", text=" ")
        self.assertEqual(self.value(opened), "false")

    def test_search_says_how_many_it_found(self):
        name = self.text("#accounts .name")
        self.value("document.querySelector('#find').focus()")
        _browser.write_text(name)
        self.assertEqual(self.count("#accounts .card"), 1)
        self.assertEqual(self.text("#accounts [role=status]"), "1 account")
        _browser.write_text("nobody has this name")
        self.assertIn("No account", self.text("#accounts [role=status]"))

    def test_has_landmarks_headings_and_heads_of_tables(self):
        self.open_everything()
        for selector in ("header", "nav[aria-label]", "main", "h1"):
            self.assertEqual(self.count(selector), 1, selector)
        levels = json.loads(self.value(
            "JSON.stringify([...document.querySelectorAll('h1,h2,h3,h4,h5')]"
            ".filter((h) => h.checkVisibility()).map((h) => +h.tagName[1]))"
        ))  # fmt: skip
        steps = [after - before for before, after in zip(levels, levels[1:])]
        self.assertLessEqual(max(steps), 1)
        self.assertEqual(self.count("table:not(:has(caption))"), 0)
        self.assertEqual(self.count("thead th:not([scope=col])"), 0)
        self.assertEqual(self.count("tbody tr:not(:has(th[scope=row]))"), 0)
        self.assertEqual(self.count("svg:not([role=img]):not([aria-hidden])"), 0)
        self.assertEqual(self.count("label:not([for])"), 0)

    def test_fits_a_phone(self):
        _browser.resize(360, 800)
        _browser.open(self.page)
        self.open_everything()
        for code in ("en", "ja", "ko"):
            self.click(f"[data-language={code}]")
            self.assertLessEqual(self.value("document.documentElement.scrollWidth"), 360)

    def test_contrast_is_enough_in_both_schemes(self):
        for scheme in ("light", "dark"):
            _browser.prefer(prefers_color_scheme=scheme)
            _browser.open(self.page)
            self.click("#accounts .opener")
            self.click("#groups .opener")
            low = self.value(CONTRAST)
            self.assertEqual(low, [], scheme)

    def test_prints_what_is_open(self):
        with tempfile.TemporaryDirectory() as folder:
            self.click("#accounts .opener")
            _browser.pdf(f"{folder}/a.pdf")
            self.assertGreater(os.path.getsize(f"{folder}/a.pdf"), 10_000)


class Hostile(Page):
    """The same page made of names that try to be markup."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        events = pathlib.Path(folder.name) / "events.ndjson"
        events.write_text(hostile_events(), encoding="utf-8")
        cls.page = make_report(folder.name, events)

    def test_names_accounts_groups_and_reasons(self):
        self.open_everything()
        text = self.text("body")
        for name in (HOSTILE["account"], "o'k & <co>", "a⟨U+2028⟩b", "•••• 777I", "</b>3"):
            self.assertTrue(name in text, name)
        self.assertFalse("77777" in text, "the number of a document stands in full")

    def test_stays_text(self):
        self.open_everything()
        self.assertEqual(self.value("document.title"), "Sekisho report")
        self.assertEqual(self.count("main img, main script, main b, main i, main iframe"), 0)
        self.assertEqual(self.count("script"), 2)
        source = self.page.read_text(encoding="utf-8")
        self.assertEqual(source.count("</script>"), 2)
        self.assertNotIn("\u202e", source)

    def test_no_phrase_is_missing_in_any_language(self):
        pass  # names hold the marks that it looks for


class CalibrationPage(unittest.TestCase):
    """The page of `sekisho calibrate`, at the width of a phone and of a desk, in each language."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.page = pathlib.Path(folder.name) / "calibration.html"
        subprocess.run(
            [_program, "calibrate", "--format", "html", "-o", cls.page, "--indicator", "B01",
             "--indicator", "A03", "--indicator", "A09", PLATFORM],
            check=True, timeout=120, env={**os.environ, "LANG": "C.UTF-8"},
        )  # fmt: skip

    def test_every_number_has_its_column(self):
        _browser.resize(1280, 900)
        _browser.open(self.page)
        widths = _browser.evaluate(
            "[...document.querySelectorAll('table')].map((table) =>"
            " [...table.rows].map((row) => row.cells.length))"
        )
        self.assertGreater(len(widths), 1)
        for rows in widths:
            self.assertEqual(len(set(rows)), 1, widths)

    def test_fits_and_reads_in_each_language(self):
        for width in (360, 1280):
            for scheme in ("light", "dark"):
                _browser.prefer(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
                _browser.resize(width, 900)
                _browser.open(self.page)
                for language in ("en", "ja", "ko"):
                    _browser.evaluate(
                        f"document.querySelector('[data-language={language}]').click()"
                    )
                    self.assertLessEqual(
                        _browser.evaluate("document.documentElement.scrollWidth"), width
                    )
                    text = _browser.evaluate("document.body.innerText")
                    self.assertNotRegex(text, r"undefined|NaN|\$\d|\[object")
                    self.assertEqual(_browser.evaluate(CONTRAST), [])


# Text whose contrast with its ground is below 4.5:1 (WCAG 2.2, 1.4.3), as a list.
CONTRAST = """(() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return parse(getComputedStyle(document.documentElement).backgroundColor);
  };
  const low = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !node.checkVisibility()) continue;
    const inPicture = node.namespaceURI.endsWith("svg");
    const style = getComputedStyle(node);
    const a = light(parse(inPicture ? style.fill : style.color));
    const b = light(ground(inPicture ? node.closest("figure") : node));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.add(node.tagName + "." + node.className + " " + ratio.toFixed(2));
  }
  return [...low];
})()"""


def main():
    global _program, _browser
    _program = pathlib.Path(sys.argv.pop(1)).resolve()
    path = browser.find()
    if path is None:
        print("no browser here (Debian's package chromium)")
        sys.exit(SKIPPED)
    with browser.Browser(path) as _browser:
        done = unittest.main(exit=False, verbosity=1)
    sys.exit(0 if done.result.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
