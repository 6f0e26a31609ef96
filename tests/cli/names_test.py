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
        return [json.loads(line) for line in text.splitlines()]

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
                                            "why": "born 1999", "until": "2099-12-31"})  # fmt: skip


if __name__ == "__main__":
    program.main()
