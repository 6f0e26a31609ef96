"""sekisho lists and scan --lists, from outside."""

import json

import program

ENTRY = "  - {{kind: {}, file: {}, source: test, published: {}, licence: none{}}}\n"
EVENTS = "".join(
    f'{{"id":"e{day}","time":"2026-04-0{day}T01:00:00Z","type":"session.start","account":"u1",'
    f'"ip":"192.0.2.{day}"}}\n'
    for day in range(1, 6)
)


class Lists(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("vpn.txt", "192.0.2.0/24\n")
        self.write("events.ndjson", EVENTS)

    def manifest(self, *entries):
        self.write("lists.yml", "lists:\n" + "".join(ENTRY.format(*one) for one in entries))

    def scan(self, *arguments):
        text = self.succeed("scan", "--format", "ndjson", *arguments, "events.ndjson")
        lines = [json.loads(line) for line in text.splitlines()]
        found = [line["indicator"] for line in lines if "finding" in line]
        (whole,) = [line for line in lines if "assessed" in line]
        return found, whole

    def test_without_lists_nothing_is_said_and_that_is_said(self):
        found, whole = self.scan()
        self.assertNotIn("B05", found)
        self.assertIn("B05", whole["not_evaluated"]["list_missing"])
        self.assertIn("vpn", whole["missing_lists"]["B05"])

    def test_a_list_is_looked_up(self):
        self.manifest(("network_ranges", "vpn.txt", "2026-03-01", ", class: vpn"))
        found, whole = self.scan("--lists", ".")
        self.assertEqual(found.count("B05"), 1)
        self.assertNotIn("B05", whole["missing_lists"])
        self.assertIn("hosting", whole["lists_wanted"]["B05"])
        self.assertNotIn("vpn", whole["lists_wanted"]["B05"])
        self.assertIn("X41", whole["not_evaluated"]["list_missing"])

    def test_a_stale_list_is_reported(self):
        keys = ", class: vpn, stale_after_days: 7"
        self.manifest(("network_ranges", "vpn.txt", "2026-03-01", keys))
        found, whole = self.scan("--lists", ".")
        self.assertNotIn("B05", found)
        self.assertIn("B05", whole["not_evaluated"]["list_stale"])
        shown = json.loads(self.succeed("lists", "show", ".", "--format", "json"))
        (one,) = shown["lists"]
        self.assertEqual((one["state"], one["brings"]), ("stale", ["vpn"]))
        self.assertEqual(len(one["sha256"]), 64)
        self.assertIn("vpn", [missing["part"] for missing in shown["missing"]])

    def test_the_other_lists_load(self):
        self.manifest(("network_ranges", "vpn.txt", "2026-03-01", ", class: vpn"),
                      ("network_database", "gone.mmdb", "2026-03-01", ""))  # fmt: skip
        code, out, said = self.run_program("lists", "show", ".", "--lang", "en")
        self.assertEqual(code, 1)
        self.assertIn("lists.yml:3:5: error[SK2304]", said)
        self.assertIn("missing", out)
        found, _ = self.scan("--lists", ".")
        self.assertEqual(found.count("B05"), 1)

    def test_one_of_two_lists_is_silent(self):
        self.write("mail.txt", "throwaway.example\n")
        self.manifest(("network_ranges", "vpn.txt", "2026-03-01", ", class: vpn"),
                      ("network_ranges", "gone.txt", "2026-03-01", ", class: vpn"),
                      ("email_domains", "mail.txt", "2026-03-01", ""),
                      ("email_domains", "old.txt", "2026-03-01",
                       ", stale_after_days: 7"))  # fmt: skip
        self.write("old.txt", "other.example\n")

        def fact(kind, value, field):
            text = self.succeed("facts", kind, value, "--lists", ".", "--format", "json",
                                "--at", "2026-04-01T00:00:00Z")  # fmt: skip
            (found,) = [one for one in json.loads(text)["facts"] if one["field"] == field]
            return found

        self.assertEqual(fact("ip", "192.0.2.1", "network.relayed")["value"], "true")
        relayed = fact("ip", "203.0.113.1", "network.relayed")
        self.assertEqual((relayed["value"], relayed["by_list"]), (None, False))
        self.assertEqual(relayed["missing_lists"], ["vpn"])
        self.assertEqual(relayed["missing_files"], ["gone.txt"])
        self.assertIn("vpn", fact("ip", "203.0.113.1", "network.class")["missing_lists"])
        self.assertEqual(fact("email", "a@throwaway.example", "email.disposable")["value"], "true")
        mail = fact("email", "a@example.com", "email.disposable")
        self.assertEqual((mail["value"], mail["missing_files"]), (None, ["old.txt"]))
        shown = self.succeed("facts", "email", "a@example.com", "--lists", ".", "--lang", "en")
        self.assertIn("domains of disposable mail (missing or stale: old.txt)", shown)
        _, whole = self.scan("--lists", ".")
        self.assertIn("vpn", whole["lists_wanted"]["B05"])
        self.assertIn("disposable_email", whole["lists_wanted"]["X02"])
        missing = json.loads(self.run_program("lists", "show", ".", "--format", "json")[1])
        self.assertIn("vpn", [one["part"] for one in missing["missing"]])

    def test_an_entry_that_cannot_be_understood_may_be_any_list(self):
        self.manifest(("network_ranges", "vpn.txt", "2026-03-01", ", class: vpn"),
                      ("network_rangs", "vpn.txt", "2026-03-01", ", class: vpn"))  # fmt: skip
        text = self.succeed("facts", "ip", "203.0.113.1", "--lists", ".", "--format", "json")
        (relayed,) = [one for one in json.loads(text)["facts"] if one["field"] == "network.relayed"]
        self.assertEqual((relayed["value"], relayed["missing_files"]), (None, ["lists.yml"]))

    def test_a_pool_counts_as_one_address(self):
        events = "".join(
            f'{{"id":"e{n}","time":"2026-04-01T0{n}:00:00Z","type":"session.start",'
            f'"account":"u{n}","ip":"192.0.2.{n}"}}\n'
            for n in range(1, 6)
        )
        self.write("events.ndjson", events)
        self.manifest(("network_ranges", "vpn.txt", "2026-03-01",
                       ", class: mobile_carrier, pool: true"))  # fmt: skip
        self.assertNotIn("B02", self.scan()[0])
        self.assertIn("B02", self.scan("--lists", ".")[0])

    def test_who_needs_a_list_is_told(self):
        self.write("places.csv", "range,city\n192.0.2.0/24,Example City\n")
        self.manifest(("network_ranges", "vpn.txt", "2026-03-01", ", class: vpn"),
                      ("network_places", "places.csv", "2026-03-01", ""))  # fmt: skip
        out = self.succeed("lists", "show", ".", "--lang", "en")
        self.assertIn("vpn.txt: test; none; needed by B01 B05 B08\n", out)
        self.assertIn("places.csv: test; none; no indicator needs it\n", out)

    def test_who_needs_a_list_that_cannot_be_read_is_told_too(self):
        self.write("empty.txt", "")
        (self.folder / "wide.csv").write_bytes("scheme,code,kind\n".encode("utf-16"))
        self.manifest(("network_ranges", "empty.txt", "2026-03-01", ", class: tor"),
                      ("email_domains", "empty.txt", "2026-03-01", ", class: allowed"),
                      ("wallet_addresses", "empty.txt", "2026-03-01", ""),
                      ("bank_directory", "wide.csv", "2026-03-01", ""))  # fmt: skip
        code, out, _ = self.run_program("lists", "show", ".", "--lang", "en")
        self.assertEqual(code, 1)
        for codes in ("B05 B08", "X02", "X64", "D08"):
            self.assertIn(f"test; none; needed by {codes}\n", out)

    def test_a_list_from_the_future_is_no_good_one(self):
        self.manifest(("network_ranges", "vpn.txt", "2199-03-01", ", class: vpn"))
        code, out, said = self.run_program("lists", "show", ".", "--lang", "en")
        self.assertEqual(code, 1)
        self.assertIn("dated ahead", out)
        self.assertIn("lists.yml:2: vpn.txt is published 2199-03-01, a day that", said)
        found = json.loads(self.run_program("lists", "show", ".", "--format", "json")[1])
        self.assertEqual(found["lists"][0]["state"], "ahead")
        code, _, said = self.run_program("scan", "--lists", ".", "events.ndjson")
        self.assertEqual(code, 0)
        self.assertIn("2199-03-01", said)

    def test_a_folder_without_lists_is_a_mistake(self):
        code, _, said = self.run_program("scan", "--lists", "none", "events.ndjson")
        self.assertEqual(code, 1)
        self.assertIn("lists.yml", said)

    def test_the_report_names_the_list(self):
        report = self.succeed("scan", "--format", "html", "events.ndjson")
        self.assertIn("address ranges of VPN services", report)


if __name__ == "__main__":
    program.main()
