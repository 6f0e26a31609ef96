#!/usr/bin/env python3
"""Every measure of the notices has its file, in its place, and no word that singles people out."""

import pathlib
import re
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# The notices' own measures; the catalogue has no M19.
IDS = [f"M{number:02}" for number in range(1, 48) if number != 19]
LANGUAGES = {"en", "ja", "ko"}
INDEPENDENT = {"M06", "M24", "M40"}


def texts(measure):
    for key in ("name", "meaning", "fairness"):
        yield measure[key]
    for key in ("steps", "evidence"):
        yield from measure[key]


class Measures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.measures = {}
        for path in sorted(ROOT.glob("measures/**/*.yml")):
            cls.measures[path] = yaml.safe_load(path.read_text(encoding="utf-8"))["measure"]

    def test_every_measure_has_exactly_one_file(self):
        self.assertEqual(sorted(measure["id"] for measure in self.measures.values()), IDS)

    def test_a_file_stands_with_its_first_audience_and_bears_its_code(self):
        for path, measure in self.measures.items():
            self.assertEqual(path.parent.name, measure["audience"][0], path)
            self.assertTrue(path.name.startswith(measure["id"].lower() + "_"), path)

    def test_languages_are_told_apart(self):
        for path, measure in self.measures.items():
            for text in texts(measure):
                self.assertEqual(set(text), LANGUAGES, path)
                self.assertNotRegex(text["en"], r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]", path)
                self.assertNotRegex(text["ja"], r"[\uac00-\ud7af]", path)
                self.assertRegex(text["ja"], r"[\u3040-\u30ff\u4e00-\u9fff]", path)
                self.assertRegex(text["ko"], r"[\uac00-\ud7af]", path)
                self.assertNotRegex(text["ko"], r"[\u3040-\u30ff]", path)

    def test_a_period_has_its_reason(self):
        for path, measure in self.measures.items():
            recurrence = measure["recurrence"]
            self.assertGreater(len(recurrence["why"]), 15, path)
            if "every" in recurrence:
                self.assertIn("our choice", recurrence["why"], path)

    def test_who_is_asked_about_somebody_is_found_independently(self):
        found = {m["id"] for m in self.measures.values() if m.get("contact_source")}
        self.assertEqual(found, INDEPENDENT)

    def test_reports_name_contacts(self):
        for path, measure in self.measures.items():
            if measure["form"] == ["workflow"] and measure["id"] != "M18":
                self.assertTrue(measure.get("contacts"), path)

    def test_nobody_is_labelled(self):
        for path, measure in self.measures.items():
            for text in texts(measure):
                self.assertIsNone(
                    re.search(r"north korean|北朝鮮(人|籍)|북한 ?(사람|국적)", str(text), re.IGNORECASE),
                    path,
                )


if __name__ == "__main__":
    unittest.main()
