"""tools/quality.py: pooling, the page, and that nobody tunes on the seeds of the report."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools/quality.py"
sys.path.insert(0, str(TOOL.parent))

import quality_page  # noqa: E402
import quality_pool as pool  # noqa: E402


def quality(honest_cases, flagged):
    """What --truth-json says of 1,000 honest accounts, one kind."""
    none = pool.share(0, 0)
    nothing = {"precision": none, "recall": none, "recall_by_care": {}}
    return {
        "accounts": 1000,
        "ring_accounts": 0,
        "levels": {"flag": nothing, "review": nothing, "urgent": nothing},
        "cases": {
            "months": [
                {"all": pool.share(cases, 1000), "honest": pool.share(cases, 1000)}
                for cases in honest_cases
            ],
            "earlier": {"all": 1, "honest": 1},
        },
        "honest": {
            dimension: [
                {"value": "family", "flag": pool.share(flagged, 1000),
                 "review": pool.share(0, 1000), "urgent": pool.share(0, 1000)}
            ]
            for dimension in ("kind", "country", "language", "age")
        },
        "causes": {"family": [{"indicator": "A05", "accounts": flagged, "alone": 1}]},
        "combinations": [],
        "indicators": [],
        "missed": [],
        "queue": [],
    }  # fmt: skip


class Pool(unittest.TestCase):
    def test_bounds_are_those_of_newcombe(self):
        one = pool.share(81, 263)
        self.assertAlmostEqual(one["low"], 0.2553, 4)
        self.assertAlmostEqual(one["high"], 0.3662, 4)
        self.assertEqual(pool.share(0, 20)["low"], 0)

    def test_cases_of_the_years_before_are_kept_apart(self):
        runs = [quality([3, 1, 5], 7), quality([], 0)]
        everything, inside, months = pool.cases_per_month(runs, 60, "honest")
        self.assertEqual((everything["part"], everything["of"]), (11, 2000))
        self.assertEqual(inside["part"], 4)
        self.assertEqual(months, 2)

    def test_a_page_says_what_was_missed(self):
        results = {
            "accounts": 1000, "days": 60, "seeds": [1, 2], "rare": 2000, "rare_accounts": 10000,
            "ring_share": "2%",
            "runs": [{"market": "honest", "seed": seed, "quality": quality([0], flagged)}
                     for seed, flagged in ((1, 7), (2, 15))],
        }  # fmt: skip
        page = quality_page.write(results)
        self.assertIn("| family at `flag` or above | ≤ 1 % | 1.10 (0.73–1.66) % | 1.50 % |", page)
        self.assertIn("| family | A05 22 (2) |", page)


class Tool(unittest.TestCase):
    def run_tool(self, *options):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, TOOL, "--program", PROGRAM, "--results", folder, *options],
                capture_output=True, text=True, timeout=300, check=False,
            )  # fmt: skip
            left = sorted(path.name for path in pathlib.Path(folder).iterdir())
            results = pathlib.Path(folder) / "results.json"
            runs = json.loads(results.read_text("utf-8"))["runs"] if results.exists() else []
        return done, left, runs

    def test_measures_small_markets(self):
        done, left, runs = self.run_tool(
            "--accounts", "300", "--days", "7", "--seeds", "1-2", "--only", "honest", "careless"
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(left, ["results.json"])
        self.assertEqual(len(runs), 4)
        for title in ("The figures", "Accounts of rings", "An honest market", "Indicators"):
            self.assertIn(f"## {title}\n", done.stdout)
        # The bounds of the program and of this tool are the same.
        for run in runs:
            for kind in run["quality"]["honest"]["kind"]:
                own = pool.share(kind["flag"]["part"], kind["flag"]["of"])
                self.assertAlmostEqual(own["low"], kind["flag"]["low"], 6)
                self.assertAlmostEqual(own["high"], kind["flag"]["high"], 6)

    def test_keeps_the_seeds_of_the_report(self):
        done, left, _ = self.run_tool("--seeds", "99-101")
        self.assertEqual(done.returncode, 2)
        self.assertIn("do not tune on them", done.stderr)
        self.assertEqual(left, [])


if __name__ == "__main__":
    PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
