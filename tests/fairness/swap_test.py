#!/usr/bin/env python3
"""Swapping what a person is for what another person is changes no finding.

The countries of residence, network, payout and beneficiary are exchanged together, every name is
written in another script, the language of the interface becomes another one: over the sample,
over a made-up marketplace, and over random events of every type, with the whole catalogue.
Findings must be identical but for the values that were swapped.
"""

import copy
import csv
import json
import pathlib
import random
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))

import program  # noqa: E402
import yaml  # noqa: E402

SAMPLE = program.ROOT / "examples/platform.ndjson"
SCHEMA = yaml.safe_load((program.ROOT / "schema/events.yml").read_text(encoding="utf-8"))
COUNTRIES = [field for field, spec in SCHEMA["fields"].items() if spec["kind"] == "country"]
NAMES = ["name", "document.name", "payout.holder", "external.name", "author.name"]
# No two are one name to the matcher.
PEOPLE = (
    "Taro Sample", "Mina Placeholder", "Jonas Beispiel", "Petra Muster", "Olga Primer",
    "Hugo Exemple", "Diego Fulano", "Ewa Kowalska", "Kenji Mihon", "Amina Mithal", "Liam Dummy",
    "Grace Nominal",
)  # fmt: skip
LANGUAGES = ["language", "locale", "ui.language", "accept_language", "browser.languages"]

# Exchanged in both directions; other countries stay.
PAIRS = {"JP": "KP", "US": "CN", "KR": "RU", "SG": "DE"}
SWAPS = PAIRS | {new: old for old, new in PAIRS.items()}
# For each script the pieces of names and how many make a name. So many that no two names that are
# made of them are like each other.
SCRIPTS = {
    "hangul": ("가 넉 돌 림 무 법 손 을 존 추 캐 탄 퍼 훈 결 뉴 더 레 묵 벼 송 외 쟁 척 쿵 트 폭 혜", 5),
    "han": ("山 鉄 雨 桜 龍 海 石 風 鶴 竹 雪 月 旗 車 門 鳥 糸 貝 足 口 火 耳 馬 羊 犬 刀 弓 舟", 5),
    "cyrillic": ("щук баг вын год жер зак лом нус пир рэт сав туф хол цам чеш бон дир кум", 5),
    "arabic": ("ش با ت ج حو خ د ري ز س ص ط عا غ ف قو ك ل م ن", 8),
    "latin": ("za bo du fi ge hak jul kom lir mes nat pov qui ras sun tew vob wex yig zor", 8),
}
SMALL_KANA = str.maketrans("ァィゥェォッャュョヮ", "アイウエオツヤユヨワ")


def get(event, path):
    for part in path.split("."):
        if not isinstance(event, dict) or part not in event:
            return None
        event = event[part]
    return event


def put(event, path, value):
    *outer, last = path.split(".")
    for part in outer:
        event = event.setdefault(part, {})
    event[last] = value


def is_cjk(part):
    return all(unicodedata.name(c, "").startswith(("CJK", "HANGUL", "KATAKANA")) for c in part)


def name_key(name):
    """Equal for one name written differently, as src/facts/names/name_key.h explains."""
    text = unicodedata.normalize("NFKC", name).casefold()
    text = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)
    text = text.translate(SMALL_KANA).replace("'", "").replace("’", "")
    text = "".join(c if c.isalnum() or unicodedata.category(c) == "Mn" else " " for c in text)
    parts = sorted(text.split())
    if parts and all(is_cjk(part) for part in parts):
        joined = "".join(parts)
        return min(joined[i:] + joined[:i] for i in range(len(joined)))
    return " ".join(parts)


