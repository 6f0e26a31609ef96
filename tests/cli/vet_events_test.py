"""sekisho vet with event files, from outside."""

import json

import program
import vet_test


class VetEvents(program.ProgramTest):
    def file(self, name, content):
        return self.write(name, json.dumps(content, ensure_ascii=False, indent=1))

    def report(self, *arguments):
        return json.loads(self.succeed("vet", *arguments, "--format", "json", "--lang", "en"))

    def test_events(self):
        self.file("c.json", vet_test.EXAMPLE)
        events = [
            {"type": "account.registration", "account": "u1", "name": "Zed Quux"},
            {"type": "payout.account", "account": "u1", "payout": {
                "kind": "bank", "identifier": "h-1", "holder": "Zed Quux"}},
            {"type": "payout.account", "account": "u2", "payout": {
                "kind": "bank", "identifier": "h-2", "holder": "Ann Other"}},
        ]  # fmt: skip
        lines = [
            json.dumps({"id": f"e{i}", "time": f"2026-04-0{i + 1}T00:00:00Z", **event})
            for i, event in enumerate(events)
        ]
        self.write("e.ndjson", "\n".join(lines) + "\n")
        report = self.report("c.json", "--events", "e.ndjson")
        shared = [one for one in report["findings"] if one["indicator"] == "A05"]
        self.assertEqual([(one["source"], one["at"]) for one in shared],
                         [("events", ["/payout/0"])])  # fmt: skip
        # What the file says by itself is said once.
        self.assertEqual([one["source"] for one in report["findings"] if one["indicator"] == "D02"],
                         ["file"])  # fmt: skip
        self.assertIn("A05", [one["id"] for one in self.report("c.json")["not_evaluated"]])
        self.assertNotIn("A05", [one["id"] for one in report["not_evaluated"]])
        self.write("bad.ndjson", lines[0] + "\nnonsense\n")
        err = self.fail_with(3, "vet", "c.json", "--events", "bad.ndjson", "--strict")
        self.assertIn("1 lines of the event files were refused", err)
        self.fail_with(1, "vet", "c.json", "--events", "none.ndjson")

    def log(self, name, *events):
        lines = [
            json.dumps({"id": f"{name}{i}", "account": "c-1", **event}, ensure_ascii=False)
            for i, event in enumerate(events)
        ]
        self.write(name, "\n".join(lines) + "\n")

    def found(self, *arguments):
        """Codes of what the events show, and reasons of what they do not."""
        report = self.report("c.json", *arguments)
        return ([one["indicator"] for one in report["findings"] if one["source"] == "events"],
                {one["id"]: one["why"] for one in report["not_evaluated"]})  # fmt: skip

    def payee(self, holder):
        return {"time": "2026-04-02T00:00:00Z", "type": "payout.account",
                "payout": {"kind": "bank", "identifier": "h-9", "holder": holder}}  # fmt: skip

    def test_the_claims_hold_before_the_first_event(self):
        self.file("c.json", {**vet_test.HEAD, "claims": {
            "names": [{"value": "山本翔太", "kind": "legal"}],
            "contacts": [{"kind": "email", "value": "s@example.com"},
                         {"kind": "email", "value": "second@example.com"}]}})  # fmt: skip
        self.log("p", self.payee("ﾓﾘ ｹﾝｼﾞ"))
        codes, skipped = self.found("--events", "p")
        self.assertEqual(codes, ["A02"])
        self.assertNotIn("A02", skipped)  # the log has the payee that the file does not
        self.log("p", self.payee("ﾔﾏﾓﾄ ｼﾖｳﾀ"))
        self.assertEqual(self.found("--events", "p")[0], [])
        push = {"type": "repository.activity", "repository": "a/b", "operation": "push"}
        for email, codes in (("other@example.org", ["X36"]), ("second@example.com", [])):
            self.log("c", *({**push, "time": f"2026-04-01T00:0{i}:00Z", "author.email": email}
                            for i in range(9)), *({**push, "author.email": email,
                            "time": f"2026-04-02T00:{i}:00Z"} for i in range(10, 40)))  # fmt: skip
            found = self.found("--events", "c")[0]
            self.assertEqual([code for code in found if code == "X36"], codes, email)

    def test_a_contact_that_another_account_gave(self):
        for kind, mine, theirs, shared in (
            ("email", "Mina@example.com", "mina@example.com", True),
            ("email", "mina@example.com", "zed@example.com", False),
            ("phone", "+81 90-1234-5678", "+819012345678", True),
        ):
            self.file("c.json", {**vet_test.HEAD, "claims": {
                "names": [{"value": "Mina Placeholder"}, {"value": "Mina Example"}],
                "contacts": [{"kind": kind, "value": mine}]}})  # fmt: skip
            signed_in = {"time": "2026-03-10T00:00:00Z", "type": "session.start"}
            for day in ("01", "20"):  # before the candidate came, and after
                self.log("l", signed_in, *({"time": f"2026-03-{day}T00:00:00Z",
                         "type": "account.registration", "account": account, "name": name,
                         kind: theirs} for account, name in
                         (("z-9", "Zed Quux"), ("z-8", "Ann Other"))))  # fmt: skip
                report = self.report("c.json", "--events", "l")
                found = [(one["source"], one["at"]) for one in report["findings"]
                         if one["indicator"] == "X04"]  # fmt: skip
                wanted = [("events", ["/claims/contacts/0"])] if shared else []
                self.assertEqual(found, wanted, (kind, mine, day))

    def test_every_claimed_name_is_known(self):
        names = [{"value": "山本花子", "kind": "legal"}, {"value": "佐藤花子", "kind": "former"},
                 {"value": "Blue Heron Design", "kind": "business"}]  # fmt: skip
        paper = {"type": "passport", "name": "Ada Placeholder"}
        self.file("c.json", {**vet_test.HEAD, "claims": {"names": names}, "documents": [paper]})
        for holder, codes in (("佐藤花子", []), ("ｻﾄｳ ﾊﾅｺ", []), ("BLUE HERON DESIGN", []),
                              ("ADA PLACEHOLDER", []), ("田中一郎", ["A02"])):  # fmt: skip
            self.log("p", self.payee(holder))
            self.assertEqual(self.found("--events", "p")[0], codes, holder)

    def test_without_a_claimed_name_the_log_s_own_counts(self):
        self.file("c.json", vet_test.HEAD)
        self.log("p", {"time": "2026-04-01T00:00:00Z", "type": "account.registration",
                       "name": "Mina Placeholder"}, self.payee("田中一郎"))  # fmt: skip
        self.assertEqual(self.found("--events", "p")[0], ["A02"])

    def test_an_accepted_explanation_holds_for_the_events_too(self):
        asked = {"about": "A02", "asked_at": "2026-04-02T01:00:00Z"}
        answered = {**asked, "answered_at": "2026-04-03T00:00:00Z", "statement": "my mother's"}
        self.log("p", self.payee("田中一郎"))
        names = {"names": [{"value": "山本花子", "kind": "legal"}]}
        for explanation, codes in ((asked, ["A02"]), (answered, ["A02"]),
                                   ({**answered, "accepted_by": "R. Reviewer"}, [])):  # fmt: skip
            self.file("c.json", {**vet_test.HEAD, "claims": names, "explanations": [explanation]})
            self.assertEqual(self.found("--events", "p")[0], codes)

    def test_who_is_verified_first_and_works_then_is_no_newcomer(self):
        self.log("w", *({"time": f"2026-03-1{i}T00:00:00Z", "type": "work.log", "minutes": 60}
                        for i in range(9)))  # fmt: skip
        def a09(**sections):
            self.file("c.json", {**vet_test.HEAD, **sections})
            codes, skipped = self.found("--events", "w")
            return codes, skipped.get("A09")

        def passed(measure, day):
            return {"checks": [{"measure": measure, "state": "done", "result": "passed",
                                "by": "R. Reviewer",
                                "at": f"2026-03-{day}T00:00:00Z"}]}  # fmt: skip

        def examined(**check):
            return {"documents": [{"type": "passport", "check": {
                "method": "ic_chip", "by": "R. Reviewer", **check}}]}  # fmt: skip

        self.assertEqual(a09(**passed("M04", "02")), ([], None))
        self.assertEqual(a09(**examined(result="genuine", at="2026-03-02T00:00:00Z")), ([], None))
        self.assertEqual(a09(**examined(result="genuine")), ([], None))
        self.assertEqual(a09(**passed("M04", "15")), (["A09"], None))
        # Nobody has ever verified anybody, as far as is known.
        self.assertEqual(a09(), ([], "one_sided"))
        self.assertEqual(a09(**examined(result="unclear")), ([], "one_sided"))
        self.assertEqual(a09(**passed("M36", "02")), ([], "one_sided"))

    def test_events_about_nobody_evaluate_nothing(self):
        self.file("c.json", {**vet_test.HEAD, "id": "typo"})
        self.log("s", self.payee("Ann Other"), *(
            {"time": f"2026-04-0{i}T00:00:00Z", "type": "session.start", "ip": "192.0.2.1",
             "country": "JP", "device": "d"} for i in range(1, 9)))  # fmt: skip
        _, _, err = self.run_program("vet", "c.json", "--events", "s")
        self.assertIn('no event is about the account "typo"', err)
        self.assertEqual(self.report("c.json", "--events", "s")["events"],
                         {"events": 9, "of_account": 0, "later": 0, "refused": 0,
                          "set_aside": 0})  # fmt: skip
        _, skipped = self.found("--events", "s")
        for code in ("A05", "B01", "B02", "B03", "B04", "B06", "B07", "X68"):
            self.assertEqual(skipped.get(code), "no_events", code)
        self.file("c.json", vet_test.HEAD)
        _, skipped = self.found("--events", "s")
        self.assertNotIn("A05", skipped)
        self.assertNotIn("B01", skipped)
        self.assertEqual(skipped["X68"], "no_events")
        self.assertNotIn("no event is about", self.run_program("vet", "c.json", "--events", "s")[2])
        self.assertIn("read twice", self.fail_with(1, "vet", "c.json", "--events", "-"))

    def test_several_files_in_any_order(self):
        self.file("c.json", {**vet_test.HEAD, "claims": vet_test.EXAMPLE["claims"]})
        self.log("a", self.payee("田中一郎"))
        self.log("b", {"time": "2026-04-03T00:00:00Z", "type": "session.start"})
        for arguments in (("c.json", "--events", "a", "b"), ("--events", "a", "b", "c.json"),
                          ("--events", "a", "--events", "b", "c.json"),
                          ("--events", "a", "b", "--lang", "en", "c.json"),
                          ("--events=a", "--events=b", "c.json")):  # fmt: skip
            report = json.loads(self.succeed("vet", *arguments, "--format", "json"))
            self.assertEqual(report["events"]["of_account"], 2, arguments)
        report = json.loads(self.succeed("vet", "--events", "a", "c.json", "--format", "json"))
        self.assertEqual(report["events"]["of_account"], 1)
        self.assertIn("give the FILE", self.fail_with(2, "vet", "--events", "a"))
        self.assertIn("named twice", self.fail_with(1, "vet", "c.json", "--events", "a", "a"))

    def test_what_comes_later_is_left_out(self):
        self.file("c.json", {**vet_test.HEAD, "claims": vet_test.EXAMPLE["claims"]})
        self.log("p", self.payee("田中一郎"))
        self.assertEqual(self.found("--events", "p")[0], ["A02"])
        early = ("--events", "p", "--as-of", "2026-04-01T23:59:59Z")
        code, _, err = self.run_program("vet", "c.json", *early)
        self.assertEqual(code, 0)
        self.assertIn("1 events lie after 2026-04-01T23:59:59Z and were left out", err)
        self.assertEqual(self.found(*early)[0], [])
        self.assertEqual(self.report("c.json", *early)["events"]["later"], 1)


if __name__ == "__main__":
    program.main()
