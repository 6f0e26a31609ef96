"""Results of the five rules, brought to one form so that two tools can be compared."""

import datetime
import json

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
_MS = datetime.timedelta(milliseconds=1)


def of_sekisho(findings_path, stats):
    """{rule: {"held": events at which it held, "first": {key: ms when it first held}}}."""
    results = {}
    for rule in stats["rules"]:
        if rule["findings"] or rule["held"]:
            results[rule["rule"]] = {"held": rule["held"], "first": {}}
    with open(findings_path, encoding="utf-8") as lines:
        for line in lines:
            finding = json.loads(line)
            if "finding" not in finding:
                continue  # what the findings amount to
            result = results.setdefault(finding["rule"], {"held": 0, "first": {}})
            key = finding["subject"]["id"]
            opened = (datetime.datetime.fromisoformat(finding["first"]) - _EPOCH) // _MS
            result["first"][key] = min(opened, result["first"].get(key, opened))
    return {rule: result for rule, result in results.items() if result["first"]}


def differences(ours, theirs):
    """What differs, as lines a person can follow up; empty when nothing does."""
    lines = []
    for rule in sorted(ours.keys() | theirs.keys()):
        if rule not in ours or rule not in theirs:
            lines.append(f"{rule}: only {'DuckDB' if rule in theirs else 'Sekisho'} found any")
            continue
        our_held, their_held = ours[rule]["held"], theirs[rule]["held"]
        if our_held != their_held:
            lines.append(f"{rule}: held at {our_held} events, in DuckDB at {their_held}")
        our_first, their_first = ours[rule]["first"], theirs[rule]["first"]
        wrong = sorted(key for key in our_first.keys() | their_first.keys()
                       if our_first.get(key) != their_first.get(key))
        if wrong:
            key = wrong[0]
            lines.append(f"{rule}: {len(wrong)} of {len(their_first)} keys differ, e.g. {key}: "
                         f"first {our_first.get(key)}, in DuckDB {their_first.get(key)} (ms)")
    return lines
