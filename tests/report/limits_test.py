"""Reports of more than the page holds: below 10 MB, and they say what they leave out."""

import json
import pathlib
import tempfile
import unittest

import pages

PAGE_BYTES_MAX = 10_000_000
ACCOUNTS = 24_000


def events(padding):
    """Each account has findings, and shares things with two others."""
    for number in range(ACCOUNTS):
        account = f"<{number}>" + padding
        minute = number % 50
        for login in range(4):
            event = {"time": f"2026-04-01T{number % 20:02}:{minute + login:02}:00Z",
                     "type": "session.start", "account": account, "id": f"<{number}-{login}>",
                     "ip": f"192.0.2.{login}", "device": f"<d{number // 3}>"}  # fmt: skip
            yield json.dumps(event)
        yield json.dumps({"time": "2026-04-02T00:00:00Z", "type": "document.submission",
                          "account": account, "id": f"<d{number}>",
                          "document": {"type": "passport", "issuer": "XA",
                                       "number": f"TK{number // 3}"}})  # fmt: skip


class Limits(unittest.TestCase):
    def check(self, padding, *expected):
        with tempfile.TemporaryDirectory() as folder:
            market = pathlib.Path(folder) / "events.ndjson"
            market.write_text("\n".join(events(padding)) + "\n", encoding="utf-8")
            page = pages.make_report(folder, market)
            self.assertLess(page.stat().st_size, PAGE_BYTES_MAX)
            pages.shown.open(page)
            notes = pages.shown.evaluate("document.querySelector('#summary .note').innerText")
            for part in (*expected, "--format ndjson"):
                self.assertRegex(notes, part)
            totals = pages.shown.evaluate("document.querySelector('.tiles').innerText")
            self.assertIn("24,000", totals)
            pages.shown.evaluate("document.querySelector('#queue .opener').click()")
            pages.shown.evaluate("document.querySelector('#groups .opener').click()")
            self.assertEqual(pages.shown.problems(), [])

    def test_many_accounts(self):
        self.check("", "4,000 more accounts .* not listed", "not drawn", "without their events")

    def test_long_names_that_the_page_has_to_escape(self):
        self.check("<&>" * 60, "not listed", "not drawn", "findings are left out")


if __name__ == "__main__":
    pages.main()
