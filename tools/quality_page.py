"""The page docs/quality.md of measured results."""

import textwrap

import quality_pool as pool

COLUMNS = 100

FLAG_GOAL = 95  # per cent of the accounts of a ring at flag or above
EITHER_GOAL = 80  # per cent of them linked or at review
CASES_GOAL = 50  # of 100,000 honest accounts, a month
KIND_GOAL = 1  # per cent of a benign kind at flag or above
QUEUE_GOAL = 80  # per cent of the first 50
CARES = ("careless", "average", "careful")
CAUSES_SHOWN = 8
COMBINATIONS_SHOWN = 25


def number(count):
    return f"{count:,}"


def rate(share, digits=1):
    """97.6 (95.4–98.8)"""
    if share["of"] == 0:
        return "–"
    low, high = 100 * share["low"], 100 * share["high"]
    return f"{100 * share['rate']:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


def per_many(share, months):
    """Of 100,000 accounts, a month."""
    many = 100_000 / months
    return f"{many * share['rate']:.0f} ({many * share['low']:.0f}–{many * share['high']:.0f})"


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows] + [""]


class Page:
    def __init__(self, results):
        self.results = results
        self.lines = []

    def runs(self, *markets):
        return [run["quality"] for run in self.results["runs"] if run["market"] in markets]

    def say(self, *paragraphs):
        for paragraph in paragraphs:
            self.lines += textwrap.wrap(paragraph, COLUMNS) + [""]

    def head(self, title):
        self.lines += ["## " + title, ""]

    def table(self, header, rows):
        self.lines += table(header, rows)

    def least(self, market, path):
        """Per cent, of the seed where the share is least; a seed without accounts says nothing."""
        rates = (pool.at(run, path)["rate"] for run in self.runs(market))
        return min((100 * one for one in rates if one is not None), default=0.0)

    # The figures that were asked for, met or not.
    def figures(self):
        rows = []
        for care in CARES[:2]:
            if not self.runs(care):
                continue
            for what, path, goal in (
                ("at `flag` or above", "levels.flag.recall", FLAG_GOAL),
                ("linked or at `review`", "linked_or_case.recall", EITHER_GOAL),
            ):
                found = pool.pooled(self.runs(care), path)
                worst = self.least(care, path)
                rows.append(
                    (f"accounts of {care} rings {what}", f"≥ {goal} %", rate(found) + " %",
                     f"{worst:.1f} %", met(100 * found["rate"] >= goal, worst >= goal))
                )  # fmt: skip
        rows += self.honest_figures()
        if self.runs("rare"):
            heads = [head_of(run) for run in self.runs("rare")]
            found = pool.pool(heads)
            worst = min(100 * head["rate"] for head in heads)
            rows.append(
                (f"right ones of the first 50 of the queue, 1 in {number(self.results['rare'])}",
                 f"≥ {QUEUE_GOAL} %", rate(found) + " %", f"{worst:.1f} %",
                 met(100 * found["rate"] >= QUEUE_GOAL, worst >= QUEUE_GOAL))
            )  # fmt: skip
        self.head("The figures")
        self.table(("what", "aim", "measured", "worst seed", ""), rows)

    def honest_figures(self):
        runs = self.runs("honest")
        if not runs:
            return []
        cases, _, months = pool.cases_per_month(runs, self.results["days"], "honest")
        by_seed = [
            pool.cases_per_month([run], self.results["days"], "honest")[0]["rate"] for run in runs
        ]
        worst = max(by_seed) * 100_000 / months
        rows = [
            ("cases per 100,000 accounts a month, honest market", f"≤ {CASES_GOAL}",
             per_many(cases, months), f"{worst:.0f}",
             met(100_000 * cases["rate"] / months <= CASES_GOAL, worst <= CASES_GOAL))
        ]  # fmt: skip
        kinds = pool.slices(runs, "honest", "kind")
        for kind, line in sorted(kinds.items(), key=lambda x: -x[1]["flag"]["rate"]):
            seeds = [pool.slices([run], "honest", "kind") for run in runs]
            worst = max(100 * seed[kind]["flag"]["rate"] for seed in seeds if kind in seed)
            rows.append(
                (f"{kind} at `flag` or above", f"≤ {KIND_GOAL} %", rate(line["flag"], 2) + " %",
                 f"{worst:.2f} %",
                 met(100 * line["flag"]["rate"] <= KIND_GOAL, worst <= KIND_GOAL))
            )  # fmt: skip
        return rows

    def rings(self):
        if not self.runs(*CARES):
            return
        self.head("Accounts of rings")
        rows = []
        for care in CARES:
            runs = self.runs(care)
            if not runs:
                continue
            rows.append(
                (care, number(pool.pooled(runs, "levels.flag.recall")["of"]))
                + tuple(
                    rate(pool.pooled(runs, path))
                    for path in (
                        "levels.flag.recall",
                        "levels.review.recall",
                        "levels.urgent.recall",
                        "linked.review.recall",
                        "linked_or_case.recall",
                        "groups.review.rings_found",
                    )
                )
            )
        self.table(
            ("care", "accounts", "flag+ %", "review+ %", "urgent %", "linked %", "either %",
             "rings found %"), rows)  # fmt: skip
        self.say(
            "Linked: in a group at `review` or above with another account of the ring. Either: "
            "that, or itself at `review` or above. No figure is asked of careful rings: they avoid "
            "what most indicators look at, and few of them become cases."
        )
        rows = []
        for care in CARES:
            for role, line in pool.slices(self.runs(care), "ring", "role").items():
                rows.append(
                    (care, role, number(line["flag"]["of"]), rate(line["flag"]),
                     rate(line["review"]), rate(line["linked_or_case"]))
                )  # fmt: skip
        self.table(("care", "role", "accounts", "flag+ %", "review+ %", "either %"), rows)
        self.missed()

    def missed(self):
        found = pool.missed(self.runs(*CARES))
        if not found:
            return
        self.say("Accounts below `flag`, and the indicators that name them all the same:")
        rows = []
        for care in CARES:
            if care not in found:
                continue
            accounts, unnamed, codes = found[care]
            named = ", ".join(f"{code} {count}" for code, count in codes[: 2 * CAUSES_SHOWN])
            rows.append((care, number(accounts), number(unnamed), named))
        self.table(("care", "accounts", "without a finding", "named by"), rows)

    def queue(self):
        runs = self.runs("rare")
        if not runs:
            return
        self.head("The queue where rings are rare")
        self.say(
            f"One account in {number(self.results['rare'])} belongs to a ring, of mixed care; "
            f"{number(self.results['rare_accounts'])} accounts for each of the first seeds."
        )
        heads = [head["first"] for head in runs[0]["queue"]]
        rows = []
        for run in self.results["runs"]:
            if run["market"] != "rare":
                continue
            quality = run["quality"]
            rows.append(
                (run["seed"], quality["ring_accounts"])
                + tuple(f"{head['right']['part']} of {head['right']['of']}"
                        for head in quality["queue"])
                + (rate(quality["levels"]["review"]["precision"]),
                   rate(quality["levels"]["flag"]["precision"]))
            )  # fmt: skip
        self.table(
            ("seed", "accounts of rings", *(f"first {head}" for head in heads),
             "review+: precision %", "flag+: precision %"), rows)  # fmt: skip
        if heads[-1] > min(run["ring_accounts"] for run in runs):
            self.say("No order can put more accounts of rings in front than there are.")

    def honest(self):
        runs = self.runs("honest")
        if not runs:
            return
        self.head("An honest market")
        everything, inside, months = pool.cases_per_month(runs, self.results["days"], "honest")
        self.say(
            f"Cases (`review` or above): {number(everything['part'])} of "
            f"{number(everything['of'])} accounts. Of these, {number(inside['part'])} opened in "
            f"the {self.results['days']} days of the market, "
            f"{per_many(inside, months)} per 100,000 accounts a month; the others rest on what "
            "the file tells of the three years before. The figure above counts all of them as "
            "if they were of these days."
        )
        for dimension, title in (("kind", "kind"), ("country", "country"),
                                 ("language", "language"), ("age", "age")):  # fmt: skip
            rows = [
                (value or "?", number(line["flag"]["of"]), rate(line["flag"], 2),
                 rate(line["review"], 2), line["urgent"]["part"])
                for value, line in pool.slices(runs, "honest", dimension).items()
            ]  # fmt: skip
            self.table((title, "accounts", "flag+ %", "review+ %", "urgent"), rows)
        self.causes(runs)

    def causes(self, runs):
        found = pool.causes(runs)
        if found:
            self.say(
                "What lists them: the indicators with a sign that is enough for `flag`, how many "
                "accounts each brings there, and in brackets how many it alone does."
            )
            rows = [
                (kind, ", ".join(f"{code} {count} ({alone})"
                                 for code, count, alone in lines[:CAUSES_SHOWN]))
                for kind, lines in found.items()
            ]  # fmt: skip
            self.table(("kind", "indicators"), rows)
        cases = [line for line in pool.combinations(self.results_quality()) if line[2] > 0]
        if cases:
            self.say(
                "What makes cases of honest accounts, on all markets together: the signs that "
                "decided, how often, and how many cases of rings the same signs decided."
            )
            rows = [
                ("+".join(codes), honest, ring,
                 ", ".join(f"{kind} {count}"
                           for kind, count in sorted(kinds.items(), key=lambda x: (-x[1], x[0]))))
                for codes, ring, honest, kinds in cases[:COMBINATIONS_SHOWN]
            ]  # fmt: skip
            self.table(("signs", "honest", "rings", "kinds"), rows)

    def results_quality(self):
        return [run["quality"] for run in self.results["runs"]]

    def indicators(self):
        self.head("Indicators")
        cares = [care for care in CARES if self.runs(care)]
        by_care = {care: pool.indicators(self.runs(care)) for care in cares}
        everything = pool.indicators(self.runs(*CARES))
        honest = pool.indicators(self.runs("honest"))
        rows = []
        silent = []
        for code in pool.indicators(self.results_quality()):
            line = everything.get(code)
            named = line["precision"]["of"] if line else 0
            harmless = honest[code]["precision"] if code in honest else None
            if named == 0 and (harmless is None or harmless["of"] == 0):
                silent.append(code)
                continue
            rows.append(
                (code, rate(line["precision"]) if line else "–")
                + tuple(rate(by_care[care][code]["recall"]) for care in cares)
                + (self.of_honest(harmless),)
            )
        if everything or honest:
            self.say(
                f"Precision where {self.results['ring_share']} of the accounts belong to rings, "
                "recall by care, and how many of 100,000 accounts of the honest market are named "
                "(a finding of any grade, whether it counts or not)."
            )
            self.table(
                ("", "precision %", *(f"{care} %" for care in cares), "honest, of 100,000"), rows
            )
        if silent:
            self.say("Named nobody: " + ", ".join(silent) + ".")

    def of_honest(self, named):
        accounts = sum(run["accounts"] for run in self.runs("honest"))
        if named is None or accounts == 0:
            return "–"
        return f"{100_000 * named['of'] / accounts:.0f}"

    def write(self):
        results = self.results
        seeds = results["seeds"]
        self.lines += ["# How good a scan is", ""]
        self.say(
            "Generated by `tools/quality.py --report` (`make quality`); do not edit.",
            f"Made-up markets ([simulate.md](simulate.md)) of {number(results['accounts'])} "
            f"accounts and {results['days']} days, seeds {seeds[0]} to {seeds[-1]}; what the words "
            "mean is [truth.md](truth.md). Rules and markets were tuned on seeds 1 to 20, never on "
            "101 to 105. In brackets: 95 % bounds. They take accounts for independent, which "
            "members of one ring or one family are not; the worst seed says more.",
            "A made-up market follows what the notices publish. These numbers compare one state "
            "of the rules with another; they are no promise about a real platform, whose own "
            "closed cases are the better truth.",
        )
        self.figures()
        self.rings()
        self.queue()
        self.honest()
        self.indicators()
        return "\n".join(self.lines).rstrip("\n") + "\n"


def met(together, worst_seed):
    if not together:
        return "**missed**"
    return "met" if worst_seed else "met together, not by every seed"


def head_of(quality):
    return next(head["right"] for head in quality["queue"] if head["first"] == 50)


def write(results):
    return Page(results).write()
