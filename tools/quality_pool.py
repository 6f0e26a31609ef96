"""Adds up what `sekisho scan --truth-json` measured on several markets."""

import math

NORMAL_QUANTILE = 1.959963984540054  # of 0.975


def share(part, of):
    """Part of a whole with its 95 % bounds (Wilson 1927; as in src/evaluate/share.cc)."""
    if of == 0:
        return {"part": 0, "of": 0, "rate": None, "low": 0.0, "high": 1.0}
    z2 = NORMAL_QUANTILE**2
    rate = part / of
    centre = rate + z2 / (2 * of)
    reach = NORMAL_QUANTILE * math.sqrt(rate * (1 - rate) / of + z2 / (4 * of * of))
    low = 0.0 if part == 0 else (centre - reach) / (1 + z2 / of)
    high = 1.0 if part == of else (centre + reach) / (1 + z2 / of)
    return {"part": part, "of": of, "rate": rate, "low": low, "high": high}


def pool(shares):
    shares = list(shares)
    return share(sum(s["part"] for s in shares), sum(s["of"] for s in shares))


def at(quality, path):
    """at(q, "levels.flag.recall")"""
    for name in path.split("."):
        quality = quality[name]
    return quality


def pooled(runs, path):
    return pool(at(run, path) for run in runs)


def slices(runs, group, dimension):
    """value -> {"flag": share, …} of quality[group][dimension], in the order of the first run."""
    found = {}
    for run in runs:
        for line in run[group][dimension]:
            found.setdefault(line["value"], []).append(line)
    names = [name for name in next(iter(found.values()))[0] if name != "value"] if found else []
    return {
        value: {name: pool(line[name] for line in lines) for name in names}
        for value, lines in found.items()
    }


def cases_per_month(runs, days, who):
    """Of all accounts (who: "all" or "honest"), the cases of the files; those that opened while the
    markets ran; and how many months that was."""
    months = days / 30
    accounts = sum(run["accounts"] for run in runs)
    if who == "honest":
        accounts -= sum(run["ring_accounts"] for run in runs)
    inside = beside = 0
    for run in runs:
        for i, month in enumerate(run["cases"]["months"]):
            if i < math.ceil(months):
                inside += month[who]["part"]
            else:
                beside += month[who]["part"]
        beside += run["cases"]["earlier"][who]
    return share(inside + beside, accounts), share(inside, accounts), months


def indicators(runs):
    """code -> {"precision", "recall"}"""
    found = {}
    for run in runs:
        for line in run["indicators"]:
            found.setdefault(line["indicator"], []).append(line)
    return {
        code: {name: pool(line[name] for line in lines) for name in ("precision", "recall")}
        for code, lines in sorted(found.items())
    }


def causes(runs):
    """kind -> [(code, accounts, alone)], most accounts first."""
    found = {}
    for run in runs:
        for kind, lines in run["causes"].items():
            of_kind = found.setdefault(kind, {})
            for line in lines:
                sums = of_kind.setdefault(line["indicator"], [0, 0])
                sums[0] += line["accounts"]
                sums[1] += line["alone"]
    return {
        kind: sorted(((code, *sums) for code, sums in of_kind.items()), key=lambda x: (-x[1], x[0]))
        for kind, of_kind in sorted(found.items())
    }


def combinations(runs):
    """[(codes, ring, honest, {kind: number})], most honest cases first."""
    found = {}
    for run in runs:
        for line in run["combinations"]:
            sums = found.setdefault(tuple(line["indicators"]), [0, 0, {}])
            sums[0] += line["ring"]
            sums[1] += line["honest"]
            for kind, number in line["kinds"].items():
                sums[2][kind] = sums[2].get(kind, 0) + number
    return sorted(
        ((codes, *sums) for codes, sums in found.items()), key=lambda x: (-x[2], -x[1], x[0])
    )


def missed(runs):
    """care -> (accounts, unnamed, [(code, accounts)])"""
    found = {}
    for run in runs:
        for line in run["missed"]:
            sums = found.setdefault(line["care"], [0, 0, {}])
            sums[0] += line["accounts"]
            sums[1] += line["unnamed"]
            for code, number in line["indicators"].items():
                sums[2][code] = sums[2].get(code, 0) + number
    return {
        care: (sums[0], sums[1], sorted(sums[2].items(), key=lambda x: (-x[1], x[0])))
        for care, sums in found.items()
    }
