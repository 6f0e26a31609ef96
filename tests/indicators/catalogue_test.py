#!/usr/bin/env python3
"""The indicators agree with each other, with their place, and with references/sources.yml."""

import pathlib
import re
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FAMILIES = {
    "A": "identity",
    "B": "access",
    "C": "work",
    "D": "money",
    "E": "biography",
    "F": "communication",
    "G": "conduct",
    "H": "background",
    "X0": "persona",
    "X1": "persona",
    "X2": "persona",
    "X3": "code_hosting",
    "X4": "network",
    "X5": "endpoint",
    "X6": "payment",
    "X7": "interview",
}
KINDS = {"detects", "ignores", "at_limit", "shuffled"}


class Loader(yaml.SafeLoader):
    """Dates stay text, as everywhere in our files."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def documents(path):
    with open(path, encoding="utf-8") as file:
        return list(yaml.load_all(file, Loader))


class Catalogue(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = {path: documents(path) for path in sorted(ROOT.glob("indicators/**/*.yml"))}
        cls.sections = {
            path: next(part["sekisho"] for part in parts if "sekisho" in part)
            for path, parts in cls.files.items()
        }
        cls.by_id = {section["id"]: section for section in cls.sections.values()}
        register = documents(ROOT / "references" / "sources.yml")[0]["sources"]
        cls.sources = {source["key"]: source for source in register}

    def test_every_file_is_an_indicator_of_its_own(self):
        self.assertGreaterEqual(len(self.files), 14)
        self.assertEqual(len(self.by_id), len(self.files))

    def test_a_file_stands_in_its_family_and_bears_its_code(self):
        for path, section in self.sections.items():
            family = section["id"][:2] if section["id"][0] == "X" else section["id"][0]
            self.assertEqual(path.parent.name, FAMILIES[family], path)
            self.assertTrue(path.name.startswith(section["id"].lower() + "_"), path)

    def test_rules_bear_the_code_and_those_that_report_their_grade(self):
        for path, section in self.sections.items():
            rules = [part for part in self.files[path] if "title" in part]
            used = {name for rule in rules for name in inputs(rule)}
            for rule in rules:
                self.assertTrue(rule["name"].startswith(section["id"].lower() + "_"), path)
                self.assertEqual("level" in rule, rule["name"] not in used, rule["name"])

    def test_every_parameter_is_used_and_has_a_reason(self):
        for path, section in self.sections.items():
            rules = [part for part in self.files[path] if "title" in part]
            used = set(re.findall(r"'\$(\w+)'", repr(rules)))
            parameters = section.get("parameters", {})
            self.assertEqual(used, set(parameters), path)
            for parameter in parameters.values():
                self.assertGreater(len(parameter["why"]), 40, path)

    def test_sources_are_in_the_register_with_their_dates(self):
        for section in self.sections.values():
            for source in section["sources"]:
                self.assertIn(source["document"], self.sources, section["id"])
                known = self.sources[source["document"]]
                self.assertEqual(source["date"], known["date"], section["id"])
                self.assertTrue(known["read"], section["id"])

    def test_an_indicator_is_not_called_unchanged_while_an_update_is_unread(self):
        for section in self.sections.values():
            for source in section["sources"]:
                unread = [
                    key
                    for key in self.sources[source["document"]]["updated_by"]
                    if not self.sources[key]["read"]
                ]
                if unread:
                    self.assertEqual(source["status_in_latest"], "not read", section["id"])

    def test_one_cause_is_named_on_both_sides(self):
        for section in self.sections.values():
            for other in section.get("same_cause_as", []):
                if other in self.by_id:
                    self.assertIn(section["id"], self.by_id[other].get("same_cause_as", []), other)

    def test_a_computed_indicator_has_cases_of_every_kind(self):
        for path, section in self.sections.items():
            if section["status"] == "computed":
                cases = [case for part in self.files[path] for case in part.get("cases", [])]
                self.assertEqual({case["kind"] for case in cases}, KINDS, path)

    def test_the_register_knows_what_it_refers_to(self):
        for source in self.sources.values():
            for key in source["updated_by"] + source["superseded_by"]:
                self.assertIn(key, self.sources)
                self.assertGreater(self.sources[key]["date"], source["date"])


def inputs(rule):
    """Names of the rules that a correlation builds on."""
    correlation = rule.get("correlation", {})
    lists = (correlation.get(key, []) for key in ("rules", "end", "numerator", "denominator"))
    return [name for names in lists for name in names]


if __name__ == "__main__":
    unittest.main()
