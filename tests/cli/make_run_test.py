"""`make run`: a made-up market, its summary and its report; nothing is done twice."""

import os
import pathlib
import re
import subprocess

import program

SIZE = ("ACCOUNTS=300", "DAYS=14")
MARKET = "build/market-300x14"
PARTS = ("Makefile", "indicators", "measures", "references", "policy", "examples", "tools")


class MakeRun(program.ProgramTest):
    """In a tree of links, where the program is built already: `cmake` does nothing there."""

    def setUp(self):
        super().setUp()
        for part in PARTS:
            (self.folder / part).symlink_to(program.ROOT / part)
        built = self.folder / "build/release"
        built.mkdir(parents=True)
        (built / "sekisho").symlink_to(program.path())
        (built / "build.ninja").touch()
        cmake = self.folder / "bin/cmake"
        cmake.parent.mkdir()
        cmake.write_text("#!/bin/sh\n", encoding="utf-8")
        cmake.chmod(0o755)

    def make(self, *words):
        environment = program.environment(SKIP_PACKAGES="1")
        environment["PATH"] = f"{self.folder}/bin:{os.environ['PATH']}"
        done = subprocess.run(
            ["make", "run", "SKIP_PACKAGES=1", *words], cwd=self.folder, env=environment,
            capture_output=True, text=True, timeout=program.TIMEOUT_S, check=False,
        )  # fmt: skip
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def times(self):
        market = self.folder / MARKET
        return {file.name: file.stat().st_mtime_ns for file in market.iterdir()}

    def test_makes_a_market_and_says_where_the_report_lies(self):
        out = self.make(*SIZE)
        self.assertIn("simulate --accounts 300 --days 14", out)
        self.assertIn("Accounts most worth a look", out)
        report = pathlib.Path(re.search(r"The report: (\S+)", out)[1])
        self.assertEqual(report, self.folder.resolve() / MARKET / "report.html")
        self.assertIn("<title>Sekisho report</title>", report.read_text(encoding="utf-8"))

        before = self.times()
        made = {"events.ndjson", "truth.csv", "lists", "summary.txt", "report.html"}
        self.assertEqual(set(before), made)
        again = self.make(*SIZE)
        self.assertEqual(self.times(), before)
        self.assertNotIn("simulate", again)
        self.assertIn("Accounts most worth a look", again)
        self.assertIn(f"The report: {report}", again)

    def test_another_policy_is_another_scan_of_the_same_market(self):
        (self.folder / "policy").unlink()
        policy = self.folder / "policy/assessment.yml"
        policy.parent.mkdir()
        policy.write_bytes((program.ROOT / "policy/assessment.yml").read_bytes())
        self.make(*SIZE)
        before = self.times()
        policy.touch()
        out = self.make(*SIZE)
        self.assertNotIn("simulate --accounts", out)
        after = self.times()
        self.assertEqual(after["events.ndjson"], before["events.ndjson"])
        self.assertGreater(after["summary.txt"], before["summary.txt"])

    def test_scans_the_file_that_is_named(self):
        out = self.make("EVENTS=examples/platform.ndjson", "SCAN=--demo")
        self.assertIn("examples/platform.ndjson", out)
        self.assertIn("Accounts most worth a look", out)
        self.assertTrue((self.folder / "build/report.html").exists())
        self.assertEqual(list((self.folder / "build").glob("market*")), [])


if __name__ == "__main__":
    program.main()
