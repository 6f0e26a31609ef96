"""sekisho rules check, test, list, explain, doc."""

import json
import unicodedata

import program

RULE = """title: A sign-in
name: sign_in
logsource: {product: sekisho, category: session}
detection:
  start: {type: session.start}
  condition: start
"""
INDICATOR = program.ROOT / "indicators/access/b01_many_addresses.yml"


NOT_COMPUTED = """sekisho:
  id: Z11
  name: {en: A question, ja: 質問, ko: 질문}
  meaning: {en: a, ja: b, ko: c}
  sources: [{document: D, date: 2024-03-26, place: item 5, status_in_latest: not read}]
  audience: [client]
  evidence_class: conduct
  grade: flag
  sensitivity: none
  status: human
  needs: [{en: An answer of the interviewer., ja: 面接者の回答。, ko: 면접관의 답변.}]
  false_positives: [{en: a, ja: b, ko: c}]
  what_clears: [{en: a, ja: b, ko: c}]
"""


def columns(line):
    """Columns of a terminal: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class Check(program.ProgramTest):
    def test_counts_what_it_saw(self):
        self.write("rule.yml", RULE)
        out = self.succeed("rules", "check", "rule.yml")
        self.assertEqual(out, "1 file, 1 rule, 0 errors, 0 warnings\n")

    def test_names_place_number_and_help(self):
        self.write("rule.yml", RULE.replace("type: session", "tipe: session"))
        code, out, _ = self.run_program("rules", "check", "rule.yml")
        self.assertEqual(code, 1)
        self.assertRegex(out, r'rule\.yml:5:\d+: error\[SK0400\]: .*"tipe"')
        self.assertIn("  help: ", out)
        self.assertIn("1 file, 1 rule, 1 error, 0 warnings", out)

    def test_foreign_collections_get_a_percentage(self):
        self.write("good.yml", RULE.replace("type: session.start", "EventID: 4624"))
        self.write("bad.yml", "title: Look\nlogsource: {product: windows}\ndetection:\n"
                   "  x:\n    Image|re: '(?=a)b'\n  condition: x\n")  # fmt: skip
        code, out, _ = self.run_program(
            "rules", "check", "--foreign-fields", "--list-not-evaluated", "."
        )
        self.assertEqual(code, 0, out)
        self.assertIn("evaluated: 1 (50.0 %), loaded but not evaluated: 1, with errors: 0", out)
        self.assertRegex(out, r"bad\.yml:\d+: not evaluated \[SK0205\]: Look")

    def test_broken_yaml_is_an_answer_and_no_crash(self):
        for name, text in {
            "bracket.yml": "title: [\n",
            "tab.yml": "title: x\n\tname: y\n",
            "bytes.yml": b"\xff\xfe\x00",
            "bomb.yml": "a: &a [x,x,x,x,x,x,x,x]\n"
            + "".join(f"{b}: &{b} [" + ",".join([f"*{a}"] * 8) + "]\n"
                      for a, b in zip("abcdefgh", "bcdefghi")),  # fmt: skip
        }.items():
            self.write(name, text)
            for command in ("check", "test"):
                code, out, err = self.run_program("rules", command, name)
                self.assertEqual(code, 1, name)
                self.assertIn("error[SK", out + err, name)

    def test_missing_path(self):
        self.assertIn("there is no such file", self.fail_with(1, "rules", "check", "no.yml"))


class Cases(program.ProgramTest):
    def test_say_ok_each(self):
        out = self.succeed("rules", "test", INDICATOR)
        self.assertIn("ok   B01 four addresses within the hour\n", out)
        self.assertRegex(out, r"\d+ cases, 0 failed\n$")

    def test_show_what_was_expected_and_found(self):
        text = INDICATOR.read_text(encoding="utf-8")
        text = text.replace("value: 4, first: 59m", "value: 7, first: 59m")
        self.write("b01.yml", text)
        code, out, _ = self.run_program("rules", "test", "b01.yml")
        self.assertEqual(code, 1)
        self.assertIn("FAIL B01 four addresses within the hour\n", out)
        self.assertRegex(out, r"b01\.yml:\d+ \(detects\)")
        self.assertIn("expected: subject u1, value 7, first 59m, last 59m, events 4\n", out)
        self.assertIn("found:    subject u1, value 4, first 59m, last 59m, events 4, ", out)
        self.assertRegex(out, r"\d+ cases, 1 failed\n$")

    def test_need_cases(self):
        self.write("rule.yml", RULE)
        self.assertIn("no cases", self.fail_with(1, "rules", "test", "rule.yml"))

    def test_need_none_when_nothing_is_computed(self):
        self.write("z11.yml", NOT_COMPUTED)
        self.assertEqual(self.succeed("rules", "test", "z11.yml"), "0 cases, 0 failed\n")


class Words(program.ProgramTest):
    def test_list_names_every_indicator_and_parameter(self):
        out = self.succeed("rules", "list")
        for path in (program.ROOT / "indicators").rglob("*.yml"):
            self.assertIn(path.name[:3].upper(), out)
        self.assertRegex(out, r"B01\.addresses +4 +distinct network addresses")
        self.assertRegex(self.succeed("rules", "list", "--set", "B01.addresses=9"),
                         r"B01\.addresses +9 ")  # fmt: skip
        self.assertIn("書類", self.succeed("rules", "list", "--lang", "ja"))

    def test_coverage_says_what_each_indicator_looks_at_or_needs(self):
        self.write("z11.yml", NOT_COMPUTED)
        out = self.succeed("rules", "list", "--coverage", INDICATOR, "z11.yml")
        self.assertRegex(out, r"B01 +Many network .* computed +network +flag +none +19\n")
        self.assertIn("\n      events: session.activity, session.start\n", out)
        self.assertIn("\n      facts: network.address, network.latitude, network.mobile, ", out)
        self.assertRegex(out, r"Z11 +A question .* 0\n +needs: An answer of the interviewer\.\n")
        self.assertTrue(out.endswith("\ncomputed 1 · by people 1 · 2 in all, 19 cases\n"), out)

    def test_lists_fit_a_terminal_and_a_pipe(self):
        for language in ("en", "ja", "ko"):
            for options in ((), ("--coverage",)):
                out = self.succeed("rules", "list", "--lang", language, *options)
                widest = max(out.splitlines(), key=columns)
                self.assertLessEqual(columns(widest), 120, widest)

    def test_coverage_for_programs(self):
        out = self.succeed("rules", "list", "--coverage", "--format", "ndjson")
        entries = [json.loads(line) for line in out.splitlines()]
        self.assertEqual(len(entries), len(list((program.ROOT / "indicators").rglob("*.yml"))))
        b01 = next(entry for entry in entries if entry["indicator"] == "B01")
        self.assertEqual(b01["events"], ["session.activity", "session.start"])
        self.assertEqual(b01["facts"], ["network.address", "network.latitude", "network.mobile",
                                        "network.relayed"])  # fmt: skip
        self.assertEqual(set(b01["cases"]), {"detects", "ignores", "at_limit", "shuffled"})
        self.assertEqual(
            b01["parameters"],
            {"addresses": "4", "countries": "2", "very_many": "8", "distance": "500",
             "speed": "1000", "jumps": "3", "jumps_window": "24h", "window": "1h"},
        )  # fmt: skip
        self.assertIn("JP-2024-03-26", b01["sources"])

    def test_explain_says_everything_in_each_language(self):
        for language in ("en", "ja", "ko"):
            out = self.succeed("rules", "explain", "b01", "--lang", language)
            self.assert_golden(f"explain_b01.{language}.txt", out)

    def test_an_indicator_that_is_not_computed_says_what_it_needs(self):
        self.write("z11.yml", NOT_COMPUTED)
        self.assertIn("1 file, 0 rules, 0 errors", self.succeed("rules", "check", "z11.yml"))
        self.assertRegex(self.succeed("rules", "list", "z11.yml"), r"Z11 +A question .* by people")
        self.write("indicators/z11.yml", NOT_COMPUTED)
        page = self.succeed("rules", "explain", "Z11", "--indicators", "indicators")
        self.assertIn("What is needed to evaluate it\n  • An answer of the interviewer.\n", page)
        self.assertNotIn("Parameters", page)
        page = self.succeed("rules", "doc", "z11.yml")
        self.assertIn("What is needed to evaluate it:\n\n* An answer of the interviewer.\n", page)

    def test_explain_says_when_a_parameter_was_changed(self):
        out = self.succeed("rules", "explain", "B01", "--set", "B01.addresses=9")
        self.assertIn("addresses = 9 (default 4)", out)
        self.assertIn("within 1h: at least 9", out)

    def test_explain_says_how_far_a_parameter_goes(self):
        for language, words in (("en", "At most 4: "), ("ja", "最大値 4: "), ("ko", "최댓값 4: ")):
            page = self.succeed("rules", "explain", "X04", "--lang", language)
            self.assertEqual(page.count(words), 2, page)

    def test_explain_knows_the_diagnostics(self):
        self.assertIn("SK0401", self.succeed("rules", "explain", "sk401"))

    def test_the_page_is_up_to_date(self):
        page = (program.ROOT / "docs/indicators.md").read_text(encoding="utf-8")
        self.assertEqual(self.succeed("rules", "doc"), page,
                         "make it with: sekisho rules doc > docs/indicators.md")  # fmt: skip


if __name__ == "__main__":
    program.main()
