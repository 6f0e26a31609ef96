#!/usr/bin/env python3
"""Fields that nobody may read: dropped from every kind of input, refused in every rule."""

import csv
import io
import json
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))

import program  # noqa: E402

NAMES = (
    "nationality",
    "applicant.Birth_Place",
    "citizenship",
    "国籍",
    "本籍",
    "국적",
    "ethnicity",
    "race",
    "religion",
    "mother_tongue",
    "accent",
    "ime",
    "keyboard_layout",
    "name_origin",
    "face.attributes.eye_shape",
    "face_attributes",
)
SAMPLE = program.ROOT / "examples/platform.ndjson"
EVENTS = 3000

# One rule for each way in which a field can be named; the field takes the place of FIELD.
HEAD = "title: A rule\nname: rule\nlogsource: {product: sekisho, category: session}\n"
START = HEAD.replace("A rule", "Starts").replace("rule\nlog", "start\nlog") + (
    "detection:\n  it: {type: session.start}\n  condition: it\n---\n"
)
WAYS = {
    "equal": HEAD + 'detection:\n  it: {"FIELD": x}\n  condition: it\n',
    "part": HEAD + 'detection:\n  it: {"FIELD|contains": x}\n  condition: it\n',
    "expression": HEAD + 'detection:\n  it: {"FIELD|re": x}\n  condition: it\n',
    "missing": HEAD + 'detection:\n  it: {"FIELD": null}\n  condition: it\n',
    "present": HEAD + 'detection:\n  it: {"FIELD|exists": true}\n  condition: it\n',
    "compared": HEAD + 'detection:\n  it: {device|fieldref: "FIELD"}\n  condition: it\n',
    "in a list": HEAD + 'detection:\n  it: [{device: x}, {"FIELD": x}]\n  condition: it\n',
    "grouped": START + "title: Count\nname: count\ncorrelation:\n  type: event_count\n"
    '  rules: [start]\n  group-by: ["FIELD"]\n  timespan: 1h\n  condition: {gte: 2}\n',
    "counted": START + "title: Count\nname: count\ncorrelation:\n  type: value_count\n"
    "  rules: [start]\n  group-by: [account]\n  timespan: 1h\n"
    '  condition: {gte: 2, field: "FIELD"}\n',
    "behind an alias": START + "title: Count\nname: count\ncorrelation:\n  type: event_count\n"
    "  rules: [start]\n  group-by: [who]\n  timespan: 1h\n  condition: {gte: 2}\n"
    '  aliases: {who: {start: "FIELD"}}\n',
    "in a filter": START + "title: Not those\nname: filter\n"
    "logsource: {product: sekisho, category: session}\nfilter:\n  rules: [start]\n"
    '  it: {"FIELD": x}\n  condition: not it\n',
}


def put(event, path, value):
    """Sets a field by its path, in maps within maps."""
    *outer, last = path.split(".")
    for part in outer:
        event = event.setdefault(part, {})
    event[last] = value


