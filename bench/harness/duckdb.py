"""DuckDB through its client for node, fetched from npm when it is not there."""

import json
import shutil

from harness import machine


class DuckDb:
    """Raises RunError when node, npm or the package cannot be had."""

    def __init__(self, bench, work, cores, say):
        self._bench, self._work, self._cores = bench, work, cores
        if not shutil.which("node"):
            raise machine.RunError("node was not found; install the package nodejs")
        if not (bench / "node_modules" / "@duckdb" / "node-api").exists():
            if not shutil.which("npm"):
                raise machine.RunError("npm was not found; install the package npm")
            say("fetching @duckdb/node-api from npm")
            machine.run_pinned(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"],
                               cores, folder=bench)

    def run(self, sql, events_path):
        """(Run, result of duckdb.mjs). Its own seconds count: the start of node is left out."""
        out = self._work / f"{sql}.json"
        run = machine.run_pinned(
            ["node", self._bench / "duckdb.mjs", "--sql", self._bench / "sql" / sql, "--out", out,
             "--threads", len(self._cores), events_path], self._cores)
        result = json.loads(out.read_text(encoding="utf-8"))
        run.seconds = result["seconds"]
        return run, result
