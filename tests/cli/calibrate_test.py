"""sekisho calibrate: every number is that of a scan with the value in force."""

import csv
import io
import json
import re
import unittest

import program

PLATFORM = program.ROOT / "examples/platform.ndjson"
AGES = ["age_under_30d", "age_under_180d", "age_under_1y", "age_older", "age_unknown"]


class Calibrate(program.ProgramTest):
    def table(self, *arguments):
        text = self.succeed("calibrate", "--format", "csv", *arguments)
        return list(csv.DictReader(io.StringIO(text)))

    def scan(self, *arguments):
        text = self.succeed("scan", "--demo", "--format", "ndjson", *arguments)
        return [json.loads(line) for line in text.splitlines()]

    def check_rows(self, rows, events):
        months = [name for name in rows[0] if re.fullmatch(r"\d{4}-\d\d", name)]
        for row in rows:
            key = f"{row['indicator']}.{row['parameter']}"
            (path,) = (program.ROOT / "indicators").rglob(f"{row['indicator'].lower()}_*.yml")
            only = ["--indicators", str(path), "--set", f"{key}={row['value']}"]
            findings = [f for f in self.scan(*only, events) if "finding" in f]
            accounts = {account for f in findings for account in f["accounts"]}
            self.assertEqual(int(row["findings"]), len(findings), row)
            self.assertEqual(int(row["accounts"]), len(accounts), row)
            for month in months:
                named = {a for f in findings if f["first"].startswith(month) for a in f["accounts"]}
                self.assertEqual(int(row[month]), len(named), (row, month))

    def test_equals_a_scan_at_each_value(self):
        rows = self.table(str(PLATFORM), "--indicator", "B01", "--indicator", "A05",
                          "--indicator", "C01")  # fmt: skip
        self.assertEqual({row["indicator"] for row in rows}, {"A05", "B01", "C01"})
        self.assertGreater(max(int(row["accounts"]) for row in rows), 0)
        self.check_rows(rows, PLATFORM)

    def test_takes_values_of_ones_own(self):
        rows = self.table(str(PLATFORM), "--indicator", "B01", "--values", "B01.addresses=8,3,5")
        self.assertEqual([row["value"] for row in rows], ["3", "5", "8"])
        self.check_rows(rows, PLATFORM)
        rows = self.table(str(PLATFORM), "--indicator", "B01", "--values", "B01.window=30m,1h")
        self.assertEqual([(row["value"], row["in_force"]) for row in rows],
                         [("30m", "false"), ("1h", "true")])  # fmt: skip
        self.check_rows(rows, PLATFORM)

    def test_leaves_out_what_the_engine_cannot_count(self):
        rows = self.table(str(PLATFORM), "--indicator", "X04", "--indicator", "X36")
        values = {
            name: [row["value"] for row in rows if row["parameter"] == name]
            for name in {row["parameter"] for row in rows}
        }
        self.assertEqual(values["mail_names"], ["1", "2", "3", "4"])
        self.assertEqual(values["share"], ["0.45", "0.675", "0.9"])
        only = ["--indicator", "X04", "--values", "X04.mail_names=2,5"]
        err = self.fail_with(1, "calibrate", *only, PLATFORM)
        self.assertIn("X04.mail_names = 5", err)

    def test_ages_count_from_the_registration(self):
        lines = []
        for account, day in (("young", "2026-03-20"), ("old", "2024-03-20"), ("unknown", None)):
            if day:
                lines.append({"time": f"{day}T00:00:00Z", "type": "account.registration",
                              "account": account, "id": f"r-{account}"})  # fmt: skip
            for i in range(5):
                lines.append({"time": f"2026-04-01T00:0{i}:00Z", "type": "session.start",
                              "account": account, "id": f"{account}{i}",
                              "ip": f"192.0.2.{i}"})  # fmt: skip
        self.write("a.ndjson", "".join(json.dumps(line) + "\n" for line in lines))
        rows = self.table("a.ndjson", "--indicator", "B01", "--values", "B01.addresses=4,6")
        self.assertEqual([rows[0][age] for age in AGES], ["1", "0", "0", "1", "1"])
        self.assertEqual([rows[1][age] for age in AGES], ["0"] * 5)
        self.assertEqual(rows[0]["2026-04"], "3")

    def test_prints_a_table_and_a_page(self):
        text = self.succeed("calibrate", "--indicator", "B01", PLATFORM)
        self.assertRegex(text, r"B01 .*addresses")
        self.assertRegex(text, r"\n +4 \* +\d+ ")
        self.succeed("calibrate", "--indicator", "B01", PLATFORM, "--format=html", "-o", "c.html")
        page = (self.folder / "c.html").read_text(encoding="utf-8")
        self.assertIn('"id":"B01"', page)
        self.assertNotRegex(page, r"(?i)(src|href)=\"?https?:")

    def test_says_what_cannot_be_done(self):
        self.assertIn("standard input", self.fail_with(1, "calibrate", "-"))
        err = self.fail_with(1, "calibrate", "--values", "B01.nothing=1,2", PLATFORM)
        self.assertIn("B01.nothing", err)
        err = self.fail_with(1, "calibrate", "--values", "B01.addresses=3,many", PLATFORM)
        self.assertIn("do not allow B01.addresses = many", err)
        err = self.fail_with(1, "calibrate", "--values", "B01.addresses=3",
                             "--values", "B01.window=1h", PLATFORM)  # fmt: skip
        self.assertIn("both B01.addresses and B01.window", err)
        err = self.fail_with(1, "calibrate", "--indicator", "B99", PLATFORM)
        self.assertIn("there is no indicator B99", err)


if __name__ == "__main__":
    program.main()
