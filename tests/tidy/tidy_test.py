#!/usr/bin/env python3
"""Tests of the house rules: each rule fires on a small example and is silent on its look-alike."""

import json
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import cpp_rules  # noqa: E402
import cpp_text  # noqa: E402
import text_rules  # noqa: E402
import tree as tree_module  # noqa: E402
import tree_rules  # noqa: E402


def cpp(path, text):
    return [p.message for p in cpp_rules.check(path, text)]


def text(path, content):
    return [p.message for p in text_rules.check(path, content)]


def tree_of(folder, files):
    for path, content in files.items():
        (pathlib.Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
        (pathlib.Path(folder) / path).write_text(content, encoding="utf-8")
    return tree_module.Tree(folder)


class StripLiterals(unittest.TestCase):
    def test_comments_and_literals_go_lines_stay(self):
        code = "a; // rand()\n\"rand()\" /* x\n y */ R\"(rand()\n)\" '\"' 1'000 'x'"
        stripped = cpp_text.strip_literals(code)
        self.assertEqual(stripped.count("\n"), code.count("\n"))
        self.assertNotIn("rand", stripped)
        self.assertIn("1'000", stripped)


class Functions(unittest.TestCase):
    def functions(self, code):
        return list(cpp_text.functions(code))

    def test_names_lines_and_lengths(self):
        code = "namespace a {\nint One(int x) {\n  return x;\n}\n\nvoid B::Two() const {}\n}\n"
        self.assertEqual(self.functions(code), [("One", 2, 3), ("B::Two", 6, 1)])

    def test_members_and_lambdas(self):
        code = "class A : B {\n int F() {\n auto f = [] {\n return 1; };\n return f();\n }\n};\n"
        self.assertEqual(self.functions(code), [("F", 2, 5)])

    def test_constructor_with_braced_members(self):
        code = "A::A(int x) : a_{x}, b_{x} {\n  Run();\n}\n"
        self.assertEqual(self.functions(code), [("A::A", 1, 3)])

    def test_tables_and_macros_are_no_functions(self):
        code = "#define F(x) {\\\n x }\nint kTable[] = {\n 1,\n 2};\nstruct S {\n int a{};\n};\n"
        self.assertEqual(self.functions(code), [])

    def test_too_long(self):
        body = "  x();\n" * 69
        self.assertEqual(cpp("src/core/a.cc", "void F() {\n" + body[:-7] + "}\n"), [])
        found = cpp("src/core/a.cc", "void F() {\n" + body + "}\n")
        self.assertEqual(len(found), 1)
        self.assertIn("F has 71 lines, at most 70", found[0])


class Bans(unittest.TestCase):
    def test_each_ban_fires(self):
        for line in (
            "auto t = std::chrono::system_clock::now();",
            "int r = rand();",
            "std::regex r;",
            'std::printf("x");',
            "std::cerr << 1;",
            "sleep(1);",
            "std::this_thread::sleep_for(x);",
            'getenv("A");',
            "std::exit(1);",
            "abort();",
            "auto* p = new int;",
            "delete p;",
            "delete[] p;",
            "throw 1;",
            "atoi(s);",
            "std::stoi(s);",
            "absl::Mutex m;",
            "t.detach();",
            "assert(x);",
            "using namespace std;",
            "malloc(1);",
            "std::random_device d;",
            "#include <ranges>",
            "#include <CLI/App.hpp>",
            "sprintf(a, b);",
            "std::chrono::steady_clock::now();",
        ):
            with self.subTest(line):
                self.assertEqual(len(cpp("src/engine/a.cc", line + "\n")), 1)

    def test_look_alikes_are_silent(self):
        for line in (
            "A(const A&) = delete;",
            "static const T& t = *new T;",
            "// new things",
            "void* operator new(size_t);",
            "operand(1);",
            "strand(1);",
            "timer.sleep();",
            "std::snprintf(b, sizeof b, x);",
            "pool.free(x);",
            "rules.exit(1);",
            "static_assert(true);",
            "int renew = 1;",
            "new_link = 1;",
            "event.time(0);",
        ):
            with self.subTest(line):
                self.assertEqual(cpp("src/engine/a.cc", line + "\n"), [])

    def test_doors_may_print(self):
        self.assertEqual(cpp("src/cli/a.cc", 'std::fputs("x", stdout);\n'), [])
        self.assertEqual(cpp("src/cli/command_line.cc", "#include <CLI/App.hpp>\n"), [])
        self.assertEqual(cpp("tests/a/a_test.cc", "std::cout << 1;\n"), [])

    def test_exceptions_have_a_place(self):
        for exception in cpp_rules.EXCEPTIONS:
            with self.subTest(exception):
                path, found = exception.split(": ", 1)
                self.assertIn(found, (ROOT / path).read_text(encoding="utf-8"))

    def test_message_names_the_replacement(self):
        self.assertIn("re2::RE2", cpp("src/rules/a.cc", "std::regex r;\n")[0])


class Headers(unittest.TestCase):
    def test_comment_and_pragma(self):
        self.assertEqual(cpp("src/core/a.h", "// What it is.\n#pragma once\n"), [])
        self.assertIn("contract", cpp("src/core/a.h", "#pragma once\n")[0])
        self.assertIn("#pragma once", cpp("src/core/a.h", "// What it is.\n")[0])

    def test_nolint_needs_check_and_reason(self):
        self.assertEqual(cpp("src/core/a.cc", "x; // NOLINT(a-b): because\n"), [])
        self.assertEqual(len(cpp("src/core/a.cc", "x; // NOLINT\n")), 1)
        self.assertEqual(len(cpp("src/core/a.cc", "x; // NOLINT(a-b)\n")), 1)

    def test_file_length(self):
        self.assertEqual(cpp("src/core/a.cc", "\n" * 400), [])
        self.assertEqual(len(cpp("src/core/a.cc", "\n" * 401)), 1)


class Text(unittest.TestCase):
    def test_width(self):
        self.assertEqual(text("src/core/a.cc", "x" * 100), [])
        self.assertEqual(len(text("src/core/a.cc", "x" * 101)), 1)
        self.assertEqual(text("docs/a.md", "| " + "x" * 120), [])
        self.assertEqual(text("src/core/a.cc", "// https://example.com/" + "x" * 100), [])
        self.assertEqual(text("indicators/a.yml", "x" * 300), [])

    def test_postponed_work(self):
        self.assertEqual(len(text("src/core/a.cc", "// TODO: later")), 1)
        self.assertEqual(text("src/core/a.cc", "// to do so"), [])

    def test_words(self):
        self.assertEqual(len(text("docs/a.md", "see /home/me/x")), 1)
        self.assertEqual(len(text("docs/a.md", "a whitelist")), 1)
        self.assertEqual(text("docs/a.md", "the home of it"), [])

    def test_addresses_that_belong_to_somebody(self):
        self.assertEqual(text("tests/a.cc", "192.0.2.1 203.0.113.9 10.1.2.3 1.2.3 1.2.3.4.5"), [])
        self.assertEqual(text("tests/a.cc", "Chrome/131.0.0.0"), [])
        self.assertEqual(len(text("tests/a.cc", "8.8.8.8")), 1)
        self.assertEqual(text("tests/a.cc", "a@example.com b@mail.example.org c@x.test"), [])
        self.assertEqual(len(text("tests/a.cc", "somebody@gmail.com")), 1)


class TreeRules(unittest.TestCase):
    def check(self, files, compiled=None):
        with tempfile.TemporaryDirectory() as folder:
            tree = tree_of(folder, files)
            commands = None
            if compiled is not None:
                commands = pathlib.Path(folder) / "commands.json"
                commands.write_text(json.dumps([{"file": f"{folder}/{c}"} for c in compiled]))
            return [f"{p.path}: {p.message}" for p in tree_rules.check(tree, commands)]

    def test_uncompiled_file(self):
        files = {"src/core/a.cc": "", "src/core/b.cc": ""}
        found = self.check(files, ["src/core/a.cc"])
        self.assertEqual(len(found), 1)
        self.assertTrue(found[0].startswith("src/core/b.cc: belongs to no target"))

    def test_header_that_only_its_own_file_includes(self):
        files = {"src/core/a.h": "", "src/core/a.cc": '#include "core/a.h"\n'}
        self.assertEqual(len(self.check(files)), 1)
        files["tests/core/a_test.cc"] = '#include "core/a.h"\n'
        self.assertEqual(self.check(files), [])

    def test_page_nobody_links(self):
        found = self.check({"README.md": "[a](docs/a.md)", "docs/a.md": "", "docs/b.md": ""})
        self.assertEqual(len(found), 1)
        self.assertTrue(found[0].startswith("docs/b.md: nobody finds this page"))

    def test_links_and_anchors(self):
        readme = "[a](docs/a.md#two-words) [web](https://example.com) `[x](y)`\n```\n[x](y)\n```\n"
        self.assertEqual(self.check({"README.md": readme, "docs/a.md": "## Two `words`\n"}), [])
        found = self.check({"README.md": "[a](docs/a.md#three) [b](b.md)", "docs/a.md": "## Two\n"})
        self.assertEqual(
            found,
            [
                "README.md: docs/a.md has no heading #three",
                "README.md: the link to b.md leads nowhere",
            ],
        )


if __name__ == "__main__":
    unittest.main()