class Rewriter:
    """The same name always becomes the same new name, and what is one name to the matcher too."""

    def __init__(self, script, one_name=()):
        pieces, self.count = SCRIPTS[script]
        self.pieces = pieces.split()
        self.spaced = script not in ("hangul", "han")
        self.same = {}
        for first, second in one_name:
            old, new = self.of(second), self.of(first)
            self.same = {key: new if name == old else name for key, name in self.same.items()}
            self.same[old] = new

    def of(self, name):
        key = name_key(name)
        return self.same.get(key, key)

    def __call__(self, name):
        choice = random.Random(self.of(name))
        parts = [choice.choice(self.pieces) for _ in range(self.count)]
        if self.spaced:
            parts.insert(self.count // 2, " ")
        return "".join(parts)


def names_of(events):
    """By account: all names that its events show."""
    names = {}
    for event in events:
        shown = [get(event, field) for field in NAMES]
        if event.get("field") == "name":
            shown += [event.get("value"), event.get("previous")]
        known = names.setdefault(event.get("account"), set())
        known.update(name for name in shown if isinstance(name, str))
    return names


def swap_countries(event):
    for field in COUNTRIES:
        value = get(event, field)
        if value in SWAPS:
            put(event, field, SWAPS[value])
    for field in ("value", "previous"):
        if event.get("field") == "country" and event.get(field) in SWAPS:
            event[field] = SWAPS[event[field]]


def rewrite_names(event, rewrite):
    for field in NAMES:
        value = get(event, field)
        if isinstance(value, str):
            put(event, field, rewrite(value))
    for field in ("value", "previous"):
        if event.get("field") == "name" and isinstance(event.get(field), str):
            event[field] = rewrite(event[field])


def speak(event, language):
    for field in LANGUAGES:
        put(event, field, language)
    if "user_agent" in event:
        event["user_agent"] = f"Mozilla/5.0 (X11; {language})"


class RandomEvents:
    """Events of every type and field of the schema, dense enough for findings."""

    def __init__(self, seed, only=(), accounts=25):
        self.choice = random.Random(seed)
        self.accounts = accounts
        self.types = {
            name: spec
            for name, spec in SCHEMA["types"].items()
            if (name in only if only else not name.startswith("link."))
        }

    def person(self):
        given, family = self.choice.choice(PEOPLE).split()
        return self.choice.choice([f"{given} {family}", f"{family.upper()} {given.lower()}"])

    def value(self, field, spec):
        choice = self.choice
        if field in NAMES:
            return self.person()
        if "values" in spec:
            return choice.choice(spec["values"])
        kind = spec["kind"]
        if kind == "country":
            return choice.choice(list(SWAPS))
        if kind == "number":
            return choice.choice([0, 1, 2, 3, 5, 30, 60, 400, 1990, 2015, 2024])
        if kind == "boolean":
            return choice.random() < 0.5
        if kind == "time":
            return f"2026-0{choice.randrange(1, 6)}-01T00:00:00Z"
        if kind == "duration":
            return choice.randrange(100000)
        if kind == "address":
            return f"192.0.2.{choice.randrange(30)}"
        if kind == "list":
            return [f"item{choice.randrange(5)}"]
        if field.endswith(("expires", "created")):
            return f"2026-0{choice.randrange(1, 9)}-10"
        return f"{field}-{choice.randrange(8)}"

    def make(self, count):
        known = SCHEMA["fields"] | {"account": {"kind": "identifier"}}
        at = 1775001600000
        for number in range(count):
            at += self.choice.choice([1000, 60_000, 600_000, 3_600_000])
            name = self.choice.choice(list(self.types))
            spec = self.types[name]
            event = {"id": f"r{number:05}", "time": at, "type": name}
            fields = list(spec.get("required", []))
            fields += [f for f in spec.get("optional", []) if self.choice.random() < 0.7]
            for field in fields:
                if field in ("account", "other_account", "client"):
                    put(event, field, f"u{self.choice.randrange(self.accounts)}")
                elif field in known and get(event, field) is None:
                    put(event, field, self.value(field, known[field]))
            if event.get("field") == "name":
                event |= {field: self.person() for field in ("value", "previous") if field in event}
            yield event


class Swaps(program.ProgramTest):
    def findings(self, events):
        self.write("in.ndjson", "".join(json.dumps(event) + "\n" for event in events))
        out = self.succeed(
            "scan", "--demo", "--format", "ndjson", "--stats", "stats.json", "in.ndjson"
        )
        stats = json.loads((self.folder / "stats.json").read_text(encoding="utf-8"))
        lines = [json.loads(line) for line in out.splitlines()]
        self.levels = {line["assessment"]: line["level"] for line in lines if "assessment" in line}
        return [line for line in lines if "finding" in line], stats

    def one_names(self, events):
        """Pairs of different names of one account that the matcher takes for one."""
        pairs = {
            (a, b)
            for names in names_of(events).values()
            for a in names
            for b in names
            if a < b and name_key(a) != name_key(b)
        }
        if not pairs:
            return []
        quoted = [",".join('"' + name.replace('"', '""') + '"' for name in pair) for pair in pairs]
        self.write("pairs.csv", "\n".join(["name1,name2", *quoted]) + "\n")
        answers = csv.DictReader(self.succeed("names", "--pairs", "pairs.csv").splitlines())
        return [
            (a["name1"], a["name2"])
            for a in answers
            if a["outcome"] != "unrelated" or "no table has" in a["explanation"]
        ]

    def comparable(self, findings, swap):
        """Without the hash of the key and the sentence that repeats it, in an order of its own."""
        lines = []
        for finding in findings:
            finding = copy.deepcopy(finding)
            del finding["finding"], finding["explanation"]
            subject = finding["subject"]
            words = subject["id"].split(" ")
            subject["id"] = " ".join(SWAPS.get(word, word) if swap else word for word in words)
            lines.append(json.dumps(finding, sort_keys=True, ensure_ascii=False))
        return sorted(lines)

    def assert_nothing_changes(self, events, least, scripts=tuple(SCRIPTS)):
        expected, stats = self.findings(events)
        levels = self.levels
        one_names = self.one_names(events)
        self.assertGreaterEqual(len({finding["indicator"] for finding in expected}), least)
        for script in scripts:
            rewrite = Rewriter(script, one_names)
            swapped = copy.deepcopy(events)
            for event in swapped:
                swap_countries(event)
                rewrite_names(event, rewrite)
                speak(event, "ko-KR" if script == "hangul" else "ar")
            self.assertNotEqual(swapped, events)
            found, new_stats = self.findings(swapped)
            self.assertEqual(self.comparable(found, True), self.comparable(expected, False))
            self.assertEqual(self.levels, levels)
            for count in ("events", "rejects", "duplicates"):
                self.assertEqual(new_stats[count], stats[count])

    def test_the_sample(self):
        with open(SAMPLE, encoding="utf-8") as file:
            events = [json.loads(line) for line in file]
        self.assert_nothing_changes(events, 10)

    def test_a_made_up_marketplace(self):
        self.succeed("simulate", "--accounts", "300", "--days", "30", "--rings", "0.2",
                     "--care", "careless", "--seed", "8", "--out", "market")  # fmt: skip
        with open(self.folder / "market/events.ndjson", encoding="utf-8") as file:
            events = [json.loads(line) for line in file]
        self.assert_nothing_changes(events, 10, ("hangul", "latin"))

    def test_the_language_of_the_interface_changes_not_a_byte(self):
        with open(SAMPLE, encoding="utf-8") as file:
            events = [json.loads(line) for line in file]
        expected, _ = self.findings(events)
        for language in ("ja-JP", "ko-KP"):
            for event in events:
                speak(event, language)
            self.assertEqual(self.findings(events)[0], expected)

    def test_random_events(self):
        for seed in (1, 2, 3):
            events = list(RandomEvents(seed).make(4000))
            _, stats = self.findings(events)
            self.assertGreater(stats["events"], 3500, stats)
            self.assert_nothing_changes(events, 20)

    def test_the_comparison_sees_what_is_swapped_alone(self):
        """Relations matter, so moving one side of them must show: else nothing is compared."""
        types = ("account.registration", "payout.account", "payout.payment", "transfer.sent")
        events = list(RandomEvents(4, types, accounts=6).make(1500))
        expected, _ = self.findings(events)
        countries, names = copy.deepcopy(events), copy.deepcopy(events)
        rewrite = Rewriter("hangul")
        for event in countries:
            if get(event, "beneficiary.country") in SWAPS:
                put(event, "beneficiary.country", SWAPS[get(event, "beneficiary.country")])
        for event in names:
            if get(event, "payout.holder") is not None:
                put(event, "payout.holder", rewrite(get(event, "payout.holder")))
        for moved in (countries, names):
            found, _ = self.findings(moved)
            self.assertNotEqual(self.comparable(found, True), self.comparable(expected, True))


if __name__ == "__main__":
    program.main()
