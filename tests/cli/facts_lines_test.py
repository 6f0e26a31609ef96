"""sekisho facts -, from outside: a program that is asked line by line, while its lists change."""

import contextlib
import hashlib
import json
import os
import signal
import subprocess
import threading

import program

ENTRY = "  - {{kind: network_ranges, file: {}, class: {}, source: test, published: 2026-03-01,\n" \
        "     licence: none{}}}\n"  # fmt: skip
AT = "2026-04-01T00:00:00Z"


class Running:
    """The program while it runs. What it says besides is gathered at the end."""

    def __init__(self, folder, *arguments):
        self.process = subprocess.Popen(
            [program.path(), "facts", "-", *arguments],
            cwd=folder,
            env=program.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.watchdog = threading.Timer(program.TIMEOUT_S, self.process.kill)
        self.watchdog.start()

    def ask_line(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def ask(self, **fields):
        return self.ask_line(json.dumps({"time": AT, **fields}))

    def network_class(self, ip):
        """The class of an address, and what could tell it but is missing."""
        facts = {one["field"]: one for one in self.ask(ip=ip)["facts"]}
        fact = facts["network.class"]
        return fact["value"], "vpn" in fact["missing_lists"]

    def hang_up(self):
        """Before the next line is sent, so that its answer comes after the reload."""
        os.kill(self.process.pid, signal.SIGHUP)

    def end(self):
        """Exit code and standard error."""
        _, said = self.process.communicate()
        self.watchdog.cancel()
        return self.process.returncode, said.decode()


class FactsLines(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.manifest(("vpn.txt", "vpn"), ("more.txt", "vpn"))
        self.write("lists/vpn.txt", "192.0.2.0/24\n198.51.100.0/25\n198.51.100.128/25\n")
        self.write("lists/more.txt", "203.0.113.0/25\n")

    def manifest(self, *entries):
        text = "".join(ENTRY.format(name, kind, "".join(keys)) for name, kind, *keys in entries)
        self.replace("lists.yml", "lists:\n" + text)

    def replace(self, name, text):
        """As a careful writer does it: complete, then under its name."""
        self.write("lists/new", text)
        (self.folder / "lists/new").replace(self.folder / "lists" / name)

    @contextlib.contextmanager
    def running(self, *arguments):
        running = Running(self.folder, *arguments)
        try:
            yield running
        finally:
            running.process.kill()
            running.end()

    def version(self):
        sums = "".join(
            hashlib.sha256((self.folder / "lists" / name).read_bytes()).hexdigest() + f"  {name}\n"
            for name in ("lists.yml", "vpn.txt", "more.txt")
        )
        return hashlib.sha256(sums.encode()).hexdigest()

    def test_each_line_has_its_answer(self):
        lines = [
            '{"id":"q1","ip":"192.0.2.7"}',
            '{"ip":',
            "",
            "[]",
            '{"emial":"a@example.com"}',
            '{"payout":{"identifier":"1"}}',
            '{"ip":"192.0.2.1","time":"soon"}',
            '{"document.number":"6214-9832-0257","id":"q8"}',
            '{"type":"session.start","account":"u1","email":"A@Example.COM","ip":null}',
        ]
        out = self.succeed("facts", "-", "--at", AT, stdin="\n".join(lines).encode())
        answers = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([one["line"] for one in answers], list(range(1, len(lines) + 1)))
        for answer, said in zip(
            answers,
            (None, "column 7", "the line is empty", "a list", "did you mean", "/payout: ",
             "/time: ", "My Number", None),
            strict=True,
        ):  # fmt: skip
            if said is None:
                self.assertNotIn("error", answer)
                self.assertIsNone(answer["lists_version"])
            else:
                self.assertIn(said, answer["error"])
                self.assertNotIn("facts", answer)
        self.assertEqual((answers[0]["id"], answers[7]["id"]), ("q1", "q8"))
        facts = {one["field"]: one["value"] for one in answers[8]["facts"]}
        self.assertEqual(facts["email.domain"], "example.com")
        self.assertNotIn("network.address", facts)

    def test_the_same_answer_as_for_one_value(self):
        at = ("--lists", "lists", "--at", AT)
        one = json.loads(self.succeed("facts", "ip", "192.0.2.7", "--format", "json", *at))
        line = json.loads(self.succeed("facts", "-", *at, stdin=b'{"ip":"192.0.2.7"}'))
        self.assertEqual(line, {"line": 1, **one})
        self.assertEqual(one["lists_version"], self.version())

    def test_a_line_that_is_too_long_is_refused_and_the_next_one_answered(self):
        text = b'{"email":"' + b"a" * (1 << 20) + b'@example.com"}\n{"email":"a@example.com"}\n'
        first, second = self.succeed("facts", "-", stdin=text).splitlines()
        self.assertIn("longer than 1 MiB", json.loads(first)["error"])
        self.assertEqual(json.loads(second)["line"], 2)
        self.assertIn("facts", json.loads(second))

    def test_answers_come_at_once_and_lists_are_replaced_between_them(self):
        with self.running("--lists", "lists") as running:
            self.assertEqual(running.network_class("192.0.2.7"), ("vpn", False))
            before = running.ask(ip="192.0.2.7")["lists_version"]
            self.assertEqual(before, self.version())
            self.replace("vpn.txt", "192.0.2.128/25\n198.51.100.0/25\n")
            self.assertEqual(running.network_class("192.0.2.7"), ("vpn", False))
            running.hang_up()
            self.assertEqual(running.network_class("192.0.2.7"), (None, False))
            self.assertEqual(running.network_class("192.0.2.200"), ("vpn", False))
            after = running.ask(ip="192.0.2.7")["lists_version"]
            self.assertEqual(after, self.version())
            running.hang_up()
            self.assertEqual(running.ask(ip="192.0.2.7")["lists_version"], after)
            code, said = running.end()
        self.assertEqual(code, 0)
        self.assertIn(f"lists: the new lists are in force, version {after[:12]}\n", said)
        self.assertIn(f"lists: nothing has changed, version {after[:12]}\n", said)

    def test_a_file_that_is_cut_off_never_clears_anybody(self):
        whole = (self.folder / "lists/vpn.txt").read_bytes()
        with self.running("--lists", "lists") as running:
            version = running.ask(ip="198.51.100.200")["lists_version"]
            for text in (b"", whole[:5], whole[:20], whole[:13], b"\x00\xff\n", whole[:-1]):
                self.write("lists/vpn.txt", text)
                running.hang_up()
                self.assertEqual(running.network_class("198.51.100.200"), ("vpn", False), text)
            (self.folder / "lists/vpn.txt").unlink()
            running.hang_up()
            self.assertEqual(running.network_class("198.51.100.200"), ("vpn", False))
            self.assertEqual(running.ask(ip="198.51.100.200")["lists_version"], version)
            self.write("lists/vpn.txt", whole + b"192.0.2.0/25\n")
            running.hang_up()
            self.assertNotEqual(running.ask(ip="198.51.100.200")["lists_version"], version)
            code, said = running.end()
        self.assertEqual(code, 0)
        self.assertEqual(said.count("lists: the lists before stay in force, version"), 7, said)
        self.assertIn("vpn.txt: error[SK2304]: the list holds no entry\n", said)
        self.assertIn("vpn.txt:1: error[SK2305]", said)
        self.assertIn("vpn.txt may be cut off (entries: 1, in force: 3)", said)
        self.assertIn("lists.yml:2:5: error[SK2304]: vpn.txt: there is no such file", said)

    def test_a_broken_manifest_is_named_with_its_line(self):
        with self.running("--lists", "lists") as running:
            running.ask(ip="192.0.2.7")  # it runs
            self.manifest(("vpn.txt", "wpn"), ("more.txt", "vpn"))
            running.hang_up()
            self.assertEqual(running.network_class("192.0.2.7"), ("vpn", False))
            _, said = running.end()
        self.assertIn('lists.yml:2:43: error[SK2303]: there is no class "wpn"', said)
        self.assertIn("lists before stay in force", said)

    def test_what_the_manifest_names_no_more_is_missing(self):
        with self.running("--lists", "lists") as running:
            running.ask(ip="192.0.2.7")  # it runs
            self.manifest(("vpn.txt", "tor"))
            running.hang_up()
            self.assertEqual(running.network_class("203.0.113.1"), (None, True))
            self.assertEqual(running.network_class("192.0.2.7"), ("tor", False))

    def test_a_signal_alone_is_answered_too(self):
        with self.running("--lists", "lists") as running:
            running.ask(ip="192.0.2.7")  # it runs
            running.hang_up()
            self.assertIn(b"nothing has changed", running.process.stderr.readline())

    def test_without_lists_a_signal_ends_it_as_ever(self):
        with self.running() as running:
            running.ask(ip="192.0.2.7")
            running.hang_up()
            self.assertEqual(running.end()[0], -signal.SIGHUP)

    def test_what_does_not_go_together(self):
        self.assertIn("standard input", self.fail_with(2, "facts", "-", "192.0.2.1"))
        self.assertIn("standard input", self.fail_with(2, "facts", "-", "--with", "ip=192.0.2.1"))
        self.assertIn("JSON", self.fail_with(2, "facts", "-", "--format", "table"))
        self.assertIn("KIND", self.fail_with(2, "facts", "ip"))
        self.assertIn("lists.yml", self.fail_with(1, "facts", "-", "--lists", "none"))


if __name__ == "__main__":
    program.main()
