#!/usr/bin/env python3
"""Tests of tools/check_layers.py on small made-up trees."""

import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import check_layers  # noqa: E402


def problems_of(files):
    """What the checker says about a tree of {path: text}."""
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        return check_layers.check(root)


class CheckLayers(unittest.TestCase):
    def test_allowed_includes_are_silent(self):
        self.assertEqual(
            problems_of(
                {
                    "src/core/a.h": "",
                    "src/rules/b.cc": '#include "rules/b.h"\n#include "core/a.h"\n'
                    '#include "re2/re2.h"\n',
                    "src/rules/b.h": "#include <string>\n",
                    "src/engine/c.cc": '#include "rules/b.h"\n#include "facts/names/key.h"\n',
                    "src/facts/names/key.h": '#include "core/a.h"\n',
                    "src/facts/all.cc": '#include "facts/names/key.h"\n',
                }
            ),
            [],
        )

    def test_upward_include_names_place_and_rule(self):
        found = problems_of(
            {
                "src/engine/run.h": "",
                "src/rules/x.cc": '#include "core/a.h"\n\n#include "engine/run.h"\n',
                "src/core/a.h": "",
            }
        )
        self.assertEqual(
            found, ["src/rules/x.cc:3: includes engine/run.h: rules may include only core, yaml"]
        )

    def test_core_includes_nothing(self):
        found = problems_of({"src/core/a.h": '#include "rules/b.h"\n', "src/rules/b.h": ""})
        self.assertEqual(
            found, ["src/core/a.h:1: includes rules/b.h: core may include no other layer"]
        )

    def test_fact_topics_are_strangers(self):
        found = problems_of(
            {
                "src/facts/names/key.cc": '#include "facts/money/payout.h"\n',
                "src/facts/money/payout.h": "",
            }
        )
        self.assertEqual(
            found,
            [
                "src/facts/names/key.cc:1: includes facts/money/payout.h: "
                "facts/names may include only core, lists"
            ],
        )

    def test_siblings_do_not_include_each_other(self):
        found = problems_of({"src/state/a.cc": '#include "ingest/b.h"\n', "src/ingest/b.h": ""})
        self.assertEqual(
            found, ["src/state/a.cc:1: includes ingest/b.h: state may include only core, names"]
        )

    def test_include_without_layer(self):
        found = problems_of({"src/core/a.cc": '#include "a.h"\n', "src/core/a.h": ""})
        self.assertEqual(
            found, ['src/core/a.cc:1: includes "a.h": write the layer too, "core/a.h"']
        )

    def test_unknown_folder(self):
        found = problems_of({"src/common/a.h": ""})
        self.assertEqual(len(found), 1)
        self.assertTrue(found[0].startswith("src/common: is no layer"))

    def test_cmake_declares_too_much(self):
        found = problems_of(
            {
                "src/state/CMakeLists.txt": "sekisho_layer(state MAY_INCLUDE core rules)\n",
                "src/state/a.h": "",
            }
        )
        self.assertEqual(
            found, ["src/state/CMakeLists.txt: links rules: state may include only core, names"]
        )

    def test_cmake_by_the_back_door(self):
        found = problems_of(
            {
                "src/state/CMakeLists.txt": "sekisho_layer(state MAY_INCLUDE core)\n"
                "target_link_libraries(sekisho_state PUBLIC sekisho_rules)\n",
                "src/state/a.h": "",
            }
        )
        self.assertEqual(len(found), 1)
        self.assertIn("target_link_libraries", found[0])

    def test_circle_is_shown_step_by_step(self):
        found = problems_of(
            {
                "src/service/a.h": '#include "service/disk/b.h"\n',
                "src/service/disk/b.h": '#include "service/a.h"\n',
            }
        )
        self.assertEqual(
            found,
            [
                "folders include each other in a circle: service -> service/disk -> service\n"
                "    src/service/a.h:1 includes service/disk/b.h\n"
                "    src/service/disk/b.h:1 includes service/a.h"
            ],
        )

    def test_table_has_no_circle(self):
        graph = {layer: set(others) for layer, others in check_layers.MAY_INCLUDE.items()}
        self.assertIsNone(check_layers.find_cycle(graph))


if __name__ == "__main__":
    unittest.main()
