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


class Plan(Import):
    def setUp(self):
        super().setUp()
        self.files = []
        for path in sorted(TABLES.glob("*.csv")):
            shutil.copy(path, self.folder)
            self.files.append(path.name)

    def plan(self, *arguments):
        before = sorted(path.name for path in self.folder.iterdir())
        out = self.succeed("import", "--plan", *arguments)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), before)
        return out

    def test_explains_each_column(self):
        out = self.plan("--map", "marketplace_tables", *self.files)
        self.assertIn("encoding cp932, as the mapping says; it looks like cp932", out)
        self.assertIn("written yyyy/M/d H:mm in Asia/Tokyo", out)
        self.assertIn("2025/11/4 10:12 → 2025-11-04T01:12:00Z (UTC)", out)
        self.assertIn("国籍: dropped: it may not be read", out)
        self.assertRegex(out, r"備考: [^\n]*\n +→ nothing reads it")
        self.assertIn("joined with users: 90 rows have a partner, 1 have none", out)
        self.assertIn("joined with users (reviewer): 3 rows have a partner", out)
        self.assertRegex(out, r"compared with users_20260401\.csv: 3 rows\s+unchanged")
        self.assertRegex(out, r"no events work\.log: C01")

    def test_shows_nobody(self):
        out = self.plan("--map", "marketplace_tables", *self.files) + self.plan(*self.files)
        for secret in ("花子", "hanako", "5550", "001-1000001", "192.0.2", "203.0.113"):
            self.assertNotIn(secret, out)

    def test_names_missing_columns(self):
        table = "番号,会員番号,応募日時\n1,1,46113\n"
        (self.folder / "bids.csv").write_text(table, encoding="cp932")
        out = self.plan("--map", "marketplace_tables", "users_20260401.csv", "bids.csv")
        self.assertIn("missing: the mapping reads the column 金額", out)
        self.write("bids.csv", table)
        out = self.plan("--map", "marketplace_tables", "users_20260401.csv", "bids.csv")
        self.assertRegex(out, r"places\s+are\s+no\s+text\s+in\s+it;\s+it\s+looks\s+like\s+utf-8")
        self.assertIn("the header row is no text in cp932", out.replace("\n  ", " "))

    def test_suggests_a_mapping_that_comes_along(self):
        out = self.plan(*self.files)
        self.assertIn("The mapping marketplace_tables seems to suit", out)

    def test_suggests_the_mapping_of_a_log_by_its_records(self):
        records = program.ROOT / "tests/ingest/records"
        for path in sorted([*records.glob("*.json"), *records.glob("*.ndjson")]):
            out = self.plan(str(path))
            self.assertIn(f"The mapping {path.name.split('.')[0]} seems to suit", out)

    def test_speaks_three_languages(self):
        for language, text in (("ja", "何も書き込んでいません"), ("ko", "아무것도 쓰지 않았음")):
            out = self.plan("--lang", language, "--map", "marketplace_tables", *self.files)
            self.assertIn(text, out)
            self.assertNotIn("nothing reads it", out)

    def test_writes_a_draft_that_imports(self):
        out = self.succeed("import", "--plan", "--write", "draft.yml", *self.files)
        self.assertIn("zone", out)
        text = (self.folder / "draft.yml").read_text(encoding="utf-8")
        self.assertIn("CHANGE THIS", text)
        text = text.replace("zone: UTC", "zone: Asia/Tokyo")
        (self.folder / "draft.yml").write_text(text, encoding="utf-8")
        events, refused = self.imported("--map", "draft.yml", *self.files)
        self.assertEqual(len(refused), 3)
        types = {event["type"] for event in events}
        self.assertEqual(types, {"account.registration", "profile.change", "payout.account",
                                 "session.start", "review.given", "bid.submitted"})  # fmt: skip
        first = [event for event in events if event["type"] == "account.registration"][0]
        self.assertEqual((first["account"], first["time"]), ("hanako_m", "2025-11-04T01:12:00Z"))
        error = self.fail_with(1, "import", "--plan", "--write", "draft.yml", *self.files)
        self.assertIn("exists already", error)

    def test_guesses_english_and_korean_names(self):
        self.write("users.csv", "User ID,Name,E-mail,Created At\n"
                   "u1,Ada,ada@example.com,2026-03-01 09:00:00\n")  # fmt: skip
        self.write("로그인.csv", "사용자ID,로그인 일시,IP 주소\nu1,2026.4.1 9:05,192.0.2.1\n")
        out = self.plan("users.csv", "로그인.csv")
        self.assertIn("account.registration", out)
        self.assertIn("written yyyy.M.d H:mm in UTC", out)
        self.assertIn("this plan is of a draft", out)

    def test_leaves_out_what_nothing_is_known_about(self):
        self.write("odd.csv", "a,b\n1,2\n")
        out = self.succeed("import", "--plan", "--write", "d.yml", "odd.csv", *self.files)
        self.assertIn("odd.csv is left out", out)
        error = self.fail_with(1, "import", "--plan", "odd.csv")
        self.assertIn("no mapping can be guessed", error)

    def test_says_that_only_commas_are_read(self):
        self.write("logins.csv", "会員番号\t日時\n1\t2026/4/1\n")
        self.write("all.yml", (program.ROOT / "mappings/marketplace_tables.yml")
                   .read_text("utf-8").replace("cp932", "utf-8"))  # fmt: skip
        self.assertIn("only commas are read", self.plan("--map", "all.yml", "logins.csv"))

    def test_asks_for_what_an_import_needs(self):
        self.assertIn("--plan", self.fail_with(1, "import", "bids.csv", "-o", "e"))
        error = self.fail_with(1, "import", "bids.csv", "--map", "marketplace_tables")
        self.assertIn("-o FILE", error)
        self.assertIn("more than once", self.fail_with(1, "import", "--plan", "-"))


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


