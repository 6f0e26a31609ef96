"""Where data waits that does not fit into memory, and what never goes to a disk."""

import gzip
import json

import program
import vet_test

EVENT = {"time": "2026-04-01T00:00:00Z", "type": "session.start", "account": "c-1"}


class Temporary(program.ProgramTest):
    def nowhere(self):
        return {"TMPDIR": str(self.folder / "none")}

    def test_what_a_candidate_says_stays_in_memory(self):
        self.write("c.json", json.dumps(vet_test.EXAMPLE))
        self.write("e.ndjson", json.dumps({**EVENT, "account": vet_test.EXAMPLE["id"]}) + "\n")
        before = sorted(self.folder.iterdir())
        # There is nowhere to put it.
        self.succeed("vet", "c.json", "--events", "e.ndjson", env=self.nowhere())
        self.assertEqual(sorted(self.folder.iterdir()), before)

    def test_refused_records_wait_where_the_user_says(self):
        self.write("a.ndjson", json.dumps(EVENT) + "\n" + ("nonsense " * 50 + "\n") * 500)
        for command in (("scan",), ("import", "--map", "okta")):
            outputs = ("-o", "out", "--rejects", "r", "a.ndjson")
            err = self.fail_with(1, *command, *outputs, env=self.nowhere())
            self.assertIn("what TMPDIR names is none", err)
            self.assertFalse((self.folder / "r").exists())
            self.run_program(*command, *outputs, env={"TMPDIR": str(self.folder)})
            self.assertGreaterEqual((self.folder / "r").read_bytes().count(b"\n"), 500)
            (self.folder / "r").unlink()

    def test_unpacked_text_waits_where_the_user_says(self):
        line = json.dumps(EVENT).encode() + b"\n"
        blank = (b" " * 999_999 + b"\n") * 10
        with gzip.open(self.folder / "a.gz", "wb", compresslevel=1) as file:
            file.write(line)
            for _ in range(28):  # more than is kept in memory
                file.write(blank)
            file.write(line.replace(b"T00:", b"T01:"))
        out = self.succeed("scan", "a.gz", env={"TMPDIR": str(self.folder)})
        self.assertIn("2, 2026-04-01", out)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["a.gz"])
        _, out, err = self.run_program("scan", "a.gz", env=self.nowhere())
        self.assertIn("a.gz: there is no folder for temporary files", " ".join((out + err).split()))


if __name__ == "__main__":
    program.main()
