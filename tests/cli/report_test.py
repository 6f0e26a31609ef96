"""sekisho report, from outside."""

import hashlib
import io
import json
import re
import zipfile

import program
import vet_test

EVENTS = [
    {"id": "e0", "time": "2026-04-01T00:00:00Z", "type": "account.registration", "account": "u-77",
     "name": "Hanako Sample", "email": "hanako@example.com"},
    *(
        {"id": f"e{i + 1}", "time": f"2026-04-01T00:{10 * i:02}:00Z", "type": "session.start",
         "account": "u-77", "ip": f"{network}.77", "device": "device-77"}
        for i, network in enumerate(("192.0.2", "198.51.100", "203.0.113", "192.0.2"))
    ),
    {"id": "e8", "time": "2026-04-01T00:41:00Z", "type": "session.start", "account": "u-77",
     "ip": "203.0.113.9"},
    {"id": "e9", "time": "2026-04-02T00:00:00Z", "type": "payout.payment", "account": "u-77",
     "amount": 1200, "currency": "USD", "payout": {"kind": "bank", "identifier": "EX-0077",
     "holder": "Taro Payee", "institution": "Example Bank"}},
    {"id": "f1", "time": "2026-04-02T00:00:00Z", "type": "session.start", "account": "other-1",
     "ip": "192.0.2.200"},
]  # fmt: skip
PERSONAL = ("u-77", "Hanako", "hanako@", "192.0.2.77", "device-77", "Taro", "EX-0077",
            "Example Bank")  # fmt: skip
STEPS = (("checked", "B. Second"), ("approved", "C. Lead"))


