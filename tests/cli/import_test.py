"""sekisho import: tables and logs of other products become events."""

import json
import shutil
import subprocess
import sys

import program

TABLES = program.ROOT / "examples/tables"
MAPPING = """
mapping: shop
logsource: {product: shop}
zone: Asia/Tokyo
tables:
  people:
    files: people_{yyyyMMdd}.csv
    rows: states
    key: id
    events:
      - type: account.registration
        fields: {account: id, name: name, time: {from: made, format: yyyy/M/d}}
      - type: profile.change
        on: change
        column: name
        fields:
          account: id
          field: {constant: name}
          value: name
          previous: old.name
          time: {from: changed, format: "yyyy/M/d H:mm"}
      - {type: account.closed, on: gone, fields: {account: id}}
"""
HEADER = "id,name,made,changed\n"
OLD = HEADER + "1,Ada,2026/3/1,\n2,Bob,2026/3/2,\n3,Cem,2026/3/3,\n"


class Import(program.ProgramTest):
    def imported(self, *arguments):
        self.succeed("import", *arguments, "-o", "events.ndjson", "--rejects", "refused.ndjson")
        return self.lines("events.ndjson"), self.lines("refused.ndjson")

    def lines(self, name):
        text = (self.folder / name).read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def states(self, new):
        self.write("shop.yml", MAPPING)
        self.write("people_20260401.csv", OLD)
        self.write("people_20260501.csv", new)
        files = ("people_20260501.csv", "people_20260401.csv")
        return self.imported("--map", "shop.yml", *files)


class Example(Import):
    def setUp(self):
        super().setUp()
        self.files = []
        for path in sorted(TABLES.glob("*.csv")):
            shutil.copy(path, self.folder)
            self.files.append(path.name)
        self.events, self.refused = self.imported("--map", "marketplace_tables", *self.files)

    def test_is_made_by_its_tool(self):
        tool = program.ROOT / "tools/make_tables.py"
        done = subprocess.run([sys.executable, tool, "--check"], check=False)
        self.assertEqual(done.returncode, 0)

    def test_reads_all_five_tables(self):
        tables = {event["id"].split(":")[0] for event in self.events}
        self.assertEqual(tables, {"users", "banks", "logins", "reviews", "bids"})
        self.assertEqual(len(self.events), 128)
        first = self.events[0]
        self.assertEqual((first["time"], first["name"]), ("2025-11-04T01:12:00Z", "見本 花子"))
        self.assertFalse([event for event in self.events if "国籍" in json.dumps(event)])

    def test_joins_users_by_their_number(self):
        reviews = [event for event in self.events if event["type"] == "review.given"]
        pairs = [(event["account"], event["other_account"]) for event in reviews]
        self.assertEqual(pairs[0], ("kaisha_a", "hanako_m"))
        # Gone from the newer file, still known from the older one.
        self.assertEqual(pairs[2], ("kaisha_b", "misaki_t"))

    def test_sees_what_changed_between_two_files(self):
        changes = [event for event in self.events if event["type"] == "profile.change"]
        seen = {(event["account"], event["field"], event["time"]) for event in changes}
        self.assertEqual(seen, {("jiro_s", "email", "2026-04-19T17:14:00Z"),
                                ("jiro_s", "phone", "2026-04-19T17:14:00Z"),
                                ("misaki_t", "name", "2026-04-10T03:00:00Z")})  # fmt: skip
        closed = [event for event in self.events if event["type"] == "account.closed"]
        self.assertEqual([event["account"] for event in closed], ["kaisha_b"])

    def test_keeps_what_was_refused_with_line_and_column(self):
        places = [(entry["source"], entry["line"], entry["column"]) for entry in self.refused]
        self.assertEqual(places, [("logins.csv", 91, None), ("logins.csv", 92, 6),
                                  ("logins.csv", 93, 38)])  # fmt: skip
        self.assertIn('no row of the table "users"', self.refused[0]["reason"])

    def test_can_be_scanned(self):
        out = self.succeed("scan", "--format", "ndjson", "events.ndjson")
        lines = [json.loads(line) for line in out.splitlines()]
        found = {(f["indicator"], tuple(f["accounts"])) for f in lines if "indicator" in f}
        self.assertIn(("B01", ("jiro_s",)), found)
        shared = [accounts for code, accounts in found if code == "A05"]
        self.assertEqual(shared, [("jiro_s", "taro_r")])

    def test_says_what_is_not_evaluated(self):
        out = self.succeed("import", "--map", "marketplace_tables", *self.files, "-o", "again")
        evaluated, rest = out.split("Misleading without more")
        for code in ("A05", "B01", "C04"):
            self.assertIn(code, evaluated)
        self.assertIn("only as far as two states differ", evaluated)
        self.assertRegex(rest, r"no events award\.granted: C05")
        self.assertRegex(rest, r"no events work\.log: C01")
        self.assertRegex(rest, r"session\.start comes without country: B06")

    def test_says_that_one_state_shows_no_change(self):
        out = self.succeed(
            "import", "--lang", "ja", "--map", "marketplace_tables", "users_20260401.csv",
            "-o", "again")  # fmt: skip
        one_state = out.split("別の時点の表が必要です")[1].split("：")[1]
        self.assertIn("E04", one_state)

    def test_is_refused_by_scan_as_a_mapping(self):
        error = self.fail_with(1, "scan", "--map", "marketplace_tables", "bids.csv")
        self.assertIn("sekisho import", error)


class Snapshots(Import):
    def test_dates_a_change_between_the_files(self):
        events, _ = self.states(
            HEADER + "1,Eve,2026/3/1,2026/4/9 9:00\n2,Bo,2026/3/2,2026/3/9 9:00\n3,Cem,2026/3/3,\n"
        )
        changes = {e["account"]: e for e in events if e["type"] == "profile.change"}
        self.assertEqual(changes["1"]["time"], "2026-04-09T00:00:00Z")
        self.assertEqual(changes["1"]["previous"], "Ada")
        self.assertEqual(changes["2"]["time"], "2026-04-30T15:00:00Z")
        self.assertEqual([e for e in events if e["type"] == "account.closed"], [])

    def test_takes_nobody_for_gone_when_a_row_is_unreadable(self):
        events, refused = self.states(HEADER + "1,Ada,2026/3/1,\nbroken\n")
        self.assertEqual([e["type"] for e in events], ["account.registration"] * 3)
        self.assertEqual([entry["line"] for entry in refused], [3])

    def test_refuses_a_key_that_stands_twice(self):
        _, refused = self.states(OLD + "1,Ida,2026/3/1,\n")
        self.assertIn("stands on line 2 already", refused[0]["reason"])

    def test_does_not_guess_the_order_of_files(self):
        self.write("shop.yml", MAPPING.replace("people_{yyyyMMdd}.csv", "people*.csv"))
        self.write("people1.csv", OLD)
        self.write("people2.csv", OLD)
        error = self.fail_with(
            1, "import", "--map", "shop.yml", "people1.csv", "people2.csv", "-o", "e.ndjson"
        )
        self.assertIn("when they were taken", error)

    def test_says_which_tables_there_are(self):
        self.write("shop.yml", MAPPING)
        self.write("other.csv", OLD)
        error = self.fail_with(1, "import", "--map", "shop.yml", "other.csv", "-o", "e.ndjson")
        self.assertIn("people (people_{yyyyMMdd}.csv)", error)


if __name__ == "__main__":
    program.main()
