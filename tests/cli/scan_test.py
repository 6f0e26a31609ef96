"""sekisho scan: what it prints, writes and answers."""

import gzip
import json
import shutil
import subprocess
import unittest

import program

SMALL = program.DATA / "small.ndjson"
PLATFORM = program.ROOT / "examples/platform.ndjson"
MEMBERS = [
    "finding", "indicator", "rule", "rule_version", "subject", "accounts", "first", "last",
    "level", "values", "events", "events_total", "truncated", "open", "explanation",
]  # fmt: skip
ASSESSMENT_MEMBERS = [
    "assessment", "level", "path", "reverification_only", "linked", "classes", "proxy_classes",
    "hard", "newest", "contributions", "explanation",
]  # fmt: skip


def event(number, **fields):
    base = {"id": f"e{number}", "type": "session.start", "account": "u1"}
    minute = number % 60
    time = {"time": f"2026-04-01T{number // 60:02}:{minute:02}:00Z"}
    return json.dumps({**base, **time, **fields}) + "\n"


# A small fixed choice: what is pinned must not change with every new indicator.
SUMMARY = "A01 A02 A03 A05 A06 B01 B02 B03 B04 C01 C02 C04 C05 C07".split()


def some(codes):
    """The options that load only these indicators."""
    options = []
    for code in codes:
        (path,) = (program.ROOT / "indicators").rglob(f"{code.lower()}_*.yml")
        options += ["--indicators", str(path)]
    return options


SOME = ["--demo", *some(SUMMARY)]
B01_PARAMETERS = {"addresses": 4, "countries": 2, "very_many": 8, "distance": 500, "speed": 1000,
                  "jumps": 3, "jumps_window": "24h", "window": "1h"}  # fmt: skip


def four_addresses():
    return "".join(event(i, ip=f"192.0.2.{i}") for i in range(4))


class Summary(program.ProgramTest):
    def test_speaks_three_languages(self):
        shutil.copy(SMALL, self.folder)
        for language in ("en", "ja", "ko"):
            text = self.succeed("scan", "small.ndjson", "--lang", language, *SOME)
            self.assert_golden(f"summary.{language}.txt", text)

    def test_takes_the_language_from_the_environment(self):
        self.write("a.ndjson", four_addresses())
        text = self.succeed("scan", "a.ndjson", env={"LANG": "ja_JP.UTF-8"})
        self.assertIn("検出 1 件", text)
        text = self.succeed("scan", "a.ndjson", env={"LANG": "ja_JP.UTF-8", "LC_ALL": "C"})
        self.assertIn("1 finding", text)

    def test_has_no_colours_and_fits_80_columns_on_a_pipe(self):
        text = self.succeed("scan", "--demo", PLATFORM)
        self.assertNotIn("\x1b", text)
        self.assertLessEqual(max(len(line) for line in text.splitlines()), 80)
        self.assertLess(len(text.splitlines()), 120)
        self.assertRegex(text, r"and \d+ more; use --format ndjson")

    def test_says_that_finding_nothing_proves_nothing(self):
        self.write("a.ndjson", event(1, ip="192.0.2.1"))
        text = self.succeed("scan", "a.ndjson")
        self.assertIn("No findings", text)
        self.assertIn("No finding means", text)
        self.assertRegex(text, r"No data for +A01, A02")

    def test_shows_control_characters_of_ids_harmlessly(self):
        lines = [json.loads(line) for line in four_addresses().splitlines()]
        for line in lines:
            line["account"] = "u\x1b[2J\u202e1"
        self.write("a.ndjson", "".join(json.dumps(line) + "\n" for line in lines))
        text = self.succeed("scan", "a.ndjson")
        self.assertIn("u\ufffd[2J\ufffd1", text)


