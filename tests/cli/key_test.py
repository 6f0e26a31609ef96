"""Numbers of documents: hashed with a key, refused without one."""

import contextlib
import json
import os
import pathlib
import subprocess
import threading
import unittest

import program

KEY = bytes(range(32, 64)).hex()


def submission(day, account, number, kind="passport"):
    return json.dumps(
        {
            "time": f"2026-04-{day:02}T00:00:00Z",
            "type": "document.submission",
            "account": account,
            "document": {"type": kind, "issuer": "XA", "number": number},
        }
    )


class DocumentKey(program.ProgramTest):
    def setUp(self):
        super().setUp()
        lines = [
            submission(1, "u1", "TK1234567"),
            submission(2, "u2", "tk 123-4567"),
            submission(3, "u3", "621498320257", "my_number_card"),
        ]
        self.write("events.ndjson", "\n".join(lines) + "\n")

    def assert_no_number(self, text, where=""):
        for number in ("1234567", "123-4567", "621498320257"):
            self.assertNotIn(number, text, where)

    def subjects(self, *options, env=None):
        code, out, err = self.run_program(
            "scan", "events.ndjson", "--format", "ndjson", *options, env=env
        )
        self.assertEqual(code, 0, err)
        self.assert_no_number(out)
        lines = [json.loads(line) for line in out.splitlines()]
        return {
            line["subject"]["id"]
            for line in lines
            if line.get("indicator") == "A03" and line["subject"]["type"] == "document.key"
        }

    def key_file(self, text, mode=0o600):
        self.write("key.hex", text)
        os.chmod(self.folder / "key.hex", mode)
        return "key.hex"

    def test_without_a_key_the_first_one_ends_the_scan(self):
        for lines in (0, 5000):
            before = [
                submission(1, f"v{n}", "621498320257", "my_number_card") for n in range(lines)
            ]
            first = submission(9, "u1", "TK1234567")
            self.write("events.ndjson", "\n".join([*before, first, first]) + "\n")
            err = self.fail_with(1, "scan", "events.ndjson", "-o", "findings.txt")
            self.assertIn(f"events.ndjson:{lines + 1}: the number of a document", err)
            self.assertIn("--key-file", err)
            self.assert_no_number(err)
            self.assertFalse((self.folder / "findings.txt").exists())

    def test_hashes_of_whoever_delivers_need_no_key(self):
        hashed = submission(1, "u1", "0123456789abcdef").replace('"number"', '"number_hash"')
        self.write("events.ndjson", hashed + "\n")
        self.succeed("scan", "events.ndjson")

    def test_file_and_environment_are_one_key(self):
        hashed = self.subjects("--key-file", self.key_file(KEY + "\n"))
        self.assertEqual(len(hashed), 1)
        self.assertRegex(hashed.copy().pop(), "^[0-9a-f]{32}$")
        self.assertEqual(hashed, self.subjects(env={"SEKISHO_KEY": KEY}))
        self.assertEqual(hashed, self.subjects(env={"SEKISHO_KEY_FILE": "key.hex"}))
        demo = self.subjects("--demo", env={"SEKISHO_KEY": KEY})
        self.assertEqual(len(demo), 1)
        self.assertNotEqual(hashed, demo)

    def test_two_that_differ_in_a_masked_number_are_two_events(self):
        lines = [
            submission(1, "u1", number, "my_number_card")
            for number in ("621498320257", "123456789018", "621498320257")
        ]
        self.write("cards.ndjson", "\n".join(lines) + "\n")
        rule = (
            "title: Submissions\nname: sent\nlogsource: {product: sekisho}\n"
            "detection:\n  sent: {type: document.submission}\n  condition: sent\n---\n"
            "title: Two of one account\nname: two\ncorrelation:\n  type: event_count\n"
            "  rules: [sent]\n  group-by: [account]\n  timespan: 1d\n  condition: {gte: 2}\n"
        )
        self.write("rule.yml", rule)
        out = self.succeed(
            "scan", "cards.ndjson", "--format", "ndjson", "--indicators", "rule.yml",
            "--stats", "stats.json",
        )  # fmt: skip
        finding = next(one for one in map(json.loads, out.splitlines()) if "finding" in one)
        self.assertEqual(len(set(finding["events"])), 2)
        for event in finding["events"]:
            self.assertRegex(event, "^[0-9a-f]{32}$")
        stats = json.loads((self.folder / "stats.json").read_text(encoding="utf-8"))
        self.assertEqual((stats["events"], stats["duplicates"]), (2, 1))

    def test_reports_and_groups_show_no_number(self):
        for options in (["--demo"], ["--key-file", self.key_file(KEY)]):
            self.succeed(
                "scan", "events.ndjson", "--format", "html", "-o", "report.html",
                "--groups", "groups.ndjson", *options,
            )  # fmt: skip
            for name in ("report.html", "groups.ndjson"):
                text = (self.folder / name).read_text(encoding="utf-8")
                self.assert_no_number(text, name)

    def memory_while_reading(self, *options, env=None):
        """What the program may write to and was started with, while it waits for its input."""
        os.mkfifo(self.folder / "wait.ndjson")
        command = [program.path(), "scan", "wait.ndjson", "--format", "ndjson", *options]
        running = subprocess.Popen(
            command,
            cwd=self.folder,
            env=program.environment(**(env or {})),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        # Opens when the program opens the other end, which it does once it has read its key; or
        # when it ends before.
        def open_for_nobody():
            running.wait()
            with contextlib.suppress(OSError):
                os.close(os.open(self.folder / "wait.ndjson", os.O_RDONLY | os.O_NONBLOCK))

        threading.Thread(target=open_for_nobody, daemon=True).start()
        with open(self.folder / "wait.ndjson", "wb"):
            folder = pathlib.Path(f"/proc/{running.pid}")
            seen = [(folder / "environ").read_bytes()]
            with open(folder / "mem", "rb", buffering=0) as memory:
                for line in (folder / "maps").read_text().splitlines():
                    span, access, *_ = line.split()
                    begin, end = (int(text, 16) for text in span.split("-"))
                    if end - begin >= 1 << 40:
                        running.kill()
                        running.communicate()
                        self.skipTest("a sanitizer keeps copies, and terabytes of notes")
                    if access.startswith("rw"):
                        try:
                            memory.seek(begin)
                            seen.append(memory.read(end - begin))
                        except OSError:
                            continue  # of the kernel
        _, err = running.communicate(timeout=program.TIMEOUT_S)
        os.remove(self.folder / "wait.ndjson")
        self.assertEqual(running.returncode, 0, err)
        return b"".join(seen)

    def test_the_text_of_a_key_is_wiped(self):
        key, marker = KEY.encode(), b"marker-in-the-environment"
        known = {"MARKER": marker.decode()}
        try:
            memory = self.memory_while_reading(env={**known, "SEKISHO_KEY": KEY})
        except PermissionError:
            self.skipTest("the memory of a process may not be read here")
        self.assertTrue(marker in memory, "the memory was not seen")
        self.assertFalse(key[:32] in memory, "the key is still there")
        self.assertFalse(key[32:] in memory, "the key is still there")
        memory = self.memory_while_reading("--key-file", self.key_file(KEY), env=known)
        self.assertTrue(marker in memory, "the memory was not seen")
        self.assertFalse(key[:32] in memory, "the key is still there")
        self.assertFalse(key[32:] in memory, "the key is still there")

    def test_keys_that_are_none(self):
        scan = ["scan", "events.ndjson"]
        err = self.fail_with(1, *scan, "--key-file", self.key_file("0011"))
        self.assertIn("openssl rand -hex 32", err)
        err = self.fail_with(1, *scan, "--key-file", self.key_file(KEY, 0o644))
        self.assertIn("others may read the key file", err)
        self.assertNotIn(KEY, err)
        self.assertIn("cannot be read", self.fail_with(1, *scan, "--key-file", "missing"))
        self.assertIn("larger", self.fail_with(1, *scan, "--key-file", self.key_file("0" * 9000)))
        self.fail_with(2, *scan, "--demo", "--key-file", "key.hex")

    @unittest.skipIf(os.geteuid() == 0, "root may open every file")
    def test_a_key_file_of_somebody_else(self):
        err = self.fail_with(1, "scan", "events.ndjson", "--key-file", self.key_file(KEY, 0o000))
        self.assertIn("cannot be opened", err)


if __name__ == "__main__":
    program.main()
