"""What sekisho shows and keeps of records that it refuses holds no number of a paper."""

import json

import program

EVENT = '{"time":"2026-04-01T00:00:00Z","type":"session.start","account":"u1","ip":"192.0.2.1"}\n'
ZONE = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
REFUSED = (
    '{"type":"document.submission","document":{"number":"TK1234567"}',
    '{"note":"my number is 6214 9832 0257"',
    '{"zone":"' + ZONE + '"',
    '{"time":"6214-9832-0257","type":"session.start","account":"u1"}',
)


class Rejects(program.ProgramTest):
    def test_numbers_of_papers_are_masked(self):
        for first in range(len(REFUSED)):  # the page shows the first three
            lines = REFUSED[first:] + REFUSED[:first]
            self.write("a.ndjson", EVENT + "".join(line + "\n" for line in lines))
            page = self.succeed("scan", "--rejects", "r.ndjson", "a.ndjson")
            kept = (self.folder / "r.ndjson").read_text(encoding="utf-8")
            rejects = [json.loads(line) for line in kept.splitlines()]
            self.assertEqual([reject["line"] for reject in rejects], [2, 3, 4, 5])
            for reject in rejects:
                self.assertIn("••••", reject["raw"])
            for text in (page, kept):
                for number in ("TK1234567", "0257", "ERIKSSON"):
                    self.assertNotIn(number, text)

    def test_bytes_that_are_no_text_are_masked_too(self):
        self.write("a.ndjson", EVENT.encode() + b"\xff 621498320257\n")
        self.succeed("scan", "--rejects", "r.ndjson", "a.ndjson")
        (line,) = (self.folder / "r.ndjson").read_text(encoding="utf-8").splitlines()
        self.assertEqual(json.loads(line)["raw_base64"], "/yDigKLigKLigKLigKI=")


class Documents(program.ProgramTest):
    """Logs that come as one JSON document with a list of records."""

    MAPPING = """
mapping: log
logsource: {product: example}
records: value
kind: kind
fields: {time: at, account: who}
events:
  - {type: session.start, when: {kind: login}}
"""

    def setUp(self):
        super().setUp()
        self.write("log.yml", self.MAPPING)

    def test_a_record_is_named_by_its_line(self):
        self.write("log.json", '''{"value": [
  {"at": "2026-04-01T00:00:00Z", "who": "u1", "kind": "login"},
  {
    "who": "u2",
    "kind": "login"
  },
  {"kind": "logout"}
]}''')
        out = self.succeed("import", "--map", "log.yml", "log.json", "-o", "e", "--lang", "en")
        self.assertIn("records: 3 · events: 1 · refused: 1", out)
        self.assertIn("log.json:3: the event has no \"time\"", out)
        self.assertIn("Not mapped, because the mapping makes no event of this kind: logout 1", out)
        scanned = self.succeed("scan", "--map", "log.yml", "log.json", "--lang", "en")
        self.assertIn("refused: 1 · not mapped: 1", scanned)
        self.assertIn("log.json:3: the event has no \"time\"", scanned)

    def test_a_document_that_is_cut_says_so(self):
        record = '{"at": "2026-04-01T00:00:00Z", "who": "u1", "kind": "login"}'
        self.write("log.json", f'{{"value": [\n{record},\n{{"at": "2026')
        code, out, err = self.run_program(
            "import", "--map", "log.yml", "log.json", "-o", "e", "--lang", "en"
        )
        self.assertIn("log.json: the list of records is not closed", out + err)
        self.assertNotEqual(code, 0)
        self.assertEqual(len((self.folder / "e").read_text(encoding="utf-8").splitlines()), 1)


if __name__ == "__main__":
    program.main()
