#!/usr/bin/env python3
"""Measures how good a scan is on made-up markets whose truth is known (docs/truth.md).

  tools/quality.py                   seeds 1 to 5, for tuning: the page on the terminal
  tools/quality.py --report          seeds 101 to 105, never tuned on: writes docs/quality.md
  tools/quality.py --only honest     some markets
  tools/quality.py --again           the page of the last run once more; measures nothing

Results: build/quality/results.json (with --report: report.json). A market is deleted once it is
scanned; the largest takes 6 GB of disk. Exit status: 0 measured, whatever the figures; 1 a program
failed; 2 wrong usage.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import quality_page  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/quality.md"
NOTES = ROOT / "tools/quality_notes.md"  # written by hand: what was tried, on other seeds
TUNED = range(1, 6)
REPORTED = range(101, 106)
RING_SHARE = "2%"
RARE = 2000  # one account of a ring in so many
RARE_TIMES = 10  # as many accounts as the other markets: the queue needs more than 50 of rings
RARE_SEEDS = 2  # of so large a market, the first seeds only

# Name -> options of simulate.
MARKETS = {
    "honest": ["--honest"],
    "careless": ["--care", "careless", "--rings", RING_SHARE],
    "average": ["--care", "average", "--rings", RING_SHARE],
    "careful": ["--care", "careful", "--rings", RING_SHARE],
    "rare": ["--care", "mixed", "--prevalence", f"1/{RARE}"],
}


def seed_list(text):
    seeds = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        seeds += range(int(first), int(last or first) + 1)
    return seeds


def parse(arguments):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--program", default=ROOT / "build/release/sekisho", type=pathlib.Path)
    parser.add_argument("--report", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--only", nargs="+", choices=MARKETS, metavar="MARKET")
    parser.add_argument("--seeds", type=seed_list, help="such as 1-5 or 3,7")
    parser.add_argument("--accounts", type=int, default=20_000)
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--shards", type=int, default=2)
    parser.add_argument("--results", type=pathlib.Path, default=ROOT / "build/quality")
    parser.add_argument(
        "--scan", action="append", default=[], metavar="OPTION",
        help="an option of scan, such as --scan=--set=B01.addresses=5; repeatable",
    )  # fmt: skip
    chosen = parser.parse_args(arguments)
    if chosen.report and (chosen.seeds or chosen.only or chosen.scan):
        parser.error("--report measures all markets with its own seeds and the default rules")
    if chosen.seeds and set(chosen.seeds) & set(REPORTED):
        parser.error("101 to 105 are the seeds of the report; do not tune on them")
    chosen.seeds = list(REPORTED if chosen.report else chosen.seeds or TUNED)
    return chosen


def measure(chosen, name, seed, folder):
    times = RARE_TIMES if name == "rare" else 1
    market = folder / "market"
    subprocess.run(
        [chosen.program, "simulate", "--accounts", str(chosen.accounts * times), "--days",
         str(chosen.days), "--seed", str(seed), "--out", market, *MARKETS[name]],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    subprocess.run(
        [chosen.program, "scan", "--demo", "--strict", "--format", "ndjson", "-o", "/dev/null",
         "--shards", str(chosen.shards), "--lists", market / "lists",
         "--truth", market / "truth.csv",
         "--truth-json", folder / "q.json", *chosen.scan, market / "events.ndjson"],
        check=True,
    )  # fmt: skip
    shutil.rmtree(market)
    return json.loads((folder / "q.json").read_text("utf-8"))


def measure_all(chosen, stored):
    """What was measured is stored as it comes, so that --again shows a run that was broken off."""
    runs = []
    results = {"accounts": chosen.accounts, "days": chosen.days, "seeds": chosen.seeds,
               "rare": RARE, "rare_accounts": chosen.accounts * RARE_TIMES,
               "ring_share": RING_SHARE, "runs": runs}  # fmt: skip
    with tempfile.TemporaryDirectory(dir=chosen.results) as folder:
        for name in chosen.only or MARKETS:
            for seed in chosen.seeds[: RARE_SEEDS if name == "rare" else None]:
                print(f"{name}, seed {seed}", file=sys.stderr, flush=True)
                quality = measure(chosen, name, seed, pathlib.Path(folder))
                runs.append({"market": name, "seed": seed, "quality": quality})
                stored.write_text(json.dumps(results), "utf-8")


def main():
    chosen = parse(sys.argv[1:])
    chosen.results.mkdir(parents=True, exist_ok=True)
    stored = chosen.results / ("report.json" if chosen.report else "results.json")
    try:
        if not chosen.again:
            measure_all(chosen, stored)
        results = json.loads(stored.read_text("utf-8"))
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"quality: error: {error}", file=sys.stderr)
        return 1
    page = quality_page.write(results)
    if chosen.report:
        PAGE.write_text(page + NOTES.read_text("utf-8"), "utf-8")
    else:
        print(page, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
