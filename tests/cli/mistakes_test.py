"""Deliberate mistakes: each gets an answer that says what, where and what to do."""

import os
import unittest

import program

EVENT = (
    '{"time": "2026-04-01T00:00:00Z", "type": "session.start", "account": "u1", "ip": "192.0.2.1"}'
)


class Usage(program.ProgramTest):
    def test_nothing_at_all_shows_the_help(self):
        self.assertIn("Examples:", self.fail_with(2))

    def test_version_and_help(self):
        self.assertRegex(self.succeed("--version"), r"^sekisho \d+\.\d+")
        for command in ([], ["scan"], ["rules"], ["rules", "check"], ["rules", "test"]):
            self.assertIn("Usage: sekisho", self.succeed(*command, "--help"))

    def test_misspelt_commands_and_options(self):
        self.assertIn('did you mean "scan"?', self.fail_with(2, "scna", "a"))
        self.assertIn('did you mean "check"?', self.fail_with(2, "rules", "chek"))
        err = self.fail_with(2, "scan", "--formt", "ndjson", "a")
        self.assertIn('there is no option --formt; did you mean "--format"?', err)
        self.assertIn("`sekisho scan --help`", err)

    def test_missing_and_wrong_values(self):
        self.assertIn("FILE is required", self.fail_with(2, "scan"))
        self.assertIn("which command?", self.fail_with(2, "rules"))
        self.assertIn("{table,ndjson,html}", self.fail_with(2, "scan", "--format", "xml", "a"))
        self.assertIn("{en,ja,ko}", self.fail_with(2, "scan", "--lang", "fr", "a"))
        self.assertIn("1 to 64", self.fail_with(2, "scan", "--shards", "0", "a"))
        self.assertIn("CODE.parameter=value", self.fail_with(2, "scan", "--set", "B01=4", "a"))

    def test_a_bad_value_of_a_command_with_subcommands(self):
        for option in ("--for", "--format"):
            error = self.fail_with(2, "report", "c.json", option, "xx")
            self.assertIn(option + ": xx", error)
            self.assertNotIn("which command?", error)


class Files(program.ProgramTest):
    def test_missing(self):
        self.write("platform.ndjson", EVENT)
        err = self.fail_with(1, "scan", "platfrom.ndjson")
        self.assertIn('there is no such file; did you mean "platform.ndjson"?', err)

    def test_folder(self):
        self.write("logs/a.ndjson", EVENT)
        self.assertIn("logs is a folder", self.fail_with(1, "scan", "logs"))

    def test_rules_given_as_events(self):
        self.write("rule.yml", "title: x\n")
        self.assertIn("--indicators rule.yml", self.fail_with(1, "scan", "rule.yml"))

    def test_named_twice(self):
        self.write("a.ndjson", EVENT)
        self.assertIn("named twice", self.fail_with(1, "scan", "a.ndjson", "a.ndjson"))

    def test_empty(self):
        self.write("a.ndjson", "")
        code, out, err = self.run_program("scan", "a.ndjson")
        self.assertEqual(code, 0)
        self.assertIn("a.ndjson is empty", err)
        self.assertIn("No findings", out)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_without_permission(self):
        self.write("a.ndjson", EVENT)
        (self.folder / "a.ndjson").chmod(0)
        self.assertIn("no permission", self.fail_with(1, "scan", "a.ndjson"))

    def test_outputs_that_cannot_be_written(self):
        self.write("a.ndjson", EVENT)
        err = self.fail_with(1, "scan", "a.ndjson", "-o", "no/such/file")
        self.assertIn("does the folder exist?", err)
        self.assertIn("is a folder", self.fail_with(1, "scan", "a.ndjson", "-o", "."))


class Rules(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.ndjson", EVENT)

    def test_unknown_parameter(self):
        err = self.fail_with(1, "scan", "a.ndjson", "--set", "B01.adresses=4")
        self.assertIn('did you mean "B01.addresses"?', err)

    def test_wrong_value_of_a_parameter(self):
        err = self.fail_with(1, "scan", "a.ndjson", "--set", "B01.addresses=many")
        self.assertIn("B01.addresses=many is not a number", err)

    def test_a_value_that_can_never_be_reached(self):
        err = self.fail_with(1, "scan", "a.ndjson", "--set", "X04.mail_names=5")
        self.assertIn("error[SK0806]", err)
        self.assertIn("X04.mail_names=5 is above the greatest value, 4", err)
        self.succeed("scan", "a.ndjson", "--set", "X04.mail_names=4")

    def test_missing_indicators(self):
        err = self.fail_with(1, "scan", "a.ndjson", "--indicators", "nowhere")
        self.assertIn("nowhere: there is no such file or folder", err)

    def test_not_a_rule_file(self):
        err = self.fail_with(1, "scan", "a.ndjson", "--indicators", "a.ndjson")
        self.assertIn("error[SK", err)

    def test_data_folder(self):
        err = self.fail_with(1, "scan", "a.ndjson", env={"SEKISHO_DATA_DIR": str(self.folder)})
        self.assertIn("SEKISHO_DATA_DIR", err)
        self.succeed("scan", "a.ndjson", env={"SEKISHO_DATA_DIR": str(program.ROOT)})

    def test_unknown_indicator(self):
        self.assertIn("rules list", self.fail_with(1, "rules", "explain", "Z99"))


if __name__ == "__main__":
    program.main()