class Ndjson(program.ProgramTest):
    def findings(self, *arguments, **options):
        return [one for one in self.lines(*arguments, **options) if "finding" in one]

    def lines(self, *arguments, **options):
        text = self.succeed("scan", "--format", "ndjson", *arguments, **options)
        return [json.loads(line) for line in text.splitlines()]

    def test_assessments_follow_the_findings(self):
        shutil.copy(SMALL, self.folder)
        lines = self.lines("small.ndjson", *SOME)
        kinds = [next(iter(line)) for line in lines]
        self.assertEqual(
            kinds, ["finding"] * 3 + ["assessed"] + ["assessment"] * 2 + ["group_assessment"]
        )
        whole, first, second, group = lines[3:]
        self.assertEqual(list(first), ASSESSMENT_MEMBERS)
        self.assertEqual([first["assessment"], first["level"]], ["u1", "review"])
        self.assertEqual([second["assessment"], second["level"]], ["u2", "flag"])
        self.assertEqual(first["classes"], ["document", "network"])
        roles = {c["indicator"]: c["role"] for c in first["contributions"]}
        self.assertEqual(roles, {"A03": "counted", "B01": "counted", "A06": "same_cause"})
        findings = {line["finding"] for line in lines[:3]}
        self.assertEqual({f for c in first["contributions"] for f in c["findings"]}, findings)
        self.assertEqual(whole["assessed"], {"urgent": 0, "review": 1, "flag": 1, "context": 0})
        self.assertIn("A05", whole["not_evaluated"]["no_events"])
        self.assertIn("It counts: A03, B01.", first["explanation"])
        japanese = self.lines("small.ndjson", "--lang", "ja", *SOME)[4]
        self.assertIn("数えたもの：A03、B01。", japanese["explanation"])
        self.assertEqual(group["level"], "review")
        self.assertEqual(group["members"], {"urgent": 0, "review": 1, "flag": 1, "context": 0})

    def test_another_policy_gives_another_level(self):
        shutil.copy(SMALL, self.folder)
        policy = (program.ROOT / "policy/assessment.yml").read_text(encoding="utf-8")
        self.write("strict.yml", policy.replace("value: 2", "value: 3", 1))
        text = self.succeed("scan", "small.ndjson", "--policy", "strict.yml", *SOME)
        self.assertIn("review 0 · flag 2", text)
        self.write("broken.yml", policy.replace("value: 2", "value: 200", 1))
        err = self.fail_with(1, "scan", "small.ndjson", "--policy", "broken.yml")
        self.assertRegex(err, r"broken\.yml:\d+:\d+: error\[SK2203\]")
        err = self.fail_with(1, "scan", "small.ndjson", "--policy", "none.yml")
        self.assertIn("none.yml", err)

    def test_has_the_documented_members_in_order(self):
        self.write("a.ndjson", four_addresses())
        (finding,) = self.findings("a.ndjson")
        self.assertEqual(list(finding), MEMBERS)
        self.assertEqual(finding["indicator"], "B01")
        self.assertRegex(finding["finding"], r"^[0-9a-f]{32}$")
        self.assertRegex(finding["rule_version"], r"^[0-9a-f]{12}$")
        self.assertEqual(finding["subject"], {"type": "account", "id": "u1"})
        self.assertEqual(finding["accounts"], ["u1"])
        self.assertEqual(finding["first"], "2026-04-01T00:03:00Z")
        self.assertEqual(finding["level"], "flag")
        self.assertEqual(
            finding["values"],
            {"value": 4, "threshold": {"gte": 4}, "parameters": B01_PARAMETERS},
        )
        self.assertEqual(finding["events"], ["e0", "e1", "e2", "e3"])
        self.assertEqual(finding["events_total"], 4)
        self.assertIs(finding["truncated"], False)
        self.assertIs(finding["open"], True)
        self.assertEqual(sorted(finding["explanation"]), ["en", "ja", "ko"])
        self.assertIn("u1 was used from 4 network addresses", finding["explanation"]["en"])

    def test_every_finding_of_the_sample_has_them(self):
        findings = self.findings(PLATFORM, "--demo")
        self.assertGreater(len(findings), 40)
        for finding in findings:
            self.assertEqual(list(finding), MEMBERS)
            self.assertEqual(finding["accounts"], sorted(set(finding["accounts"])))
            self.assertLessEqual(finding["first"], finding["last"])
            self.assertLessEqual(len(finding["events"]), 50)
            self.assertGreaterEqual(finding["events_total"], len(finding["events"]))
        long_presence = [f for f in findings if f["rule"] == "b03_long_presence"]
        self.assertEqual(long_presence[0]["values"]["unit"], "s")
        self.assertGreaterEqual(long_presence[0]["values"]["value"], 24 * 3600)

    def test_is_byte_identical_for_any_number_of_shards(self):
        outputs = {
            self.succeed("scan", "--format", "ndjson", "--demo", "--shards", shards, PLATFORM)
            for shards in ("1", "2", "5")
        }
        self.assertEqual(len(outputs), 1)

    def test_a_value_without_bound_is_null(self):
        bids = [
            {"id": f"b{i:02}", "time": f"2026-04-01T00:{i:02}:00Z", "type": "bid.submitted",
             "account": "u1", "project": f"p{i}", "amount": 1, "currency": "USD"}
            for i in range(30)
        ]  # fmt: skip
        bids = "".join(json.dumps(bid) + "\n" for bid in bids)
        self.write("a.ndjson", bids + event(1, account="u2", time="2026-04-01T01:00:00Z"))
        (finding,) = self.findings("a.ndjson", *some(["C07"]))
        self.assertEqual(finding["indicator"], "C07")
        self.assertIsNone(finding["values"]["value"])
        # Without any sign-in, the platform just does not tell of them.
        self.write("a.ndjson", bids)
        (whole,) = self.lines("a.ndjson", *some(["C07"]))
        self.assertEqual(whole["missing_events"], {"C07": ["session.start"]})
        self.assertIn("not evaluated, because", self.succeed("scan", "a.ndjson", *some(["C07"])))

    def test_rules_without_indicator_have_nulls(self):
        self.write(
            "rule.yml",
            "title: Any sign-in\nname: any\nlogsource: {product: sekisho, category: session}\n"
            "detection:\n  start: {type: session.start}\n  condition: start\n",
        )
        self.write("a.ndjson", event(1, ip="192.0.2.1"))
        (finding,) = self.findings("a.ndjson", "--indicators", "rule.yml")
        self.assertIsNone(finding["indicator"])
        self.assertIsNone(finding["explanation"])
        self.assertEqual(finding["subject"], {"type": "account", "id": "u1"})

    def test_set_changes_the_rule_and_its_version(self):
        self.write("a.ndjson", four_addresses())
        self.assertEqual(self.findings("a.ndjson", "--set", "B01.addresses=5"), [])
        (three,) = self.findings("--set", "B01.addresses=3", "--set", "B01.window=2h", "a.ndjson")
        (four,) = self.findings("a.ndjson")
        self.assertEqual(
            three["values"]["parameters"], {**B01_PARAMETERS, "addresses": 3, "window": "2h"}
        )
        self.assertNotEqual(three["rule_version"], four["rule_version"])


