#!/usr/bin/env python3
"""Every published indicator has its file, and says all that it must; names what is missing.

  tests/indicators/complete_test.py          from the source tree, without a build
"""

import re
import unittest

from catalogue_test import KINDS, ROOT, documents

LAST = {"A": 18, "B": 9, "C": 12, "D": 11, "E": 12, "F": 10, "G": 5, "H": 11}
IDS = [f"{family}{number:02}" for family, last in LAST.items() for number in range(1, last + 1)]
IDS += [f"X{number:02}" for number in range(1, 21)]
IDS += [f"X3{digit}" for digit in range(7)]
IDS += [f"X4{digit}" for digit in range(10)] + ["X4A"]
IDS += [f"X5{digit}" for digit in range(10)] + ["X5A"]
IDS += [f"X6{digit}" for digit in range(10)]
IDS += [f"X7{digit}" for digit in range(10)] + ["X7A", "X7B", "X7C", "X7D"]

# The notices' signs that would single out people: facts for the reader, never an automatic sign.
PEOPLE_ONLY = {"E06", "E07", "E08", "E09", "F01"}
# One sign under two numbers, or two signs of one sentence: one cause counts once.
SAME_CAUSE = [
    {"A01", "E04"},
    {"A01", "X20"},
    {"A01", "X60"},
    {"A05", "X63"},
    {"B01", "B05"},
    {"B01", "X40"},
    {"B02", "X42"},
    {"B05", "X40"},
    {"B06", "X47"},
    {"C08", "X66"},
    {"F01", "F02"},
    {"G02", "X68"},
]
TEXTS = ("name", "meaning")
LISTS = ("false_positives", "what_clears", "sources", "audience")
# Texts speak of what was seen; whose state it might serve is for the documents to say.
LABEL = re.compile(r"north ?korea|dprk|朝鮮|조선|북한", re.IGNORECASE)
SCRIPTS = {"ja": r"[\u3040-\u30ff\u4e00-\u9fff]", "ko": r"[\uac00-\ud7af]"}


class Complete(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = {}
        for path in sorted(ROOT.glob("indicators/**/*.yml")):
            parts = documents(path)
            section = next(part["sekisho"] for part in parts if "sekisho" in part)
            cls.files.setdefault(section["id"], []).append((path, section, parts))

    def each(self):
        for entries in self.files.values():
            yield from entries

    def assert_none(self, wrong, what):
        self.assertFalse(wrong, f"{what}: {', '.join(sorted(map(str, wrong)))}")

    def test_every_number_has_exactly_one_file(self):
        self.assertEqual(len(IDS), 161)
        self.assert_none(set(IDS) - set(self.files), "no file yet for")
        self.assert_none(set(self.files) - set(IDS), "published nowhere")
        self.assert_none([k for k, v in self.files.items() if len(v) > 1], "more than one file for")

    def test_every_section_is_complete_in_every_language(self):
        wrong = []
        for _, section, _ in self.each():
            texts = [section[key] for key in TEXTS]
            computed = section["status"] == "computed"
            texts += [section["explain"]] if computed else section["needs"]
            texts += section["false_positives"] + section["what_clears"] + section.get("needs", [])
            wrong += [section["id"] for key in LISTS if not section[key]]
            for text in texts:
                for language, script in SCRIPTS.items():
                    if not re.search(script, text[language]):
                        wrong.append(f"{section['id']} {language}: {text[language]}")
        self.assert_none(wrong, "incomplete")

    def test_no_text_labels_a_person(self):
        keys = ("name", "meaning", "explain", "needs", "false_positives", "what_clears")
        wrong = [
            f"{section['id']} {key}"
            for _, section, _ in self.each()
            for key in keys
            if LABEL.search(str(section.get(key, "")))
        ]
        self.assert_none(wrong, "a label")

    def test_every_computed_indicator_has_a_case_of_every_kind(self):
        wrong = []
        for _, section, parts in self.each():
            kinds = {case["kind"] for part in parts for case in part.get("cases", [])}
            if kinds != (KINDS if section["status"] == "computed" else set()):
                wrong.append(section["id"])
        self.assert_none(wrong, "cases are missing, or stand where nothing is computed")

    def test_what_would_single_people_out_is_never_computed(self):
        for code in PEOPLE_ONLY & set(self.files):
            section = self.files[code][0][1]
            self.assertEqual(section["sensitivity"], "human_only", code)
            self.assertIn(section["status"], ("human", "background"), code)
        for _, section, _ in self.each():
            if section["sensitivity"] == "human_only":
                self.assertNotEqual(section["status"], "computed", section["id"])

    def test_the_demand_to_insult_somebody_is_never_used(self):
        for _, section, _ in self.files.get("X78", []):
            self.assertEqual(section["status"], "never")
        never = [section["id"] for _, section, _ in self.each() if section["status"] == "never"]
        self.assertEqual(never, ["X78"] if "X78" in self.files else [])

    def test_background_is_context(self):
        for _, section, _ in self.each():
            if section["status"] == "background" or section["id"].startswith("H"):
                self.assertEqual(section["grade"], "context", section["id"])
                self.assertNotEqual(section["status"], "computed", section["id"])

    def test_one_cause_is_named_on_both_sides(self):
        wrong = []
        for one, other in map(sorted, SAME_CAUSE):
            for code, named in ((one, other), (other, one)):
                for _, section, _ in self.files.get(code, []):
                    if named not in section.get("same_cause_as", []):
                        wrong.append(f"{code} does not name {named}")
        for _, section, _ in self.each():
            for named in section.get("same_cause_as", []):
                back = self.files.get(named, [(None, {"same_cause_as": []}, None)])[0][1]
                if section["id"] not in back.get("same_cause_as", []):
                    wrong.append(f"{named} does not name {section['id']}")
        self.assert_none(wrong, "one cause would count twice")


if __name__ == "__main__":
    unittest.main()
