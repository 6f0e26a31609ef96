"""sekisho names and sekisho screen, from outside."""

import json
import pathlib
import tempfile
import unittest

import program

SDN = (
    '101,"PRIMEROV, Vladimir","individual","SAMPLE",,,,,,,,"DOB 08 Feb 1971"\n'
    '102,"ACME EXAMPLE CORP",,"SAMPLE",,,,,,,,\n'
)


class Names(program.ProgramTest):
    def test_two_names(self):
        self.assertEqual(
            self.succeed("names", "Lee Young-ho", "이영호", "--lang", "en"),
            "0.930  variant  hangul in Latin letters: leeyoungho ~ 이영호\n",
        )

    def test_what_nothing_can_be_said_of(self):
        self.assertEqual(
            self.succeed("names", "蔣介石", "Chiang Kai-shek", "--lang", "en"),
            "0.000  unclear  may be a reading that no table has\n",
        )
        for nothing in ("", "   ", "🙂"):
            error = self.fail_with(2, "names", nothing, "Anna Beispiel")
            self.assertIn("there is nothing to compare", error)

    def test_pairs_without_labels_have_no_figures(self):
        with tempfile.TemporaryDirectory() as folder:
            pairs = pathlib.Path(folder) / "pairs.csv"
            pairs.write_text('name1,name2\nAnna Beispiel,"Beispiel, Anna"\n', encoding="utf-8")
            self.assertEqual(
                self.succeed("names", "--pairs", str(pairs), "--lang", "en"),
                "name1,name2,is_match,score,outcome,explanation\n"
                'Anna Beispiel,"Beispiel, Anna",,0.990,variant,another order\n',
            )


