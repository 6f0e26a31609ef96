"""sekisho facts, from outside."""

import json

import program

LISTS = """lists:
  - {kind: network_ranges, file: vpn.txt, class: vpn, source: test, published: 2026-03-01,
     licence: none, stale_after_days: 90}
  - {kind: network_places, file: places.csv, source: test, published: 2026-03-01, licence: none}
"""


class Facts(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("lists/lists.yml", LISTS)
        self.write("lists/vpn.txt", "192.0.2.0/25\n")
        self.write("lists/places.csv", "range,country,latitude,longitude,accuracy_km\n"
                   "192.0.2.0/24,JP,35.7,139.7,20\n")  # fmt: skip

    def facts(self, *arguments):
        text = self.succeed("facts", *arguments, "--format", "json")
        return {fact["field"]: fact for fact in json.loads(text)["facts"]}

    def values(self, *arguments):
        return {field: fact["value"] for field, fact in self.facts(*arguments).items()}

    def test_an_address_by_lists(self):
        at = ("--lists", "lists", "--at", "2026-04-01T00:00:00Z")
        facts = self.facts("ip", "::ffff:192.0.2.7", *at)
        self.assertEqual(facts["network.address"]["value"], "192.0.2.7")
        self.assertFalse(facts["network.address"]["by_list"])
        self.assertEqual(facts["network.class"]["value"], "vpn")
        self.assertTrue(facts["network.class"]["by_list"])
        self.assertEqual(facts["network.relayed"]["value"], "true")
        self.assertEqual(facts["network.accuracy_km"]["value"], "20")
        self.assertEqual(facts["network.asn"]["missing_lists"], ["asn"])
        other = self.facts("ip", "192.0.2.200", *at)
        self.assertEqual(other["network.relayed"]["value"], "false")
        self.assertIsNone(other["network.class"]["value"])
        self.assertTrue(other["network.class"]["by_list"])
        self.assertIn("tor", other["network.class"]["missing_lists"])
        self.assertNotIn("vpn", other["network.class"]["missing_lists"])

    def test_an_address_that_cannot_be_read_is_not_looked_up(self):
        at = ("--lists", "lists", "--at", "2026-04-01T00:00:00Z")
        network_class = self.facts("ip", "192.0.2.", *at)["network.class"]
        self.assertIsNone(network_class["value"])
        self.assertFalse(network_class["by_list"])
        self.assertNotIn("not in the lists", self.succeed("facts", "ip", "192.0.2.", *at))

    def test_the_time_decides_which_lists_are_asked(self):
        facts = self.facts("ip", "192.0.2.7", "--lists", "lists", "--at", "2026-09-01T00:00:00Z")
        self.assertIsNone(facts["network.class"]["value"])
        self.assertIn("vpn", facts["network.class"]["missing_lists"])
        self.assertEqual(facts["network.country"]["value"], "JP")

    def test_without_lists_it_says_which_would_tell(self):
        facts = self.facts("ip", "192.0.2.7")
        self.assertIn("vpn", facts["network.class"]["missing_lists"])
        page = self.succeed("facts", "ip", "192.0.2.7", "--lang", "en")
        self.assertIn("list missing: address ranges of VPN services", page)
        for language, word in (("ja", "一覧なし"), ("ko", "목록 없음")):
            self.assertIn(word, self.succeed("facts", "ip", "192.0.2.7", "--lang", language))

    def test_numbers_and_their_check_digits(self):
        self.assertEqual(
            (self.values("iban", "GB82 WEST 1234 5698 7654 32")["payout.check"],
             self.values("iban", "GB82 WEST 1234 5698 7654 31")["payout.check"]),
            ("passes", "wrong_digit"))  # fmt: skip
        wallet = self.values("wallet", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")
        self.assertEqual((wallet["payout.form"], wallet["payout.check"]), ("ethereum", "passes"))
        self.assertEqual(self.values("phone", "+81 90 1234 5678")["phone.type"], "mobile")
        self.assertEqual(self.values("email", "A@Example.COM")["email.domain"], "example.com")
        document = self.values("document", "309012345620", "--with",
                               "document.type=driving_licence", "--with", "document.issuer=JP")
        self.assertEqual(document["document.check"], "passes")

    def test_what_a_check_digit_means_is_said_in_every_language(self):
        for language, words in (("en", "ask again"), ("ja", "再度確認してください"),
                                ("ko", "다시 확인하십시오")):  # fmt: skip
            page = self.succeed("facts", "iban", "GB82 WEST 1234 5698 7654 31", "--lang", language)
            self.assertRegex(page, f"wrong_digit .*{words}")
            page = self.succeed("facts", "iban", "GB82 WEST 1234 5698 7654 32", "--lang", language)
            self.assertNotIn(words, page)

    def test_a_my_number_is_not_shown(self):
        said = self.fail_with(1, "facts", "document", "6214-9832-0257")
        self.assertIn("My Number", said)
        self.assertNotIn("0257", said)

    def test_any_field_of_an_event(self):
        self.assertEqual(
            self.values("shipment.address", "P.O. Box 12, Sample City")["shipment.address_form"],
            "mailbox")
        self.assertIn("no fact reads this field",
                      self.succeed("facts", "user_agent", "x", "--lang", "en"))
        self.assertIn("did you mean", self.fail_with(1, "facts", "emial", "a@example.com"))
        self.assertIn("FIELD=VALUE", self.fail_with(1, "facts", "ip", "192.0.2.1", "--with", "x"))
        self.assertIn("RFC 3339", self.fail_with(1, "facts", "ip", "192.0.2.1", "--at", "soon"))


if __name__ == "__main__":
    program.main()
