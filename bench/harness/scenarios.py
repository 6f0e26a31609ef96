"""What is measured, and against which figure of the plan (docs/benchmarks.md explains each)."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Figure:
    """A promised bound of a ratio or a size: at most, or at least, `bound`."""

    bound: float
    at_most: bool = True
    stretch: float | None = None

    def met(self, value):
        return value <= self.bound if self.at_most else value >= self.bound


@dataclasses.dataclass(frozen=True)
class Scenario:
    """One candidate run, always right after the run it is compared with.

    base: "reference" (time as a multiple of R on the same file) or another scenario (speed as a
    part of that one's speed).
    same_as: the scenario whose findings must be equal byte for byte.
    """

    name: str
    title: str
    file: str
    rules: str  # "five", "fourteen" or "catalogue"
    shards: int = 2
    base: str = "reference"
    figure: Figure | None = None
    state_bytes_max: int | None = None  # per active account
    same_as: str | None = None


@dataclasses.dataclass(frozen=True)
class Rival:
    """The five rules in DuckDB, written in one of several ways, after the run of "five"."""

    name: str
    title: str
    sql: str
    figure: Figure = Figure(8, at_most=False, stretch=10)


# The platform's list of 2024 and its neighbours: what needs nothing but a platform's own events.
FOURTEEN = ("a01", "a02", "a03", "a05", "a06", "b01", "b02", "b03", "b04", "c01", "c02", "c04",
            "c05", "c07")

SCENARIOS = [
    Scenario("five", "five rules", "standard", "five", figure=Figure(2.8), state_bytes_max=512),
    Scenario("fourteen", "fourteen indicators", "standard", "fourteen", figure=Figure(5),
             state_bytes_max=1024),
    Scenario("catalogue", "whole catalogue", "standard", "catalogue", figure=Figure(7.5),
             state_bytes_max=4096),
    Scenario("five_one_shard", "five rules, one shard", "standard", "five", shards=1,
             same_as="five"),
    Scenario("fourteen_one_shard", "fourteen indicators, one shard", "standard", "fourteen",
             shards=1, same_as="fourteen"),
    Scenario("five_shuffled", "five rules, shuffled within 24 h", "shuffled", "five", base="five",
             figure=Figure(0.70, at_most=False), same_as="five"),
    Scenario("fourteen_shuffled", "fourteen indicators, shuffled within 24 h", "shuffled",
             "fourteen", base="fourteen", figure=Figure(0.70, at_most=False), same_as="fourteen"),
    Scenario("five_hot_address", "five rules, 10 % on one address", "hot_address", "five",
             base="five", figure=Figure(0.60, at_most=False)),
    Scenario("fourteen_hot_address", "fourteen indicators, 10 % on one address", "hot_address",
             "fourteen", base="fourteen", figure=Figure(0.60, at_most=False)),
    Scenario("five_hot_key", "five rules, 1 in 5 events a new account on one address", "hot_key",
             "five"),
    Scenario("fourteen_hot_key",
             "fourteen indicators, 1 in 5 events a new account on one address", "hot_key",
             "fourteen"),
]

RIVALS = [
    Rival("duckdb_windows", "DuckDB, the same windows", "windows.sql"),
    Rival("duckdb_sweep", "DuckDB, windows rewritten as running sums", "sweep.sql"),
    Rival("duckdb_prefilter", "DuckDB, only keys that can reach the threshold", "prefilter.sql"),
]

# Checked for equal results once, not timed: what the other files hold in the five rules.
ALSO_EQUAL = {"five_hot_address": "sweep.sql", "five_hot_key": "sweep.sql"}
