"""sekisho measures check, list, explain, doc."""

import program


class Measures(program.ProgramTest):
    def test_check_counts_what_it_saw(self):
        out = self.succeed("measures", "check")
        self.assertRegex(out, r"^46 measures, \d+ documents, \d+ contacts, 0 problems\n$")

    def test_check_names_what_is_wrong(self):
        (self.folder / "indicators").mkdir()
        self.write("references/sources.yml", "sources: [{key: A, date: 2024-01-01, read: true}]\n")
        self.write("references/contacts.yml", "contacts: []\n")
        self.write("measures/platform/m01_x.yml", "measure: {id: M01}\n")
        code, out, _ = self.run_program(
            "measures", "check", env={"SEKISHO_DATA_DIR": str(self.folder)}
        )
        self.assertEqual(code, 1)
        self.assertIn("error[SK2102]: the measure has no `fairness`", out)
        self.assertIn("1 measures, 1 documents", out)
        _, _, err = self.run_program("measures", "list", env={"SEKISHO_DATA_DIR": str(self.folder)})
        self.assertIn("`sekisho measures check` shows them", err)

    def test_list_names_every_measure_in_each_language(self):
        for language, word in (("en", "before the offer"), ("ja", "契約の申し出前"), ("ko", "계약 제안 전")):
            out = self.succeed("measures", "list", "--lang", language)
            for path in (program.ROOT / "measures").rglob("*.yml"):
                self.assertIn(path.name[:3].upper(), out)
            self.assertIn(word, out)

    def test_explain_says_everything_in_each_language(self):
        for language in ("en", "ja", "ko"):
            out = self.succeed("measures", "explain", "m24", "--lang", language)
            # The indicators that lead here stand last; they become more.
            self.assert_golden(f"explain_m24.{language}.txt", out.rsplit("\n\n", 1)[0] + "\n")

    def test_explain_suggests(self):
        self.assertIn("there is no measure M19", self.fail_with(1, "measures", "explain", "M19"))

    def test_the_page_is_up_to_date(self):
        page = (program.ROOT / "docs/measures.md").read_text(encoding="utf-8")
        self.assertEqual(self.succeed("measures", "doc"), page,
                         "make it with: sekisho measures doc > docs/measures.md")  # fmt: skip


class References(program.ProgramTest):
    def test_rules_check_looks_measures_and_documents_up(self):
        path = program.ROOT / "indicators/access/b01_many_addresses.yml"
        text = path.read_text(encoding="utf-8").replace("M05, M08", "M05, M19")
        self.write("b01.yml", text.replace("document: JP-2024-03-26", "document: JP-1999-01-01"))
        code, out, _ = self.run_program("rules", "check", "b01.yml")
        self.assertEqual(code, 1)
        self.assertIn("error[SK0712]: there is no measure M19", out)
        self.assertIn('warning[SK0711]: the document "JP-1999-01-01" is not in', out)


if __name__ == "__main__":
    program.main()
