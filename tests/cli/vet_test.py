"""sekisho vet, from outside."""

import json
import unittest

import program

HEAD = {
    "format": "sekisho.candidate/1",
    "id": "c-1",
    "role_id": "r-1",
    "audience": "employer",
    "jurisdiction": "JP",
    "as_of": "2026-04-10T09:00:00+09:00",
}
# The example of the page docs/vetting.md.
EXAMPLE = {
    **HEAD,
    "claims": {
        "names": [{"value": "山本翔太", "kind": "legal"}],
        "education": [{"school": "University A", "from": "2016", "to": "2020"}],
    },
    "profiles": [
        {
            "site": "profiles.example.com",
            "fields": {"education": [{"school": "Polytechnic B", "from": "2014", "to": "2018"}]},
        }
    ],
    "payout": [{"kind": "bank", "holder": "ﾓﾘ ｹﾝｼﾞ", "account_hash": "h-1"}],
    "requests": [{"at": "2026-04-01T09:00:00+09:00", "kind": "crypto_payment", "note": "USDT"}],
}


class Vet(program.ProgramTest):
    def file(self, name, content):
        return self.write(name, json.dumps(content, ensure_ascii=False, indent=1))

    def report(self, *arguments):
        return json.loads(self.succeed("vet", *arguments, "--format", "json", "--lang", "en"))

    def test_pages(self):
        self.file("c.json", EXAMPLE)
        for language in ("en", "ja", "ko"):
            page = self.succeed("vet", "c.json", "--lang", language, env={"COLUMNS": "100"})
            self.assert_golden(f"vet_{language}.txt", page)

    def test_json(self):
        self.file("c.json", EXAMPLE)
        report = self.report("c.json")
        self.assertEqual(
            list(report),
            ["candidate", "as_of", "versions", "level", "path", "findings", "matrix", "tasks",
             "gates", "not_evaluated", "left_out", "same_sheet", "next_step", "limits"],
        )  # fmt: skip
        self.assertEqual([one["indicator"] for one in report["findings"]], ["A02", "D02", "E01"])
        self.assertEqual(report["findings"][2]["parameters"], {"E01.months": 6})
        self.assertIn("not a clearance", report["limits"])
        self.assertEqual(report["same_sheet"], {"asked": 0, "total": 1})

    def test_the_shown_numbers_can_be_changed(self):
        self.file("c.json", EXAMPLE)
        report = self.report("c.json", "--set", "E01.months=60")
        self.assertNotIn("E01", [one["indicator"] for one in report["findings"]])
        err = self.fail_with(1, "vet", "c.json", "--set", "E01.month=60")
        self.assertIn('did you mean "E01.months"?', err)
        err = self.fail_with(1, "vet", "c.json", "--set", "E01.months=soon")
        self.assertIn("a whole number", err)

    def test_time_is_the_file_s_or_given(self):
        asked = {"about": "A02", "asked_at": "2026-04-02T00:00:00+09:00"}
        self.file("c.json", {**EXAMPLE, "explanations": [asked]})
        self.assertEqual(self.report("c.json")["level"], "review")
        early = self.report("c.json", "--as-of", "2026-04-05T00:00:00+09:00")
        self.assertEqual(early["level"], "flag")
        err = self.fail_with(1, "vet", "c.json", "--as-of", "yesterday")
        self.assertIn("--as-of", err)

    def test_templates_can_be_vetted(self):
        for audience in ("client", "employer"):
            self.succeed("vet", "--init", audience, "-o", "new.json")
            report = self.report("new.json")
            self.assertEqual(report["findings"], [], audience)
            self.assertEqual(report["level"], "context")

    def test_what_is_wrong_with_a_file(self):
        text = (
            '{"format": "sekisho.candidate/1", "id": "c-1", "role_id": "r-1",\n'
            ' "audience": "client", "jurisdiction": "JP",\n'
            ' "as_of": "2026-04-10", "nationality": "x",\n'
            ' "claims": {"residense": {}, "birth_year": "1990", "mother_tongue": "x",\n'
            '            "contacts": [{"kind": "e-mail", "value": ""}]},\n'
            ' "documents": [{"type": "passport", "check": {"method": "image",\n'
            '                "result": "forged"}}],\n'
            ' "checks": [{"measure": "M24", "state": "waived", "by": "A",\n'
            '             "at": "2026-04-10T09:00:00Z"}]}\n'
        )
        self.write("bad.json", text)
        self.assert_golden("vet_bad.txt", self.fail_with(1, "vet", "bad.json"))
        for content, said in (
            ("", "the file ends where a value should stand"),
            ('{"claims": {"names": [{"value": "A"}, {"value": B}]}}',
             'broken.json:1:49: error[SK2400]: this is no JSON: /claims/names/1/value: "B"'),
            ('{"claims": {\n "rate": {"unit": "hour",\n // per hour\n}}}',
             "/claims/rate: here should stand a key in quotation marks\n"
             "  help: JSON has no comments"),
            ("[]", "a candidate file is one object"),
            ('{"a": 1,}', "a comma before the end"),
            ('{"a": 1, "a": 2}', "stands twice"),
            ("{'a': 1}", "a key in quotation marks"),
            (b"\xff", "no UTF-8"),
        ):
            self.write("broken.json", content)
            self.assertIn(said, self.fail_with(1, "vet", "broken.json"))
        self.assertIn("no such file", self.fail_with(1, "vet", "none.json"))
        self.assertIn("--init", self.fail_with(2, "vet"))

    def test_forbidden_fields_are_refused_everywhere(self):
        for field in ("nationality", "citizenship", "国籍", "ethnicity", "race", "religion",
                      "mother_tongue", "accent", "birthplace", "국적"):  # fmt: skip
            for place in ((), ("claims",), ("profiles", 0), ("profiles", 0, "fields")):
                content = json.loads(json.dumps(EXAMPLE))
                target = content
                for step in place:
                    target = target[step]
                target[field] = "x"
                self.file("c.json", content)
                err = self.fail_with(1, "vet", "c.json")
                self.assertIn("not accepted; delete it", err)
                del target[field]
                self.assertEqual(content, EXAMPLE)
        self.file("d.json", content)
        self.file("e.json", EXAMPLE)
        self.assertEqual(
            self.succeed("vet", "d.json", "--lang", "en"),
            self.succeed("vet", "e.json", "--lang", "en"),
        )

    def test_a_my_number_is_refused_and_not_repeated(self):
        for paper, refused in (
            ({"type": "my_number_card", "number": "1234 5678 9019"}, True),
            ({"type": "passport", "number": "１２３４５６７８９０１８"}, True),
            ({"type": "my_number_card", "number_hash": "123456789018"}, True),
            ({"type": "driving_licence", "number": "123456789018"}, False),
            ({"type": "my_number_card", "number": "CERT1234"}, False),
        ):
            with self.subTest(**paper):
                self.file("c.json", {**HEAD, "documents": [paper]})
                if not refused:
                    self.succeed("vet", "c.json")
                    continue
                err = self.fail_with(1, "vet", "c.json")
                self.assertIn("a My Number is not accepted; delete it", err)
                self.assertNotIn("5678", err)
                self.assertNotIn("５６７８", err)

    def test_pool(self):
        self.file("c.json", EXAMPLE)
        self.file("pool/a.json", {**EXAMPLE, "id": "c-2"})
        self.file("pool/self.json", EXAMPLE)
        report = self.report("c.json", "--pool", "pool")
        self.assertEqual(report["same_sheet"], {"asked": 0, "total": 2})
        payee = [one for one in report["findings"] if one["indicator"] == "A05"]
        self.assertEqual([one["message"] for one in payee], ['the same payout account as "c-2"'])
        self.file("pool/z.json", {**EXAMPLE, "id": "c-2"})
        code, out, err = self.run_program("vet", "c.json", "--pool", "pool")
        self.assertEqual(code, 0)
        self.assertIn('pool/z.json: the id "c-2" is that of a file before it', err)
        self.fail_with(3, "vet", "c.json", "--pool", "pool", "--strict")
        (self.folder / "pool/z.json").unlink()
        self.write("pool/broken.json", "{")
        code, out, err = self.run_program("vet", "c.json", "--pool", "pool")
        self.assertEqual(code, 0)
        self.assertIn("left out of the pool: pool/broken.json:1:2", err)
        self.fail_with(3, "vet", "c.json", "--pool", "pool", "--strict")
        self.fail_with(1, "vet", "c.json", "--pool", "nowhere")

    def test_names_that_nobody_knows(self):
        answer = {"question": "Q03", "value": "maybe", "by": "I", "at": "2026-04-01T00:00:00Z"}
        check = {"measure": "M241", "state": "in_progress", "by": "R", "at": answer["at"]}
        explanation = {"about": "A0Z", "asked_at": answer["at"]}
        paper = {"question": "Q12", "value": "matches", "by": "R", "at": answer["at"]}
        self.file("c.json", {**EXAMPLE, "answers": [answer, {**answer, "question": "Q33"}, paper],
                             "checks": [check], "explanations": [explanation]})  # fmt: skip
        err = self.fail_with(1, "vet", "c.json")
        self.assertIn('/answers/0: "maybe" is no answer to Q03: no, unsure or yes', err.replace(
            "yes, no or unsure", "no, unsure or yes"))
        self.assertIn('/answers/1: there is no question "Q33"', err)
        self.assertIn("/answers/2: an answer to Q12 that clears the step needs evidence", err)
        self.assertIn('/checks/0: there is no measure "M241"', err)
        self.assertIn('/explanations/0: there is no indicator "A0Z"', err)

    def test_a_check_that_no_task_takes_is_named(self):
        check = {"measure": "M24", "subject": "University C", "state": "in_progress", "by": "R",
                 "at": "2026-04-01T00:00:00Z"}  # fmt: skip
        self.file("c.json", {**EXAMPLE, "checks": [check]})
        code, _, err = self.run_program("vet", "c.json")
        self.assertEqual(code, 0)
        self.assertIn('/checks/0: no task of this role is about M24 and "University C"', err)

    def test_what_a_candidate_wrote_cannot_steer_the_terminal(self):
        odd = "Ada \x1b[2J\u202eSample"
        self.file("c.json", {
            **HEAD, "id": odd,
            "claims": {"names": [{"value": odd}], "employers": [{"name": odd}]},
            "payout": [{"kind": "bank", "holder": odd}],
        })  # fmt: skip
        for options in ((), ("--sheet",)):
            page = self.succeed("vet", "c.json", "--lang", "en", *options)
            self.assertIn("Sample", page)
            self.assertNotIn("\x1b", page)
            self.assertNotIn("\u202e", page)

    def test_sheet(self):
        self.file("c.json", EXAMPLE)
        for language in ("en", "ja", "ko"):
            page = self.succeed("vet", "--sheet", "c.json", "--lang", language,
                                env={"COLUMNS": "100"})  # fmt: skip
            self.assert_golden(f"vet_sheet_{language}.txt", page)
            self.assertNotIn("Q11", page)
            self.assertNotIn("Q17", page)
        claims = {**EXAMPLE["claims"], "languages": [{"tag": "ja", "level": "business"}]}
        self.file("c.json", {**EXAMPLE, "claims": claims, "stage": "engaged"})
        page = self.succeed("vet", "--sheet", "c.json")
        self.assertIn("Q11", page)
        self.assertIn("Q17", page)

    def test_pages_for_a_browser(self):
        self.file("c.json", EXAMPLE)
        for language in ("en", "ja", "ko"):
            for options in (("c.json",), ("c.json", "--sheet"), ("--init", "employer")):
                page = self.succeed("vet", *options, "--format", "html", "--lang", language)
                self.assertIn(f'<html lang="{language}">', page)
                self.assertIn("default-src 'none'", page)
                again = self.succeed("vet", *options, "--format", "html", "--lang", language)
                self.assertEqual(page, again)
        self.assertIn("--sheet", self.fail_with(2, "vet", "--sheet", "--init", "client"))
        self.assertIn("sheet is", self.fail_with(2, "vet", "--sheet", "c.json", "--format", "json"))

    def test_a_pool_finds_nothing_shared_where_nothing_is_known(self):
        self.file("c.json", HEAD)
        self.file("pool/a.json", {**EXAMPLE, "id": "c-2"})
        def skipped():
            report = self.report("c.json", "--pool", "pool")
            return {one["id"]: one["why"] for one in report["not_evaluated"]}

        for code in ("A05", "X04", "X68"):
            self.assertEqual(skipped().get(code), "not_supplied", code)
        # Masked is not known.
        self.file("c.json", {**EXAMPLE, "payout": [{"kind": "bank", "account_hash": "****123"}]})
        self.assertEqual(skipped().get("A05"), "not_supplied")

    def test_a_hash_is_no_number(self):
        def problems(part):
            self.file("c.json", {**HEAD, **part})
            return self.run_program("vet", "c.json", "--lang", "en")[2]

        for hashed in ("h-1", "**** 1234", "924837731a17dae80cf53f9964e061a1"):
            self.assertEqual(problems({"payout": [{"kind": "bank", "account_hash": hashed}]}), "")
        for number in ("0001-001-1234567", "DE89 3704 0044 0532 0130 00", "my account"):
            said = problems({"payout": [{"kind": "bank", "account_hash": number}]})
            self.assertRegex(said, r"c\.json:\d+:\d+: error\[SK2404\]: /payout/0/account_hash: ")
            self.assertIn("help: give the account a code", said)
            self.assertNotIn(number, said)
        said = problems({"profiles": [{"site": "a.example", "photo_hash": "portrait.jpg"}]})
        self.assertRegex(said, r"error\[SK2404\]: /profiles/0/photo_hash: ")
        self.assertIn("sha256sum", said)

    def test_what_comes_later_is_left_out_and_named(self):
        self.file("c.json", {**HEAD, "requests": [{"at": "2027-04-01T00:00:00Z",
                                                   "kind": "crypto_payment"}]})  # fmt: skip
        report = self.report("c.json")
        self.assertEqual(report["findings"], [])
        self.assertEqual(report["left_out"],
                         [{"at": "/requests/0/at", "time": "2027-04-01T00:00:00Z"}])  # fmt: skip
        _, page, err = self.run_program("vet", "c.json", "--lang", "en")
        self.assertIn("warning[SK2404]: /requests/0/at: 2027-04-01T00:00:00Z lies after", err)
        self.assertIn("Left out: later than the time of the report", page)

    def test_bank_directory(self):
        self.write("lists/banks.csv",
                   "scheme,code,kind\nrouting,021000021,money_service\n"
                   "routing,011000015,bank\nrouting,011401533,sponsor_bank\n")  # fmt: skip
        self.write("lists/lists.yml",
                   "lists:\n  - kind: bank_directory\n    file: banks.csv\n"
                   "    source: made up\n    published: 2026-04-01\n    licence: none\n"
                   "    stale_after_days: 365\n")  # fmt: skip
        def d08(routing):
            payout = [{"kind": "bank", "holder": "山本翔太", "routing": routing}]
            self.file("c.json", {**HEAD, "claims": EXAMPLE["claims"], "payout": payout})
            report = self.report("c.json", "--lists", "lists")
            self.assertEqual(len(report["versions"]["lists"]), 1)
            return ([one["grade"] for one in report["findings"] if one["indicator"] == "D08"],
                    [one["why"] for one in report["not_evaluated"] if one["id"] == "D08"])

        self.assertEqual(d08("021000021"), (["flag"], []))
        self.assertEqual(d08("011000015"), ([], []))
        self.assertEqual(d08("011401533"), ([], ["unclear"]))
        self.assertEqual(d08("322271627"), ([], ["list_missing"]))
        # A hit in a directory that names nothing but banks clears nobody.
        self.write("lists/banks.csv", "scheme,code,kind\nrouting,011000015,bank\n")
        self.assertEqual(d08("011000015"), ([], ["list_missing"]))


