"""sekisho share, from outside."""

import json
import re

import program

KEY = "0123456789abcdef" * 4
EVENTS = (
    '{"time":"2026-04-01T00:00:00Z","type":"session.start","account":"u1","device":"device-77"}\n'
    '{"time":"2026-04-01T01:00:00Z","type":"payout.account","account":"u1","payout":'
    '{"kind":"bank","identifier":"EX-0077","holder":"Hanako Sample"}}\n'
    '{"time":"2026-04-01T02:00:00Z","type":"payout.account","account":"u1","payout":'
    '{"kind":"e_money","identifier":"hanako@example.com","holder":"Hanako Sample"}}\n'
    '{"time":"2026-04-01T03:00:00Z","type":"document.submission","account":"u1","document":'
    '{"type":"passport","issuer":"Example Registry","number":"TK1234567"}}\n'
    '{"time":"2026-04-01T04:00:00Z","type":"session.start","account":"u2","device":"device-2"}\n'
)
OURS = (
    '{"time":"2026-05-01T00:00:00Z","type":"document.submission","account":"x1","document":'
    '{"type":"passport","issuer":"Example Registry","number":"tk 123-4567"}}\n'
    '{"time":"2026-05-01T00:00:00Z","type":"session.start","account":"x2","device":"device-77"}\n'
    '{"time":"2026-05-01T00:00:00Z","type":"session.start","account":"x3","device":"device-2"}\n'
    '{"time":"2026-12-01T00:00:00Z","type":"session.start","account":"x4","device":"device-77"}\n'
)
RULE = (
    "title: Reported by a partner\nname: shared\nlogsource: {product: sekisho}\ndetection:\n"
    "  document: {document.shared: true}\n  device: {device.shared: true}\n"
    "  condition: document or device\n"
)
REPORT = {
    "format": "sekisho.report/1", "id": "r-1", "source": "events", "account": "u1",
    "as_of": "2026-04-10T00:00:00Z", "level": "review", "findings": [{"indicator": "A03"}],
    "states": [{"state": "draft", "by": "A. Writer", "at": "2026-04-10T00:00:00Z"}],
}  # fmt: skip
ENV = {"SEKISHO_EXCHANGE_KEY_FILE": "exchange.key"}