class Input(program.ProgramTest):
    """What is dropped changes nothing but its count."""

    def findings(self, *arguments):
        return self.succeed(
            "scan", "--demo", "--format", "ndjson", "--stats", "stats.json", *arguments
        )

    def dropped(self):
        stats = json.loads((self.folder / "stats.json").read_text(encoding="utf-8"))
        return sum(stats["forbidden_fields"].values())

    def sample(self):
        with open(SAMPLE, encoding="utf-8") as file:
            return [json.loads(line) for line, _ in zip(file, range(EVENTS))]

    def write_lines(self, name, events):
        self.write(name, "".join(json.dumps(event) + "\n" for event in events))

    def test_lines_of_json(self):
        events = self.sample()
        self.write_lines("plain.ndjson", events)
        expected = self.findings("plain.ndjson")
        self.assertGreater(expected.count("\n"), 5)
        self.assertEqual(self.dropped(), 0)
        choice = random.Random(1)
        added = 0
        for event in events:
            for name in choice.sample(NAMES, 2):
                if name.split(".")[0] in ("face", "applicant") and choice.random() < 0.5:
                    event.setdefault("people", []).append({"ethnicity": "Ruritanian"})
                else:
                    put(event, name, choice.choice(["Ruritanian", 7, ["a", "b"], {"code": "XX"}]))
                added += 1
        self.write_lines("dressed.ndjson", events)
        self.assertEqual(self.findings("dressed.ndjson"), expected)
        self.assertEqual(self.dropped(), added)

    def test_csv(self):
        columns = ["id", "time", "type", "account", "session", "ip", "device"]
        starts = [
            {column: event.get(column, "") for column in columns}
            for event in self.sample()
            if event["type"] == "session.start"
        ]
        self.assertGreater(len(starts), 200)
        plain, dressed = io.StringIO(), io.StringIO()
        for out, extra in ((plain, []), (dressed, list(NAMES))):
            writer = csv.DictWriter(out, columns + extra, lineterminator="\n")
            writer.writeheader()
            for row in starts:
                writer.writerow(row | {name: "Ruritanian" for name in extra})
        self.write("plain.csv", plain.getvalue())
        self.write("dressed.csv", dressed.getvalue())
        expected = self.findings("plain.csv")
        self.assertEqual(self.findings("dressed.csv"), expected)
        self.assertEqual(self.dropped(), len(starts) * len(NAMES))

    MAPPING = (
        "mapping: example\nmeaning: Sign-ins.\nsource: https://example.com/log\n"
        "logsource: {product: example, service: audit}\nkind: kind\n"
        "fields: {id: id, time: at, account: user.name, ip: ip}\n"
        "events:\n  - {type: session.start, when: {kind: login}}\n"
    )

    def test_mapped_logs_and_keywords_of_foreign_rules(self):
        records = [
            {"id": str(n), "at": 1775002200000 + n, "kind": "login", "ip": f"192.0.2.{n}",
             "user": {"name": "ada"}}
            for n in range(9)
        ]  # fmt: skip
        self.write("map.yml", self.MAPPING)
        self.write(
            "rule.yml",
            "title: A word anywhere\nname: word\nlogsource: {product: example}\n"
            "detection:\n  word: [Ruritanian]\n  condition: word\n",
        )
        self.write_lines("plain.ndjson", records)
        own = ("--map", "map.yml")
        foreign = (*own, "--foreign-fields", "--indicators", "rule.yml")
        expected = {mode: self.findings(*mode, "plain.ndjson") for mode in (own, foreign)}
        self.assertEqual(expected[foreign], "")
        for record in records:
            record["user"]["nationality"] = "Ruritanian"
        self.write_lines("dressed.ndjson", records)
        for mode, findings in expected.items():
            self.assertEqual(self.findings(*mode, "dressed.ndjson"), findings)
            self.assertEqual(self.dropped(), len(records))
        # The same word elsewhere is found: the rule works.
        records[0]["user"]["nickname"] = "Ruritanian"
        self.write_lines("word.ndjson", records)
        self.assertEqual(self.findings(*foreign, "word.ndjson").count('{"finding":'), 1)

    def test_a_mapping_cannot_fetch_it(self):
        for wrong in ("account: user.nationality", "account: user.name, citizenship: user.x"):
            self.write("map.yml", self.MAPPING.replace("account: user.name", wrong))
            err = self.fail_with(1, "scan", "--map", "map.yml", str(SAMPLE))
            self.assertIn("SK2007", err)


class Rules(program.ProgramTest):
    """Whichever way a rule names the field, in whichever mode."""

    def check(self, text, *options):
        self.write("rule.yml", text)
        return self.run_program("rules", "check", *options, "rule.yml")

    def test_the_ways_are_good_rules_with_another_field(self):
        for way, text in WAYS.items():
            code, out, _ = self.check(text.replace("FIELD", "user_agent"))
            self.assertEqual(code, 0, f"{way}: {out}")

    def test_every_way_is_refused_in_every_mode(self):
        for way, text in WAYS.items():
            for options in ((), ("--foreign-fields",)):
                code, out, _ = self.check(text.replace("FIELD", "nationality"), *options)
                self.assertEqual(code, 1, f"{way} {options}")
                self.assertIn("error[SK0401]", out, f"{way} {options}")

    def test_every_name_is_refused(self):
        for name in NAMES:
            for product in ("sekisho", "windows"):
                text = WAYS["equal"].replace("FIELD", name).replace("sekisho", product)
                for options in ((), ("--foreign-fields",)):
                    code, out, _ = self.check(text, *options)
                    self.assertEqual(code, 1, f"{name} {product} {options}")
                    self.assertIn("error[SK0401]", out, name)

    def test_a_scan_does_not_start(self):
        self.write("rule.yml", WAYS["equal"].replace("FIELD", "nationality"))
        for options in ((), ("--foreign-fields",)):
            err = self.fail_with(1, "scan", "--indicators", "rule.yml", *options, str(SAMPLE))
            self.assertIn("SK0401", err)

    def test_a_country_or_a_name_against_a_constant(self):
        for field, value, code in (
            ("country", "XX", "SK0402"),
            ("payout.country|startswith", "X", "SK0402"),
            ("beneficiary.country|re", "X.", "SK0402"),
            ("name|re", "[ㄱ-힣]", "SK0408"),
            ("time_zone", "Asia/Tokyo", "SK0408"),
            ("value", "XX", "SK0408"),
        ):
            for options in ((), ("--foreign-fields",)):
                text = HEAD.replace("category: session", "service: ''")
                text += f'detection:\n  it: {{"{field}": "{value}"}}\n  condition: it\n'
                exit_code, out, _ = self.check(text, *options)
                self.assertEqual(exit_code, 1, f"{field} {options}")
                self.assertIn(f"error[{code}]", out, f"{field} {options}")

    def test_a_parameter_is_a_constant(self):
        text = (program.ROOT / "indicators/access/b01_many_addresses.yml").read_text("utf-8")
        self.assertEqual(self.check(text)[0], 0)
        text = text.replace(
            "access: {type: [session.start, session.activity]}",
            "access: {type: session.start, country: $window}",
        )
        self.assertIn("error[SK0402]", self.check(text)[1])


if __name__ == "__main__":
    program.main()