class Accounts(Import):
    """--accounts: several names, one account."""

    MAPPING = """
mapping: log
logsource: {product: example}
fields: {time: at, account: who}
events:
  - {type: referral.made, when: {kind: tells}, fields: {other_account: whom}}
  - {type: session.start, when: {kind: login}}
"""
    LOG = (
        '{"at":1,"kind":"tells","who":"Ada-Codes","whom":"SN-2"}\n'
        '{"at":2,"kind":"login","who":"stranger"}\n'
    )

    def setUp(self):
        super().setUp()
        self.write("log.yml", self.MAPPING)
        self.write("log.ndjson", self.LOG)

    def test_names_lead_to_their_accounts(self):
        self.write("names.csv", "login,Account,serial\nada-codes ,ada@example.com,SN-1\n"
                                " , bob@example.com ,sn-2\n")  # fmt: skip
        out = self.succeed(
            "import", "--map", "log.yml", "--accounts", "names.csv", "log.ndjson", "-o", "e"
        )
        first, second = self.lines("e")
        self.assertEqual((first["account"], first["other_account"]),
                         ("ada@example.com", "bob@example.com"))  # fmt: skip
        self.assertEqual(second["account"], "stranger")
        self.assertIn("--accounts does not know, kept as they are: 1", out)

    def test_a_plan_does_not_call_a_document_lines(self):
        self.write("log.json", '{"items": [\n{"at":1,"kind":"login",\n "who":"ada"}]}')
        self.write("listed.yml", self.MAPPING + "records: items\n")
        out = self.succeed("import", "--plan", "--map", "listed.yml", "log.json", "--lang", "en")
        self.assertIn("JSON, one object for each record", out)
        self.assertIn("rows: 1, all looked at", out)

    def test_mistakes_in_the_names_are_placed(self):
        for text, said in (
            ("login\nada\n", 'names.csv:1: there is no column "account"'),
            ("account,login\n,x\n", "names.csv:2: the row names no account"),
            ("account,login\na,x\nb,X\n", "names.csv:3: \"X\" is a name of the account"),
            ("account,login\na,x,y\n", "names.csv:2: "),
        ):
            self.write("names.csv", text)
            err = self.fail_with(
                1, "import", "--map", "log.yml", "--accounts", "names.csv", "log.ndjson", "-o", "e"
            )
            self.assertIn(said, err)


if __name__ == "__main__":
    program.main()