class Report(program.ProgramTest):
    def start(self):
        """A report about u-77 with nothing left to fill in."""
        self.write("e.ndjson", "".join(json.dumps(event) + "\n" for event in EVENTS))
        self.succeed("report", "--init", "--events", "e.ndjson", "--account", "u-77",
                     "-o", "r.json", "--time-zone", "Asia/Tokyo")  # fmt: skip
        report = self.read("r.json")
        for key, value in list(report.items()):
            if value in ("to fill in", ["to fill in"]):
                del report[key]
        report["reporter"] = {"organisation": "Example Market"}
        report["states"][0]["by"] = "A. Writer"
        report["summary"] = "Taro was asked and did not answer for U-77."
        self.save("r.json", report)
        return report

    def read(self, name):
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def save(self, name, content):
        self.write(name, json.dumps(content, ensure_ascii=False))

    def step(self, state, by, *more, day=20):
        return self.run_program("report", "step", "r.json", "--to", state, "--by", by,
                                "--at", f"2026-04-{day}T00:00:00Z", *more)  # fmt: skip

    def approve(self):
        for state, by in STEPS:
            code, _, err = self.step(state, by)
            self.assertEqual(code, 0, err)

    def page(self, recipient="us", name="r.json", **options):
        return self.succeed("report", name, "--for", recipient, "--lang", "en", **options)

    def test_two_commands_from_events_to_a_draft(self):
        report = self.start()
        self.assertEqual([one["indicator"] for one in report["findings"]], ["B01"])
        self.assertEqual(report["findings"][0]["value"], "4")
        self.assertEqual(report["subject"]["account_names"], ["Hanako Sample"])
        self.assertEqual(
            report["money"],
            [{"date": "2026-04-02", "amount": 1200, "currency": "USD", "payee": "Taro Payee",
              "account": "Example Bank EX-0077"}])  # fmt: skip
        self.assertEqual({one["kind"] for one in report["technical"]}, {"address", "device"})
        self.assertNotIn("other-1", json.dumps(report))
        for recipient in ("jp", "us", "kr", "str"):
            page = self.page(recipient)
            for value in PERSONAL:
                self.assertNotIn(value, page, recipient)
            self.assertNotIn("mailto:", page)

    def test_numbers_of_documents_and_names_that_changed(self):
        changes = (("document.number", "TK1234567"), ("name", "Hana Other"),
                   ("name", "621498320257"), ("email", "other@example.com"),
                   ("name", "Hana Third " + "x" * 600))  # fmt: skip
        self.write("e.ndjson", "".join(
            json.dumps({"time": f"2026-04-01T00:{10 + i}:00Z", "type": "profile.change",
                        "account": "u-77", "field": field, "value": value}) + "\n"
            for i, (field, value) in enumerate(changes)))  # fmt: skip
        code, out, err = self.run_program(
            "report", "--init", "--events", "e.ndjson", "--account", "u-77", "--lang", "en")
        self.assertEqual(code, 0, err)
        report = json.loads(out)
        self.assertEqual([one["indicator"] for one in report["findings"]], ["X20"])
        self.assertIn("Hana Other", report["subject"]["account_names"])
        self.assertEqual(report["subject"]["contacts"], ["other@example.com"])
        for number in ("TK1234567", "621498320257", "x" * 501):
            self.assertNotIn(number, json.dumps(report["events"]))
        self.assertIn({"what": "values", "count": 1}, report["left_out"])
        self.assertIn("1 values were left out", err)

    def test_what_is_too_much_is_counted_in_the_report(self):
        lines = [{"time": f"2026-04-01T{i // 60:02}:{i % 60:02}:00Z", "type": "payout.payment",
                  "account": "u-77", "amount": 1, "currency": "USD",
                  "ip": f"192.0.{i // 250}.{i % 250}",
                  "device": "device-77" if i == 0 else ""} for i in range(600)]  # fmt: skip
        self.write("e.ndjson", "".join(json.dumps(one) + "\n" for one in lines))
        text = self.succeed("report", "--init", "--events", "e.ndjson", "--account", "u-77")
        report = json.loads(text)
        self.assertIn({"what": "payments", "count": 100}, report["left_out"])
        self.assertIn({"what": "traces", "count": 101}, report["left_out"])
        self.assertIn("device", {one["kind"] for one in report["technical"]})
        self.write("r.json", text)
        self.assertIn("payments 100", self.page())

    def test_what_people_have_exempted_is_not_reported(self):
        self.start()
        granted = {"time": "2026-04-01T12:00:00Z", "type": "exemption.granted", "account": "u-77",
                   "exemption": {"kind": "indicator", "indicator": "B01"}, "reviewer": "r-1",
                   "reason": "travels with a team"}  # fmt: skip
        lines = (self.folder / "e.ndjson").read_text(encoding="utf-8")
        self.write("more.ndjson", lines + json.dumps(granted) + "\n")
        code, out, err = self.run_program(
            "report", "--init", "--events", "more.ndjson", "--account", "u-77")
        self.assertEqual(code, 0, err)
        self.assertEqual(json.loads(out)["findings"], [])
        self.assertIn("1 findings were left out", err)

    def test_the_id_is_no_hash_of_the_account_alone(self):
        report = self.start()
        more = {"time": "2026-04-01T12:00:00Z", "type": "session.start", "account": "u-77",
                "ip": "192.0.2.78"}  # fmt: skip
        lines = (self.folder / "e.ndjson").read_text(encoding="utf-8")
        self.write("more.ndjson", lines + json.dumps(more) + "\n")
        for name, equal in (("e.ndjson", True), ("more.ndjson", False)):
            text = self.succeed("report", "--init", "--events", name, "--account", "u-77",
                                "--time-zone", "Asia/Tokyo")  # fmt: skip
            again = json.loads(text)
            self.assertEqual((again["account"], again["as_of"]), ("u-77", report["as_of"]))
            self.assertEqual(again["id"] == report["id"], equal, name)

    def test_from_a_candidate(self):
        self.save("c.json", vet_test.EXAMPLE)
        self.succeed("report", "--init", "c.json", "-o", "r.json")
        report = self.read("r.json")
        self.assertEqual([one["indicator"] for one in report["findings"]], ["A02", "D02", "E01"])
        self.assertEqual(report["time_zone"], "Asia/Tokyo")
        self.assertEqual(self.page("jp", "c.json"), self.page("jp"))
        self.assertNotIn("山本", self.page("jp"))

    def test_names_of_employers_schools_and_sites_may_be_any(self):
        """A name is no statement about a person, in whatever sentence of the program it stands."""
        content = json.loads(json.dumps(vet_test.EXAMPLE))
        post = {"from": "2015-01", "to": "2020-12", "time": "full"}
        content["claims"]["birth_year"] = 2004
        content["claims"]["employers"] = [
            {"name": "Nippon Indian Food Co", **post},
            {"name": "Korean Language School", **post},
            {"name": "朝鮮人参茶房", "from": "2019", "to": "2018"},
        ]
        content["claims"]["education"] = [
            {"school": "Swiss-French Institute for Asians", "degree": "BSc",
             "from": "2019-01", "to": "2019-03"},
        ]  # fmt: skip
        content["profiles"][0].update(site="german-developers.example.com", pages=1,
                                      created_at="2026-03-20T00:00:00Z",
                                      taken_at="2026-04-01T00:00:00Z")  # fmt: skip
        content["approaches"] = [
            {"at": "2026-04-01T09:00:00+09:00", "role": "executive",
             "domain": "russian-trade.example.com", "in_registry": False},
        ]  # fmt: skip
        content["checks"] = [{"measure": "M24", "subject": "American English Academy",
                              "state": "done", "result": "failed", "contact_source": "registry",
                              "by": "R", "at": "2026-04-06T10:00:00+09:00"}]  # fmt: skip
        self.save("c.json", content)
        self.succeed("report", "--init", "c.json", "-o", "r.json")
        found = {one["indicator"] for one in self.read("r.json")["findings"]}
        self.assertLessEqual({"X09", "E03", "E10", "E11"}, found)
        for recipient in ("jp", "us", "kr", "str"):
            self.page(recipient)

    def test_pages(self):
        self.start()
        self.approve()
        report = self.read("r.json")
        report["versions"] = {}  # change with every rule; the content is signed anew
        report["not_evaluated"] = []
        report["id"] = "r-000000000001"
        report["states"] = report["states"][:1]
        self.save("r.json", report)
        self.approve()
        for recipient in ("jp", "us", "kr", "str"):
            page = re.sub(r"[\w-]+@[a-z]+\.go\.jp", "(office's address)", self.page(recipient))
            self.assert_golden(f"report_{recipient}.html", page)

    def test_steps(self):
        self.start()
        code, _, err = self.step("approved", "B. Second")
        self.assertEqual(code, 1)
        self.assertIn("approved may not follow draft", err)
        self.assertEqual(len(self.read("r.json")["states"]), 1, "nothing was written")
        self.assertIn("who wrote the draft", self.step("checked", "a. writer")[2])
        self.approve()
        self.assertIn("channel", self.step("handed_over", "C. Lead", day=21)[2])
        code, _, err = self.step("handed_over", "C. Lead", "--channel", "by letter",
                                 "--reference", "77-1", day=21)  # fmt: skip
        self.assertEqual(code, 0, err)
        self.assertIn("77-1", self.page())
        self.assertEqual(self.step("closed", "C. Lead", day=22)[0], 0)
        self.assertEqual(self.step("withheld", "C. Lead", "--reason", "x", day=23)[0], 1)

    def test_a_change_after_the_approval(self):
        self.start()
        self.approve()
        report = self.read("r.json")
        report["threats"] = "None."
        self.save("r.json", report)
        err = self.fail_with(1, "report", "r.json", "--for", "jp")
        self.assertIn("the report was changed after it was approved", err)

    def test_approval_in_a_file_of_its_own(self):
        self.start()
        self.approve()
        report = self.read("r.json")
        states = report["states"]
        report["states"] = states[:1]
        self.save("r.json", report)
        self.save("a.json", {"format": "sekisho.approval/1", "report": report["id"],
                             "states": states[1:]})  # fmt: skip
        self.assertNotIn("Taro Payee", self.page())
        page = self.succeed("report", "r.json", "--for", "us", "--approval", "a.json")
        self.assertIn("Taro Payee", page)

    def test_bundle(self):
        self.start()
        err = self.fail_with(1, "report", "r.json", "--for", "jp", "--bundle", "b.zip")
        self.assertIn("made of an approved one", err)
        self.approve()
        self.succeed("report", "r.json", "--for", "jp", "--bundle", "b.zip")
        self.succeed("report", "r.json", "--for", "jp", "--bundle", "c.zip")
        bundle = (self.folder / "b.zip").read_bytes()
        self.assertEqual(bundle, (self.folder / "c.zip").read_bytes())
        with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
            names = archive.namelist()
            manifest = json.loads(archive.read("manifest.json"))
            for member in manifest["members"]:
                data = archive.read(member["name"])
                self.assertEqual(hashlib.sha256(data).hexdigest(), member["sha256"])
                self.assertEqual(len(data), member["bytes"])
        self.assertEqual(names, sorted(names))
        self.assertEqual(
            set(names) - {"manifest.json"}, {one["name"] for one in manifest["members"]})
        self.assertIn("rules/B01.yml", names)
        self.assertIn("Every member", self.succeed("report", "verify", "b.zip", "--lang", "en"))

    def test_a_bundle_that_was_changed(self):
        self.start()
        self.approve()
        self.succeed("report", "r.json", "--for", "us", "--bundle", "b.zip")
        with zipfile.ZipFile(self.folder / "b.zip") as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        members["events.csv"] += b"x"
        members["more.txt"] = b"y"
        del members["lists.json"]
        with zipfile.ZipFile(self.folder / "d.zip", "w") as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        code, out, _ = self.run_program("report", "verify", "d.zip", "--lang", "en")
        self.assertEqual(code, 1)
        for line in ("changed  events.csv", "extra    more.txt", "missing  lists.json"):
            self.assertIn(line, out)
        self.assertIn("not as it was made", out)
        data = (self.folder / "b.zip").read_bytes()
        self.write("cut.zip", data[: len(data) // 2])
        self.assertIn("no sound zip file", self.fail_with(1, "report", "verify", "cut.zip"))
        self.assertIn("no such file", self.fail_with(1, "report", "verify", "none.zip"))

    def test_nothing_that_people_wrote_is_lost_or_shown(self):
        self.start()
        path = self.folder / "r.json"
        before = path.read_bytes()
        for out in ("-o", "--bundle"):
            err = self.fail_with(1, "report", "r.json", "--for", "us", out, "./r.json")
            self.assertIn("name another file", err)
        err = self.fail_with(1, "report", "r.json", "--for", "us", "-o", "x", "--bundle", "x")
        self.assertIn("both name x", err)
        self.assertEqual(path.read_bytes(), before)
        path.chmod(0o600)
        self.assertEqual(self.step("checked", "B. Second")[0], 0)
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)

    def test_options_that_would_be_ignored(self):
        self.start()
        for option, value in (("--as-of", "2026-01-01T00:00:00Z"), ("--lists", "."),
                              ("--events", "e.ndjson"), ("--pool", "."),
                              ("--time-zone", "Asia/Seoul")):  # fmt: skip
            err = self.fail_with(1, "report", "r.json", "--for", "us", option, value)
            self.assertIn("is a report already", err, option)
        init = ("report", "--init", "--events", "e.ndjson", "--account", "u-77")
        for option in ("--bundle", "--approval"):
            self.assertIn("was begun", self.fail_with(2, *init, option, "x"))
        self.assertIn("--pool", self.fail_with(2, *init, "--pool", "."))
        err = self.fail_with(1, *init, "-o", "z.json", "--time-zone", "Foo/Bar")
        self.assertIn("Foo/Bar", err)
        self.assertFalse((self.folder / "z.json").exists())

    def test_usage(self):
        self.assertIn("--for", self.fail_with(2, "report", "r.json"))
        self.assertIn("--init", self.fail_with(2, "report"))
        self.assertIn("--account", self.fail_with(2, "report", "--init", "--events", "e.ndjson"))
        self.start()
        err = self.fail_with(1, "report", "--init", "--events", "e.ndjson", "--account", "nobody")
        self.assertIn('no event is about the account "nobody"', err)
        err = self.fail_with(1, "report", "--init", "--events", "e.ndjson", "--account", "u-77",
                             "-o", "r.json")  # fmt: skip
        self.assertIn("somebody may have filled it in", err)
        self.assertIn("there is no such file", self.fail_with(1, "report", "x.json", "--for", "jp"))


if __name__ == "__main__":
    program.main()