class Input(program.ProgramTest):
    def test_reads_standard_input(self):
        text = self.succeed("scan", "-", stdin=four_addresses().encode())
        self.assertIn("standard input", text)
        self.assertIn("1 finding · 1 account", text)

    def test_reads_gzip_zstd_and_csv(self):
        self.write("a.ndjson.gz", gzip.compress(four_addresses().encode()))
        self.assertIn("1 finding ·", self.succeed("scan", "a.ndjson.gz"))
        rows = ["id,time,type,account,ip"]
        rows += [f"e{i},2026-04-01T00:0{i}:00Z,session.start,u1,192.0.2.{i}" for i in range(4)]
        self.write("a.csv", "\n".join(rows) + "\n")
        self.assertIn("1 finding ·", self.succeed("scan", "a.csv"))
        if shutil.which("zstd"):
            packed = subprocess.run(
                ["zstd", "-c"], input=four_addresses().encode(), capture_output=True, check=True
            )
            self.write("a.zst", packed.stdout)
            self.assertIn("1 finding ·", self.succeed("scan", "a.zst"))

    def test_sorts_several_files_together(self):
        lines = four_addresses().splitlines(keepends=True)
        self.write("a.ndjson", lines[3] + lines[1])
        self.write("b.ndjson", lines[2] + lines[0])
        self.write("whole.ndjson", "".join(lines))
        parts = self.succeed("scan", "--format", "ndjson", "a.ndjson", "b.ndjson")
        self.assertEqual(parts, self.succeed("scan", "--format", "ndjson", "whole.ndjson"))

    def test_a_broken_gzip_gives_what_could_be_read_and_exit_1(self):
        text = "".join(event(i % 600, ip="192.0.2.1") for i in range(9000))
        packed = gzip.compress(text.encode())
        self.write("a.gz", packed[: len(packed) // 2])
        code, out, err = self.run_program("scan", "a.gz")
        self.assertEqual(code, 1)
        self.assertRegex(err, r"a\.gz")
        self.assertRegex(out, r"Events +[1-9]")


class Mappings(program.ProgramTest):
    def sign_in(self, minute, kind="user.session.start"):
        record = {
            "uuid": f"r{minute}",
            "published": f"2026-04-01T00:{minute:02}:00.000Z",
            "eventType": kind,
            "actor": {"id": "00u1", "alternateId": "Mina@Example.com"},
            "client": {"ipAddress": f"192.0.2.{minute}"},
            "outcome": {"result": "SUCCESS"},
        }
        return json.dumps(record) + "\n"

    def test_okta_sign_ins_become_sessions(self):
        lines = [self.sign_in(i) for i in range(1, 5)]
        lines.append(self.sign_in(5, "policy.lifecycle.update"))
        self.write("okta.ndjson", "".join(lines))
        text = self.succeed("scan", "--map", "okta", "okta.ndjson", "--stats", "s.json")
        self.assertIn("not mapped: 1", text)
        self.assertIn("policy.lifecycle.update 1", text)
        self.assertRegex(text, r"mina@example\.com +flag +network\n +B01 ")
        stats = json.loads((self.folder / "s.json").read_text(encoding="utf-8"))
        self.assertEqual(stats["not_mapped"], {"policy.lifecycle.update": 1})
        self.assertEqual(stats["rejects"], 0)

    def test_a_misspelt_name_gets_a_suggestion(self):
        self.write("okta.ndjson", self.sign_in(1))
        err = self.fail_with(1, "scan", "--map", "otka", "okta.ndjson")
        self.assertIn('did you mean "okta"?; there are cloudtrail, code_hosting_tables, ', err)
        err = self.fail_with(1, "scan", "--map", "mine.yml", "okta.ndjson")
        self.assertIn("mine.yml: there is no such mapping file", err)

    def test_a_broken_mapping_is_explained(self):
        self.write("okta.ndjson", self.sign_in(1))
        self.write("mine.yml", "mapping: mine\nfeilds: {}\n")
        err = self.fail_with(1, "scan", "--map", "mine.yml", "okta.ndjson")
        self.assertRegex(err, r"mine\.yml:\d+:\d+: error\[SK\d{4}\]: ")

    def test_without_a_mapping_the_answer_names_it(self):
        self.write("okta.ndjson", self.sign_in(1))
        self.assertIn("--map NAME", self.fail_with(1, "scan", "okta.ndjson"))


class Rejects(program.ProgramTest):
    def test_are_counted_and_shown_and_the_run_goes_on(self):
        self.write("a.ndjson", "{broken\n" + four_addresses())
        text = self.succeed("scan", "a.ndjson")
        self.assertIn("refused: 1", text)
        self.assertIn("a.ndjson:1:", text)
        self.assertIn("1 finding ·", text)

    def test_strict_answers_3(self):
        self.write("a.ndjson", "{broken\n" + four_addresses())
        err = self.fail_with(3, "scan", "--strict", "a.ndjson")
        self.assertIn("--strict", err)
        self.write("b.ndjson", four_addresses())
        self.succeed("scan", "--strict", "b.ndjson")

    def test_file_holds_all_of_them_in_order(self):
        broken = [f'{{"id": {i}\n' for i in range(300)]
        text = "".join(line + event(i, ip="192.0.2.1") for i, line in enumerate(broken))
        self.write("a.ndjson", text)
        self.write("b.ndjson", b"not UTF-8: \xff\n")
        out = self.succeed("scan", "--rejects", "r.ndjson", "--format", "ndjson",
                           "--shards", "4", "a.ndjson", "b.ndjson")  # fmt: skip
        self.assertNotIn('"finding"', out)
        kept = (self.folder / "r.ndjson").read_text(encoding="utf-8")
        rejects = [json.loads(line) for line in kept.splitlines()]
        self.assertEqual([r["line"] for r in rejects[:-1]], list(range(1, 600, 2)))
        self.assertEqual(rejects[0]["source"], "a.ndjson")
        self.assertEqual(rejects[0]["raw"], '{"id": 0')
        self.assertEqual(list(rejects[0]), ["source", "line", "column", "reason", "raw"])
        self.assertEqual(rejects[-1]["raw_base64"], "bm90IFVURi04OiD/")

    def test_a_file_without_a_single_event_fails(self):
        self.write("a.txt", "hello\nworld\n")
        err = self.fail_with(1, "scan", "a.txt")
        self.assertIn("no line of the input is an event", err)
        self.assertIn("docs/events.md", err)


class Profile(program.ProgramTest):
    EVENTS = str(program.ROOT / "examples/platform.ndjson")

    def test_prints_what_each_rule_costs(self):
        out = self.succeed("scan", "--demo", "--profile", "--stats", "s.json", self.EVENTS)
        self.assertIn("Processor time by rule (estimated from one event in 61)", out)
        self.assertRegex(out, r"B01 +b01_many_addresses +[\d,]+ +\d+ +\d+ +\d+\.\d +\d+\.\d")
        stats = json.loads((self.folder / "s.json").read_text(encoding="utf-8"))
        self.assertGreater(sum(rule["window_ns"] for rule in stats["rules"]), 0)

    def test_changes_no_result(self):
        plain = self.succeed("scan", "--demo", "--format", "ndjson", self.EVENTS)
        measured = self.succeed("scan", "--demo", "--format", "ndjson", "--profile", self.EVENTS)
        self.assertEqual(measured, plain)


class Outputs(program.ProgramTest):
    def test_appear_complete_beside_each_other(self):
        shutil.copy(SMALL, self.folder)
        out = self.succeed("scan", "--demo", "small.ndjson", "--format", "ndjson", "-o", "f.ndjson",
                           "--groups", "g.ndjson", "--stats", "s.json")  # fmt: skip
        self.assertEqual(out, "")
        self.assertEqual(
            sorted(p.name for p in self.folder.iterdir()),
            ["f.ndjson", "g.ndjson", "s.json", "small.ndjson"],
        )
        group = json.loads((self.folder / "g.ndjson").read_text(encoding="utf-8"))
        self.assertEqual(group["accounts"], ["u1", "u2"])
        self.assertEqual(group["links"][0]["kind"], "document")
        self.assertEqual(group["links"][0]["accounts"], ["u1", "u2"])
        stats = json.loads((self.folder / "s.json").read_text(encoding="utf-8"))
        self.assertEqual(stats["events"], 9)
        self.assertEqual(stats["duplicates"], 1)
        self.assertEqual(stats["rejects"], 1)
        self.assertEqual(stats["forbidden_fields"], {"nationality": 1})
        self.assertEqual(stats["unknown_fields"], {"mood": 1})
        self.assertIs(stats["sorted"], True)
        self.assertGreaterEqual(stats["seconds"], 0)
        many = [rule for rule in stats["rules"] if rule["rule"] == "b01_many_addresses"]
        self.assertEqual(many[0]["findings"], 1)
        self.assertEqual(many[0]["inputs"], 4)
        for member in ("bytes", "accounts", "bytes_per_account", "budget_bytes", "refused"):
            self.assertIn(member, stats["state"])

    def test_a_failed_run_leaves_nothing(self):
        self.write("a.ndjson", four_addresses())
        self.write("bad.yml", "title: [\n")
        self.fail_with(1, "scan", "a.ndjson", "--indicators", "bad.yml", "-o", "f.ndjson")
        self.fail_with(1, "scan", "a.ndjson", "-o", "f.ndjson", "--stats", "no/such/folder.json")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["a.ndjson", "bad.yml"])

    def test_replace_the_old_file_and_keep_its_link(self):
        self.write("a.ndjson", four_addresses())
        self.write("real.txt", "old")
        (self.folder / "link.txt").symlink_to("real.txt")
        self.succeed("scan", "a.ndjson", "-o", "link.txt")
        self.assertTrue((self.folder / "link.txt").is_symlink())
        self.assertIn("1 finding", (self.folder / "real.txt").read_text(encoding="utf-8"))

    def test_may_be_no_plain_file(self):
        self.write("a.ndjson", four_addresses())
        self.succeed("scan", "a.ndjson", "-o", "/dev/null")
        err = self.fail_with(1, "scan", "a.ndjson", "-o", "/dev/full")
        self.assertIn("No space left", err)


if __name__ == "__main__":
    program.main()
