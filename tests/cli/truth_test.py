"""sekisho scan --truth: what it prints about a market whose truth is known, and what it refuses."""

import json
import unicodedata
import unittest

import program

MARKET = ["simulate", "--accounts", "300", "--days", "14", "--seed", "5", "--rings", "10%"]
SCAN = ["scan", "--demo", "market/events.ndjson", "--truth", "market/truth.csv"]


def width(line):
    marks = ("Mn", "Me", "Cf")
    return sum(
        0 if unicodedata.category(c) in marks else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in line
    )


class Truth(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.succeed(*MARKET, "--out", "market")

    def test_prints_tables_in_three_languages(self):
        titles = {
            "en": ["Measured against the truth", "Honest accounts", "per 100,000 accounts a month"],
            "ja": ["正解との比較", "正当なアカウント", "10 万アカウント"],
            "ko": ["정답과의 비교", "정상 계정", "계정 10만 개당"],
        }
        for language, expected in titles.items():
            text = self.succeed(*SCAN, "--lang", language)
            for title in expected:
                self.assertIn(title, text)
            for kind in ("agency", "family", "newcomer", "careless"):
                self.assertIn(kind, text)
            tables = text[text.index(titles[language][0]) :]
            self.assertLessEqual(max(map(width, tables.splitlines())), 80)

    def test_writes_the_same_as_json(self):
        text = self.succeed(*SCAN, "--lang", "en", "--truth-json", "quality.json")
        quality = json.loads((self.folder / "quality.json").read_text("utf-8"))
        self.assertEqual(quality["accounts"], 300)
        self.assertEqual(quality["ring_accounts"], 30)
        self.assertEqual(quality["not_in_truth"], 0)
        flag = quality["levels"]["flag"]
        self.assertEqual(flag["recall"]["of"], 30)
        line = next(line for line in text.splitlines() if line.startswith("  flag+ "))
        self.assertEqual(int(line.split()[1]), flag["precision"]["of"])
        for kind in quality["honest"]["kind"]:
            self.assertLessEqual(kind["flag"]["low"], kind["flag"]["rate"])
            self.assertLessEqual(kind["flag"]["rate"], kind["flag"]["high"])
        accounts = sum(kind["flag"]["of"] for kind in quality["honest"]["kind"])
        self.assertEqual(accounts, 270)

    def test_goes_with_other_formats(self):
        out = self.succeed(*SCAN, "--format", "ndjson", "--truth-json", "quality.json")
        plain = self.succeed("scan", "--demo", "market/events.ndjson", "--format", "ndjson")
        self.assertEqual(out, plain, "the truth is only measured with")
        self.assertTrue((self.folder / "quality.json").exists())
        err = self.fail_with(2, *SCAN, "--format", "ndjson")
        self.assertIn("--truth-json", err)

    def test_refuses_half_a_truth(self):
        self.write("bad.csv", "account,label\nu1,ring\nu2,maybe\n")
        err = self.fail_with(1, "scan", "market/events.ndjson", "--truth", "bad.csv")
        self.assertIn('bad.csv:3: the label "maybe" is unknown; write ring or honest', err)
        err = self.fail_with(1, "scan", "market/events.ndjson", "--truth", "none.csv")
        self.assertIn("none.csv", err)
        self.assertIn("--truth", self.fail_with(2, "scan", "a", "--truth-json", "quality.json"))


if __name__ == "__main__":
    program.main()