class Posture(program.ProgramTest):
    def test_posture(self):
        done = {"measure": "M16", "state": "done", "owner": "A. Leader", "evidence": ["minutes"],
                "at": "2026-01-10T00:00:00Z"}  # fmt: skip
        content = {"format": "sekisho.posture/1", "organisation": "Example Works",
                   "as_of": "2026-04-10T09:00:00+09:00",
                   "measures": [done, {"measure": "M37", "state": "in_progress", "owner": "IT"},
                                {"measure": "M46", "state": "not_applicable",
                                 "reason": "no contests"}]}  # fmt: skip
        self.write("p.json", json.dumps(content))
        for language in ("en", "ja", "ko"):
            self.assert_golden(
                f"posture_{language}.txt", self.succeed("posture", "p.json", "--lang", language)
            )
        states = {
            one["measure"]: (one["state"], one["overdue"])
            for one in json.loads(
                self.succeed("posture", "p.json", "--format", "json",
                             "--as-of", "2027-02-01T00:00:00Z")
            )["measures"]
        }  # fmt: skip
        self.assertEqual(states["M16"], ("open", True))
        self.assertEqual(states["M37"], ("in_progress", False))
        self.assertEqual(states["M38"], ("not_stated", False))
        # What is said of a later day is not known yet.
        later = {**done, "at": "2026-05-01T00:00:00Z", "evidence": ["minutes of May"]}
        self.write("later.json", json.dumps({**content, "measures": [done, later]}))
        code, out, err = self.run_program("posture", "later.json", "--format", "json")
        self.assertEqual(code, 0)
        self.assertIn("warning[SK2404]: /measures/1/at: 2026-05-01T00:00:00Z lies after", err)
        report = json.loads(out)
        self.assertEqual(report["measures"][0]["evidence"], ["minutes"])
        self.assertEqual(report["left_out"],
                         [{"at": "/measures/1/at", "time": "2026-05-01T00:00:00Z"}])  # fmt: skip
        self.write("bad.json", '{"format": "sekisho.posture/1", "organisation": "E",\n'
                               '"as_of": "2026-04-10T09:00:00Z", "measures": [\n'
                               '{"measure": "M01", "state": "done"}]}')  # fmt: skip
        err = self.fail_with(1, "posture", "bad.json")
        self.assertIn('bad.json:3:13: error[SK2404]: /measures/0/measure: "M01" is not one of', err)
        self.assertIn("what is done has a day", err)


if __name__ == "__main__":
    program.main()
