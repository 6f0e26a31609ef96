"""`sekisho simulate` as a user meets it."""

import csv
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))

import program  # noqa: E402

SMALL = ["simulate", "--accounts", "200", "--days", "7", "--seed", "3"]


class Simulate(program.ProgramTest):
    def market(self, name, *options):
        self.succeed(*SMALL, "--out", name, *options)
        folder = self.folder / name
        return (folder / "events.ndjson").read_bytes(), (folder / "truth.csv").read_text("utf-8")

    def test_writes_both_files_and_says_so(self):
        out = self.succeed(*SMALL, "--out", "deep/market", "--rings", "10%")
        self.assertRegex(
            out, r"^deep/market: 200 accounts \(20 in \d rings\), \d+ events in events.ndjson"
        )
        events = (self.folder / "deep/market/events.ndjson").read_text("utf-8").splitlines()
        times = [json.loads(line)["time"] for line in events]
        self.assertEqual(times, sorted(times))
        with open(self.folder / "deep/market/truth.csv", encoding="utf-8") as file:
            truth = list(csv.DictReader(file))
        self.assertEqual(len(truth), 200)
        self.assertEqual(sum(line["label"] == "ring" for line in truth), 20)

    def test_the_same_for_any_number_of_threads(self):
        self.assertEqual(self.market("a", "--threads", "1"), self.market("b", "--threads", "5"))

    def test_shares_are_written_in_three_ways(self):
        self.assertEqual(self.market("a", "--rings", "0.05"), self.market("b", "--rings", "5%"))
        fraction = self.market("c", "--prevalence", "1/20")
        self.assertEqual(fraction, self.market("d", "--rings", "5%"))

    def test_an_honest_market(self):
        _, truth = self.market("a", "--honest")
        self.assertNotIn("ring,", truth.split("\n", 1)[1])

    def test_scan_reads_it_without_a_complaint(self):
        self.market("a")
        self.succeed("scan", "--demo", "--strict", "a/events.ndjson")

    def test_its_lists_are_all_that_an_indicator_wants(self):
        self.market("a")
        out = self.succeed("scan", "--demo", "--lists", "a/lists", "a/events.ndjson")
        self.assertNotIn("warning", out)
        # Only the user knows the networks to look at.
        self.assertRegex(out, r"List missing +X41:")

    def test_mistakes(self):
        self.assertIn("--out is required", self.fail_with(2, "simulate"))
        for share in ("many", "70%", "1/0", "-1"):
            err = self.fail_with(2, *SMALL, "--out", "a", "--rings", share)
            self.assertIn("0.02, 2% or 1/50", err)
        self.assertIn("--care", self.fail_with(2, *SMALL, "--out", "a", "--care", "very"))
        self.fail_with(2, *SMALL, "--out", "a", "--honest", "--rings", "5%")
        self.write("file", "x")
        self.assertIn("file/market", self.fail_with(1, *SMALL, "--out", "file/market"))


if __name__ == "__main__":
    program.main()