class Screen(program.ProgramTest):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.lists = pathlib.Path(folder.name) / "lists"
        self.lists.mkdir()
        (self.lists / "sdn.csv").write_text(SDN, encoding="utf-8")
        self.exceptions = pathlib.Path(folder.name) / "exceptions.csv"

    def screen(self, *arguments):
        text = self.succeed("screen", "--lists", str(self.lists), "--format", "ndjson", *arguments)
        hits = [json.loads(line) for line in text.splitlines()]
        (last,) = [line for line in hits if "watch_list" in line]
        self.assertEqual((last["watch_list"], last["state"], hits[-1]), ("ofac", "good", last))
        return hits[:-1]

    def test_many_names_of_a_file(self):
        self.write("people.csv", "id,name,birth_date\nu1,Vladimir Primerov,1971-02-08\n"
                   "u2,Hanako Mihon,\nu3,Mina,soon\n")  # fmt: skip
        (hit,) = self.screen("--batch", "people.csv")
        self.assertEqual((hit["line"], hit["id"], hit["level"]), (2, "u1", "high"))
        page = self.succeed("screen", "--lists", str(self.lists), "--batch", "people.csv")
        self.assertIn("line 2  u1  Vladimir Primerov", page)
        self.assertIn("2 looked up, 1 with hits, 1 refused", page)
        err = self.fail_with(2, "screen", "--lists", str(self.lists), "--batch", "people.csv", "X")
        self.assertIn("none from the command line", err)
        err = self.fail_with(2, "screen", "--lists", str(self.lists))
        self.assertIn("--batch FILE", err)

    def test_what_a_file_says_does_not_rule_the_terminal(self):
        turned = SDN.replace("PRIMEROV, Vladimir", "PRIMEROV, Vladimir\u202e\x1b[2J")
        (self.lists / "sdn.csv").write_text(turned, encoding="utf-8")
        self.write("people.csv", "id,name\nu1\x1b[31m,Vladimir\x1b[2J Primerov\n")
        for asked in (["--batch", "people.csv"], ["Vladimir Primerov"], ["Hanako\x1b[2J"]):
            page = self.succeed("screen", "--lists", str(self.lists), *asked)
            self.assertNotIn("\x1b", page)
            self.assertNotIn("\u202e", page)

    def test_a_second_identifier_raises(self):
        self.assertEqual([hit["level"] for hit in self.screen("Vladimir Primerov")], ["low"])
        hits = self.screen("Vladimir Primerov", "--birth-date", "1971-02-08")
        self.assertEqual([(hit["level"], hit["signs"]) for hit in hits], [("high", ["birth_date"])])
        self.assertEqual(self.screen("Hanako Mihon"), [])

    def test_exceptions_are_shown_with_who_and_why(self):
        arguments = ["Vladimir Primerov", "--exceptions", str(self.exceptions)]
        self.screen(*arguments, "--somebody-else", "ofac:101", "--who", "R. Reviewer", "--why",
                    "born 1999", "--until", "2099-12-31")  # fmt: skip
        (hit,) = self.screen(*arguments)
        self.assertEqual(hit["exception"], {"state": "holds", "who": "R. Reviewer",
                                            "why": "born 1999", "until": "2099-12-31",
                                            "level": "low"})  # fmt: skip

    def test_an_exception_ends_where_more_identifiers_agree(self):
        arguments = ["Vladimir Primerov", "--exceptions", str(self.exceptions)]
        self.screen(*arguments, "--somebody-else", "ofac:101", "--who", "R. Reviewer", "--why",
                    "born 1999", "--until", "2099-12-31")  # fmt: skip
        (hit,) = self.screen(*arguments, "--birth-date", "1971-02-08")
        self.assertEqual((hit["level"], hit["exception"]["state"]), ("high", "level_raised"))
        page = self.succeed("screen", "--lists", str(self.lists), "--lang", "en", *arguments,
                            "--birth-date", "1971-02-08")  # fmt: skip
        self.assertIn("does not hold here: it was given at the level low", page)

    def test_an_exception_needs_a_hit_and_a_day_to_come(self):
        said = ["--exceptions", str(self.exceptions), "--somebody-else", "ofac:101", "--who", "a",
                "--why", "b", "--until"]  # fmt: skip
        base = ["screen", "--lists", str(self.lists)]
        err = self.fail_with(1, *base, "Hanako Mihon", *said, "2099-12-31")
        self.assertIn('"Hanako Mihon" has no hit on ofac:101', err)
        err = self.fail_with(1, *base, "Vladimir Primerov", *said, "2020-01-01")
        self.assertIn("2020-01-01 is over", err)
        self.assertFalse(self.exceptions.exists())

    def test_a_name_of_nothing_is_wrong_use(self):
        for name in ("   ", "\u3000", "."):
            err = self.fail_with(2, "screen", "--lists", str(self.lists), name)
            self.assertIn("has no letter", err)

    def test_a_table_that_is_none_of_ours_is_described(self):
        base = ["screen", "--lists", str(self.lists), "--batch", "people.csv"]
        self.write("people.csv", "name;birth_date\nA;1990\n")
        self.assertIn("parted by semicolons", self.fail_with(1, *base))
        self.write("people.csv", "氏名,生年月日\nA,1990\n")
        err = self.fail_with(1, *base)
        self.assertIn('the first row is "氏名,生年月日"; call its columns name, and any of', err)
        self.write("pairs.csv", "name1;name2\nA;B\n")
        err = self.fail_with(1, "names", "--pairs", "pairs.csv")
        self.assertIn("parted by semicolons", err)

    def test_a_list_that_is_cut_off_is_not_looked_through(self):
        whole = SDN * 3
        (self.lists / "sdn.csv").write_text(whole[: len(whole) - 20], encoding="utf-8")
        base = ["screen", "--lists", str(self.lists), "Vladimir Primerov"]
        code, page, err = self.run_program(*base, "--lang", "en")
        self.assertEqual(code, 4)
        self.assertIn("was not looked up: no list can be used", page)
        self.assertIn("NOT looked through: ofac (sdn.csv:6: ", page)
        self.assertIn("sdn.csv:6: error[SK2350]: a quote is not closed", err)
        code, lines, _ = self.run_program(*base, "--format", "ndjson")
        (line,) = [json.loads(one) for one in lines.splitlines()]
        self.assertEqual((code, line["state"], line["entries"]), (4, "missing", 0))
        self.assertEqual(len(line["sha256"]), 64)

    def test_lists_of_a_manifest(self):
        entry = ("  - {kind: ofac_names, file: sdn.csv, source: test, published: 2021-05-01, "
                 "licence: none%s}\n")  # fmt: skip
        base = ["screen", "--lists", str(self.lists), "Vladimir Primerov", "--lang", "en"]

        def manifest(more):
            (self.lists / "lists.yml").write_text("lists:\n" + entry % more)

        manifest("")
        self.assertIn("ofac (2, 2021-05-01, ", self.succeed(*base))
        manifest(", stale_after_days: 7")
        code, page, _ = self.run_program(*base)
        self.assertEqual(code, 4)
        self.assertIn("looked through, but stale: ofac (2, 2021-05-01, ", page)
        self.assertIn("PRIMEROV", page)
        shown = self.succeed("lists", "show", str(self.lists), "--format", "json")
        (one,) = json.loads(shown)["lists"]
        self.assertEqual((one["state"], one["entries"], one["needed_by"]), ("stale", 2, ["screen"]))
        manifest(", sha256: " + "0" * 64)
        code, page, _ = self.run_program(*base)
        self.assertEqual(code, 4)
        self.assertIn("not the file that lists.yml means", " ".join(page.split()))
        manifest("")
        (self.lists / "sdn.csv").write_text("id,name\n1,A\n", encoding="utf-8")
        code, shown, err = self.run_program("lists", "show", str(self.lists), "--format", "json")
        self.assertEqual((code, json.loads(shown)["lists"][0]["state"]), (1, "missing"))
        self.assertIn("sdn.csv:1: error[SK2350]", err)
        self.assertIn("the row has 2 columns, not 12", err)


if __name__ == "__main__":
    program.main()
