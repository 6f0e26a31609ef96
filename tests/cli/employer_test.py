"""The example company: its logs and tables, through the shipped mappings, to exactly its findings.

examples/employer/README.md says who does what.
"""

import json
import subprocess
import sys

import program

EXAMPLE = program.ROOT / "examples/employer"
LOGS = {
    "entra_signins.json": "entra",
    "okta_log.json": "okta",
    "zoom_report.json": "zoom",
    "zoom_dashboard.json": "zoom",
    "cloudtrail.json": "cloudtrail",
    "github_audit.ndjson": "github",
}
ONE_HOUSE = "7-8-9 example minatoku tokyo"
# rule, subject without "@example.com": nothing else is found. What b05, b06, g05 and
# x49_unmanaged show the same as its neighbours, more weakly.
EXPECTED = """
b05_hidden_days gus
b06_time_zone hana
b07_device_elsewhere fay
b08_vpn_days gus
g02_address_at_hire lea
g05_volume lea
x45_always_elsewhere gus
x46_networks_never_meet fay
x47_other_zone hana
x48_shared_device phone-8
x49_unmanaged ivo
x49_unmanaged_and_shift ivo
x50_second_tool jun
x51_set_up jun
x51_on_arrival jun SN-EX-0010
x52_hardware jun
x52_on_managed_device jun SN-EX-0010
x53_simulator jun
x54_day_long_meetings jun
x56_not_matching kei
x56_again kei
x58_one_tool kei
x58_several_tools kei
x59_named kei
x59_both kei
x5a_bulk lea
x67_named lea
x68_two_at_one_address {house}
x68_several_at_one_address {house}
""".format(house=ONE_HOUSE).split("\n")[1:-1]
HONEST = ["ada", "bruno", "chika", "dan", "emi"]


class Employer(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.refused = []
        tables = sorted(str(path) for path in EXAMPLE.glob("*.csv"))
        self.imported("employer_tables", "tables", *tables)
        for name, mapping in LOGS.items():
            self.imported(mapping, name, str(EXAMPLE / name))
        parts = sorted(self.folder.glob("*.part"))
        self.write("all.ndjson", b"".join(path.read_bytes() for path in parts))

    def imported(self, mapping, name, *files):
        out = self.succeed(
            "import", "--map", mapping, *files, "-o", f"{name}.part", "--rejects", "refused"
        )
        self.refused += (self.folder / "refused").read_text(encoding="utf-8").splitlines()
        return out

    def findings(self, *arguments):
        text = self.succeed("scan", "--format", "ndjson", *arguments, "all.ndjson")
        lines = [json.loads(line) for line in text.splitlines()]
        return [line for line in lines if "finding" in line]

    def test_exactly_the_expected_findings(self):
        found = [
            f"{f['rule']} {f['subject']['id'].replace('@example.com', '')}"
            for f in self.findings("--lists", str(EXAMPLE / "lists"))
        ]
        self.assertEqual(sorted(found), sorted(EXPECTED))
        self.assertEqual(self.refused, [])

    def test_honest_people_are_named_nowhere(self):
        for finding in self.findings("--lists", str(EXAMPLE / "lists")):
            self.assertNotIn(finding["subject"]["id"].split("@")[0], HONEST, finding)

    def test_without_lists_what_needs_them_is_not_evaluated_and_not_found(self):
        found = {finding["indicator"] for finding in self.findings()}
        self.assertEqual(found & {"B05", "B07", "B08", "X45", "X46"}, set())
        self.assertIn("X50", found)

    def test_kinds_that_mean_nothing_are_counted(self):
        out = self.imported("cloudtrail", "again", str(EXAMPLE / "cloudtrail.json"))
        self.assertIn("DescribeInstances 6", out)
        out = self.imported("entra", "again", str(EXAMPLE / "entra_signins.json"))
        self.assertIn("50126 1", out)
        tables = sorted(str(path) for path in EXAMPLE.glob("roster*.csv"))
        self.assertIn("Nationality 24", self.imported("employer_tables", "again", *tables))

    def test_the_files_are_up_to_date(self):
        made = [sys.executable, program.ROOT / "tools/make_employer.py", "--check"]
        self.assertEqual(subprocess.run(made, check=False).returncode, 0)


if __name__ == "__main__":
    program.main()
