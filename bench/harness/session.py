"""One session of measurements: runs in interleaved pairs, and what they gave."""

import hashlib
import json

from harness import machine, report, results
from harness.scenarios import ALSO_EQUAL, FOURTEEN


class Session:
    def __init__(self, tools, paths, work, cores):
        """tools: {"sekisho", "reference", "indicators", "comparison"} → path, and "duckdb"."""
        self._tools, self._paths, self._work, self._cores = tools, paths, work, cores
        self._runs = {}  # name → runs
        self._ratios = {}  # name → ratios to the base, one per pair
        self._stats = {}  # scenario → its last statistics
        self._digests = {}  # scenario → digests of its findings over all runs
        self._results = {}  # scenario → results, for the comparison with DuckDB
        self._equality = {}  # what was compared with DuckDB → differences
        self.duckdb_version = None

    def reference(self, file):
        """R: one thread, one core."""
        run = machine.run_pinned([self._tools["reference"], self._paths[file]], self._cores[-1:])
        if file == "standard":
            self._runs.setdefault("reference", []).append(run)
        return run

    def candidate(self, scenario):
        findings = self._work / f"{scenario.name}.ndjson"
        stats = self._work / f"{scenario.name}.stats.json"
        for left_over in (findings, stats):
            left_over.unlink(missing_ok=True)
        rules = [option for path in self._rules(scenario) for option in ("--indicators", path)]
        run = machine.run_pinned(
            [self._tools["sekisho"], "scan", "--demo", self._paths[scenario.file], *rules,
             "--format", "ndjson", "-o", findings, "--stats", stats,
             "--shards", scenario.shards],
            self._cores)
        self._runs.setdefault(scenario.name, []).append(run)
        self._stats[scenario.name] = json.loads(stats.read_text(encoding="utf-8"))
        digest = hashlib.sha256(findings.read_bytes()).hexdigest()
        self._digests.setdefault(scenario.name, set()).add(digest)
        return run

    def _rules(self, scenario):
        if scenario.rules == "five":
            return [self._tools["comparison"]]
        if scenario.rules == "catalogue":
            return [self._tools["indicators"]]
        return [path for code in FOURTEEN
                for path in sorted(self._tools["indicators"].glob(f"*/{code}_*.yml"))]

    def pair(self, scenario, base):
        """One pair; `base` is the scenario it is compared with, None for the reference."""
        if base is None:
            first = self.reference(scenario.file)
            ratio = self.candidate(scenario).seconds / first.seconds
        else:
            first = self.candidate(base)
            ratio = first.seconds / self.candidate(scenario).seconds
        self._ratios.setdefault(scenario.name, []).append(ratio)

    def rival_pair(self, rival, scenario):
        ours = self.candidate(scenario).seconds
        run, result = self._tools["duckdb"].run(rival.sql, self._paths[scenario.file])
        self._runs.setdefault(rival.name, []).append(run)
        self._ratios.setdefault(rival.name, []).append(run.seconds / ours)
        self.duckdb_version = result["version"]
        self._compare(scenario, rival.title, result)

    def check_equal(self, scenario):
        """Equal results on a file where DuckDB is not timed."""
        sql = ALSO_EQUAL[scenario.name]
        _, result = self._tools["duckdb"].run(sql, self._paths[scenario.file])
        self._compare(scenario, f"DuckDB ({sql})", result)

    def _compare(self, scenario, title, result):
        if scenario.name not in self._results:
            self._results[scenario.name] = results.of_sekisho(
                self._work / f"{scenario.name}.ndjson", self._stats[scenario.name])
        what = f"{scenario.title}: Sekisho and {title}"
        differences = results.differences(self._results[scenario.name], result["rules"])
        if differences or what not in self._equality:
            self._equality[what] = differences

    def equality(self, scenarios):
        """Every comparison made: with DuckDB, between scenarios, between repeats."""
        entries = [{"what": what, "differences": lines}
                   for what, lines in self._equality.items()]
        for scenario in scenarios:
            digests = self._digests.get(scenario.name, set())
            other = self._digests.get(scenario.same_as, set())
            what = f"{scenario.title}: the same findings in every run"
            if other:
                what += f", and the same as {scenario.same_as}"
            different = len(digests | other) > 1
            lines = ["compare " + " ".join(
                str(self._work / f"{name}.ndjson") for name in (scenario.name, scenario.same_as)
                if name)] if different else []
            entries.append({"what": what, "differences": lines})
        return entries

    def figures(self, scenarios, rivals):
        rows = []
        for scenario in scenarios:
            ratio = report.spread(self._ratios[scenario.name])
            against_r = scenario.base == "reference"
            what = "time" if against_r else f"part of the speed of `{scenario.base}`"
            rows.append(self._figure(f"{scenario.title}: {what}", scenario.figure, ratio,
                                     " R" if against_r else ""))
        for rival in rivals:
            ratio = report.spread(self._ratios[rival.name])
            rows.append(self._figure(f"five rules: times the speed of {rival.title}", rival.figure,
                                     ratio, ""))
        for scenario in scenarios:
            rows += self._state_figures(scenario)
        return rows

    def _figure(self, what, figure, ratio, unit):
        return {"what": what, "figure": report.figure_text(figure, unit),
                "measured": report.ratio_text(ratio, unit), "ratio": ratio,
                "verdict": report.judge(figure, ratio["median"])}

    def _state_figures(self, scenario):
        state = self._stats[scenario.name]["state"]
        rows = []
        if scenario.state_bytes_max is not None:
            per_account = state["bytes_per_account"]
            rows.append({"what": f"{scenario.title}: state per active account",
                         "figure": f"≤ {scenario.state_bytes_max} bytes",
                         "measured": f"{per_account:,.0f} bytes",
                         "verdict": "met" if per_account <= scenario.state_bytes_max else "missed"})
        if scenario.file == "hot_key":
            used, budget = state["bytes"], state["budget_bytes"]
            rows.append({"what": f"{scenario.title}: state within its budget",
                         "figure": f"≤ {budget / 2**20:,.0f} MiB",
                         "measured": f"{used / 2**20:,.0f} MiB",
                         "verdict": "met" if used <= budget else "missed"})
        return rows

    def runs(self, scenarios, rivals, events):
        titles = {"reference": "reference R (one thread)"}
        titles |= {scenario.name: scenario.title for scenario in scenarios}
        titles |= {rival.name: rival.title for rival in rivals}
        rows = []
        for name, title in titles.items():
            runs = self._runs.get(name)
            if not runs:
                continue
            row = {"name": name, "title": title, "events": events,
                   "seconds": report.spread([run.seconds for run in runs]),
                   "cpu_seconds": report.spread([run.cpu_seconds for run in runs]),
                   "peak_bytes": max(run.peak_bytes for run in runs),
                   "all_seconds": [round(run.seconds, 4) for run in runs],
                   "ratios": [round(ratio, 4) for ratio in self._ratios.get(name, [])]}
            if name in self._stats:
                row["state_bytes_per_account"] = self._stats[name]["state"]["bytes_per_account"]
                row["stats"] = self._stats[name]
            rows.append(row)
        return rows
