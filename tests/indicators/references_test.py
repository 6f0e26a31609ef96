#!/usr/bin/env python3
"""references/: documents, contacts, legal texts: complete, dated, and in agreement."""

import datetime
import re
import unittest

from catalogue_test import ROOT, documents

BASES = ("original", "official", "private", "report", "named by", "copy of", "secondary", "known")
KINDS = {"consultation", "complaint", "statutory_filing", "reward_tip", "reference"}
LANGUAGES = {"en", "ja", "ko"}


def read(name, key):
    return documents(ROOT / "references" / name)[0][key]


class References(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sources = read("sources.yml", "sources")
        cls.keys = {source["key"] for source in cls.sources}
        cls.contacts = read("contacts.yml", "contacts")
        cls.laws = read("laws.yml", "laws")

    def test_keys_and_ids_are_unique_and_complete(self):
        self.assertEqual(len(self.keys), len(self.sources))
        contacts = [contact["id"] for contact in self.contacts]
        self.assertEqual(contacts, [f"R{n:02}" for n in range(1, len(contacts) + 1)])
        self.assertGreaterEqual(len(contacts), 11)
        self.assertEqual([law["id"] for law in self.laws], [f"L{n:02}" for n in range(1, 17)])

    def test_dates_are_days_and_nothing_was_checked_before_it_was_published(self):
        for entry in self.sources + self.contacts + self.laws:
            checked = datetime.date.fromisoformat(entry["checked_on"])
            published = entry.get("date", entry.get("printed_on", entry["checked_on"]))
            self.assertLessEqual(datetime.date.fromisoformat(published), checked, entry)

    def test_a_source_says_what_was_read(self):
        for source in self.sources:
            self.assertRegex(source["key"], r"^[A-Z0-9][A-Z0-9-]+$")
            self.assertIn(source["read"], ("true", "false", True, False), source["key"])
            self.assertTrue(source["basis"].startswith(BASES), source["key"])
            self.assertTrue(set(source["title"]) <= LANGUAGES and source["title"], source["key"])
            self.assertTrue(source["publisher"], source["key"])
            self.assertTrue(source.get("url", "https://").startswith("http"), source["key"])

    def test_contacts_and_laws_cite_documents_that_are_known(self):
        for entry in self.contacts:
            self.assertIn(entry["source"]["document"], self.keys, entry["id"])
        for entry in self.laws:
            self.assertTrue(entry["sources"], entry["id"])
            for source in entry["sources"]:
                self.assertIn(source["document"], self.keys, entry["id"])

    def test_contacts_carry_their_kind_and_the_languages(self):
        for contact in self.contacts:
            self.assertIn(contact["kind"], KINDS, contact["id"])
            self.assertEqual(set(contact["name"]), LANGUAGES, contact["id"])
            self.assertRegex(contact["address"], r"^$|^https://\S+$|^\S+@\S+$")
            self.assertIn(contact["status_in_latest"], ("unchanged", "changed", "not read"))

    def test_an_address_is_not_called_unchanged_while_an_update_is_unread(self):
        updates = {source["key"]: source["updated_by"] for source in self.sources}
        read_keys = {source["key"] for source in self.sources if source["read"]}
        for contact in self.contacts:
            if set(updates[contact["source"]["document"]]) - read_keys:
                self.assertEqual(contact["status_in_latest"], "not read", contact["id"])

    def test_laws_say_may_and_have_every_language(self):
        for law in self.laws:
            self.assertEqual(set(law["name"]), LANGUAGES, law["id"])
            self.assertEqual(set(law["text"]), LANGUAGES, law["id"])
            self.assertNotRegex(law["text"]["en"], r"\b(will be|shall)\b", law["id"])
            if law["jurisdiction"] != "UN":
                self.assertRegex(law["text"]["en"], r"\bmay\b|In 2018", law["id"])
            self.assertFalse(re.search(r"\byou\b", law["text"]["en"], re.IGNORECASE), law["id"])


if __name__ == "__main__":
    unittest.main()