class Share(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("exchange.key", KEY)
        (self.folder / "exchange.key").chmod(0o600)
        self.write("e.ndjson", EVENTS)
        self.write("r.json", json.dumps(REPORT))

    def approve(self):
        for state, by in (("checked", "B. Second"), ("approved", "C. Lead")):
            self.succeed("report", "step", "r.json", "--to", state, "--by", by,
                         "--at", "2026-04-11T00:00:00Z")  # fmt: skip

    def export(self, *more, env=ENV):
        return self.run_program(
            "share", "export", "r.json", "--events", "e.ndjson", *more, env=env
        )

    def bring_in(self, name="b.json", env=ENV):
        return self.run_program("share", "import", name, "--lists", "lists", "--source",
                                "Example: Market", "--licence", "exchange", env=env)  # fmt: skip

    def scan(self, env=ENV):
        self.write("ours.ndjson", OURS)
        self.write("rule.yml", RULE)
        out = self.succeed("scan", "--demo", "--indicators", "rule.yml", "--lists", "lists",
                           "--format", "ndjson", "ours.ndjson", env=env)  # fmt: skip
        found = [json.loads(line) for line in out.splitlines()]
        return sorted(one["accounts"][0] for one in found if "finding" in one)

    def test_from_one_platform_to_another(self):
        self.assertEqual(self.export()[0], 1)
        self.approve()
        code, out, err = self.export("--organisation", "Example Market", "--tlp", "green")
        self.assertEqual(code, 0, err)
        self.assertIn("1 payees were held back", err)
        for raw in ("device-77", "0077", "hanako", "Hanako", "TK1234567", "u1\"", "device-2"):
            self.assertNotIn(raw, out)
        self.assertEqual(out, self.export("--organisation", "Example Market", "--tlp", "green")[1])
        self.write("b.json", out)
        code, said, err = self.bring_in()
        self.assertEqual(code, 0, err)
        self.assertIn("artefacts 3, refused 0", said)
        self.assertEqual(self.scan(), ["x1", "x2"])
        self.assertIn("shared_artefacts", self.succeed("lists", "show", "lists", env=ENV))

    def test_the_bundle_is_stix(self):
        self.approve()
        bundle = json.loads(self.export("--organisation", "Example Market")[1])
        self.assertRegex(bundle["id"], r"^bundle--[0-9a-f-]{36}$")
        ids = {one["id"] for one in bundle["objects"]}
        self.assertEqual(len(ids), len(bundle["objects"]))
        required = {
            "indicator": {"pattern", "pattern_type", "valid_from", "created", "modified"},
            "identity": {"name", "created", "modified"},
            "marking-definition": {"definition_type", "definition", "created"},
            "extension-definition": {"name", "schema", "version", "extension_types",
                                     "created_by_ref", "created", "modified"},
        }  # fmt: skip
        for one in bundle["objects"]:
            self.assertEqual(one["spec_version"], "2.1")
            self.assertLessEqual(required[one["type"]], set(one), one["type"])
            self.assertRegex(one["id"], rf"^{one['type']}--[0-9a-f]{{8}}-[0-9a-f]{{4}}-[0-9a-f]")
            for key in [key for key in one if key.endswith(("_ref", "_refs"))]:
                refs = one[key] if isinstance(one[key], list) else [one[key]]
                self.assertLessEqual(set(refs), ids, key)
            self.assertLessEqual(set(one.get("extensions", {})), ids)
            if one["type"] == "indicator":
                self.assertEqual(one["id"].split("--")[1][14], "5")
                self.assertRegex(
                    one["pattern"],
                    r"^\[sekisho-artefact:kind = '\w+' AND "
                    r"sekisho-artefact:keyed_hash = '[0-9a-f]{32}'\]$")
                self.assertLess(one["valid_from"], one["valid_until"])

    def test_what_is_left_out_is_said(self):
        self.write("e.ndjson", EVENTS + EVENTS + "no json\n"
                   '{"time":"2026-04-01T01:00:00Z","type":"payout.account","account":"u1",'
                   '"payout":{"kind":"bank","identifier":"****0077"}}\n')  # fmt: skip
        self.approve()
        code, _, err = self.export()
        self.assertEqual(code, 0, err)
        for said in ("1 payees were held back", "1 masked numbers", "1 lines of the event files"):
            self.assertIn(said, err)

    def test_only_what_was_seen_with_a_finding(self):
        self.write("r.json", json.dumps({**REPORT, "findings": []}))
        self.approve()
        code, out, err = self.export()
        self.assertEqual((code, out), (1, ""))
        self.assertIn("has no finding", err)

    def test_importing_again_brings_a_lost_list_back(self):
        self.approve()
        self.write("b.json", self.export()[1])
        self.assertEqual(self.bring_in()[0], 0)
        (path,) = (self.folder / "lists").glob("shared_*.csv")
        path.unlink()
        self.assertEqual(self.bring_in()[0], 0)
        self.assertTrue(path.exists())

    def test_keys(self):
        self.approve()
        self.assertIn("SEKISHO_EXCHANGE_KEY_FILE", self.export(env={})[2])
        self.write("b.json", self.export()[1])
        other = {"SEKISHO_EXCHANGE_KEY": KEY[::-1]}
        self.assertIn("another key", self.bring_in(env=other)[2])
        self.assertEqual(self.bring_in()[0], 0)
        self.write("ours.ndjson", OURS)
        self.write("rule.yml", RULE)
        for env, said in (({}, "key of the exchange is missing"), (other, "another key")):
            code, out, err = self.run_program(
                "scan", "--demo", "--indicators", "rule.yml", "--lists", "lists",
                "ours.ndjson", env=env)
            self.assertEqual(code, 0)
            self.assertIn(said, err)
            self.assertIn("No findings", out)

    def test_lists_yml_keeps_what_stands_there(self):
        self.approve()
        self.write("b.json", self.export()[1])
        before = ("# ours\nlists:\n- kind: email_domains\n  file: mail.txt\n  source: made up\n"
                  "  published: 2026-04-01\n  licence: none\n")  # fmt: skip
        self.write("lists/lists.yml", before)
        self.write("lists/mail.txt", "throwaway.example\n")
        self.assertEqual(self.bring_in()[0], 0)
        after = (self.folder / "lists/lists.yml").read_text()
        self.assertTrue(after.startswith(before))
        self.assertEqual(self.bring_in()[0], 0)
        self.assertEqual(after, (self.folder / "lists/lists.yml").read_text(), "once is enough")
        flow = "lists: [{kind: email_domains, file: mail.txt, source: a, published: 2026-04-01, "
        self.write("lists/lists.yml", flow + "licence: b}]\n")
        code, _, err = self.bring_in()
        self.assertEqual(code, 1)
        self.assertIn("write this entry there", err)
        self.assertTrue((self.folder / "lists/lists.yml").read_text().startswith(flow))

    def test_what_is_wrong_with_a_bundle(self):
        self.approve()
        bundle = json.loads(self.export()[1])
        indicators = [one for one in bundle["objects"] if one["type"] == "indicator"]
        indicators[0]["valid_from"] = "soon"
        indicators[1]["revoked"] = True
        bundle["objects"].append({"type": "malware", "id": "malware--1"})
        self.write("b.json", json.dumps(bundle))
        code, out, err = self.bring_in()
        self.assertEqual(code, 0)
        self.assertIn("artefacts 1, refused 1, revoked 1, not understood 1", out)
        self.assertIn("1 objects are revoked; a list that was imported before still has them", err)
        place = r"b\.json:1:\d+: error\[SK2511\]: /objects/\d+: `valid_from`"
        self.assertTrue(re.search(place, err))
        self.write("b.json", "{}")
        self.assertIn("SK2510", self.bring_in()[2])


if __name__ == "__main__":
    program.main()
