"""What is different when a person looks on: progress and colours, through a pseudo-terminal."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import unittest

import program

EVENTS = program.ROOT / "examples/platform.ndjson"


def run_on_terminal(*arguments, columns=80, **changes):
    """(exit code, what the terminal received) with both outputs on the terminal."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [program.path(), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
        env=program.environment(**changes),
    )
    os.close(follower)
    received = b""
    while select.select([leader], [], [], program.TIMEOUT_S)[0]:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        received += piece
    os.close(leader)
    return process.wait(program.TIMEOUT_S), received.decode("utf-8")


class Terminal(unittest.TestCase):
    def test_shows_progress_and_removes_it(self):
        code, text = run_on_terminal("scan", "--demo", EVENTS)
        self.assertEqual(code, 0)
        progress, _, result = text.rpartition("\r\x1b[K")
        self.assertIn("reading", progress)
        self.assertRegex(progress, "█|%")
        self.assertRegex(result, r"\d+ findings")
        self.assertNotIn("\r\x1b[K", result)

    def test_colours_unless_not_wanted(self):
        self.assertIn("\x1b[1m", run_on_terminal("scan", "--demo", EVENTS)[1])
        self.assertNotIn("\x1b[1m", run_on_terminal("scan", "--demo", EVENTS, NO_COLOR="1")[1])
        self.assertNotIn("\x1b[1m", run_on_terminal("scan", "--demo", EVENTS, TERM="dumb")[1])

    def test_a_wide_terminal_shows_more(self):
        name = "Payee has another name than the account"
        evidence = "e00940 e00997"
        narrow = run_on_terminal("scan", "--demo", EVENTS, NO_COLOR="1")[1]
        wide = run_on_terminal("scan", "--demo", EVENTS, NO_COLOR="1", columns=140)[1]
        self.assertGreater(wide.count(name), narrow.count(name))
        self.assertRegex(wide, r"e00940 e\d+")
        self.assertNotIn(evidence, narrow)

    def test_errors_are_red(self):
        self.assertIn("\x1b[31merror:\x1b[0m", run_on_terminal("scan", "no-such-file")[1])

    def test_a_pipe_gets_no_progress(self):
        done = subprocess.run(
            [program.path(), "scan", "--demo", EVENTS],
            capture_output=True,
            env=program.environment(),
            timeout=program.TIMEOUT_S,
            check=True,
        )
        self.assertEqual(done.stderr, b"")


if __name__ == "__main__":
    program.main()
