"""Runs the built program as a user does, in a folder of its own."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(__file__).resolve().parent / "data"
GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"
TIMEOUT_S = 60
_program = None


def main():
    """Each test file is started as: FILE PROGRAM [unittest options]."""
    global _program
    _program = pathlib.Path(sys.argv.pop(1)).resolve()
    sys.modules["program"]._program = _program
    unittest.main(module="__main__", verbosity=1)


def path():
    return _program


def environment(**changes):
    """Without the settings of whoever runs the tests."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "TMPDIR")}
    kept.update({k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")})
    return {**kept, "LANG": "C.UTF-8", "TERM": "xterm", **changes}


class ProgramTest(unittest.TestCase):
    """A test in a temporary folder. run() gives (exit code, standard output, standard error)."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
        else:
            target.write_text(content, encoding="utf-8")
        return name

    def run_bytes(self, *arguments, stdin=b"", env=None):
        done = subprocess.run(
            [path(), *arguments],
            cwd=self.folder,
            env=environment(**(env or {})),
            input=stdin,
            capture_output=True,
            timeout=TIMEOUT_S,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    def run_program(self, *arguments, stdin=b"", env=None):
        code, out, err = self.run_bytes(*arguments, stdin=stdin, env=env)
        return code, out.decode("utf-8"), err.decode("utf-8")

    def succeed(self, *arguments, **options):
        """Standard output of a run that must end with 0."""
        code, out, err = self.run_program(*arguments, **options)
        self.assertEqual(code, 0, err)
        return out

    def fail_with(self, code, *arguments, **options):
        """Standard error of a run that must end with this code."""
        got, out, err = self.run_program(*arguments, **options)
        self.assertEqual(got, code, out + err)
        return err

    def assert_golden(self, name, text):
        """SEKISHO_UPDATE_GOLDEN=1 writes the file instead; look at the difference then."""
        golden = GOLDEN / name
        if os.environ.get("SEKISHO_UPDATE_GOLDEN"):
            golden.write_text(text, encoding="utf-8")
        self.assertEqual(text, golden.read_text(encoding="utf-8"))
